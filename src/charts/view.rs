//! Shows a chart: the drawing for the eye, its table for everyone.

use leptos::{html, prelude::*, text_prop::TextProp};

use super::scene::{Scene, Size};
use crate::ui::{Button, ButtonKind, Card, DataTable, IconName, Table, element_font, on_resize, unique_id};

/// A chart laid out anew for the room it has, so its text never shrinks.
#[component]
pub fn ChartView(
    /// Lays the chart out for a size; signals read inside make it follow the data.
    #[prop(into)]
    draw: Callback<Size, Scene>,
    /// The finding: what a reader should take away.
    #[prop(into)]
    title: TextProp,
    /// Its kind and where the table is ("Waterfall chart, table follows").
    #[prop(into)]
    kind: TextProp,
    /// Called with the key of a mark that was clicked. The table offers the same to the keyboard.
    #[prop(optional, into)]
    on_pick: Option<Callback<String>>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let size = RwSignal::new(None::<Size>);
    Effect::new(move || {
        if let Some(element) = frame.get() {
            let watched = element.clone();
            on_resize(&element, move |width| {
                let font = element_font(&watched);
                if width > 0.0 {
                    size.set(Some(Size { width, font }));
                }
            });
        }
    });
    let scene = Memo::new(move |_| size.get().map(|size| draw.run(size)).unwrap_or_default());
    let id = unique_id("chart");
    let (title_id, kind_id) = (format!("{id}-title"), format!("{id}-kind"));
    let labels = format!("{title_id} {kind_id}");
    view! {
        <div class="lt-chart-frame" node_ref=frame>
            <span class="lt-hidden" id=title_id>{move || title.get()}</span>
            <span class="lt-hidden" id=kind_id>{move || kind.get()}</span>
            <svg
                class="lt-chart"
                class=("lt-chart--open", on_pick.is_some())
                role="img"
                aria-labelledby=labels
                viewBox=move || scene.with(|s| format!("0 0 {:.0} {:.1}", s.width, s.height))
                // Paper may be wider than the screen was: text keeps its size.
                style:max-width=move || scene.with(|s| format!("{:.0}px", s.width))
                font-size=move || scene.with(|s| s.font.to_string())
                inner_html=move || scene.with(|s| s.body(&id))
                on:click=move |event| {
                    if let (Some(on_pick), Some(key)) = (on_pick, crate::ui::key_of(&event)) {
                        on_pick.run(key);
                    }
                }
            ></svg>
        </div>
    }
}

/// A card with a chart, its table and whatever else belongs to its heading.
#[component]
pub fn ChartFrame(
    /// The finding, as a sentence.
    #[prop(into)]
    title: TextProp,
    /// What is shown, in which unit, for which period.
    #[prop(into)]
    caption: TextProp,
    /// Kind of the chart and where the table is, for screen readers.
    #[prop(into)]
    kind: TextProp,
    /// The word on the switch between chart and table.
    #[prop(into)]
    table_label: TextProp,
    /// Lays the chart out for a size.
    #[prop(into)]
    draw: Callback<Size, Scene>,
    /// The same figures as a table.
    #[prop(into)]
    table: Signal<Table>,
    /// More buttons and switches.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Called with the key of the figure that was clicked, in the chart or in the table.
    #[prop(optional, into)]
    on_why: Option<Callback<String>>,
    /// Called with the key of a mark that was clicked, where the card offers the same beside the table.
    #[prop(optional, into)]
    on_pick: Option<Callback<String>>,
) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let chart_title = title.clone();
    let tools = move || {
        let label = table_label.clone();
        view! {
            {actions.as_ref().map(ViewFn::run)}
            <Button
                label
                icon=IconName::Table
                kind=ButtonKind::Secondary
                pressed=as_table
                on_press=move |()| as_table.update(|shown| *shown = !*shown)
            />
        }
    };
    view! {
        <Card title caption actions=tools>
            <div class="lt-chart-card" class=("lt-chart-card--table", move || as_table.get())>
                <div class="lt-chart-card__chart">
                    {match on_why.or(on_pick) {
                        Some(on_pick) => view! { <ChartView draw title=chart_title kind on_pick /> }.into_any(),
                        None => view! { <ChartView draw title=chart_title kind /> }.into_any(),
                    }}
                </div>
                // Always in the page for screen readers and print, but no tab stop while it is out of sight.
                <div class="lt-chart-card__table">
                    {move || match on_why.filter(|_| as_table.get()) {
                        Some(on_why) => view! { <DataTable table on_why quiet_caption=true /> }.into_any(),
                        None => view! { <DataTable table quiet_caption=true still=Signal::derive(move || !as_table.get()) /> }.into_any(),
                    }}
                </div>
            </div>
        </Card>
    }
}
