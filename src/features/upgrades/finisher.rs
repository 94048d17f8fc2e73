//! Fair shares of a large plan are computed once the hands rest.

use crate::platform::timer::Debounce;
use crate::state::Answers;
use leptos::prelude::*;

/// Long enough that a row of ticks is answered once, milliseconds.
const PAUSE: u32 = 150;

/// Finishes answers that come in two steps. Called once, above the pages.
pub fn finish_answers() {
    let answers = Answers::expect();
    let pause = StoredValue::new_local(Debounce::default());
    Effect::new(move || {
        if answers.is_waiting() {
            pause.with_value(|pause| pause.after(PAUSE, move || answers.finish()));
        }
    });
}
