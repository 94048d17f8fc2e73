//! Twelve monthly readings in place of one amount, typed or pasted from a sheet.

use crate::features::plant::bill_text::{MONTHS, MonthsIssue, kept_months, month_boxes, months};
use crate::i18n::{I18n, input_message, k, parse_amount, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{self, Bills};
use crate::ui::{Button, ButtonKind, Disclosure, Field, FieldIds, Message, NumberInput};
use lantian_engine::project::Bill;
use leptos::prelude::*;

/// What stands in the twelve boxes.
type Boxes = [String; MONTHS];

/// Missing months are named up to this many.
const NAMED: usize = 4;

/// The twelve months of a bill. Until all twelve are readable the bill keeps what was typed and counts
/// what it had: a year with a month missing would be a wrong year, and most plants have seasons.
#[component]
pub fn MonthsField(
    /// Place of the bill.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let bill = store.row(Bills, at);
    let draft = Memo::new(move |_| bill.with(|bill| Some(month_boxes(bill.as_ref()?.months_raw.as_ref()?))));
    let kept = Memo::new(move |_| bill.with(|bill| bill.as_ref().map(|bill| bill.months.clone())));
    let shown =
        Memo::new(move |_| draft.get().unwrap_or_else(|| boxes(i18n, &kept.get().unwrap_or_default())));
    let pasted_issue = RwSignal::new(None::<MonthsIssue>);
    let put = move |months: Vec<f64>| {
        store.run(list::edit(Bills, at, "months", move |bill| {
            bill.months = months;
            bill.months_raw = None;
        }));
    };
    let on_box = move |month: usize, text: String| {
        pasted_issue.set(None);
        let mut texts = shown.get_untracked();
        if let Some(place) = texts.get_mut(month) {
            *place = text;
        }
        match (all(&texts), kept_months(&texts)) {
            (Some(values), _) => put(values),
            // The last box has been emptied: back to one amount.
            (None, None) => put(Vec::new()),
            (None, kept) => {
                store.run(list::edit(Bills, at, "months", move |bill| bill.months_raw = kept));
            }
        }
    };
    let on_paste = move |text: String| match months(&text) {
        Ok(values) => {
            pasted_issue.set(None);
            put(values);
            store.seal();
        }
        Err(_) if text.trim().is_empty() => pasted_issue.set(None),
        Err(issue) => pasted_issue.set(Some(issue)),
    };
    let message = Signal::derive(move || {
        let pasted = pasted_issue.get().map(|issue| Message::problem(pasted_message(i18n, &issue)));
        pasted.or_else(|| bill.with(|bill| unfinished(i18n, bill.as_ref()?, &draft.get()?)))
    });
    let clear = move |()| {
        put(Vec::new());
        store.seal();
    };
    let filled = Memo::new(move |_| {
        draft.with(Option::is_some) || kept.with(|months| months.as_ref().is_some_and(|m| !m.is_empty()))
    });
    // What is unfinished is not hidden.
    let open = draft.with_untracked(Option::is_some);
    view! {
        <Disclosure summary=move || i18n.t(k::PLANT_TWELVE_MONTHS) open>
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

/// What the boxes still lack, and what counts until then.
fn unfinished(i18n: I18n, bill: &Bill, texts: &Boxes) -> Option<Message> {
    let slip = texts.iter().enumerate().find_map(|(month, text)| {
        let issue = parse_amount(text).err().filter(|_| !text.trim().is_empty())?;
        Some(Message::problem(input_message(i18n.texts(), &month_name(i18n, month), &issue)))
    });
    if slip.is_some() {
        return slip;
    }
    let missing: Vec<String> = (0..MONTHS)
        .filter(|month| texts.get(*month).is_some_and(|text| text.trim().is_empty()))
        .map(|month| month_name(i18n, month))
        .collect();
    let months = match missing.as_slice() {
        [] => return None,
        few if few.len() <= NAMED => i18n.format().list(&few.iter().map(String::as_str).collect::<Vec<_>>()),
        many => i18n.tf(k::PLANT_MONTHS_MANY, [("n", &i18n.format().count(many.len()))]),
    };
    let until = match (bill.months.is_empty(), bill.amount) {
        (false, _) => k::PLANT_MONTHS_UNTIL_BEFORE,
        (true, Some(_)) => k::PLANT_MONTHS_UNTIL_AMOUNT,
        (true, None) => k::PLANT_MONTHS_UNTIL_NOTHING,
    };
    // Nothing is wrong and nothing is lost: there is only something to do.
    Some(Message::notice(i18n.tf(k::PLANT_MONTHS_MISSING, [("months", &months), ("until", i18n.t(until))])))
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
