//! A table with a caption, its own scroll box and a first column that stays in view.

use leptos::{prelude::*, text_prop::TextProp};

use super::{
    ids::unique_id,
    table::{Cell, Column, Row, RowKind, Table},
    why_figure::WhyFigure,
};

/// A data table. On narrow screens it scrolls inside its own box, which the keyboard can reach.
#[component]
pub fn DataTable(
    /// What to show.
    #[prop(into)]
    table: Signal<Table>,
    /// Called with the key of a cell that opens its explanation.
    #[prop(optional, into)]
    on_why: Option<Callback<String>>,
    /// Hides the caption from view (screen readers still read it) where a heading says the same.
    #[prop(optional)]
    quiet_caption: bool,
    /// Out of sight for now: neither a tab stop nor a landmark.
    #[prop(optional, into)]
    still: Signal<bool>,
    /// Accessible name of the scroll box; the caption when left out.
    #[prop(optional, into)]
    name: Option<TextProp>,
) -> impl IntoView {
    let caption = unique_id("caption");
    let labelled = name.is_none().then(|| caption.clone());
    view! {
        <div
            class="lt-table-box"
            class=("lt-table-box--still", move || still.get())
            role=move || (!still.get()).then_some("region")
            tabindex=move || (!still.get()).then_some("0")
            aria-label=name.map(|name| move || name.get())
            aria-labelledby=labelled
        >
            <table class="lt-table">
                <caption id=caption class=if quiet_caption { "lt-hidden" } else { "lt-table__caption" }>
                    {move || table.with(|t| t.caption.clone())}
                </caption>
                <thead>
                    <tr>{move || table.with(|t| t.columns.iter().cloned().map(heading).collect::<Vec<_>>())}</tr>
                </thead>
                <tbody>{move || table.with(|t| body(t, on_why))}</tbody>
            </table>
        </div>
    }
}

fn heading(column: Column) -> impl IntoView {
    view! { <th scope="col" class=column.numeric.then_some("lt-number")>{column.label}</th> }
}

fn body(table: &Table, on_why: Option<Callback<String>>) -> Vec<AnyView> {
    table.rows.iter().map(|row| row_view(row, &table.columns, on_why)).collect()
}

fn row_view(row: &Row, columns: &[Column], on_why: Option<Callback<String>>) -> AnyView {
    let mut cells = row.cells.iter().cloned();
    let first = cells.next().unwrap_or_default();
    if row.kind == RowKind::Group {
        let span = columns.len().max(1).to_string();
        return view! {
            <tr class="lt-table__group">
                <th scope="rowgroup" colspan=span>{first.text}</th>
            </tr>
        }
        .into_any();
    }
    // Ragged rows are filled up, so the grid never shifts.
    let rest: Vec<_> = columns
        .iter()
        .skip(1)
        .map(|column| {
            let cell = cells.next().unwrap_or_default();
            view! { <td class=column.numeric.then_some("lt-number")>{cell_view(cell, on_why)}</td> }
        })
        .collect();
    view! {
        <tr class=(row.kind == RowKind::Total).then_some("lt-table__total")>
            <th scope="row">{cell_view(first, on_why)}</th>
            {rest}
        </tr>
    }
    .into_any()
}

fn cell_view(cell: Cell, on_why: Option<Callback<String>>) -> AnyView {
    match (cell.why, on_why) {
        (Some((key, name)), Some(on_why)) => {
            view! { <WhyFigure text=cell.text name on_why=move |()| on_why.run(key.clone()) /> }.into_any()
        }
        _ => cell.text.into_any(),
    }
}
