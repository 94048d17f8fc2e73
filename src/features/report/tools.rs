//! What can be done with the report: print it, save the project, share it, open another.

use crate::i18n::{k, use_i18n};
use crate::platform::{Session, page};
use crate::ui::{Button, ButtonKind, Field, IconName, TextInput};
use leptos::prelude::*;

/// The buttons above the document and the name that goes on its cover. Not on paper.
#[component]
pub fn Tools(
    /// Who prepared it: only in this page's memory.
    author: RwSignal<String>,
) -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let word = move |key| move || i18n.t(key);
    view! {
        <div class="lt-report__tools lt-no-print">
            <div class="lt-cluster">
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Print
                    label=word(k::ACT_PRINT)
                    // Where the browser refuses there is no window to wait for; its own menu prints too.
                    on_press=move |()| {
                        let _ = page::print();
                    }
                />
                <Button icon=IconName::Download label=word(k::ACT_SAVE_FILE) on_press=move |()| session.save_file() />
                <Button icon=IconName::Share label=word(k::ACT_COPY_LINK) on_press=move |()| session.share() />
                <Button icon=IconName::File label=word(k::ACT_OPEN_FILE) on_press=move |()| session.choose_file() />
            </div>
            <p class="lt-remark">{word(k::REPORT_PRINT_HINT)}</p>
            <Field label=word(k::REPORT_PREPARED_BY) hint=word(k::REPORT_PREPARED_BY_HINT)>
                <TextInput value=author on_input=move |name| author.set(name) />
            </Field>
        </div>
    }
}
