//! Why this number? Opens beside the page for any figure and shows how it comes about.
//!
//! A page gets the panel with [`WhyPanel::expect`] and calls [`WhyPanel::show`]; tables and charts hand
//! over the text key of a [`Subject`]. The explanation is read off the calculation by the engine and
//! computed only while the panel is open.

mod factors;
mod figure;
mod formula;
mod given;
mod grid;
mod lazy;
mod library;
mod money;
mod money_lines;
mod slots;
mod steps;
mod subject;
#[cfg(test)]
mod tests;
mod tidy;

pub use factors::{Register, RegisterLine, register};
pub use lazy::LazyDetails;
pub use library::{FactBook, Library};
pub use money_lines::years as cash_years;
pub use slots::{slot_field, slot_name, slot_source};
pub use subject::{MoneyFigure, Subject};

use crate::features::chunk;
use crate::i18n::{k, use_i18n};
use crate::ui::{Button, ButtonKind, Dialog, IconName};
use lantian_engine::explain::Case;
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// What the panel shows, the latest last. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct WhyPanel {
    path: RwSignal<Vec<Subject>>,
}

/// Puts the panel and the library of sources into the context of the app.
pub fn provide() {
    provide_context(WhyPanel { path: RwSignal::new(Vec::new()) });
    provide_context(Library::new());
}

impl WhyPanel {
    /// The panel provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Explains a figure of today, of the plan, or of what the plan saves.
    pub fn show(self, metric: Metric, case: Case) {
        self.open(Subject::Figure { metric, case });
    }

    /// Explains any subject, from the page.
    pub fn open(self, subject: Subject) {
        self.path.set(vec![subject]);
    }

    /// Explains what the key of a table cell or a chart mark stands for.
    pub fn open_key(self, key: &str) {
        if let Some(subject) = Subject::parse(key) {
            self.open(subject);
        }
    }

    /// Goes on to another subject; Back leads here again.
    pub fn go_on(self, subject: Subject) {
        self.path.update(|path| path.push(subject));
    }

    fn back(self) {
        self.path.update(|path| {
            path.pop();
        });
    }

    /// Closes the panel.
    pub fn close(self) {
        self.path.set(Vec::new());
    }
}

/// What the panel shows for a subject.
pub fn body(subject: Subject) -> AnyView {
    match subject {
        Subject::Grid { year } => view! { <grid::GridWhy year /> }.into_any(),
        Subject::Money { .. } => view! { <money::MoneyWhy subject /> }.into_any(),
        _ => view! { <figure::FigureWhy subject /> }.into_any(),
    }
}

/// The panel. Stands once in the app.
#[component]
pub fn WhyHost() -> impl IntoView {
    let (i18n, panel) = (use_i18n(), WhyPanel::expect());
    let subject = Memo::new(move |_| panel.path.with(|path| path.last().copied()));
    let open = Memo::new(move |_| subject.with(Option::is_some));
    let deep = Memo::new(move |_| panel.path.with(|path| path.len() > 1));
    let title = figure::title(subject);
    view! {
        <Dialog
            open=open
            on_close=move |()| panel.close()
            title=title
            close_label=move || i18n.t(k::WHY_CLOSE)
        >
            <Show when=move || deep.get()>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::ArrowLeft
                    label=move || i18n.t(k::ACT_BACK)
                    on_press=move |()| panel.back()
                />
            </Show>
            {move || subject.get().map(|subject| chunk::arriving(chunk::why::view(subject)))}
        </Dialog>
    }
}
