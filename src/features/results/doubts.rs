//! How far the figures can be trusted: assumptions, unverified factors, what to measure first.

use crate::features::live::wording;
use crate::features::naming::{MetricText, currency_of, inside, is_unverified};
use crate::features::why::{LazyDetails, Subject, register, slot_name};
use crate::i18n::{I18n, k, use_i18n};
use crate::platform::timer;
use crate::state::{Answers, ProjectStore};
use crate::ui::Card;
use lantian_engine::assess::Outcome;
use lantian_engine::data::MeasureId;
use lantian_engine::explain::{Case, Explanation, explain};
use lantian_engine::metric::Metric;
use lantian_engine::notice::{Notice, NoticeKind};
use lantian_engine::origin::{Field, Origin};
use lantian_engine::plant::Slot;
use leptos::prelude::*;

/// Inputs named as worth measuring.
const NAMED: usize = 3;

/// Inputs that move the result by less than this part of their own change are not worth it.
const MATTERS: f64 = 0.02;

/// What stands behind the emissions of a plan, or of today where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// Published factors and defaults in use, and how many of them are unverified.
    pub factors: usize,
    pub unverified: usize,
    /// What could be measured here, strongest first, with the change for one per cent more.
    pub measurable: Vec<(Slot, f64)>,
}

/// Reads the basis off the calculation itself.
pub fn basis(outcome: &Outcome) -> Basis {
    let planned = outcome.counted().next().is_some();
    let case = if planned { Case::Saving } else { Case::Before };
    let Some((set, metric, case)) = (Subject::Figure { metric: Metric::Co2e, case }).request(outcome) else {
        return Basis::default();
    };
    let explanation = explain(&outcome.model, set, metric, case);
    let register = register(outcome, explanation.inputs.iter().copied());
    let measurable = strongest(outcome, &explanation);
    Basis { factors: register.factors.len(), unverified: register.unverified, measurable }
}

/// The inputs worth measuring, strongest first. A default that enters the plant in several places
/// counts once, with its effects added up.
fn strongest(outcome: &Outcome, explanation: &Explanation) -> Vec<(Slot, f64)> {
    let slots = &outcome.model.lowered.plant.slots;
    let mut found: Vec<(Identity, Slot, f64)> = Vec::new();
    for s in &explanation.sensitivities {
        let Some(identity) = slots.get(s.slot.index()).and_then(|info| measurable(&info.origin)) else {
            continue;
        };
        match found.iter_mut().find(|(known, _, _)| *known == identity) {
            Some((_, _, effect)) => *effect += s.effect,
            None => found.push((identity, s.slot, s.effect)),
        }
    }
    found.retain(|(_, _, effect)| effect.abs() >= explanation.value.abs() * MATTERS);
    found.sort_by(|one, other| other.2.abs().total_cmp(&one.2.abs()));
    found.into_iter().take(NAMED).map(|(_, slot, effect)| (slot, effect / 100.0)).collect()
}

/// Which default a number is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Identity {
    Field(Field),
    Param(MeasureId, u16),
}

/// What a reading at the plant could replace: a default of its sector, or of an upgrade unless its
/// source has been read. A published factor stays what it is.
fn measurable(origin: &Origin) -> Option<Identity> {
    match origin {
        Origin::Sector(_, field) => Some(Identity::Field(*field)),
        Origin::Suggested { measure, param } => Some(Identity::Param(*measure, *param)),
        Origin::Measure { measure, param, changed: false } if is_unverified(origin) => {
            Some(Identity::Param(*measure, *param))
        }
        _ => None,
    }
}

/// Whether a notice changes what the reader may conclude, rather than naming a default.
pub fn is_weighty(kind: &NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::Excluded { .. }
            | NoticeKind::UnknownMeasure { .. }
            | NoticeKind::NoFactor { .. }
            | NoticeKind::NoPrice { .. }
            | NoticeKind::PriceUnusual { .. }
            | NoticeKind::ListScaled { .. }
            | NoticeKind::HeatUnused
            | NoticeKind::NotCounted
    )
}

/// The sentence about unverified factors.
fn doubt(i18n: I18n, basis: &Basis, first: Option<&str>) -> String {
    let format = i18n.format();
    let (all, unverified) = (format.count(basis.factors), format.count(basis.unverified));
    let (all, unverified) = (("all", all.as_str()), ("unverified", unverified.as_str()));
    match first {
        Some(first) => i18n.tf(k::FINDING_DOUBT, [unverified, all, ("first", first)]),
        None => i18n.tf(k::FINDING_DOUBT_PLAIN, [unverified, all]),
    }
}

/// Assumptions and doubts at the end of the page.
#[component]
pub fn Doubts() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    // Tracing the calculation can wait until everything above stands.
    let quiet = RwSignal::new(false);
    Effect::new(move || {
        timer::idle(move || {
            let _ = quiet.try_set(true);
        });
    });
    let found = Memo::new(move |_| {
        quiet.get().then(|| answers.with(|answer| answer.outcome.as_ref().map(basis))).flatten()
    });
    let sentence = move || {
        let found = found.get()?;
        let first = found.measurable.first().and_then(|(slot, _)| named(i18n, answers, *slot));
        // The parameter of an upgrade has too long a name for a sentence: the list below has it.
        let first = first.filter(|name| !name.contains(" · ")).map(|name| inside(i18n, &name));
        Some(doubt(i18n, &found, first.as_deref()))
    };
    view! {
        <Card
            title=move || i18n.t(k::RESULTS_DOUBTS)
            caption=move || i18n.t(k::RESULTS_DOUBTS_LEAD)
        >
            <div class="lt-results__doubts">
                <p class="lt-results__doubt">{sentence}</p>
                <MeasureFirst found />
                <Assumptions />
            </div>
        </Card>
    }
}

fn named(i18n: I18n, answers: Answers, slot: Slot) -> Option<String> {
    answers.with(|answer| answer.outcome.as_ref().map(|outcome| slot_name(i18n, outcome, slot, None)))
}

/// The inputs that move the result most and could be measured.
#[component]
fn MeasureFirst(found: Memo<Option<Basis>>) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let currency = store.memo(currency_of);
    let lines = move || {
        let text = MetricText::new(i18n, Metric::Co2e, currency.get());
        let found = found.get().unwrap_or_default();
        let line = |(slot, effect): (Slot, f64)| {
            let input = named(i18n, answers, slot)?;
            let words =
                i18n.tf(k::RESULTS_FIRST_EFFECT, [("input", &input), ("change", &text.change(effect))]);
            Some(view! { <li>{words}</li> })
        };
        found.measurable.into_iter().filter_map(line).collect_view()
    };
    let any = Memo::new(move |_| found.with(|f| f.as_ref().is_some_and(|f| !f.measurable.is_empty())));
    view! {
        <Show when=move || any.get()>
            <h3>{move || i18n.t(k::WHY_MEASURE_FIRST)}</h3>
            <ol class="lt-results__first">{lines}</ol>
        </Show>
    }
}

/// The engine's notices: the weighty ones at once, the defaults when asked for.
#[component]
fn Assumptions() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let worded = move |weighty: bool| {
        let project = store.get();
        answers.with(|answer| {
            let lowered = answer.outcome.as_ref().map(|outcome| &outcome.model.lowered.project);
            let project = lowered.unwrap_or(&project);
            let wanted = |notice: &&Notice| is_weighty(&notice.kind) == weighty;
            answer
                .notices
                .iter()
                .filter(wanted)
                .map(|notice| wording::notice(i18n, project, notice))
                .collect::<Vec<_>>()
        })
    };
    let weighty = Memo::new(move |_| worded(true));
    let count = answers.memo(|answer| answer.notices.iter().filter(|n| !is_weighty(&n.kind)).count());
    let list = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <Show when=move || weighty.with(|lines| !lines.is_empty())>
            <ul class="lt-results__weighty">{move || list(weighty.get())}</ul>
        </Show>
        <Show
            when=move || { count.get() > 0 }
            fallback=move || view! { <p class="lt-remark">{move || i18n.t(k::EMPTY_NOTICES)}</p> }
        >
            <LazyDetails summary=move || i18n.count(k::NOTICE_COUNT_ONE, k::NOTICE_COUNT, count.get())>
                <ul class="lt-results__assumed">{move || list(worded(false))}</ul>
            </LazyDetails>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};

    #[test]
    fn what_to_measure_is_never_a_published_factor() {
        let outcome = outcome(&mill(&["boiler_condensate_return", "lighting_led"]));
        let found = basis(&outcome);
        assert!(found.factors >= found.unverified && found.factors > 0);
        assert!(!found.measurable.is_empty());
        let slots = &outcome.model.lowered.plant.slots;
        for (slot, effect) in &found.measurable {
            assert!(!matches!(slots[slot.index()].origin, Origin::Fact(_) | Origin::Input(_)));
            assert!(effect.is_finite() && effect.abs() >= outcome.saving()[Metric::Co2e] * MATTERS / 100.0);
        }
        let sizes: Vec<f64> = found.measurable.iter().map(|(_, effect)| -effect.abs()).collect();
        assert!(sizes.is_sorted());
    }

    #[test]
    fn the_doubt_names_what_to_measure_if_there_is_something() {
        let (_owner, i18n) = english();
        let basis = Basis { factors: 14, unverified: 2, measurable: Vec::new() };
        let plain = doubt(i18n, &basis, None);
        assert!(plain.starts_with("2 of the 14") && !plain.contains("measuring"), "{plain}");
        assert!(doubt(i18n, &basis, Some("boiler efficiency")).contains("measuring boiler efficiency"));
    }
}
