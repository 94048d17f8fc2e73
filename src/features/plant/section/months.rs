//! Twelve monthly readings in place of one amount, typed or pasted from a sheet.

use crate::features::plant::bill_text::{MONTHS, MonthsIssue, months};
use crate::i18n::{I18n, input_message, k, parse_amount, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{self, Bills};

use crate::ui::{Button, ButtonKind, Disclosure, Field, FieldIds, Message, NumberInput};
use leptos::prelude::*;

/// What stands in the twelve boxes.
type Boxes = [String; MONTHS];

/// The twelve months of a bill. Until all twelve are readable they stay on screen alone and the
/// bill keeps what it had: a year with a month missing would be a wrong year.
#[component]
pub fn MonthsField(
    /// Place of the bill.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let kept =
        store.memo(move |project| project.bills.get(at).map(|bill| bill.months.clone()).unwrap_or_default());
    let draft = RwSignal::new(None::<Boxes>);
    let shown = Memo::new(move |_| draft.get().unwrap_or_else(|| boxes(i18n, &kept.get())));
    let pasted_issue = RwSignal::new(None::<MonthsIssue>);
    let take = move |texts: Boxes| match all(&texts) {
        Some(values) => {
            draft.set(None);
            store.run(list::edit(Bills, at, "months", move |bill| bill.months = values));
        }
        None => draft.set(Some(texts)),
    };
    let on_box = move |month: usize, text: String| {
        pasted_issue.set(None);
        let mut texts = shown.get_untracked();
        if let Some(place) = texts.get_mut(month) {
            *place = text;
        }
        take(texts);
    };
    let on_paste = move |text: String| match months(&text) {
        Ok(values) => {
            pasted_issue.set(None);
            draft.set(None);
            store.run(list::edit(Bills, at, "months", move |bill| bill.months = values));
            store.seal();
        }
        Err(_) if text.trim().is_empty() => pasted_issue.set(None),
        Err(issue) => pasted_issue.set(Some(issue)),
    };
    let message = Signal::derive(move || {
        let pasted = pasted_issue.get().map(|issue| pasted_message(i18n, &issue));
        let missing = draft.get().and_then(|texts| first_issue(i18n, &texts));
        pasted.or(missing).map(Message::problem)
    });
    let clear = move |()| {
        draft.set(None);
        store.run(list::edit(Bills, at, "months", |bill| bill.months.clear()));
        store.seal();
    };
    let filled = Memo::new(move |_| kept.with(|months| !months.is_empty()));
    view! {
        <Disclosure summary=move || i18n.t(k::PLANT_TWELVE_MONTHS)>
            <Field
                label=move || i18n.t(k::PLANT_MONTHS_PASTE)
                hint=move || i18n.t(k::PLANT_MONTHS_HINT)
                message
            >
                <PasteBox on_input=on_paste />
            </Field>
            <div class="lt-months">
                {(0..MONTHS)
                    .map(|month| {
                        let value = Signal::derive(move || {
                            shown.with(|texts| texts.get(month).cloned().unwrap_or_default())
                        });
                        view! {
                            <label class="lt-months__month">
                                <span>{move || month_name(i18n, month)}</span>
                                <NumberInput
                                    value
                                    on_input=move |text| on_box(month, text)
                                    name=move || month_name(i18n, month)
                                />
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            {move || {
                filled
                    .get()
                    .then(|| {
                        view! {
                            <Button
                                kind=ButtonKind::Quiet
                                label=move || i18n.t(k::PLANT_MONTHS_CLEAR)
                                on_press=clear
                            />
                        }
                    })
            }}
        </Disclosure>
    }
}

/// A box that takes several lines at once.
#[component]
fn PasteBox(
    /// Called with the whole text.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let ids = use_context::<FieldIds>();
    view! {
        <textarea
            class="lt-input lt-months__paste"
            rows="2"
            spellcheck="false"
            id=ids.as_ref().map(|ids| ids.control.clone())
            aria-describedby=ids.map(|ids| ids.described_by)
            on:input=move |event| on_input.run(event_target_value(&event))
        ></textarea>
    }
}

fn month_name(i18n: I18n, month: usize) -> String {
    i18n.format().month(month as u8 + 1)
}

fn boxes(i18n: I18n, months: &[f64]) -> Boxes {
    let format = i18n.format();
    std::array::from_fn(|month| months.get(month).map(|value| format.own(*value)).unwrap_or_default())
}

/// All twelve values, when all are readable.
fn all(texts: &Boxes) -> Option<Vec<f64>> {
    texts.iter().map(|text| parse_amount(text).ok().map(|number| number.value)).collect()
}

/// The first box that is not readable, in words.
fn first_issue(i18n: I18n, texts: &Boxes) -> Option<String> {
    let (month, text) = texts.iter().enumerate().find(|(_, text)| parse_amount(text).is_err())?;
    let name = month_name(i18n, month);
    if text.trim().is_empty() {
        return Some(i18n.tf(k::PLANT_MONTH_MISSING, [("month", &name)]));
    }
    parse_amount(text).err().map(|issue| input_message(i18n.texts(), &name, &issue))
}

fn pasted_message(i18n: I18n, issue: &MonthsIssue) -> String {
    let word = |place: &usize, typed: &str| {
        let place = (place + 1).to_string();
        i18n.tf(k::PLANT_MONTHS_WORD, [("place", &place), ("typed", typed)])
    };
    match issue {
        MonthsIssue::Count(found) => i18n.tf(k::PLANT_MONTHS_COUNT, [("found", &found.to_string())]),
        MonthsIssue::NotANumber { place, typed } => word(place, typed),
        MonthsIssue::Number { place, issue } => input_message(
            i18n.texts(),
            &i18n.tf(k::PLANT_MONTHS_VALUE, [("place", &(place + 1).to_string())]),
            issue,
        ),
    }
}
