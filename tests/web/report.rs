//! The report in a real browser: its sections, its sums, the factor register, and the cover.

use std::any::Any;

use lantian::features::report::ReportPage;
use lantian::i18n::{Lang, Texts, bundled, provide_i18n};
use lantian::platform::{Session, address};
use lantian::state::{Answers, ProjectStore, command};
use lantian_engine::project::{Bill, MeasureChoice, Plan, Project, Site};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{send, settle, wait};

/// Longer than the browser takes to find a quiet moment.
const IDLE: i32 = 400;

/// The report of a project. Ends when dropped.
struct Report {
    section: Element,
    mounted: Option<Box<dyn Any>>,
}

impl Report {
    async fn open(lang: Lang, project: Project) -> Self {
        window().local_storage().unwrap().unwrap().clear().unwrap();
        address::replace("#/report");
        let section = document().create_element("section").unwrap();
        document().body().unwrap().append_child(&section).unwrap();
        let mounted = mount_to(section.clone().unchecked_into(), move || {
            provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
            Session::provide();
            let store = ProjectStore::expect();
            Answers::provide(store);
            lantian::features::provide();
            store.run(command::replace(project));
            view! { <ReportPage /> }
        });
        settle().await;
        wait(IDLE).await;
        Self { section, mounted: Some(Box::new(mounted)) }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.section.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|n| found.get(n)).map(JsCast::unchecked_into).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let text = |element: &HtmlElement| element.text_content().unwrap_or_default().replace('\u{a0}', " ");
        self.all(selector).iter().map(text).collect()
    }
}

impl Drop for Report {
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
    let choice =
        |slug: &str| MeasureChoice { measure: slug.to_owned(), on: true, ..MeasureChoice::default() };
    let measures = ["lighting_led", "boiler_condensate_return", "steam_trap_repair"];
    Project {
        illustrative: true,
        site: Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_guangdong".to_owned(),
            year: Some(2023),
            ..Site::default()
        },
        bills: vec![bill("electricity", 9.84e6), bill("raw_coal", 5400.0), bill("water", 1e6)],
        plans: vec![Plan { name: String::new(), measures: measures.map(choice).to_vec() }],
        ..Project::new()
    }
}

#[wasm_bindgen_test]
async fn every_section_is_there() {
    let report = Report::open(Lang::En, mill()).await;
    let wanted = [
        "Summary",
        "Boundary and method",
        "Not included",
        "Activity data",
        "Results",
        "Upgrades",
        "Cash flow",
        "Years ahead",
        "Next steps",
        "Assumptions",
        "Factors used",
        "Disclaimer",
    ];
    assert_eq!(report.texts("h2"), wanted);
    assert_eq!(report.texts("h1"), ["Textile dyeing and finishing"]);
    assert_eq!(report.texts(".lt-report__case"), ["Worked case: invented figures for teaching"]);
    // Each chart once for the screen and once for paper.
    assert_eq!(report.all(".lt-report__paper").len(), report.all(".lt-report__screen svg").len());
    assert_eq!(report.all(".lt-report__paper").len(), 4);
}

#[wasm_bindgen_test]
async fn the_shares_in_the_plan_add_up_to_its_total() {
    let report = Report::open(Lang::En, mill()).await;
    let column = report.texts(".lt-report__plan tbody td:nth-child(4)");
    let figures: Vec<f64> = column.iter().map(|text| text.replace(',', "").parse().unwrap()).collect();
    let (total, shares) = figures.split_last().unwrap();
    assert_eq!(shares.len(), 3);
    // Four figures, each rounded by half a tonne at most.
    assert!((shares.iter().sum::<f64>() - total).abs() <= 2.0, "{figures:?}");
}

#[wasm_bindgen_test]
async fn the_register_holds_the_grid_factor_with_its_evidence() {
    let report = Report::open(Lang::En, mill()).await;
    let rows = report.texts(".lt-report__register tbody tr");
    // Guangdong, 2023: announcement of the power CO2 emission factors of 2023, table 1.
    let grid = rows.iter().find(|row| row.contains("0.4419 kg CO₂/kWh"));
    assert!(grid.is_some_and(|row| row.ends_with("read in data set")), "{rows:?}");
}

#[wasm_bindgen_test]
async fn the_name_typed_above_stands_on_the_cover() {
    let report = Report::open(Lang::ZhHant, mill()).await;
    let input: HtmlInputElement = report.all(".lt-report__tools input").remove(0).unchecked_into();
    input.set_value("陳大文");
    send(&input, "input");
    settle().await;
    assert_eq!(report.texts(".lt-report__sign dd").first().map(String::as_str), Some("陳大文"));
}

#[wasm_bindgen_test]
async fn without_a_bill_it_says_what_is_missing() {
    let report = Report::open(Lang::En, Project::new()).await;
    assert_eq!(report.all(".lt-report__document").len(), 0);
    assert!(report.texts(".lt-report").concat().contains("The report appears here after the first bill."));
}
