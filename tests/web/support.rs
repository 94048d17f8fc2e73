//! Mounts a view into a section of its own and acts on it as a person would.

use js_sys::Promise;
use leptos::{
    mount::mount_to,
    prelude::*,
    task::tick,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement},
};
use std::any::Any;
use wasm_bindgen_futures::JsFuture;

/// A mounted view. It leaves the page with the test: a dialog left open would keep the focus from
/// every later one.
pub struct Mounted {
    section: Element,
    mounted: Option<Box<dyn Any>>,
}

impl Mounted {
    /// Mounts a view and waits until its effects have run.
    pub async fn new<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let section = document().create_element("section").unwrap();
        document().body().unwrap().append_child(&section).unwrap();
        let mounted = mount_to(section.clone().unchecked_into(), view);
        settle().await;
        Self { section, mounted: Some(Box::new(mounted)) }
    }

    /// The first element a selector finds.
    pub fn find(&self, selector: &str) -> HtmlElement {
        self.all(selector)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} in {}", self.section.inner_html()))
    }

    /// All elements a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.section.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|n| found.get(n)).map(JsCast::unchecked_into).collect()
    }

    /// An input element.
    pub fn input(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }

    /// The text of an element.
    pub fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    /// Presses an element.
    pub async fn press(&self, selector: &str) {
        self.find(selector).click();
        settle().await;
    }

    /// Types a text into a box that has focus.
    pub async fn type_text(&self, selector: &str, text: &str) {
        let input = self.input(selector);
        input.focus().unwrap();
        input.set_value(text);
        send(&input, "input");
        settle().await;
    }

    /// Chooses an option of a list.
    pub async fn choose(&self, selector: &str, value: &str) {
        let select: HtmlSelectElement = self.find(selector).unchecked_into();
        select.set_value(value);
        send(&select, "change");
        settle().await;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.section.remove();
    }
}

/// Sends an event that bubbles.
pub fn send(element: &Element, name: &str) {
    let event: Event = document().create_event("Event").unwrap();
    event.init_event_with_bubbles(name, true);
    element.dispatch_event(&event).unwrap();
}

/// Waits until effects have run.
pub async fn settle() {
    tick().await;
    tick().await;
}

/// Waits at least this many milliseconds.
pub async fn wait(milliseconds: i32) {
    let later = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(later).await.unwrap();
}

/// Waits for what the browser does in a task of its own.
pub async fn until(what: &str, done: impl Fn() -> bool) {
    for _ in 0..250 {
        if done() {
            return;
        }
        wait(20).await;
    }
    panic!("waited in vain until {what}");
}

/// Waits until the browser has laid out and painted twice, so that its observers have reported.
pub async fn painted() {
    for _ in 0..2 {
        let next_frame = Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(next_frame).await.unwrap();
    }
    settle().await;
}

/// The element that has focus.
pub fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}
