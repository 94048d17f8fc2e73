//! The results in a real browser: the ledger follows the plan, shares add up, figures open.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use lantian::features::results::ResultsPage;
use lantian::features::why::{WhyHost, WhyPanel};
use lantian::i18n::{Lang, Texts, bundled, provide_i18n};
use lantian::platform::{Session, address};
use lantian::state::list::{Targets, add};
use lantian::state::upgrades::toggle;
use lantian::state::{Answers, ProjectStore, command};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, Project, Site, Target};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{send, settle, until};

/// The page over a project of its own. Ends when dropped.
struct Page {
    section: Element,
    store: ProjectStore,
    panel: WhyPanel,
    mounted: Option<Box<dyn Any>>,
}

impl Page {
    async fn open(project: Project) -> Self {
        window().local_storage().unwrap().unwrap().clear().unwrap();
        address::replace("#/results");
        let section = document().create_element("section").unwrap();
        document().body().unwrap().append_child(&section).unwrap();
        let found = Rc::new(Cell::new(None));
        let provided = Rc::clone(&found);
        let mounted = mount_to(section.clone().unchecked_into(), move || {
            provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
            Session::provide();
            let store = ProjectStore::expect();
            Answers::provide(store);
            lantian::features::provide();
            store.run(command::replace(project));
            provided.set(Some((store, WhyPanel::expect())));
            view! {
                <ResultsPage />
                <WhyHost />
            }
        });
        settle().await;
        let (store, panel) = found.take().unwrap();
        Self { section, store, panel, mounted: Some(Box::new(mounted)) }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.section.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|n| found.get(n)).map(JsCast::unchecked_into).collect()
    }

    fn find(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// Before and after of a line of the ledger, as written for other programs.
    fn line(&self, metric: Metric) -> (String, String) {
        let line = self.find(&format!("[data-metric={}]", metric.slug()));
        (line.get_attribute("data-before").unwrap(), line.get_attribute("data-after").unwrap())
    }

    /// Opens the explanation a key stands for.
    fn why(&self, key: &str) {
        self.panel.open_key(key);
    }

    async fn tick(&self, measure: &str, on: bool) {
        self.store.run(toggle(measure, on));
        settle().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.section.remove();
        window().local_storage().unwrap().unwrap().clear().unwrap();
        address::replace("#/");
    }
}

fn mill() -> Project {
    let bill =
        |carrier: &str, amount| Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() };
    Project {
        site: Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_guangdong".to_owned(),
            ..Site::default()
        },
        bills: vec![bill("electricity", 9.84e6), bill("raw_coal", 5400.0), bill("water", 1e6)],
        ..Project::new()
    }
}

#[wasm_bindgen_test]
async fn the_ledger_carries_the_engines_own_numbers_and_follows_the_plan() {
    let page = Page::open(mill()).await;
    assert!(page.text("h1").starts_with("Today your plant emits"), "{}", page.text("h1"));
    let (before, after) = page.line(Metric::Co2e);
    assert_eq!(before, after);
    page.tick("lighting_led", true).await;
    assert!(page.text("h1").starts_with("The plan cuts"), "{}", page.text("h1"));
    let outcome = assess(&page.store.get_untracked(), Depth::Quick).outcome.unwrap();
    for metric in [Metric::Co2e, Metric::Scope2, Metric::Cost, Metric::Water] {
        let (before, after) = page.line(metric);
        let bits = |text: &str| text.parse::<f64>().unwrap().to_bits();
        assert_eq!(bits(&before), outcome.before.totals[metric].to_bits(), "{metric:?}");
        assert_eq!(bits(&after), outcome.after.totals[metric].to_bits(), "{metric:?}");
    }
    assert!(page.text("[data-metric=co2e]").contains("down"), "{}", page.text("[data-metric=co2e]"));
    page.tick("lighting_led", false).await;
    assert_eq!(page.line(Metric::Co2e), (before, after));
}

#[wasm_bindgen_test]
async fn money_is_told_at_other_prices_and_rates() {
    let page = Page::open(mill()).await;
    let table =
        || page.all(".lt-table").into_iter().find(|t| t.text_content().unwrap().contains("Energy price"));
    assert!(table().is_none(), "nothing is bought without a plan");
    page.tick("lighting_led", true).await;
    let found = table().unwrap();
    let title = found.query_selector("caption").unwrap().unwrap().text_content().unwrap();
    assert!(title.starts_with("The plan pays unless energy gets more than"), "{title}");
    assert!(found.text_content().unwrap().contains("NPV at 12%"));
    assert_eq!(found.query_selector_all("tbody tr").unwrap().length(), 7);
    assert!(page.text(".lt-results__money").contains("Modified internal rate of return (MIRR)"));
    // Half as much again as the rate that is chosen.
    page.store.run(command::finance("discount_rate", |finance| finance.discount_rate = Some(5.0)));
    settle().await;
    let text = table().unwrap().text_content().unwrap();
    assert!(text.contains("NPV at 2.5%") && text.contains("NPV at 7.5%"), "{text}");
}

#[wasm_bindgen_test]
async fn lines_without_anything_are_left_out() {
    let page = Page::open(mill()).await;
    let outcome = assess(&page.store.get_untracked(), Depth::Quick).outcome.unwrap();
    for line in page.all("[data-metric]") {
        let metric = Metric::from_slug(&line.get_attribute("data-metric").unwrap()).unwrap();
        assert!(outcome.before.totals[metric] != 0.0, "{metric:?}");
    }
}

#[wasm_bindgen_test]
async fn the_shares_in_the_plan_add_up_to_the_total_row() {
    let page = Page::open(mill()).await;
    for measure in ["lighting_led", "boiler_condensate_return", "steam_trap_repair"] {
        page.tick(measure, true).await;
    }
    let table =
        page.all(".lt-table").into_iter().find(|t| t.text_content().unwrap().contains("Lost if left out"));
    let rows = table.unwrap().query_selector_all("tbody tr").unwrap();
    assert_eq!(rows.length(), 4);
    let figure = |n: u32| {
        let row: Element = rows.get(n).unwrap().unchecked_into();
        // What is seen, without what is only spoken.
        let seen = row.query_selector("td [aria-hidden]").unwrap().unwrap().text_content().unwrap();
        seen.replace(',', "").replace('−', "-").parse::<f64>().unwrap()
    };
    let sum: f64 = (0..3).map(figure).sum();
    // Each of the four is rounded to a tonne.
    assert!((sum - figure(3)).abs() <= 2.0, "{sum} is not {}", figure(3));
}

#[wasm_bindgen_test]
async fn figures_open_their_explanation() {
    let page = Page::open(mill()).await;
    page.tick("lighting_led", true).await;
    assert!(page.all("dialog[open]").is_empty());
    page.find("h1 button").click();
    settle().await;
    assert_eq!(page.all("dialog[open]").len(), 1);
    page.find("dialog[open] button").click();
    settle().await;
    page.find("[data-metric=co2e] button").click();
    settle().await;
    assert_eq!(page.all("dialog[open]").len(), 1);
}

#[wasm_bindgen_test]
async fn an_empty_project_says_what_will_appear() {
    let page = Page::open(Project::new()).await;
    assert!(page.all("[data-metric]").is_empty());
    assert_eq!(page.all(".lt-empty a").len(), 1);
}

#[wasm_bindgen_test]
async fn a_problem_leads_to_its_field() {
    let mut project = mill();
    project.site.region = String::new();
    let page = Page::open(project).await;
    assert!(page.all("[data-metric]").is_empty());
    assert!(!page.all(".lt-unfinished a").is_empty());
}

/// Types into the box of a field of the years ahead.
async fn fill(page: &Page, id: &str, text: &str) {
    let input: HtmlInputElement = page.find(&format!("#at-{id} input")).unchecked_into();
    input.set_value(text);
    send(&input, "input");
    settle().await;
}

#[wasm_bindgen_test]
async fn the_years_ahead_follow_their_settings_and_can_be_undone() {
    let mut project = mill();
    project.site.year = Some(2025);
    let page = Page::open(project).await;
    page.tick("lighting_led", true).await;
    let title = || {
        let titles = page.all(".lt-card__title");
        let texts = titles.iter().map(|title| title.text_content().unwrap_or_default());
        let known = ["Emissions in ", "The target for "];
        texts.into_iter().find(|text| known.iter().any(|known| text.starts_with(known))).unwrap()
    };
    assert!(title().starts_with("Emissions in 2035 against 2025"), "{}", title());
    let untouched = page.store.get_untracked();

    fill(&page, "outlook-0-0-output_growth", "3").await;
    assert_eq!(page.store.get_untracked().outlook.output_growth, Some(3.0));
    page.store.run(add(Targets, Target { reduction: Some(30.0), ..Target::default() }));
    settle().await;
    // A target without its year: the last years that could be worked out stay, and the field is named.
    assert!(title().starts_with("Emissions in 2035"), "{}", title());
    assert!(page.text(".lt-findings").contains("Target 1, target year"), "{}", page.text(".lt-findings"));
    fill(&page, "target-0-0-year", "2020").await;
    let message = page.text("#at-target-0-0-year");
    assert!(message.contains("2020") && message.contains("a target lies after its base year"), "{message}");
    fill(&page, "target-0-0-year", "2035").await;
    assert!(title().starts_with("The target for 2035 is missed by"), "{}", title());
    fill(&page, &format!("measure-{}-0-start", place("lighting_led")), "2040").await;
    let message = page.text(&format!("#at-measure-{}-0-start", place("lighting_led")));
    assert!(message.contains("2040") && message.contains("the years looked at end there"), "{message}");

    while page.store.get_untracked() != untouched {
        assert!(page.store.undo());
    }
    settle().await;
    assert!(title().starts_with("Emissions in 2035 against 2025"), "{}", title());
    assert!(page.all(".lt-findings").is_empty());
}

fn place(slug: &str) -> usize {
    CATALOGUE.iter().position(|id| id.slug() == slug).unwrap()
}

#[wasm_bindgen_test]
async fn the_factor_of_a_year_opens_with_its_source() {
    let mut project = mill();
    project.site.year = Some(2025);
    let page = Page::open(project).await;
    let tables = page.all("table");
    let years =
        tables.iter().find(|table| table.text_content().unwrap_or_default().contains("kg/kWh")).unwrap();
    assert!(years.text_content().unwrap_or_default().contains("0.3600"));
    page.why("grid/2030");
    until("the panel shows the assumed factor", || {
        page.all("dialog").iter().any(|panel| {
            let text = panel.text_content().unwrap_or_default();
            text.contains("the grid factor of 2030") && text.contains("0.3600") && text.contains("unverified")
        })
    })
    .await;
}

#[wasm_bindgen_test]
async fn without_workers_the_ranges_say_so_and_all_else_stands() {
    let page = Page::open(mill()).await;
    page.tick("lighting_led", true).await;
    // No workers are served beside these tests.
    until("the ranges tell that they failed", || {
        page.all("[data-ranges]").is_empty()
            && page.all("[role=status]").iter().any(|line| {
                line.text_content().unwrap_or_default().starts_with("The ranges could not be worked out")
            })
    })
    .await;
    assert_eq!(page.all("[data-metric=co2e]").len(), 1);
}
