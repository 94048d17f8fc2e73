//! What a worked case names stands in the language on screen until somebody writes over it.

use lantian::features::cases::list::find;
use lantian::features::plant::PlantPage;
use lantian::i18n::{I18n, Lang, Texts, bundled, provide_i18n};
use lantian::state::{Answers, ProjectStore};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, settle};

/// The description of the second fleet.
const NAME: &str = "#at-fleet-1-0 input[type=text]:not([inputmode])";
/// Its heading.
const ITEM: &str = "#at-fleet-1-0";

fn texts(lang: Lang) -> Texts {
    Texts::parse(lang, bundled(lang)).unwrap()
}

#[wasm_bindgen_test]
async fn names_of_a_case_follow_the_language_until_they_are_written_over() {
    let found: Rc<Cell<Option<(I18n, ProjectStore)>>> = Rc::new(Cell::new(None));
    let provided = Rc::clone(&found);
    let page = Mounted::new(move || {
        let i18n = provide_i18n(texts(Lang::En));
        i18n.install(texts(Lang::ZhHant));
        i18n.install(texts(Lang::ZhHans));
        let store = ProjectStore::new(find("dyeing_mill").unwrap().project().unwrap());
        provide_context(store);
        provide_context(Answers::new(store));
        provided.set(Some((i18n, store)));
        view! { <PlantPage /> }
    })
    .await;
    let (i18n, store) = found.take().unwrap();
    let stored = || store.get_untracked().vehicles[1].name.clone();
    for (lang, name) in [(Lang::En, "Forklifts"), (Lang::ZhHant, "鏟車"), (Lang::ZhHans, "叉车")] {
        i18n.choose(lang);
        settle().await;
        assert_eq!(page.input(NAME).value(), name);
        assert!(page.text(ITEM).contains(name), "{}", page.text(ITEM));
        assert_eq!(stored(), "@case.forklifts", "showing a name changes nothing");
    }
    page.type_text(NAME, "叉车 3 台").await;
    assert_eq!(stored(), "叉车 3 台");
    i18n.choose(Lang::En);
    settle().await;
    assert_eq!(page.input(NAME).value(), "叉车 3 台");
    page.type_text(NAME, "@work").await;
    assert_eq!(page.input(NAME).value(), "@work", "what is typed stands as it is");
}
