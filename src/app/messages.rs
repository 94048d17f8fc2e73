//! What must be told: passing news as toasts, problems as lines that stay until dismissed, and
//! the state of saving whenever work could be lost.

use super::wording;
use crate::i18n::{Key, k, use_i18n};
use crate::platform::{Session, device};
use crate::state::{Notice, Notices, Origin, SaveState};
use crate::ui::{Button, ButtonKind, Icon, IconButton, IconName, Toasts};
use leptos::prelude::*;

/// The messages above a page.
#[component]
pub fn Messages(
    /// Where passing news goes.
    toasts: Toasts,
) -> impl IntoView {
    let (i18n, notices, session) = (use_i18n(), Notices::expect(), Session::expect());
    // What was put aside comes back, whatever was typed since: undo would only take back the last
    // step. Made here and not in the effect, whose own values end when it runs again.
    let back_to_own = Callback::new(move |()| session.back_to_own());
    Effect::new(move || {
        for (id, notice) in notices.get() {
            if wording::stays(&notice) {
                continue;
            }
            notices.dismiss(id);
            let text = untrack(|| wording::text(i18n, &notice));
            if let Notice::Opened { kept: true, origin } = notice {
                let to_own = matches!(origin, Origin::Link | Origin::Case);
                let label = untrack(|| i18n.t(if to_own { k::SHARE_BACK_TO_OWN } else { k::ACT_UNDO }));
                toasts.show_with(text, label, back_to_own);
            } else {
                toasts.show(text);
            }
        }
    });
    view! {
        <div class="lt-stack" role="region" aria-label=move || i18n.t(k::A11Y_NOTICES)>
            <SaveProblem />
            <For each=move || notices.get() key=|(id, _)| *id let((id, notice))>
                {wording::stays(&notice).then(|| problem(id, notice.clone()))}
            </For>
        </div>
    }
}

fn problem(id: u32, notice: Notice) -> impl IntoView {
    let (i18n, notices, session) = (use_i18n(), Notices::expect(), Session::expect());
    let action = match &notice {
        Notice::StoredUnreadable { key, .. } => {
            let key = key.clone();
            let save = move |()| session.save_unreadable(key.as_deref());
            Some(view! { <Button label=move || i18n.t(k::ACT_DOWNLOAD) on_press=save /> })
        }
        _ => None,
    };
    let link = match &notice {
        Notice::CopyFailed(link) => {
            Some(view! { <input class="lt-input" readonly prop:value=link.clone() /> })
        }
        _ => None,
    };
    view! {
        <div class="lt-cluster" role="alert">
            <p class="lt-message lt-message--problem">
                <Icon name=IconName::Warning />
                <span>{move || wording::text(i18n, &notice)}</span>
            </p>
            {link}
            {action}
            <IconButton
                icon=IconName::Close
                name=move || i18n.t(k::ACT_CLOSE)
                on_press=move |()| notices.dismiss(id)
            />
        </div>
    }
}

/// Says when what is on screen is not safe in this browser, and what can be done.
#[component]
fn SaveProblem() -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let state = Memo::new(move |_| session.save_state());
    let button = move |label: Key, press: fn(Session)| {
        view! {
            <Button kind=ButtonKind::Secondary label=move || i18n.t(label) on_press=move |()| press(session) />
        }
    };
    let line = move || {
        let (text, actions) = match state.get() {
            SaveState::Saved | SaveState::Saving => return None,
            SaveState::Blocked if device::framed() => (k::ERROR_STORAGE_FRAMED, vec![SAVE_FILE]),
            SaveState::Blocked => (k::ERROR_STORAGE_BLOCKED, vec![SAVE_FILE]),
            SaveState::Full => (k::ERROR_STORAGE_FULL, vec![SAVE_FILE]),
            SaveState::Unreadable => (k::ERROR_STORAGE_STUCK, vec![SAVE_FILE, SAVE_OVER]),
            SaveState::ChangedElsewhere => (k::ERROR_STORAGE_ELSEWHERE, vec![KEEP_MINE, TAKE_THEIRS]),
        };
        Some(view! {
            <div class="lt-cluster" role="alert">
                <p class="lt-message lt-message--problem">
                    <Icon name=IconName::Warning />
                    <span>{move || i18n.t(text)}</span>
                </p>
                {actions.into_iter().map(|(label, press)| button(label, press)).collect_view()}
            </div>
        })
    };
    view! { {line} }
}

type Action = (Key, fn(Session));
const SAVE_FILE: Action = (k::ACT_SAVE_FILE, Session::save_file);
const SAVE_OVER: Action = (k::ACT_SAVE_OVER, Session::keep_mine);
const KEEP_MINE: Action = (k::ACT_KEEP_THIS, Session::keep_mine);
const TAKE_THEIRS: Action = (k::ACT_TAKE_OTHER, Session::take_theirs);
