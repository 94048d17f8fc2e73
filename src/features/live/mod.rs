//! The answer while it is being worked on: headline figures beside the form, and what drives the
//! slower part of the answer.

use crate::platform::timer::Debounce;
use crate::state::Answers;
use leptos::prelude::*;

/// A pause after which the slower part of an answer is computed, milliseconds: long enough that a
/// row of ticks is answered once.
const PAUSE: u32 = 150;

/// Finishes answers that come in two steps, once the hands rest. Stands once in the app.
#[component]
pub fn Finisher() -> impl IntoView {
    let answers = Answers::expect();
    let pause = StoredValue::new_local(Debounce::default());
    Effect::new(move || {
        if answers.is_waiting() {
            pause.with_value(|pause| pause.after(PAUSE, move || answers.finish()));
        }
    });
}
