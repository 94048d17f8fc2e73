//! The report: a document for a bank, a grant or a management meeting, on screen and on paper.
//!
//! Each section is a plain function of the answer that writes tables and sentences, and a thin
//! component that shows them. What takes a moment to compute (the factor register, what to measure
//! next) follows when the browser is idle.

mod actions;
mod activity;
mod ahead;
mod assumptions;
mod cash;
mod cover;
mod digest;
mod facts;
mod method;
mod parts;
mod plan;
mod register;
mod results;
mod shares;
mod summary;
mod tools;

#[cfg(test)]
mod tests;

use crate::i18n::{k, use_i18n};
use crate::state::{Answers, Route};
use crate::ui::{ButtonKind, EmptyState, IconName};
use leptos::prelude::*;

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let ready = answers.memo(|answer| answer.outcome.is_some());
    let author = RwSignal::new(String::new());
    let start = move || {
        view! {
            <a class=ButtonKind::Primary.class() href=Route::Start.to_string()>{move || i18n.t(k::NAV_PLANT)}</a>
        }
    };
    view! {
        <div class="lt-report">
            <Show
                when=move || ready.get()
                fallback=move || view! {
                    <h1 class="lt-finding">{move || i18n.t(k::REPORT_TITLE)}</h1>
                    <EmptyState icon=IconName::Document text=move || i18n.t(k::EMPTY_REPORT) action=start />
                }
            >
                <tools::Tools author />
                <Document author />
            </Show>
        </div>
    }
}

/// The document itself.
#[component]
fn Document(author: RwSignal<String>) -> impl IntoView {
    let digest = digest::follow(Answers::expect());
    view! {
        <article class="lt-report__document">
            <cover::Cover author />
            <summary::Summary digest />
            <method::Method />
            <method::Exclusions />
            <activity::Activity />
            <results::Results />
            <plan::Plan />
            <cash::Cash />
            <ahead::YearsAhead />
            <actions::NextSteps digest />
            <assumptions::Assumptions />
            <register::FactorRegister digest />
            <method::Disclaimer />
        </article>
    }
}
