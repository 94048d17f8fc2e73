//! Label, hint and message around one control, with the ids wired so screen readers read all three.

use leptos::{context::Provider, prelude::*, text_prop::TextProp};

use super::{
    icon::{Icon, IconName},
    ids::unique_id,
    message::Message,
};

/// What a control inside a `Field` needs to know. Read with `use_context`; outside a field there is none.
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// Id the control has to carry.
    pub control: String,
    /// Id of the label, for groups of controls.
    pub label: String,
    /// Ids of hint and message for `aria-describedby`.
    pub described_by: String,
    /// True while the message is a problem.
    pub invalid: Signal<bool>,
}

/// One labelled control.
#[component]
pub fn Field(
    /// What is asked, without a colon.
    #[prop(into)]
    label: TextProp,
    /// How to answer, or what the answer means ("works out at 0.79 per kWh").
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// Shown behind the hint: a verdict, a badge.
    #[prop(optional, into)]
    after_hint: Option<ViewFn>,
    /// What is wrong or worth a look.
    #[prop(optional, into)]
    message: Signal<Option<Message>>,
    /// Set when the content is a group (segmented, chips, several inputs): the label then names the group.
    #[prop(optional)]
    group: bool,
    /// Shown at the end of the label's line: a mode switch, a badge.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let base = unique_id("field");
    let ids = FieldIds {
        label: format!("{base}-label"),
        described_by: format!("{base}-hint {base}-message"),
        invalid: Signal::derive(move || message.with(|m| m.as_ref().is_some_and(Message::is_problem))),
        control: base.clone(),
    };
    let invalid = ids.invalid;
    let heading = if group {
        view! { <span class="lt-field__label" id=ids.label.clone()>{move || label.get()}</span> }.into_any()
    } else {
        view! {
            <label class="lt-field__label" id=ids.label.clone() for=ids.control.clone()>
                {move || label.get()}
            </label>
        }
        .into_any()
    };
    view! {
        <div
            class="lt-field"
            class=("lt-field--problem", move || invalid.get())
            role=group.then_some("group")
            aria-labelledby=group.then(|| ids.label.clone())
            aria-describedby=group.then(|| ids.described_by.clone())
        >
            <div class="lt-field__head">{heading} {aside.map(|aside| move || aside.run())}</div>
            <div class="lt-field__body">
                <Provider value=ids.clone()>{children()}</Provider>
                <p class="lt-field__hint" id=format!("{base}-hint")>
                    {hint.map(|hint| move || hint.get())}
                    {after_hint.map(|view| move || view.run())}
                </p>
                <div class="lt-field__message" id=format!("{base}-message") aria-live="polite">
                    {move || message.get().map(|m| view! { <FieldMessage message=m /> })}
                </div>
            </div>
        </div>
    }
}

#[component]
fn FieldMessage(message: Message) -> impl IntoView {
    let class = format!("lt-message lt-message--{}", message.severity.as_str());
    view! {
        <p class=class>
            <Icon name=IconName::Warning />
            <span>{message.text}</span>
        </p>
    }
}
