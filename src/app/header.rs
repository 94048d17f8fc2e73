//! The bar at the top: brand, the four steps, undo and redo, the language, the menu.

use super::{choose_language, menu::Menu, pages};
use crate::features::menu::SavedLine;
use crate::i18n::{Lang, k, use_i18n};
use crate::platform::Session;
use crate::state::{Answers, Notices, ProjectStore, Route};
use crate::ui::{Button, ButtonKind, Choice, IconButton, IconName, ProgressSteps, Segmented, Step};
use leptos::prelude::*;

/// The bar at the top of every page.
#[component]
pub fn Header() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    view! {
        <header class="lt-header">
            <a class="lt-brand" href=Route::Start.to_string()>
                <img src="icon.svg" alt="" width="28" height="28" />
                <span class="lt-brand__name">{move || i18n.t(k::BRAND_NAME)}</span>
            </a>
            <Steps />
            <div class="lt-header__tools">
                <IconButton
                    icon=IconName::Undo
                    name=move || i18n.t(k::ACT_UNDO)
                    disabled=Signal::derive(move || store.undoable().is_none())
                    on_press=move |()| {
                        store.undo();
                    }
                />
                <IconButton
                    icon=IconName::Redo
                    name=move || i18n.t(k::ACT_REDO)
                    disabled=Signal::derive(move || store.redoable().is_none())
                    on_press=move |()| {
                        store.redo();
                    }
                />
                <ProjectTools />
                <LanguageSwitch />
                <Menu />
            </div>
        </header>
    }
}

/// The way through the calculator. The plant is done once it can be calculated, the upgrades once
/// one counts; results and report are there to be read and are never done.
#[component]
fn Steps() -> impl IntoView {
    let (i18n, session, answers) = (use_i18n(), Session::expect(), Answers::expect());
    let counted = answers.of_outcome(|outcome| outcome.counted().next().is_some());
    let steps = Signal::derive(move || {
        let (shown, counted) = (session.route(), counted.get());
        let step = |route: &Route| {
            let label = i18n.t(pages::name(route));
            let done = match route {
                Route::Plant => counted.is_some(),
                Route::Upgrades => counted == Some(true),
                _ => false,
            };
            Step {
                href: route.to_string(),
                label: label.to_owned(),
                current: shown == *route,
                done: done.then(|| i18n.tf(k::NAV_STEP_DONE, [("step", label)])),
            }
        };
        Route::STEPS.iter().map(step).collect::<Vec<_>>()
    });
    view! { <ProgressSteps name=move || i18n.t(k::NAV_STEPS) steps /> }
}

/// Whether the work is kept, and the ways to take it along. Where there is no room for them the
/// menu has them.
#[component]
fn ProjectTools() -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    view! {
        <div class="lt-header__project">
            <SavedLine />
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::File
                label=move || i18n.t(k::ACT_OPEN_FILE)
                on_press=move |()| session.choose_file()
            />
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Download
                label=move || i18n.t(k::ACT_SAVE)
                on_press=move |()| session.save_file()
            />
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Share
                label=move || i18n.t(k::ACT_SHARE)
                on_press=move |()| session.share()
            />
        </div>
    }
}

/// The three languages, each in itself.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let (i18n, session, notices) = (use_i18n(), Session::expect(), Notices::expect());
    let choice =
        |lang: Lang| Choice::new(lang.code(), lang.label()).in_language(lang.tag()).named(lang.native_name());
    let choices = Lang::ALL.map(choice).to_vec();
    view! {
        <Segmented
            soft=true
            name=move || i18n.t(k::LANG_LABEL)
            value=Signal::derive(move || i18n.wanted().code().to_owned())
            options=Signal::stored(choices)
            on_change=move |code: String| {
                if let Some(lang) = Lang::from_tag(&code) {
                    choose_language(i18n, session, notices, lang);
                }
            }
        />
    }
}
