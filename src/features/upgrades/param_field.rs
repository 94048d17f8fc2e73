//! One setting of an upgrade: what it is now, what is usual, where that comes from.

use super::facts::CardFacts;
use super::refusal::{Refusal, impossible, least, read, words};
use crate::features::naming::{amount, currency_of, evidence_badge, unit_text};
use crate::features::why::Library;
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::state::upgrades::{set_param, set_quote};
use crate::ui::{Badge, BadgeKind, Field, Message, NumberInput};
use lantian_engine::data::{MeasureId, ParamSpec};
use lantian_engine::lower::{COVERAGE, LIFE, MONEY_LIMIT, OTHER_SAVING, RUNNING, SIZE, bounds};
use lantian_engine::project::Project;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// Which setting.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Own(&'static ParamSpec),
    Coverage,
    Size,
    Life,
    Quote,
    /// What it costs to run besides energy.
    Running,
    /// What it saves besides.
    OtherSaving,
}

impl Kind {
    fn key(self) -> &'static str {
        match self {
            Kind::Own(spec) => spec.key,
            Kind::Coverage => COVERAGE,
            Kind::Size => SIZE,
            Kind::Life => LIFE,
            Kind::Quote => "quote",
            Kind::Running => RUNNING,
            Kind::OtherSaving => OTHER_SAVING,
        }
    }

    /// Unit slugs of the number in the project file.
    fn unit(self, id: MeasureId) -> (&'static str, &'static str) {
        match self {
            Kind::Own(spec) => (spec.num.slug(), spec.den.map_or("", UnitId::slug)),
            Kind::Coverage => ("fraction", ""),
            Kind::Size => (id.param("capex").and_then(|(_, cost)| cost.den).map_or("", UnitId::slug), ""),
            Kind::Life => ("year", ""),
            Kind::Quote => ("money", ""),
            Kind::Running | Kind::OtherSaving => ("money", "year"),
        }
    }

    /// Shares of one are typed as per cent.
    fn is_percent(self, id: MeasureId) -> bool {
        self.unit(id) == ("fraction", "")
    }

    /// What the engine takes.
    fn limits(self) -> (f64, f64) {
        match self {
            Kind::Own(spec) => bounds(spec),
            Kind::Coverage => (0.0, 1.0),
            Kind::Size | Kind::Quote => (0.0, 1e12),
            Kind::Life => (1.0, 60.0),
            Kind::Running | Kind::OtherSaving => (-MONEY_LIMIT, MONEY_LIMIT),
        }
    }

    /// The usual range, in the unit of the project file.
    fn usual(self) -> Option<(f64, f64)> {
        match self {
            Kind::Own(spec) => spec.min.or(spec.low).zip(spec.max.or(spec.high)),
            _ => None,
        }
    }

    fn default(self, id: MeasureId, facts: Option<&CardFacts>) -> Option<f64> {
        match self {
            Kind::Own(spec) => spec.default,
            Kind::Coverage => Some(lantian_engine::measures::default_coverage(id)),
            Kind::Size => facts.map(|facts| facts.size),
            Kind::Life => Some(id.spec().lifetime_years),
            Kind::Quote => facts.map(|facts| facts.cost),
            Kind::Running => facts.map(|facts| facts.running),
            Kind::OtherSaving => Some(0.0),
        }
    }

    fn said(self, project: &Project, id: MeasureId) -> Option<f64> {
        let choice = project.plan().measures.iter().find(|choice| choice.measure == id.slug())?;
        match self {
            Kind::Quote => choice.quote,
            other => choice.params.get(other.key()).copied(),
        }
    }
}

fn name_of(i18n: I18n, id: MeasureId, kind: Kind) -> String {
    match kind {
        Kind::Own(spec) => i18n.param(id.slug(), spec.key),
        other => i18n.name("quantity", other.key()),
    }
}

/// The unit behind the box.
fn unit_of(i18n: I18n, id: MeasureId, kind: Kind, currency: Currency) -> String {
    if kind.is_percent(id) { "%".to_owned() } else { unit_text(i18n, kind.unit(id), currency) }
}

fn shown(i18n: I18n, value: f64, percent: bool) -> String {
    // 0.07 × 100 must read 7.
    let value = if percent { (value * 1e12).round() / 1e10 } else { value };
    i18n.format().own(value)
}

/// A setting with its default, its usual range and the source of both.
#[component]
pub fn ParamField(id: MeasureId, kind: Kind, facts: Memo<Option<CardFacts>>) -> impl IntoView {
    let (i18n, store, library) = (use_i18n(), ProjectStore::expect(), Library::expect());
    let percent = kind.is_percent(id);
    let said = store.memo(move |project| kind.said(project, id));
    let refusal = RwSignal::new(None::<Refusal>);
    let draft = RwSignal::new(None::<String>);
    let default = Memo::new(move |_| facts.with(|facts| kind.default(id, facts.as_ref())));
    let currency = store.memo(currency_of);
    let value = Signal::derive(move || {
        draft.get().unwrap_or_else(|| said.get().map(|value| shown(i18n, value, percent)).unwrap_or_default())
    });
    let possible = move |number: Option<f64>| match number {
        Some(value) => {
            let problem = impossible(&store.get_untracked(), id, kind, value);
            problem.map_or(Ok(number), |problem| Err(Refusal::Here(problem)))
        }
        None => Ok(None),
    };
    let put = move |text: String| match read(&text, percent, kind.limits(), least(kind)).and_then(possible) {
        Ok(number) => {
            refusal.set(None);
            draft.set(None);
            store.run(match kind {
                Kind::Quote => set_quote(id.slug(), number),
                other => set_param(id.slug(), other.key(), number),
            });
        }
        Err(why) => {
            // What was typed stays in the box; the number before it stays in use.
            draft.set(Some(text));
            refusal.set(Some(why));
        }
    };
    let message = Signal::derive(move || {
        let name = name_of(i18n, id, kind);
        match refusal.get() {
            Some(refusal) => {
                Some(Message::problem(store.with(|project| words(i18n, project, &name, &refusal))))
            }
            None => said
                .get()
                .and_then(|value| unusual(i18n, id, kind, &name, value, currency.get()))
                .map(Message::notice),
        }
    });
    let hint =
        move || hint_words(i18n, id, kind, (default.get(), said.get().is_some()), library, currency.get());
    let placeholder = move || {
        default.get().map_or_else(
            || i18n.t(k::UPGRADES_NO_DEFAULT).to_owned(),
            |value| {
                if percent {
                    crate::features::naming::figure(i18n, value * 100.0)
                } else {
                    crate::features::naming::figure(i18n, value)
                }
            },
        )
    };
    view! {
        <Field
            label=move || name_of(i18n, id, kind)
            hint=hint
            message
            aside=move || view! { <Origin kind said=said /> }
        >
            <NumberInput
                value
                placeholder
                unit=move || unit_of(i18n, id, kind, currency.get())
                on_input=put
                on_commit=move |_| store.seal()
            />
        </Field>
    }
}

/// A number outside the usual range, in words.
fn unusual(
    i18n: I18n,
    id: MeasureId,
    kind: Kind,
    name: &str,
    value: f64,
    currency: Currency,
) -> Option<String> {
    let (low, high) = kind.usual()?;
    if (low..=high).contains(&value) {
        return None;
    }
    let show = |value: f64| amount(i18n, value, kind.unit(id), kind.key(), currency);
    let values = [("field", name), ("value", &show(value)), ("low", &show(low)), ("high", &show(high))];
    Some(i18n.tf(k::ERROR_INPUT_RANGE, values))
}

fn hint_words(
    i18n: I18n,
    id: MeasureId,
    kind: Kind,
    (default, said): (Option<f64>, bool),
    library: Library,
    currency: Currency,
) -> String {
    let show = |value: f64| match kind {
        Kind::Life => i18n.format().years(value),
        _ => amount(i18n, value, kind.unit(id), kind.key(), currency),
    };
    let mut parts = Vec::new();
    match (kind, default) {
        (Kind::Quote, _) => parts.push(i18n.t(k::UPGRADES_QUOTE_HINT).to_owned()),
        (Kind::Running, default) => {
            let now = default.filter(|_| !said).map(&show);
            parts.extend(now.map(|value| i18n.tf(k::UPGRADES_RUNNING_NOW, [("value", &value)])));
            parts.push(i18n.t(k::UPGRADES_RUNNING_HINT).to_owned());
        }
        (Kind::OtherSaving, _) => parts.push(i18n.t(k::UPGRADES_OTHER_HINT).to_owned()),
        (Kind::Size, _) if said => {}
        (Kind::Size, Some(value)) => parts.push(i18n.tf(k::UPGRADES_SIZE_HINT, [("value", &show(value))])),
        (_, Some(value)) => parts.push(i18n.tf(k::UPGRADES_DEFAULT_IS, [("value", &show(value))])),
        (_, None) => parts.push(i18n.t(k::UPGRADES_NO_DEFAULT).to_owned()),
    }
    if let Some((low, high)) = kind.usual() {
        parts.push(i18n.tf(k::UPGRADES_RANGE, [("low", &show(low)), ("high", &show(high))]));
    }
    if let Some(book) = library.book(i18n.lang()) {
        // What one unit of size is stands with the cost of one.
        let (param, source) = match kind {
            Kind::Own(spec) => (spec.key, book.source(spec.source)),
            Kind::Size => ("capex", None),
            _ => ("", None),
        };
        parts.extend(source.map(|source| source.title.to_owned()));
        parts.extend(book.param_note(id, param).map(str::to_owned));
    }
    parts.join(" · ")
}

/// Changed by the visitor, or how far the default can be trusted.
#[component]
fn Origin(kind: Kind, said: Memo<Option<f64>>) -> impl IntoView {
    let i18n = use_i18n();
    let badge = move || {
        if said.get().is_some() {
            return Some((BadgeKind::Measured, k::UPGRADES_CHANGED));
        }
        match kind {
            Kind::Own(spec) => Some(evidence_badge(spec.evidence)),
            Kind::Size | Kind::Running => Some((BadgeKind::Estimated, k::BADGE_ESTIMATED)),
            Kind::Coverage | Kind::Life => Some((BadgeKind::Default, k::BADGE_DEFAULT)),
            Kind::Quote | Kind::OtherSaving => None,
        }
    };
    view! { {move || badge().map(|(kind, word)| view! { <Badge kind text=move || i18n.t(word) /> })} }
}
