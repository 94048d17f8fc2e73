//! The projects that others took the place of.

use crate::i18n::{I18n, k, use_i18n};
use crate::platform::Session;
use crate::state::Origin;
use crate::state::keep::{Aside, PREVIOUS_KEPT};
use crate::ui::{Icon, IconName};
use lantian_engine::project::Project;
use leptos::prelude::*;

/// The projects kept, each a button that opens it; nothing where there are none.
#[component]
pub fn EarlierProjects(
    /// Closes the menu.
    close: Callback<()>,
) -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let kept = session.previous();
    let hint = move || i18n.tf(k::FILE_EARLIER_HINT, [("n", &i18n.format().count(PREVIOUS_KEPT))]);
    (!kept.is_empty()).then(|| {
        view! {
            <section class="lt-menu__group lt-menu__group--titled">
                <h3 class="lt-menu__title">{move || i18n.t(k::FILE_EARLIER)}</h3>
                <p class="lt-remark">{hint}</p>
                <ul>{kept.into_iter().map(|aside| row(i18n, session, close, aside)).collect_view()}</ul>
            </section>
        }
    })
}

fn row(i18n: I18n, session: Session, close: Callback<()>, aside: Aside) -> impl IntoView {
    let Aside { project, day } = aside;
    let shown = project.clone();
    let date = move || {
        let (year, month, day) = day?;
        Some(i18n.tf(k::FILE_KEPT_ON, [("date", &i18n.format().date(year, month, day))]))
    };
    let open = move |_| {
        close.run(());
        session.open(project.clone(), Origin::Previous);
    };
    view! {
        <li>
            <button type="button" class="lt-menu__item" on:click=open>
                <Icon name=IconName::Document />
                <span>
                    {move || name(i18n, &shown)} <small class="lt-menu__date">{date}</small>
                </span>
            </button>
        </li>
    }
}

/// What a project is called: its title, else its sector and place.
fn name(i18n: I18n, project: &Project) -> String {
    if !project.title.is_empty() {
        return i18n.own_name(&project.title);
    }
    let known = [("sector", &project.site.sector), ("region", &project.site.region)];
    let known = known.into_iter().filter(|(_, slug)| !slug.is_empty());
    let words: Vec<String> = known.map(|(list, slug)| i18n.key_name(list, slug)).collect();
    if words.is_empty() { i18n.t(k::UI_UNTITLED).to_owned() } else { words.join(" · ") }
}
