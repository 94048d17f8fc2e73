//! Fields of rows and parts, bound to the project by what reads and what writes them.

use super::figure::Figure;
use super::figure_text::Holds;
use crate::features::live::wording;
use crate::i18n::use_i18n;
use crate::state::list::{self, List};
use crate::state::{Command, ProjectStore};
use crate::ui::{Checkbox, Choice, Field, Select, TextInput};
use lantian_engine::origin;
use lantian_engine::project::Project;
use leptos::prelude::*;

/// A figure of a row.
pub fn figure<L: List>(
    list: L,
    at: usize,
    field: origin::Field,
    holds: impl Into<Signal<Holds>>,
    get: fn(&L::Row) -> Option<f64>,
    set: fn(&mut L::Row, Option<f64>),
) -> AnyView {
    let store = ProjectStore::expect();
    let value = store.memo(move |project| list.rows(project).get(at).and_then(get));
    let command = move |v: Option<f64>| list::edit(list, at, field.name, move |row| set(row, v));
    view! { <Figure at=field holds=holds.into() value command /> }.into_any()
}

/// A figure of a part that stands alone.
pub fn single(
    field: origin::Field,
    holds: impl Into<Signal<Holds>>,
    get: fn(&Project) -> Option<f64>,
    command: fn(Option<f64>) -> Command,
) -> AnyView {
    let value = ProjectStore::expect().memo(get);
    view! { <Figure at=field holds=holds.into() value command /> }.into_any()
}

/// A choice in a row.
pub fn choice<L: List>(
    list: L,
    at: usize,
    field: origin::Field,
    options: impl Fn() -> Vec<Choice> + Send + Sync + 'static,
    get: fn(&L::Row) -> String,
    set: fn(&mut L::Row, String),
) -> AnyView {
    let store = ProjectStore::expect();
    let value = store.memo(move |project| list.rows(project).get(at).map(get).unwrap_or_default());
    let on_change = move |slug: String| {
        store.run(list::edit(list, at, field.name, move |row| set(row, slug)));
        store.seal();
    };
    chosen(field, options, value, on_change)
}

/// A list to choose from, with the engine's remarks on its field.
pub fn chosen(
    field: origin::Field,
    options: impl Fn() -> Vec<Choice> + Send + Sync + 'static,
    value: Memo<String>,
    on_change: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let i18n = use_i18n();
    let message = super::marks::Marks::expect().message(field);
    view! {
        <div class="lt-figure" id=crate::features::live::jump::anchor(field)>
            <Field label=move || wording::field_name(i18n, field.part, field.name) message>
                <Select value options=Signal::derive(options) on_change />
            </Field>
        </div>
    }
    .into_any()
}

/// A free text in a row. A name out of a worked case stands there in words, and stays as they are
/// typed.
pub fn text<L: List>(
    list: L,
    at: usize,
    field: origin::Field,
    get: fn(&L::Row) -> String,
    set: fn(&mut L::Row, String),
) -> AnyView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let value = store.memo(move |project| list.rows(project).get(at).map(get).unwrap_or_default());
    let on_input = move |text: String| {
        store.run(list::edit(list, at, field.name, move |row| set(row, text)));
    };
    view! {
        <div class="lt-figure">
            <Field label=move || wording::field_name(i18n, field.part, field.name)>
                <TextInput value=Signal::derive(move || value.with(|text| i18n.own_name(text))) on_input />
            </Field>
        </div>
    }
    .into_any()
}

/// A yes or no in a row.
pub fn check<L: List>(
    list: L,
    at: usize,
    field: origin::Field,
    get: fn(&L::Row) -> bool,
    set: fn(&mut L::Row, bool),
) -> AnyView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let checked = store.memo(move |project| list.rows(project).get(at).is_some_and(get));
    let on_change = move |on| {
        store.run(list::edit(list, at, field.name, move |row| set(row, on)));
        store.seal();
    };
    view! {
        <div class="lt-figure lt-figure--check">
            <Checkbox label=move || wording::field_name(i18n, field.part, field.name) checked on_change />
        </div>
    }
    .into_any()
}

/// A yes or no of a part that stands alone.
pub fn yes_no(field: origin::Field, get: fn(&Project) -> bool, command: fn(bool) -> Command) -> AnyView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let checked = store.memo(get);
    view! {
        <div class="lt-figure lt-figure--check">
            <Checkbox
                label=move || wording::field_name(i18n, field.part, field.name)
                checked
                on_change=move |on| {
                    store.run(command(on));
                }
            />
        </div>
    }
    .into_any()
}

/// `figure` for a field whose name in the row is its name in the project file.
macro_rules! row_figure {
    ($list:expr, $at:expr, $field:expr, $name:ident, $holds:expr) => {
        $crate::features::plant::row::figure(
            $list,
            $at,
            $field(stringify!($name)),
            $holds,
            |row| row.$name,
            |row, value| row.$name = value,
        )
    };
}
pub(crate) use row_figure;

/// `single` for a field of a part: `part_figure!("site", command::site, site.hours, hours, holds)`.
macro_rules! part_figure {
    ($part:literal, $command:path, |$project:ident| $get:expr, $name:ident, $holds:expr) => {
        $crate::features::plant::row::single(
            lantian_engine::origin::Field::new($part, 0, stringify!($name)),
            $holds,
            |$project| $get,
            |value| $command(stringify!($name), move |part| part.$name = value),
        )
    };
}
pub(super) use part_figure;
