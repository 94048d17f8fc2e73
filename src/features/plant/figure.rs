//! One figure of the project: label, box, unit, the default that stands in, and what is wrong.

use super::figure_text::{self, Holds};
use super::marks::Marks;
use crate::features::live::jump::anchor;
use crate::features::live::wording;
use crate::i18n::{k, use_i18n};
use crate::state::{Command, ProjectStore};
use crate::ui::{Badge, BadgeKind, Field, Message, NumberInput};
use lantian_engine::origin;
use leptos::prelude::*;

/// A box for one figure.
///
/// A text that is no figure stays in the box with its message; the value before it stays in the
/// project until it is mended.
#[component]
pub fn Figure(
    /// Where the figure stands in the project; also finds its name and the engine's remarks.
    at: origin::Field,
    /// What it holds.
    #[prop(into)]
    holds: Signal<Holds>,
    /// The figure as it is in the project.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// The command that changes it.
    #[prop(into)]
    command: Callback<Option<f64>, Command>,
    /// Set where the label would repeat a column heading: it is then for screen readers alone.
    #[prop(optional)]
    in_table: bool,
    /// Another name than the field's own.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// A remark below the box.
    #[prop(optional, into)]
    hint: Signal<String>,
) -> impl IntoView {
    let (i18n, store, marks) = (use_i18n(), ProjectStore::expect(), Marks::expect());
    let name = Memo::new(move |_| match label {
        Some(label) => label.get(),
        None => wording::field_name(i18n, at.part, at.name),
    });
    // A text that is no figure, with the value it stands over: when that changes (undo, another
    // project) the text is gone.
    let slip = RwSignal::new(None::<(String, Option<f64>)>);
    let slipped = Memo::new(move |_| {
        let now = value.get();
        slip.get().filter(|(_, over)| *over == now).map(|(text, _)| text)
    });
    let shown = Signal::derive(move || {
        let own = || value.get().map(|v| figure_text::shown(i18n, v, holds.get())).unwrap_or_default();
        slipped.get().unwrap_or_else(own)
    });
    let of_engine = marks.message(at);
    let message = Signal::derive(move || match slipped.get() {
        Some(text) => figure_text::read(&text, holds.get()).err().map(|issue| {
            Message::problem(figure_text::message(i18n, &name.get(), &issue, holds.get(), value.get()))
        }),
        None => of_engine.get(),
    });
    let on_input = move |text: String| match figure_text::read(&text, holds.get_untracked()) {
        Ok(figure) => {
            slip.set(None);
            store.run(command.run(figure));
        }
        Err(_) => slip.set(Some((text, value.get_untracked()))),
    };
    let stand_in = marks.stand_in(at);
    let standing_in = Memo::new(move |_| value.get().is_none().then(|| stand_in.get()).flatten());
    let placeholder = move || standing_in.get().map(|s| s.text).unwrap_or_default();
    let badge = move || {
        let StandInView { kind, key } = StandInView::of(standing_in.get()?.unverified);
        Some(view! { <Badge kind text=move || i18n.t(key) /> })
    };
    let unit = Memo::new(move |_| figure_text::unit_text(i18n, holds.get()));
    let has_unit = Memo::new(move |_| unit.with(|unit| !unit.is_empty()));
    let input = move || {
        let seal = move |_: String| store.seal();
        if has_unit.get() {
            view! { <NumberInput value=shown on_input placeholder on_commit=seal unit=unit /> }.into_any()
        } else {
            view! { <NumberInput value=shown on_input placeholder on_commit=seal /> }.into_any()
        }
    };
    let id = anchor(at);
    view! {
        <div class="lt-figure" class=("lt-figure--cell", in_table) id=id>
            <Field label=name hint=hint message aside=badge>
                {input}
            </Field>
        </div>
    }
}

struct StandInView {
    kind: BadgeKind,
    key: crate::i18n::Key,
}

impl StandInView {
    fn of(unverified: bool) -> Self {
        if unverified {
            StandInView { kind: BadgeKind::Unverified, key: k::FIELD_DEFAULT_BADGE }
        } else {
            StandInView { kind: BadgeKind::Default, key: k::BADGE_DEFAULT }
        }
    }
}
