//! A short note at the foot of the page, with a way back ("Boiler 2 deleted · Undo").

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, text_prop::TextProp};

use super::{
    button::{Button, ButtonKind, IconButton},
    icon::IconName,
};

/// Long enough to read two lines and to reach the button; it never runs out under pointer or focus.
const STAYS: Duration = Duration::from_secs(10);

/// One note.
#[derive(Clone, Debug)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// A way back or on: label and what it does.
    pub action: Option<(String, Callback<()>)>,
}

/// Handle for saying something from anywhere below the `ToastHost`: `expect_context::<Toasts>()`.
#[derive(Clone, Copy, Debug)]
pub struct Toasts(RwSignal<Option<Toast>>);

impl Toasts {
    /// A handle; give it to the context and to one `ToastHost`.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Shows a note instead of the one before.
    pub fn show(self, text: impl Into<String>) {
        self.0.set(Some(Toast { text: text.into(), action: None }));
    }

    /// Shows a note with an action, such as undo.
    pub fn show_with(self, text: impl Into<String>, label: impl Into<String>, action: Callback<()>) {
        self.0.set(Some(Toast { text: text.into(), action: Some((label.into(), action)) }));
    }

    /// Takes the note away.
    pub fn clear(self) {
        self.0.set(None);
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}

/// The place where notes appear; one a page.
#[component]
pub fn ToastHost(
    /// The handle that is also in the context.
    toasts: Toasts,
    /// Accessible name of the closing button.
    #[prop(into)]
    close_label: TextProp,
) -> impl IntoView {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let start = move || {
        stop();
        timer.set_value(set_timeout_with_handle(move || toasts.clear(), STAYS).ok());
    };
    Effect::new(move || if toasts.0.with(Option::is_some) { start() } else { stop() });
    on_cleanup(stop);
    let close_label = StoredValue::new(close_label);
    view! {
        <div
            class="lt-toasts"
            role="status"
            aria-live="polite"
            on:pointerenter=move |_| stop()
            on:pointerleave=move |_| start()
            on:focusin=move |_| stop()
            on:focusout=move |_| start()
        >
            {move || {
                toasts.0.get().map(|toast| {
                    view! {
                        <div class="lt-toast">
                            <p class="lt-toast__text">{toast.text}</p>
                            {toast.action.map(|(label, action)| {
                                view! {
                                    <Button
                                        label
                                        kind=ButtonKind::Quiet
                                        on_press=move |()| {
                                            toasts.clear();
                                            action.run(());
                                        }
                                    />
                                }
                            })}
                            <IconButton
                                icon=IconName::Close
                                name=close_label.get_value()
                                on_press=move |()| toasts.clear()
                            />
                        </div>
                    }
                })
            }}
        </div>
    }
}
