//! The first screen and the plant page, as a person fills them in.

use lantian::features::plant::PlantPage;
use lantian::features::start::StartPage;
use lantian::i18n::{Lang, Texts, bundled, provide_i18n};
use lantian::state::{Answers, ProjectStore};
use lantian_engine::project::{Bill, Project, ReadingKind, Site, VehicleUse};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlTextAreaElement;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, focused, send, settle};

/// The box of the electricity bill on the first screen.
const BILL: &str = "#at-bill-0-0 input[inputmode=decimal]";
/// Today's emissions.
const TODAY: &str = ".lt-today__figures dd";

fn site() -> Site {
    Site { sector: "plastics".to_owned(), region: "cn_prd".to_owned(), ..Site::default() }
}

/// Mounts a page over `project` and hands out its store.
async fn open<V: IntoView + 'static>(project: Project, page: fn() -> V) -> (Mounted, ProjectStore) {
    let found = Rc::new(Cell::new(None));
    let provided = Rc::clone(&found);
    let mounted = Mounted::new(move || {
        provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
        let store = ProjectStore::new(project);
        provide_context(store);
        provide_context(Answers::new(store));
        provided.set(Some(store));
        page()
    })
    .await;
    (mounted, found.take().unwrap())
}

async fn start(project: Project) -> (Mounted, ProjectStore) {
    open(project, || view! { <StartPage /> }).await
}

fn first_bill(store: ProjectStore) -> Bill {
    store.get_untracked().bills.first().cloned().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn one_bill_gives_a_result_that_follows_each_keystroke() {
    let (page, store) = start(Project { site: site(), ..Project::new() }).await;
    assert_eq!(page.all(TODAY).len(), 0);
    page.type_text(BILL, "100,000").await;
    assert_eq!(first_bill(store).amount, Some(100_000.0));
    // 12 months × 100,000 kWh × 0.4419 kg/kWh (Guangdong 2023) = 530.3 t.
    assert_eq!(page.text(TODAY), "530\u{a0}t\u{a0}CO₂e");
    page.type_text(BILL, "100,0000").await;
    assert_eq!(page.all(TODAY).len(), 0, "an amount that is in doubt gives no result");
    page.type_text(BILL, "200,000").await;
    assert_eq!(page.text(TODAY), "1,060\u{a0}t\u{a0}CO₂e");
    assert!(page.all(".lt-answer").len() == 1, "the usual upgrades save something");
}

#[wasm_bindgen_test]
async fn a_slip_stays_in_its_box_with_its_message() {
    let (page, store) = start(Project { site: site(), ..Project::new() }).await;
    page.type_text(BILL, "12,3O0").await;
    page.input(BILL).blur().unwrap();
    settle().await;
    assert_eq!(page.input(BILL).value(), "12,3O0");
    assert_eq!(first_bill(store).raw.as_deref(), Some("12,3O0"));
    let message = page.text("#at-bill-0-0 .lt-message--problem");
    assert!(message.contains("contains the letter O"), "{message}");
    assert_eq!(page.input(BILL).get_attribute("aria-invalid").as_deref(), Some("true"));
    // What is on screen comes back with the stored project.
    let (again, _) = start((*store.get_untracked()).clone()).await;
    assert_eq!(again.input(BILL).value(), "12,3O0");
    assert_eq!(again.all("#at-bill-0-0 .lt-message--problem").len(), 1);
}

#[wasm_bindgen_test]
async fn an_unknown_bill_is_estimated_from_the_size_or_asks_for_it() {
    let (page, store) = start(Project { site: site(), ..Project::new() }).await;
    page.press("#at-bill-0-0 input[type=radio][value=unknown]").await;
    assert_eq!(first_bill(store).kind, ReadingKind::Unknown);
    let message = page.text("#at-bill-0-0 .lt-message--problem");
    assert!(message.contains("no size to estimate it from"), "{message}");
    page.press("input[type=radio][value=floor_area]").await;
    page.type_text("#at-site-0-0-floor_area input", "5,000").await;
    assert_eq!(store.get_untracked().site.floor_area, Some(5000.0));
    assert_eq!(page.all("#at-bill-0-0 .lt-message--problem").len(), 0);
    assert_eq!(page.all(TODAY).len(), 2);
    assert!(page.text("#at-bill-0-0 .lt-field__hint").contains("Estimated from the sector"));
}

#[wasm_bindgen_test]
async fn the_place_brings_its_currency_until_money_is_entered() {
    let (page, store) = start(Project::new()).await;
    page.choose("#at-site-0-0-region select", "hk_clp").await;
    assert_eq!(store.get_untracked().finance.currency, "hkd");
    page.press("#at-bill-0-0 input[type=radio][value=money]").await;
    page.type_text(BILL, "HK$50,000").await;
    assert_eq!(first_bill(store).amount, Some(50_000.0));
    page.choose("#at-site-0-0-region select", "cn_shenzhen").await;
    assert_eq!(store.get_untracked().finance.currency, "hkd");
}

async fn plant(bills: Vec<Bill>) -> (Mounted, ProjectStore) {
    open(Project { site: site(), bills, ..Project::new() }, || view! { <PlantPage /> }).await
}

fn electricity() -> Bill {
    Bill { carrier: "electricity".to_owned(), unit: "kwh".to_owned(), amount: Some(5.0), ..Bill::default() }
}

async fn paste(page: &Mounted, text: &str) {
    let area: HtmlTextAreaElement = page.find(".lt-months__paste").unchecked_into();
    area.set_value(text);
    send(&area, "input");
    settle().await;
}

#[wasm_bindgen_test]
async fn twelve_pasted_months_replace_the_amount() {
    let (page, store) = plant(vec![electricity()]).await;
    paste(&page, "1,000\t1,000\t1,000").await;
    assert_eq!(first_bill(store).months, Vec::<f64>::new());
    assert!(page.text(".lt-message--problem").contains("3 values were pasted; 12 are needed"));
    paste(&page, &["100,000"; 12].join("\t")).await;
    assert_eq!(first_bill(store).months, vec![100_000.0; 12]);
    assert_eq!(page.text(TODAY), "530\u{a0}t\u{a0}CO₂e");
    // A month that is emptied does not count as zero.
    page.type_text(".lt-months__month input", "").await;
    assert_eq!(first_bill(store).months, vec![100_000.0; 12]);
    let message = page.text("#at-bill-0-0-months .lt-message--notice");
    assert!(
        message.contains("missing: January.") && message.contains("figures from before count"),
        "{message}"
    );
}

#[wasm_bindgen_test]
async fn a_year_that_is_not_finished_is_kept_and_does_not_count() {
    let (page, store) = plant(vec![electricity()]).await;
    let before = page.text(TODAY);
    page.type_text(".lt-months__month input", "12,300").await;
    page.type_text(".lt-months__month:nth-child(3) input", "1,5").await;
    assert!(page.text(".lt-message--problem").contains("could mean"));
    page.type_text(".lt-months__month:nth-child(3) input", "15").await;
    let message = page.text("#at-bill-0-0-months .lt-message--notice");
    assert!(message.contains("10 months") && message.contains("the amount above counts"), "{message}");
    assert_eq!(page.text(TODAY), before);
    // What is on screen comes back with the stored project, open and with its message.
    let (again, _) = plant(store.get_untracked().bills.clone()).await;
    assert_eq!(again.input(".lt-months__month input").value(), "12,300");
    assert_eq!(again.input(".lt-months__month:nth-child(3) input").value(), "15");
    assert!(again.find("#at-bill-0-0-months details").has_attribute("open"));
    // Emptied again, nothing is left behind.
    again.type_text(".lt-months__month input", "").await;
    again.type_text(".lt-months__month:nth-child(3) input", "").await;
    assert_eq!(again.all("#at-bill-0-0-months .lt-message").len(), 0);
}

#[wasm_bindgen_test]
async fn a_figure_that_is_no_number_leaves_the_value_before_it() {
    let (page, store) = plant(vec![electricity()]).await;
    let hours = "#at-site-0-0-hours input";
    page.type_text(hours, "6,000").await;
    page.type_text(hours, "6,0O0").await;
    page.input(hours).blur().unwrap();
    settle().await;
    assert_eq!(page.input(hours).value(), "6,0O0");
    assert_eq!(store.get_untracked().site.hours, Some(6000.0));
    assert!(page.text("#at-site-0-0-hours .lt-message--problem").contains("Until then 6,000 counts"));
    // Out of range is the engine's word, at the same place.
    page.type_text(hours, "9,000").await;
    assert!(page.text("#at-site-0-0-hours .lt-message--problem").contains("100 to 8,784"));
    assert_eq!(page.all(TODAY).len(), 0);
}

#[wasm_bindgen_test]
async fn the_split_of_the_sector_becomes_ones_own_list() {
    let (page, store) = plant(vec![electricity()]).await;
    page.press("#plant-electricity .lt-implied button").await;
    let lines = store.get_untracked().electricity.clone();
    let sum: f64 = lines.iter().filter_map(|line| line.share).sum();
    assert!(lines.len() > 3 && (sum - 100.0).abs() < 0.1, "{sum}");
    assert_eq!(page.all("#plant-electricity .lt-item").len(), lines.len());
}

/// What was paid for the electricity.
const PAID: &str = "#at-bill-0-0 .lt-paid input";

#[wasm_bindgen_test]
async fn quantity_and_money_tell_whether_the_price_is_plausible() {
    let (page, store) = start(Project { site: site(), ..Project::new() }).await;
    page.type_text(BILL, "820,000").await;
    // 12 × 820,000 kWh at the table's average of the delta, RMB 0.797 (January 2026, derived).
    let hint = page.text("#at-bill-0-0 .lt-field__hint");
    assert!(hint.contains("about RMB\u{a0}7.84\u{a0}million at RMB\u{a0}0.80 per kWh"), "{hint}");
    assert!(hint.contains("Price: Pearl River Delta 2026") && hint.contains("derived"), "{hint}");
    page.type_text(PAID, "656,000").await;
    page.input(PAID).blur().unwrap();
    settle().await;
    // 656,000 ÷ 820,000
    assert_eq!(first_bill(store).price, Some(0.8));
    let verdict = page.text("#at-bill-0-0 .lt-bill__verdict");
    assert!(verdict.contains("RMB\u{a0}0.80 per kWh: plausible"), "{verdict}");
    // Ten times the money: beyond twice the table's price.
    page.type_text(PAID, "6,560,000").await;
    assert_eq!(page.all("#at-bill-0-0 .lt-message--notice").len(), 0, "no verdict on half a number");
    page.input(PAID).blur().unwrap();
    settle().await;
    assert_eq!(page.all("#at-bill-0-0 .lt-bill__verdict").len(), 0);
    let message = page.text("#at-bill-0-0 .lt-message--notice");
    assert!(message.contains("RMB\u{a0}8.00 per kWh, far above the usual"), "{message}");
    // The quantity is mended; what was paid stays, and the price follows.
    page.type_text(BILL, "8,200,000").await;
    assert_eq!(first_bill(store).price, Some(0.8));
    assert_eq!(page.input(PAID).value(), "6,560,000");
    assert_eq!(page.all("#at-bill-0-0 .lt-bill__verdict").len(), 1);
}

#[wasm_bindgen_test]
async fn money_alone_tells_the_quantity_and_whose_price_it_rests_on() {
    let (page, _) = start(Project { site: site(), ..Project::new() }).await;
    page.press("#at-bill-0-0 input[type=radio][value=money]").await;
    page.type_text(BILL, "79,700").await;
    // 12 × 79,700 ÷ 0.797 = 1,200,000 kWh
    let hint = page.text("#at-bill-0-0 .lt-field__hint");
    assert!(hint.contains("a year, about 1.2\u{a0}million\u{a0}kWh at RMB\u{a0}0.80 per kWh"), "{hint}");
    assert!(hint.contains("Price: Pearl River Delta 2026"), "{hint}");
    assert_eq!(page.all(PAID).len(), 0);
}

#[wasm_bindgen_test]
async fn each_thing_to_do_leads_to_its_field() {
    let (page, _) = start(Project::new()).await;
    for (line, field) in [(0, "#at-site-0-0-region"), (1, "#at-site-0-0-sector"), (2, "#at-bill-0-0")] {
        page.all(".lt-unfinished__line a")[line].click();
        settle().await;
        assert!(
            page.find(field).contains(Some(&focused())),
            "line {line} leads to {}",
            focused().outer_html()
        );
    }
    assert_eq!(focused().tag_name(), "INPUT", "the box, not the switch above it");
}

#[wasm_bindgen_test]
async fn a_bill_is_found_by_its_place_and_not_by_its_order_on_screen() {
    // Water stands first, electricity last; the amount of the gas cannot be read.
    let water = Bill { carrier: "water".to_owned(), amount: Some(1.0), ..Bill::default() };
    let gas = Bill { carrier: "natural_gas".to_owned(), raw: Some("1,5".to_owned()), ..Bill::default() };
    let (page, _) =
        start(Project { site: site(), bills: vec![water, gas, electricity()], ..Project::new() }).await;
    page.press(".lt-unfinished__line a").await;
    assert_eq!(page.input("#at-bill-1-0 .lt-group input").value(), "1,5");
    assert!(
        page.find("#at-bill-1-0 .lt-group").contains(Some(&focused())),
        "{}",
        page.text(".lt-unfinished")
    );
}

#[wasm_bindgen_test]
async fn a_problem_of_a_closed_section_opens_it() {
    let vehicles = VehicleUse {
        kind: "passenger_car".to_owned(),
        carrier: "diesel".to_owned(),
        share: Some(140.0),
        ..VehicleUse::default()
    };
    let diesel =
        Bill { carrier: "diesel".to_owned(), amount: Some(1000.0), unit: "l".to_owned(), ..Bill::default() };
    let project = Project {
        site: site(),
        bills: vec![electricity(), diesel],
        vehicles: vec![vehicles],
        ..Project::new()
    };
    let (page, _) = open(project, || view! { <PlantPage /> }).await;
    assert!(!page.find("#plant-vehicles").has_attribute("open"));
    page.press(".lt-findings__list a").await;
    assert!(page.find("#plant-vehicles").has_attribute("open"));
    assert!(page.find("#plant-vehicles .lt-item").contains(Some(&focused())), "{}", focused().outer_html());
    assert_eq!(focused().tag_name(), "INPUT");
}

#[wasm_bindgen_test]
async fn the_strip_of_a_phone_shows_the_headline_and_leads_to_the_answer() {
    let (page, _) = start(Project { site: site(), ..Project::new() }).await;
    assert_eq!(page.all(".lt-strip--there").len(), 0);
    page.type_text(BILL, "100,000").await;
    let strip = page.text(".lt-strip--there");
    assert!(strip.contains("530 t CO₂e") && strip.contains("Possible saving"), "{strip}");
    assert_eq!(
        page.all(".lt-strip [aria-live], .lt-strip [role=status]").len(),
        0,
        "told once, by the answer"
    );
    page.find(".lt-strip__button").click();
    assert_eq!(focused().id(), "first-answer");
}

#[wasm_bindgen_test]
async fn trips_are_entered_as_people_times_and_kilometres() {
    let (page, store) = plant(vec![electricity()]).await;
    let section = "#plant-activities";
    page.press(&format!("{section} .lt-cluster button")).await;
    let trip = || store.get_untracked().activities[0].clone();
    assert_eq!(page.all(&format!("{section} .lt-item")).len(), 1);
    assert!(trip().both_ways && trip().factor.contains("high_speed_rail"));
    let field = |name: &str| format!("#at-activity-0-0-{name} input");
    page.type_text(&field("count"), "12").await;
    page.type_text(&field("times"), "42").await;
    // People and trips alone are no kilometres: the box that lacks says so.
    assert!(page.text("#at-activity-0-0-distance").contains("counts for nothing"));
    page.type_text(&field("distance"), "140").await;
    // 12 × 42 × 2 × 140 km × 0.03 kg = 4.23 t.
    let shown = page.text(&format!("{section} .lt-item"));
    assert!(shown.contains("141,000\u{a0}passenger-km") && shown.contains("4.23\u{a0}t"), "{shown}");
    // By car it also asks how many sit in one.
    assert_eq!(page.all(&field("occupancy")).len(), 0);
    let car = "desnz_2025.car_average.unknown_fuel.per_vehicle_km";
    page.choose("#at-activity-0-0-factor select", car).await;
    page.type_text(&field("occupancy"), "3").await;
    assert_eq!((trip().factor.as_str(), trip().occupancy, trip().distance), (car, Some(3.0), Some(140.0)));
    // 141,120 ÷ 3 = 47,040 vehicle-km.
    let shown = page.text(&format!("{section} .lt-item"));
    assert!(shown.contains("47,000\u{a0}vehicle-km"), "{shown}");
}

/// A field of the financial assumptions.
fn term(name: &str) -> String {
    format!("#at-finance-0-0-{name} input")
}

#[wasm_bindgen_test]
async fn financial_terms_are_entered_undone_and_refused_at_their_fields() {
    let bill = Bill { amount: Some(1e6), ..electricity() };
    let (page, store) = plant(vec![bill]).await;
    // What is closed takes no focus.
    for details in page.all("#plant-finance, #plant-finance details") {
        details.set_attribute("open", "").unwrap();
    }
    let placeholder = |name: &str| page.input(&term(name)).placeholder();
    // Bought heat and gas grow as all prices do until they have a growth of their own.
    page.type_text(&term("price_growth"), "2.5%").await;
    assert_eq!(placeholder("heat_growth"), "2.5");
    page.type_text(&term("heat_growth"), "-1").await;
    page.type_text(&term("gas_growth"), "4").await;
    assert_eq!(placeholder("electricity_growth"), "2.5");
    page.type_text(&term("loan_share"), "60").await;
    page.type_text(&term("loan_years"), "7 years").await;
    page.type_text(&term("mop_per_hkd"), "1.04").await;
    let finance = store.get_untracked().finance.clone();
    assert_eq!(
        (finance.price_growth, finance.heat_growth, finance.gas_growth),
        (Some(2.5), Some(-1.0), Some(4.0))
    );
    assert_eq!(
        (finance.loan_share, finance.loan_years, finance.mop_per_hkd),
        (Some(60.0), Some(7), Some(1.04))
    );
    // A box shows what is typed for as long as it has the focus.
    page.input(&term("mop_per_hkd")).blur().unwrap();
    assert!(store.undo());
    settle().await;
    assert_eq!(store.get_untracked().finance.mop_per_hkd, None);
    assert_eq!(page.input(&term("mop_per_hkd")).value(), "");
    assert_eq!(placeholder("mop_per_hkd"), "1.03");
    let remark = page.text("#at-finance-0-0-cny_per_hkd .lt-field__hint");
    assert!(remark.contains("2024") && remark.contains("0.913"), "{remark}");
    // A share of more than all is kept in its box with the engine's remark.
    page.type_text(&term("loan_share"), "120").await;
    assert_eq!(page.input(&term("loan_share")).value(), "120");
    assert_eq!(page.all("#at-finance-0-0-loan_share .lt-message--problem").len(), 1);
    page.type_text(&term("loan_years"), "2.5").await;
    assert_eq!(store.get_untracked().finance.loan_years, Some(7));
    assert_eq!(page.all("#at-finance-0-0-loan_years .lt-message--problem").len(), 1);
}
