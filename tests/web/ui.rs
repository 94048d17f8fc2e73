//! The controls in a real browser.

use lantian::{
    charts::{
        ChartView, Size,
        pollutants::{self, Pair, Pairs},
    },
    ui::{
        Cell, Choice, Column, DataTable, Dialog, Field, Message, NumberInput, QuantityInput, QuantityText,
        Row, Segmented, Stat, StatRow, Table, ToastHost, Toasts, Trend,
    },
};
use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlDialogElement};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, focused, painted, settle, until};

fn modes() -> Vec<Choice> {
    [("value", "Value"), ("money", "Money"), ("unknown", "Don't know")].map(Choice::from).to_vec()
}

#[wasm_bindgen_test]
async fn a_number_is_never_rewritten_while_it_is_typed() {
    // A caller that understands "1." as 1 and writes it back in its own form.
    let value = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        view! {
            <NumberInput
                name="Amount"
                value
                on_input=move |text: String| value.set(text.trim_end_matches('.').to_owned())
            />
        }
    })
    .await;
    page.type_text("input", "1.").await;
    assert_eq!(value.get_untracked(), "1");
    assert_eq!(page.input("input").value(), "1.");
    page.input("input").blur().unwrap();
    settle().await;
    assert_eq!(page.input("input").value(), "1");
    assert_eq!(page.find("input").get_attribute("inputmode").as_deref(), Some("decimal"));
}

#[wasm_bindgen_test]
async fn a_number_follows_its_value_while_nobody_types() {
    let value = RwSignal::new("12".to_owned());
    let page = Mounted::new(move || view! { <NumberInput name="Amount" value on_input=|_| () /> }).await;
    value.set("34".to_owned());
    settle().await;
    assert_eq!(page.input("input").value(), "34");
}

#[wasm_bindgen_test]
async fn label_hint_and_message_are_wired_to_their_control() {
    let message = RwSignal::new(None);
    let page = Mounted::new(move || {
        view! {
            <Field label="Electricity" hint="As on the bill" message>
                <NumberInput value="12,3O0" on_input=|_| () />
            </Field>
        }
    })
    .await;
    let input = page.find("input");
    assert_eq!(page.find("label").get_attribute("for"), Some(input.id()));
    let described = input.get_attribute("aria-describedby").unwrap();
    let ids: Vec<_> = described.split(' ').collect();
    assert_eq!(page.text(&format!("#{}", ids[0])), "As on the bill");
    assert_eq!(input.get_attribute("aria-invalid"), None);

    message.set(Some(Message::problem("Type digits only.")));
    settle().await;
    assert_eq!(page.text(&format!("#{}", ids[1])), "Type digits only.");
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));

    message.set(Some(Message::notice("Worth a look.")));
    settle().await;
    assert_eq!(input.get_attribute("aria-invalid"), None);
}

async fn quantity(start: QuantityText) -> (Mounted, RwSignal<QuantityText>) {
    let value = RwSignal::new(start);
    let page = Mounted::new(move || {
        view! {
            <QuantityInput
                label="Electricity"
                value
                on_change=move |next| value.set(next)
                modes=modes()
                mode_label="Kind of answer"
                units=vec![Choice::new("kwh", "kWh"), Choice::new("mwh", "MWh")]
                unit_label="Unit of electricity"
                periods=vec![Choice::new("month", "a month"), Choice::new("year", "a year")]
                period_label="Period"
            />
        }
    })
    .await;
    (page, value)
}

fn bill() -> QuantityText {
    QuantityText {
        mode: "value".into(),
        amount: "820,000".into(),
        unit: "kwh".into(),
        period: "month".into(),
    }
}

#[wasm_bindgen_test]
async fn a_quantity_hands_back_what_was_entered_and_keeps_the_rest() {
    let (page, value) = quantity(bill()).await;
    page.type_text("input[type=text]", "12,3O0").await;
    assert_eq!(value.get_untracked(), QuantityText { amount: "12,3O0".into(), ..bill() });
    page.choose("select[aria-label='Unit of electricity']", "mwh").await;
    page.choose("select[aria-label=Period]", "year").await;
    let expected =
        QuantityText { amount: "12,3O0".into(), unit: "mwh".into(), period: "year".into(), ..bill() };
    assert_eq!(value.get_untracked(), expected);
}

#[wasm_bindgen_test]
async fn dont_know_asks_for_no_number_and_forgets_nothing() {
    let (page, value) = quantity(bill()).await;
    page.press("input[value=unknown]").await;
    assert_eq!(value.get_untracked(), QuantityText { mode: "unknown".into(), ..bill() });
    assert!(page.input("input[type=text]").disabled());
    page.press("input[value=value]").await;
    assert!(!page.input("input[type=text]").disabled());
    assert_eq!(page.input("input[type=text]").value(), "820,000");
}

#[wasm_bindgen_test]
async fn lists_show_the_value_they_are_given() {
    let (page, value) = quantity(QuantityText { period: "year".into(), ..bill() }).await;
    let period = |page: &Mounted| page.input("select[aria-label=Period]").value();
    assert_eq!(period(&page), "year");
    value.update(|v| v.period = "month".into());
    settle().await;
    assert_eq!(period(&page), "month");
}

#[wasm_bindgen_test]
async fn a_segmented_control_is_one_group_of_native_radio_buttons() {
    let value = RwSignal::new("value".to_owned());
    let page = Mounted::new(move || {
        view! { <Segmented name="Kind" value options=modes() on_change=move |next| value.set(next) /> }
    })
    .await;
    let radios = page.all("input");
    // One name and one type: the browser then gives one tab stop and the arrow keys.
    assert!(radios.iter().all(|radio| radio.get_attribute("type").as_deref() == Some("radio")));
    assert!(radios.iter().all(|radio| radio.get_attribute("name") == radios[0].get_attribute("name")));
    // Reachable: something hidden from layout could not take focus.
    radios[1].focus().unwrap();
    assert_eq!(focused(), radios[1]);

    page.press("input[value=money]").await;
    assert_eq!(value.get_untracked(), "money");
    value.set("unknown".to_owned());
    settle().await;
    assert!(page.input("input[value=unknown]").checked());
    assert_eq!(page.find("[role=radiogroup]").get_attribute("aria-label").as_deref(), Some("Kind"));
}

#[wasm_bindgen_test]
async fn two_segmented_controls_do_not_share_a_choice() {
    let page = Mounted::new(|| {
        view! {
            <Segmented name="A" value="value" options=modes() on_change=|_| () />
            <Segmented name="B" value="money" options=modes() on_change=|_| () />
        }
    })
    .await;
    assert_eq!(page.all("input:checked").len(), 2);
}

#[wasm_bindgen_test]
async fn a_dialog_takes_focus_and_gives_it_back() {
    let open = RwSignal::new(false);
    let page = Mounted::new(move || {
        view! {
            <button id="opener" on:click=move |_| open.set(true)>"Open"</button>
            <Dialog open on_close=move |()| open.set(false) title="Why this number?" close_label="Close">
                <input id="inside" />
            </Dialog>
        }
    })
    .await;
    assert!(page.all("#inside").is_empty(), "the content is built only while it is open");
    page.find("#opener").focus().unwrap();
    page.press("#opener").await;
    assert_eq!(focused(), page.find(".lt-dialog__title"));
    assert!(page.find("dialog").has_attribute("open"));
    assert_eq!(page.all("#inside").len(), 1);

    page.press("dialog button").await;
    assert!(!open.get_untracked());
    assert!(!page.find("dialog").has_attribute("open"));
    assert_eq!(focused(), page.find("#opener"));
}

#[wasm_bindgen_test]
async fn a_dialog_closed_by_the_browser_tells_its_owner() {
    let open = RwSignal::new(true);
    let page = Mounted::new(move || {
        view! {
            <Dialog open on_close=move |()| open.set(false) title="Why?" close_label="Close">
                "…"
            </Dialog>
        }
    })
    .await;
    // What Esc does in the end: the browser closes the element and tells of it in a task of its own.
    page.find("dialog").unchecked_into::<HtmlDialogElement>().close();
    until("the owner knows", || !open.get_untracked()).await;
}

#[wasm_bindgen_test]
async fn a_ledger_row_is_one_button_with_a_spoken_name_and_a_true_bar() {
    let asked = RwSignal::new(0);
    let stat = RwSignal::new(Stat {
        label: "CO2e".into(),
        value: "150".into(),
        unit: "t".into(),
        before: "from 200".into(),
        change: "−25%".into(),
        trend: Trend::Better,
        bar: Some((200.0, 150.0)),
        name: "150 tonnes. Why this number?".into(),
    });
    let page =
        Mounted::new(move || view! { <StatRow stat on_why=move |()| asked.update(|n| *n += 1) /> }).await;
    page.press("button").await;
    assert_eq!(asked.get_untracked(), 1);
    // Read out: the label and the spoken form, without the symbols.
    let heard: String =
        page.all("button > :not([aria-hidden])").iter().filter_map(|e| e.text_content()).collect();
    assert_eq!(heard, "CO2e 150 tonnes. Why this number?");
    let width = |class: &str| page.find(class).style().get_property_value("width").unwrap();
    assert_eq!((width(".lt-stat__kept"), width(".lt-stat__former")), ("75%".into(), "100%".into()));

    stat.update(|s| (s.trend, s.bar) = (Trend::Worse, None));
    settle().await;
    assert!(page.all(".lt-stat__bar").is_empty());
    assert_eq!(page.all(".lt-stat--worse").len(), 1);
}

#[wasm_bindgen_test]
async fn a_table_names_its_rows_scrolls_by_keyboard_and_opens_figures() {
    let asked = RwSignal::new(String::new());
    let figure =
        Row { cells: vec!["LED".into(), Cell::with_why("−170", "led.co2e", "down 170")], ..Row::default() };
    let table = Table {
        caption: "Upgrades".into(),
        columns: vec![Column::text("Upgrade"), Column::number("t")],
        rows: vec![Row::new(["Electricity"]).group(), figure, Row::new(["Total"]).total()],
    };
    let page = Mounted::new(move || view! { <DataTable table on_why=move |key| asked.set(key) /> }).await;
    assert_eq!(page.find("[role=region]").get_attribute("tabindex").as_deref(), Some("0"));
    assert_eq!(page.find("th[scope=rowgroup]").get_attribute("colspan").as_deref(), Some("2"));
    assert_eq!(page.all("tbody td").len(), 2, "a short row is filled up");
    page.press("td button").await;
    assert_eq!(asked.get_untracked(), "led.co2e");
}

#[wasm_bindgen_test]
async fn a_note_offers_its_way_back_once() {
    let undone = RwSignal::new(0);
    let handle = RwSignal::new(None);
    let page = Mounted::new(move || {
        let toasts = Toasts::new();
        handle.set(Some(toasts));
        view! { <ToastHost toasts close_label="Close" /> }
    })
    .await;
    let toasts = handle.get_untracked().unwrap();
    toasts.show_with("Boiler 2 deleted", "Undo", Callback::new(move |()| undone.update(|n| *n += 1)));
    settle().await;
    assert_eq!(page.text(".lt-toast__text"), "Boiler 2 deleted");
    page.press(".lt-toast button").await;
    assert_eq!(undone.get_untracked(), 1);
    assert!(page.all(".lt-toast").is_empty());
}

#[wasm_bindgen_test]
async fn a_chart_fits_its_room_and_shows_text_as_text() {
    let after = RwSignal::new(5.0);
    let draw = move |size: Size| {
        let pair = Pair {
            label: "<b>SO2".into(),
            before: Some(20.0),
            after: Some(after.get()),
            before_text: "20".into(),
            after_text: after.get().to_string(),
            ..Pair::default()
        };
        pollutants::layout(&Pairs { pairs: vec![pair], ..Pairs::default() }, size)
    };
    let page = Mounted::new(move || {
        view! {
            <div style:width="320px">
                <ChartView draw title="Cleaner air" kind="Bar chart, table follows" />
            </div>
        }
    })
    .await;
    painted().await;
    let svg = page.find("svg");
    assert!(svg.get_attribute("viewBox").unwrap().starts_with("0 0 320 "));
    assert_eq!(svg.get_attribute("role").as_deref(), Some("img"));
    let named: String = svg
        .get_attribute("aria-labelledby")
        .unwrap()
        .split(' ')
        .map(|id| page.text(&format!("#{id}")) + ".")
        .collect();
    assert_eq!(named, "Cleaner air.Bar chart, table follows.");
    assert!(page.all("svg b").is_empty());
    assert!(page.text("svg").contains("<b>SO2"));

    after.set(30.0);
    settle().await;
    assert_eq!(page.all("svg .lt-rise").len(), 1);
}
