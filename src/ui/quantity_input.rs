//! A quantity as it stands on a bill: amount with unit and period, or money, or "don't know".

use leptos::{prelude::*, text_prop::TextProp};

use super::{
    choice::Choice, field::Field, message::Message, number_input::NumberInput, segmented::Segmented,
    select::Select,
};

/// What was entered, as text. Nothing here is parsed or judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuantityText {
    /// Which kind of answer: one of the modes given.
    pub mode: String,
    /// The number as typed.
    pub amount: String,
    /// The chosen unit or currency.
    pub unit: String,
    /// The chosen period.
    pub period: String,
}

/// A quantity.
#[component]
pub fn QuantityInput(
    /// What is asked ("Electricity").
    #[prop(into)]
    label: TextProp,
    /// What was entered.
    #[prop(into)]
    value: Signal<QuantityText>,
    /// Called with the whole entry at each change.
    #[prop(into)]
    on_change: Callback<QuantityText>,
    /// Kinds of answer (value, money, don't know); hidden when there is only one.
    #[prop(optional, into)]
    modes: Signal<Vec<Choice>>,
    /// Accessible name of the mode switch.
    #[prop(optional, into)]
    mode_label: TextProp,
    /// The mode in which no number is asked.
    #[prop(default = "unknown")]
    unknown: &'static str,
    /// Units, or currencies in the money mode; hidden when empty.
    #[prop(optional, into)]
    units: Signal<Vec<Choice>>,
    /// Accessible name of the unit list ("Unit of electricity").
    #[prop(optional, into)]
    unit_label: TextProp,
    /// Periods; hidden when empty.
    #[prop(optional, into)]
    periods: Signal<Vec<Choice>>,
    /// Accessible name of the period list.
    #[prop(optional, into)]
    period_label: TextProp,
    /// What the entry means ("works out at 0.79 per kWh"), or what happens without it.
    #[prop(optional, into)]
    hint: TextProp,
    /// Shown behind the hint: a verdict, a badge.
    #[prop(optional, into)]
    after_hint: Option<ViewFn>,
    /// What is wrong or worth a look.
    #[prop(optional, into)]
    message: Signal<Option<Message>>,
    /// An example of what to type.
    #[prop(optional, into)]
    placeholder: TextProp,
) -> impl IntoView {
    let change = move |edit: fn(&mut QuantityText, String)| {
        Callback::new(move |text: String| {
            let mut next = value.get_untracked();
            edit(&mut next, text);
            on_change.run(next);
        })
    };
    let pick =
        move |part: fn(&QuantityText) -> &String| Signal::derive(move || value.with(|v| part(v).clone()));
    let mode = pick(|v| &v.mode);
    let asks_number = Memo::new(move |_| mode.with(|m| m != unknown));
    let several = Memo::new(move |_| modes.with(Vec::len) > 1);
    let mode_switch = move || {
        several.get().then(|| {
            view! {
                <Segmented
                    value=mode
                    options=modes
                    name=mode_label.clone()
                    on_change=change(|v, text| v.mode = text)
                />
            }
        })
    };
    let list = move |options: Signal<Vec<Choice>>,
                     value: Signal<String>,
                     name: TextProp,
                     on_change: Callback<String>| {
        let filled = Memo::new(move |_| options.with(|o| !o.is_empty()));
        move || filled.get().then(|| view! { <Select value options name=name.clone() on_change /> })
    };
    let unit_list = list(units, pick(|v| &v.unit), unit_label, change(|v, text| v.unit = text));
    let period_list = list(periods, pick(|v| &v.period), period_label, change(|v, text| v.period = text));
    view! {
        <Field label hint after_hint=after_hint.unwrap_or_default() message aside=mode_switch>
            <div class="lt-group" class=("lt-group--idle", move || !asks_number.get())>
                <NumberInput
                    value=pick(|v| &v.amount)
                    on_input=change(|v, text| v.amount = text)
                    placeholder
                    disabled=Signal::derive(move || !asks_number.get())
                />
                {unit_list}
                {period_list}
            </div>
        </Field>
    }
}
