//! Waiting: for a pause in typing, and for a quiet moment.

use super::window;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};

/// Runs something once nothing has asked for it for a while.
#[derive(Clone, Default)]
pub struct Debounce {
    waiting: Rc<RefCell<Option<Timeout>>>,
}

impl std::fmt::Debug for Debounce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Debounce").field("waiting", &self.is_waiting()).finish()
    }
}

impl Debounce {
    /// Runs `then` after `wait` milliseconds, unless asked again before: then that call counts.
    pub fn after(&self, wait: u32, then: impl FnOnce() + 'static) {
        let waiting = Rc::clone(&self.waiting);
        let timeout = Timeout::new(wait, move || {
            // The timer has run; dropping it now only clears what is already spent.
            drop(waiting.take());
            then();
        });
        // Dropping the timer before cancels it.
        drop(self.waiting.replace(Some(timeout)));
    }

    /// Whether something is still to run.
    pub fn is_waiting(&self) -> bool {
        self.waiting.borrow().is_some()
    }

    /// Forgets what was to run.
    pub fn cancel(&self) {
        drop(self.waiting.take());
    }
}

/// Runs `then` when the browser has nothing better to do, or soon where it cannot tell.
pub fn idle(then: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let known = js_sys::Reflect::has(&window, &JsValue::from_str("requestIdleCallback"));
    if known == Ok(true) {
        let callback = Closure::once_into_js(then);
        // Throws only for something that is not a function.
        let _ = window.request_idle_callback(callback.unchecked_ref());
    } else {
        Timeout::new(200, then).forget();
    }
}
