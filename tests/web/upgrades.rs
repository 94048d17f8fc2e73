//! The upgrades and the explanations of figures, as a person uses them.

use lantian::features::upgrades::UpgradesPage;
use lantian::features::why::{self, WhyHost};
use lantian::i18n::{Lang, Texts, bundled, provide_i18n};
use lantian::state::{Answers, ProjectStore};
use lantian::ui::{ToastHost, Toasts};
use lantian_engine::project::{Bill, MeasureChoice, Project, Site};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, focused, settle, until};

const COUNT: &str = ".lt-plan-bar__count";

fn bill(carrier: &str, amount: f64) -> Bill {
    Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() }
}

fn mill() -> Project {
    Project {
        site: Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_prd".to_owned(),
            year: Some(2023),
            ..Site::default()
        },
        bills: vec![
            bill("electricity", 9e6),
            bill("raw_coal", 5400.0),
            bill("natural_gas", 800_000.0),
            bill("water", 1e6),
        ],
        ..Project::new()
    }
}

fn building(sector: &str) -> Project {
    Project {
        site: Site { sector: sector.to_owned(), region: "hk_clp".to_owned(), ..Site::default() },
        bills: vec![bill("electricity", 6e6), bill("towngas", 90_000.0), bill("water", 1e5)],
        ..Project::new()
    }
}

async fn open(project: Project) -> (Mounted, ProjectStore) {
    open_in(Lang::En, project).await
}

async fn open_in(lang: Lang, project: Project) -> (Mounted, ProjectStore) {
    let found = Rc::new(Cell::new(None));
    let provided = Rc::clone(&found);
    let page = Mounted::new(move || {
        provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
        let store = ProjectStore::new(project);
        provide_context(store);
        provide_context(Answers::new(store));
        let toasts = Toasts::new();
        provide_context(toasts);
        why::provide();
        provided.set(Some(store));
        view! {
            <UpgradesPage />
            <WhyHost />
            <ToastHost toasts close_label="Close" />
        }
    })
    .await;
    (page, found.take().unwrap())
}

/// The card with this title.
fn card(page: &Mounted, title: &str) -> HtmlElement {
    let cards = page.all(".lt-toggle-card");
    let titled = |card: &HtmlElement| {
        card.query_selector(".lt-toggle-card__title")
            .unwrap()
            .unwrap()
            .text_content()
            .unwrap()
            .contains(title)
    };
    cards.into_iter().find(titled).unwrap_or_else(|| panic!("no card {title}"))
}

fn inside(card: &HtmlElement, selector: &str) -> HtmlElement {
    card.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

async fn tick(page: &Mounted, title: &str) {
    inside(&card(page, title), "input[type=checkbox]").click();
    settle().await;
}

fn chosen(store: ProjectStore) -> Vec<String> {
    let project = store.get_untracked();
    project.plan().measures.iter().filter(|choice| choice.on).map(|choice| choice.measure.clone()).collect()
}

#[wasm_bindgen_test]
async fn a_tick_is_in_the_plan_and_in_its_sum() {
    let (page, store) = open(mill()).await;
    assert_eq!(page.text(COUNT), "0 upgrades chosen");
    let titles = |page: &Mounted| {
        page.all(".lt-toggle-card__title").iter().map(|t| t.text_content().unwrap()).collect::<Vec<_>>()
    };
    let before = titles(&page);
    tick(&page, "LED lighting").await;
    assert_eq!(chosen(store), ["lighting_led"]);
    assert_eq!(page.text(COUNT), "1 upgrade chosen");
    // Alone in the plan, its share is what it saves alone.
    let figures = card(&page, "LED lighting").query_selector_all("dd .lt-why > [aria-hidden]").unwrap();
    let text = |n: u32| figures.get(n).unwrap().text_content().unwrap();
    assert_eq!(text(0), text(1));
    assert!(text(0).starts_with('−'), "{}", text(0));
    assert_eq!(titles(&page), before, "nothing jumps when a card is ticked");
    tick(&page, "LED lighting").await;
    assert_eq!(page.text(COUNT), "0 upgrades chosen");
}

#[wasm_bindgen_test]
async fn the_first_step_is_offered_and_can_be_taken_back() {
    let (page, store) = open(mill()).await;
    page.press(".lt-plan-bar .lt-button").await;
    assert_eq!(chosen(store).len(), 3);
    assert!(store.undo());
    settle().await;
    assert_eq!(page.text(COUNT), "0 upgrades chosen");
}

#[wasm_bindgen_test]
async fn a_rival_is_unticked_and_named() {
    let (page, store) = open(building("hk_office")).await;
    tick(&page, "High-COP").await;
    assert_eq!(chosen(store), ["chiller_high_cop"]);
    tick(&page, "split air conditioners").await;
    assert_eq!(chosen(store), ["split_unit_replacement"]);
    assert!(page.text(".lt-toasts").contains("serves the same equipment"), "{}", page.text(".lt-toasts"));
    // One step: undo brings the first one back.
    assert!(store.undo());
    settle().await;
    assert_eq!(chosen(store), ["chiller_high_cop"]);
}

#[wasm_bindgen_test]
async fn a_figure_opens_its_steps_and_gives_the_focus_back() {
    let mut project = mill();
    project.plans[0].measures =
        vec![MeasureChoice { measure: "lighting_led".to_owned(), on: true, ..MeasureChoice::default() }];
    let (page, _) = open(project).await;
    let figure = page.find(".lt-plan-bar .lt-why");
    figure.focus().unwrap();
    figure.click();
    settle().await;
    assert!(page.text("dialog .lt-dialog__title").starts_with("Why "));
    assert!(page.text("dialog .lt-why-formula").contains("Scope 2 emissions"));
    assert!(!page.all("dialog .lt-why-step").is_empty());
    assert!(page.text("dialog").contains("behind this figure are unverified"));
    page.press("dialog .lt-dialog__head button").await;
    assert!(page.all("dialog .lt-why-step").is_empty());
    assert_eq!(focused(), figure);
}

#[wasm_bindgen_test]
async fn a_wrong_setting_is_told_at_its_field_and_changes_nothing() {
    let (page, store) = open(mill()).await;
    let summary = inside(&card(&page, "LED lighting"), "summary");
    summary.click();
    until("the parameters are there", || page.all(".lt-upgrade-params input").len() > 4).await;
    // The third box is the part treated, a share.
    let field = ".lt-upgrade-params .lt-field:nth-of-type(3)";
    page.type_text(&format!("{field} input"), "140").await;
    assert!(page.text(&format!("{field} .lt-field__message")).contains("140"));
    assert!(store.get_untracked().plan().measures.is_empty());
    page.type_text(&format!("{field} input"), "50").await;
    assert_eq!(page.text(&format!("{field} .lt-field__message")), "");
    let coverage = store.get_untracked().plan().measures[0].params["coverage"];
    assert!((coverage - 0.5).abs() < f64::EPSILON);
    page.type_text(&format!("{field} input"), "").await;
    assert!(store.get_untracked().plan().measures.is_empty(), "an empty box is the default again");
}

/// Types into a setting of an upgrade and gives what stands under its box.
async fn refused(page: &Mounted, texts: &Texts, measure: &str, param: &str, typed: &str) -> String {
    let title = texts.name("measure", measure).unwrap();
    inside(&card(page, title), "summary").click();
    let label = texts.param(measure, param).unwrap();
    let open = || page.all(".lt-upgrade-params .lt-field");
    let labelled = |field: &HtmlElement| {
        field.query_selector(".lt-field__label").unwrap().is_some_and(|l| l.text_content().unwrap() == label)
    };
    until("the setting is there", || open().iter().any(labelled)).await;
    let field = open().into_iter().find(labelled).unwrap();
    field.set_attribute("data-asked", param).unwrap();
    let asked = format!("[data-asked={param}]");
    page.type_text(&format!("{asked} input"), typed).await;
    page.text(&format!("{asked} .lt-field__message"))
}

#[wasm_bindgen_test]
async fn an_impossible_setting_is_refused_with_its_limit_and_the_reason() {
    for lang in [Lang::En, Lang::ZhHant, Lang::ZhHans] {
        let texts = Texts::parse(lang, bundled(lang)).unwrap();
        let (page, store) = open_in(lang, building("hotel")).await;
        // A limit that holds everywhere.
        let said = refused(&page, &texts, "chiller_high_cop", "cop_after", "0.5").await;
        assert!(said.contains(texts.name("reason", "cooling_below_one").unwrap()), "{said}");
        assert!(said.contains("0.5") && said.contains('1'), "{said}");
        // One that follows from the plant: 55 over 18 °C allow 328.15 ÷ 37 = 8.87 at most.
        let said = refused(&page, &texts, "heat_pump_hot_water", "cop", "12").await;
        assert!(said.contains(texts.name("reason", "pump_above_ideal").unwrap()), "{said}");
        assert!(said.contains("12") && said.contains("8.8"), "{said}");
        assert!(store.get_untracked().plan().measures.is_empty(), "the numbers before stay in use");
        assert!(!page.all(".lt-toggle-card").is_empty(), "the page stays");
    }
}

#[wasm_bindgen_test]
async fn a_wrong_setting_of_a_file_can_be_put_back() {
    let mut project = mill();
    let params = [("coverage".to_owned(), 7.0)].into();
    project.plans[0].measures = vec![MeasureChoice {
        measure: "lighting_led".to_owned(),
        on: true,
        params,
        ..MeasureChoice::default()
    }];
    let (page, _) = open(project).await;
    assert!(page.all(".lt-toggle-card").is_empty());
    assert!(page.text(".lt-stopped").contains("LED lighting"), "{}", page.text(".lt-stopped"));
    page.press(".lt-stopped .lt-button").await;
    assert_eq!(page.text(COUNT), "1 upgrade chosen");
}

#[wasm_bindgen_test]
async fn what_a_file_ticks_beside_its_rival_is_said_to_be_left_out() {
    let mut project = mill();
    let ticked =
        |slug: &str| MeasureChoice { measure: slug.to_owned(), on: true, ..MeasureChoice::default() };
    project.plans[0].measures = vec![ticked("chiller_high_cop"), ticked("split_unit_replacement")];
    let (page, _) = open(project).await;
    assert_eq!(page.text(COUNT), "1 upgrade chosen");
    let tags = inside(&card(&page, "split air conditioners"), ".lt-tags").text_content().unwrap();
    assert!(tags.contains("left out, because"), "{tags}");
    // One word about the rival is enough.
    assert!(!tags.contains("choose one"), "{tags}");
}

#[wasm_bindgen_test]
async fn what_is_usual_in_other_sectors_stands_behind_a_line() {
    let (page, _) = open(building("hotel")).await;
    let titles = |page: &Mounted| page.all(".lt-toggle-card").len();
    let before = titles(&page);
    let line = page
        .all(".lt-upgrades > details > summary")
        .into_iter()
        .find(|line| line.text_content().unwrap().contains("other sectors"))
        .unwrap();
    line.click();
    until("the others are there", || titles(&page) > before).await;
    assert!(page.text(".lt-upgrades").contains("heat recovery"));
}
