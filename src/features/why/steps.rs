//! A step of an explanation: its formula in words and numbers, then what the formula is made of.
//! Steps inside are built when they are opened.

use super::figure::Told;
use super::formula::{Leaf, Piece, SHOWN_PARTS, Show, Writer, leaves, pieces};
use super::given::GivenRow;
use super::lazy::LazyDetails;
use super::tidy::{tidy, value};
use crate::features::naming::{amount, currency_of, step_name, step_unit};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::ProjectStore;
use lantian_engine::assess::Outcome;
use lantian_engine::explain::{Case, Explanation, Term};
use leptos::prelude::*;

/// A step in words.
#[derive(Clone, Debug, PartialEq)]
struct StepWords {
    words: String,
    numbers: String,
    /// What follows, in groups: the first is shown, the rest behind "and N more".
    shown: Vec<Leaf>,
    more: Vec<Leaf>,
}

fn step_words(
    i18n: I18n,
    outcome: &Outcome,
    explanation: &Explanation,
    place: usize,
    single: bool,
) -> StepWords {
    let within = explanation.steps.get(place).map_or(explanation.case, |line| line.case);
    let writer = Writer { i18n, outcome, explanation, within, single };
    let formula =
        explanation.steps.get(place).map_or(Term::Fixed(f64::NAN), |line| tidy(&line.formula, explanation));
    let leaves = match &formula {
        // A long sum is told by its largest parts.
        Term::Sum(parts) => {
            writer.ranked(parts).into_iter().flat_map(leaves).fold(Vec::new(), |mut all, leaf| {
                if !all.contains(&leaf) {
                    all.push(leaf);
                }
                all
            })
        }
        other => leaves(other),
    };
    let long = matches!(&formula, Term::Sum(parts) if parts.len() > SHOWN_PARTS + 1);
    let cut = if long { SHOWN_PARTS.min(leaves.len()) } else { leaves.len() };
    let (shown, more) = leaves.split_at(cut);
    debug_assert!(!value(&formula, explanation).is_nan());
    StepWords {
        words: writer.line(&formula, Show::Words),
        numbers: writer.line(&formula, Show::Numbers),
        shown: shown.to_vec(),
        more: more.to_vec(),
    }
}

/// Name and value of a step.
fn step_head(
    i18n: I18n,
    outcome: &Outcome,
    explanation: &Explanation,
    place: usize,
    (within, single): (Case, bool),
    currency: Currency,
) -> (String, String) {
    let Some(line) = explanation.steps.get(place) else { return Default::default() };
    let name = step_name(i18n, outcome, line, explanation.metric, within, single);
    let unit = step_unit(outcome, line, explanation.metric);
    (name, amount(i18n, line.value, unit, line.step.slug(), currency))
}

/// A step with all that is behind it. The first one stands open, with its value as the result.
#[component]
pub fn StepView(
    told: Told,
    place: usize,
    /// The case of the step above.
    within: Case,
    #[prop(optional)] top: bool,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(currency_of);
    let of = StoredValue::new(told);
    let head = Memo::new(move |_| {
        of.with_value(|told| {
            let around = (within, told.single);
            told.with(|o, e| step_head(i18n, o, e, place, around, currency.get()))
        })
        .unwrap_or_default()
    });
    let name = move || head.with(|head| head.0.clone());
    let result = move || head.with(|head| head.1.clone());
    if top {
        return view! {
            <section class="lt-why-part">
                <p class="lt-why-result">
                    <span>{name}</span>
                    <b>{result}</b>
                </p>
                <StepBody told=of.get_value() place />
            </section>
        }
        .into_any();
    }
    view! {
        <LazyDetails class="lt-why-step" summary=name aside=move || result()>
            <StepBody told=of.get_value() place />
        </LazyDetails>
    }
    .into_any()
}

#[component]
fn StepBody(told: Told, place: usize) -> impl IntoView {
    let i18n = use_i18n();
    let of = StoredValue::new(told);
    let words = Memo::new(move |_| {
        of.with_value(|told| told.with(|o, e| step_words(i18n, o, e, place, told.single)))
    });
    let numbers = move || words.with(|words| words.as_ref().map(|words| words.numbers.clone()));
    let named = move || {
        let pieces = words.with(|words| words.as_ref().map(|words| pieces(&words.words))).unwrap_or_default();
        let piece = |piece| match piece {
            Piece::Sign(text) => text.into_any(),
            Piece::Name(text) => view! { <span class="lt-why-name">{text}</span> }.into_any(),
        };
        pieces.into_iter().map(piece).collect_view()
    };
    let within = of
        .with_value(|told| told.with(|_, e| e.steps.get(place).map(|line| line.case)))
        .flatten()
        .unwrap_or(Case::Before);
    let rows = move |leaves: Vec<Leaf>| {
        leaves
            .into_iter()
            .map(|leaf| match leaf {
                Leaf::Step(place) => {
                    view! { <li><StepView told=of.get_value() place within /></li> }.into_any()
                }
                Leaf::Given(slot, value) => {
                    view! { <li><GivenRow told=of.get_value() at=slot value /></li> }.into_any()
                }
            })
            .collect_view()
    };
    let shown =
        move || words.with(|words| words.as_ref().map(|words| words.shown.clone())).unwrap_or_default();
    let more = Memo::new(move |_| {
        words.with(|words| words.as_ref().map(|words| words.more.clone())).unwrap_or_default()
    });
    let count = move || i18n.format().count(more.with(Vec::len));
    view! {
        <p class="lt-why-formula">"= " {named}</p>
        <p class="lt-why-formula lt-why-formula--numbers"><code>"= " {numbers}</code></p>
        <ul class="lt-why-parts">{move || rows(shown())}</ul>
        <Show when=move || !more.with(Vec::is_empty)>
            <LazyDetails summary=move || i18n.tf(k::WHY_MORE_PARTS, [("n", &count())])>
                <ul class="lt-why-parts">{move || rows(more.get())}</ul>
            </LazyDetails>
        </Show>
    }
}
