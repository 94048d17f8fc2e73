//! The bar at the top: brand, the four steps, undo and redo, the language.

use super::{choose_language, pages};
use crate::i18n::{Lang, k, use_i18n};
use crate::platform::Session;
use crate::state::{Notices, ProjectStore, Route, SaveState};
use crate::ui::{
    Button, ButtonKind, Choice, IconButton, IconName, ProgressSteps, Segmented, Step, StepState,
};
use leptos::prelude::*;

/// The bar at the top of every page.
#[component]
pub fn Header() -> impl IntoView {
    let (i18n, session, store) = (use_i18n(), Session::expect(), ProjectStore::expect());
    let steps = Signal::derive(move || {
        let shown = session.route();
        let step = |route: &Route| Step {
            href: route.to_string(),
            label: i18n.t(pages::name(route)).to_owned(),
            state: if shown == *route { StepState::Current } else { StepState::Todo },
        };
        Route::STEPS.iter().map(step).collect::<Vec<_>>()
    });
    view! {
        <header class="lt-header">
            <a class="lt-brand" href=Route::Start.to_string()>{move || i18n.t(k::BRAND_NAME)}</a>
            <ProgressSteps
                name=move || i18n.t(k::NAV_STEPS)
                done=move || i18n.t(k::NAV_DONE)
                steps
            />
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
            </div>
        </header>
    }
}

/// Whether the work is kept, and the ways to take it along.
#[component]
fn ProjectTools() -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    // Lasting trouble has its own message below the bar; here stands that all is well.
    let state = move || match session.save_state() {
        SaveState::Saved => i18n.t(k::UI_SAVED_HERE),
        SaveState::Saving => i18n.t(k::UI_SAVING),
        _ => "",
    };
    view! {
        <span class="lt-header__saved">{state}</span>
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
