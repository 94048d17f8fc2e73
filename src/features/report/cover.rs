//! The cover: what the document is, where and when, on which factors, and who answers for it.

use super::facts::{Desk, Facts};
use crate::i18n::{I18n, Key, k, own_site};
use crate::platform::device;
use lantian_engine::data::{FACTOR_PACK_HASH, FACTOR_PACK_VERSION};
use leptos::prelude::*;

/// Signs of the factor pack's hash that are printed: enough to tell two packs apart.
const HASH_SIGNS: usize = 12;

/// A line of the cover: its name and what it says.
type Line = (Key, String);

/// What the document is about: its title, or sector and place.
fn title(facts: &Facts<'_>) -> String {
    let title = facts.project.title.trim();
    if title.is_empty() {
        facts.i18n.key_name("sector", &facts.project.site.sector)
    } else {
        facts.i18n.own_name(title)
    }
}

/// The beginning of the factor pack's hash.
fn hash() -> String {
    FACTOR_PACK_HASH.chars().take(HASH_SIGNS).collect()
}

/// The factor pack as a sentence.
pub fn pack(i18n: I18n) -> String {
    i18n.tf(k::REPORT_PACK_TEXT, [("version", FACTOR_PACK_VERSION), ("hash", &hash())])
}

fn lines(facts: &Facts<'_>) -> Vec<Line> {
    let (i18n, site) = (facts.i18n, &facts.project.site);
    let mut lines = vec![
        (k::REPORT_PLACE, i18n.key_name("region", &site.region)),
        (k::REPORT_SECTOR, i18n.key_name("sector", &site.sector)),
    ];
    lines.extend(site.year.map(|year| (k::PLANT_YEAR, year.to_string())));
    let plan = facts.project.plan().name.trim();
    if !plan.is_empty() {
        lines.push((k::REPORT_PLAN, plan.to_owned()));
    }
    lines
}

fn illustrative(facts: &Facts<'_>) -> bool {
    facts.project.illustrative
}

fn disclaimer(facts: &Facts<'_>) -> String {
    let site = facts.i18n.t(own_site(&facts.project.site.sector));
    facts.i18n.tf(k::DISCLAIMER_ESTIMATE, [("site", site)])
}

/// The cover sheet.
#[component]
pub fn Cover(
    /// Who prepared it; empty leaves a line to sign on.
    #[prop(into)]
    author: Signal<String>,
) -> impl IntoView {
    let desk = Desk::expect();
    let i18n = desk.i18n;
    let (title, lines) = (desk.memo(title), desk.memo(lines));
    let illustrative = desk.memo(illustrative);
    let (year, month, day) = device::today();
    let row = move |(key, text): Line| view! { <div><dt>{i18n.t(key)}</dt><dd>{text}</dd></div> };
    let fixed = move || {
        [
            (k::REPORT_DATE, i18n.format().date(year, month, day)),
            (k::REPORT_LANGUAGE, i18n.lang().native_name().to_owned()),
            (k::SETTINGS_FACTOR_PACK, [FACTOR_PACK_VERSION, &hash()].join(" · ")),
        ]
    };
    view! {
        <header class="lt-report__cover">
            <p class="lt-report__kind">{move || i18n.t(k::REPORT_TITLE)}</p>
            <h1 class="lt-report__title">{move || title.get()}</h1>
            <Show when=move || illustrative.get()>
                <p class="lt-report__case">{move || i18n.t(k::DISCLAIMER_WORKED_CASE)}</p>
            </Show>
            <dl class="lt-report__lines">
                {move || lines.get().into_iter().map(row).collect_view()}
                {move || fixed().map(row).collect_view()}
            </dl>
            <dl class="lt-report__lines lt-report__sign">
                <div>
                    <dt>{move || i18n.t(k::REPORT_PREPARED_BY)}</dt>
                    <dd>{move || author.get()}</dd>
                </div>
                <div>
                    <dt>{move || i18n.t(k::REPORT_CHECKED_BY)}</dt>
                    <dd></dd>
                </div>
            </dl>
            <p class="lt-report__small">{desk.memo(disclaimer)}</p>
        </header>
    }
}
