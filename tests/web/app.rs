//! The app as a whole: the bar, its menu, the messages.

use std::ops::Deref;

use lantian::app::App;
use lantian::i18n::{Lang, Texts, bundled};
use lantian::platform::{address, storage::LocalShelf};
use lantian::state::keep::{PREFS, PROJECT, Shelf as _};
use lantian::state::{Prefs, Theme, link};
use lantian_engine::project::{Bill, MeasureChoice, Project, to_json};
use leptos::wasm_bindgen::JsCast;
use leptos::{prelude::*, web_sys};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::state::{clear, named, stored, until_saved};
use crate::support::{Mounted, focused, settle, until};

/// The app with `stored` in the browser and `fragment` in the address. Ends when dropped.
struct Page(Option<Mounted>);

impl Page {
    async fn open(stored: Option<&str>, fragment: &str) -> Self {
        clear();
        if let Some(stored) = stored {
            LocalShelf.write(PROJECT, stored).unwrap();
        }
        Self::join(fragment).await
    }

    /// The app on what is there.
    async fn join(fragment: &str) -> Self {
        address::replace(fragment);
        let texts = Texts::parse(Lang::En, bundled(Lang::En)).unwrap();
        Self(Some(Mounted::new(move || view! { <App texts /> }).await))
    }

    async fn open_menu(&self) {
        self.find(MENU).focus().unwrap();
        self.press(MENU).await;
        until("the menu is there", || !self.all(".lt-menu").is_empty()).await;
    }

    /// The projects the menu lists.
    fn earlier(&self) -> Vec<String> {
        self.all(".lt-menu li").iter().filter_map(|row| row.text_content()).collect()
    }

    /// Presses the item of the menu that says so.
    async fn choose_item(&self, says: &str) {
        let items = self.all(".lt-menu__item");
        let said = |item: &&web_sys::HtmlElement| item.text_content().unwrap_or_default().contains(says);
        items.iter().find(said).unwrap_or_else(|| panic!("no {says} in the menu")).click();
        settle().await;
    }
}

const MENU: &str = "header button[aria-haspopup=dialog]";

impl Deref for Page {
    type Target = Mounted;
    fn deref(&self) -> &Mounted {
        self.0.as_ref().unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.0.take());
        clear();
        address::replace("#/");
    }
}

fn language() -> Option<String> {
    document().document_element().unwrap().get_attribute("lang")
}

#[wasm_bindgen_test]
async fn the_app_follows_the_address() {
    let page = Page::open(None, "#/").await;
    assert_eq!(page.all("header .lt-steps__link").len(), 4);
    address::go("#/nowhere");
    until("the page follows", || page.text("main h1") == "There is no such page").await;
    until("the page has the focus", || focused().id() == "main").await;
    assert!(document().title().starts_with("There is no such page"));
}

/// The test server has no text tables.
#[wasm_bindgen_test]
async fn the_language_stays_when_another_does_not_come() {
    let page = Page::open(None, "#/").await;
    assert_eq!(language().as_deref(), Some("en"));
    page.find("header label[lang='zh-Hant-HK'] input").click();
    until("it is told", || !page.all("[role=alert]").is_empty()).await;
    assert!(page.text("[role=alert]").contains("could not be loaded"));
    assert_eq!(page.input("header input:checked").value(), "en");
    assert_eq!(language().as_deref(), Some("en"));
}

#[wasm_bindgen_test]
async fn the_note_about_a_shared_project_leads_back_to_the_own_one() {
    let page = Page::open(Some(&to_json(&named("own"))), &link::encode(&named("shared")).fragment).await;
    assert!(page.text(".lt-toast").contains("Your own is kept"));
    page.find(".lt-toast button").click();
    until_saved().await;
    assert_eq!(stored().unwrap().title, "own");
}

#[wasm_bindgen_test]
async fn a_change_in_another_window_is_decided_by_the_visitor() {
    let page = Page::open(Some(&to_json(&named("start"))), "#/").await;
    LocalShelf.write(PROJECT, &to_json(&named("theirs"))).unwrap();
    web_sys::window().unwrap().dispatch_event(&web_sys::StorageEvent::new("storage").unwrap()).unwrap();
    settle().await;
    assert!(page.text("[role=alert]").contains("another window"));
    page.find("[role=alert] button").click();
    settle().await;
    assert_eq!(stored().unwrap().title, "start", "the first button keeps this window's");
    assert!(page.all("[role=alert]").is_empty());
}

#[wasm_bindgen_test]
async fn the_menu_leads_to_the_worked_cases_and_closes() {
    let page = Page::open(None, "#/").await;
    assert!(page.all(".lt-menu").is_empty(), "it is made when it is opened");
    page.open_menu().await;
    assert_eq!(focused(), page.find("header dialog h2"));
    assert!(page.earlier().is_empty());
    // What Esc does in the end.
    page.find("header dialog").unchecked_into::<web_sys::HtmlDialogElement>().close();
    until("the menu is gone", || page.all(".lt-menu").is_empty()).await;
    assert_eq!(focused(), page.find(MENU));

    page.open_menu().await;
    page.choose_item("Worked cases").await;
    until("the cases are shown", || page.text("main h1") == "Worked cases").await;
    assert!(!page.find("header dialog").has_attribute("open"));
    assert_eq!(address::fragment(), "#/cases");
}

#[wasm_bindgen_test]
async fn a_chosen_theme_holds_at_once_and_for_the_next_visit() {
    let theme = || document().document_element().unwrap().get_attribute("data-theme");
    let mut page = Page::open(None, "#/").await;
    page.open_menu().await;
    let device = theme();
    assert_eq!(page.input(".lt-menu input:checked").value(), "system");
    for (value, chosen) in [("dark", Theme::Dark), ("light", Theme::Light), ("dark", Theme::Dark)] {
        page.press(&format!(".lt-menu input[value={value}]")).await;
        assert_eq!(theme().as_deref(), Some(value));
        assert_eq!(Prefs::from_text(&LocalShelf.read(PREFS).unwrap().unwrap()).theme, chosen);
    }
    drop(page.0.take());
    let again = Page::join("#/").await;
    assert_eq!(theme().as_deref(), Some("dark"));
    again.open_menu().await;
    assert_eq!(again.input(".lt-menu input:checked").value(), "dark");
    again.press(".lt-menu input[value=system]").await;
    assert_eq!(theme(), device);
}

#[wasm_bindgen_test]
async fn an_earlier_project_is_opened_from_the_menu_and_the_present_one_kept() {
    let shared = link::encode(&named("shared")).fragment;
    let page = Page::open(Some(&to_json(&named("own"))), &shared).await;
    page.open_menu().await;
    let listed = page.earlier();
    assert_eq!(listed.len(), 1);
    assert!(listed[0].contains("own") && listed[0].contains("Kept on"), "{listed:?}");
    page.choose_item("own").await;
    until_saved().await;
    assert_eq!(stored().unwrap().title, "own");
    let told = page.text(".lt-toasts");
    assert!(told.contains("own is open") && told.contains("Earlier projects"), "{told}");

    page.open_menu().await;
    assert!(page.earlier()[0].contains("shared"), "{:?}", page.earlier());
    page.choose_item("New project").await;
    until_saved().await;
    assert_eq!(stored().unwrap().bills, []);
    page.open_menu().await;
    let listed = page.earlier();
    assert!(listed[0].contains("own") && listed[1].contains("shared"), "{listed:?}");
}

/// A plant of one bill, with or without an upgrade.
fn plant(upgrade: Option<&str>) -> String {
    let mut project = Project::new();
    "textile_dyeing".clone_into(&mut project.site.sector);
    "cn_guangdong".clone_into(&mut project.site.region);
    project.bills = vec![Bill { carrier: "electricity".to_owned(), amount: Some(9e6), ..Bill::default() }];
    project.plans[0].measures.extend(upgrade.map(|slug| MeasureChoice {
        measure: slug.to_owned(),
        on: true,
        ..MeasureChoice::default()
    }));
    to_json(&project)
}

#[wasm_bindgen_test]
async fn a_step_says_that_it_has_what_it_needs() {
    let none: [&str; 0] = [];
    let at_work = plant(Some("lighting_led"));
    for (stored, done) in [
        (None, &none[..]),
        (Some(plant(None)), &["Plant, done"]),
        (Some(at_work), &["Plant, done", "Upgrades, done"]),
    ] {
        let page = Page::open(stored.as_deref(), "#/upgrades").await;
        let names = || {
            page.all(".lt-steps__link[aria-label]")
                .iter()
                .filter_map(|link| link.get_attribute("aria-label"))
                .collect::<Vec<_>>()
        };
        until("the steps say so", || names() == done).await;
        assert_eq!(page.all(".lt-steps__mark svg").len(), done.len(), "and not by colour alone");
        assert_eq!(page.text("[aria-current=step]").trim_start_matches('2'), "Upgrades");
    }
}
