//! The explanation of a money figure: investment, yearly saving, payback, net present value.

use super::money_lines::{Case, SAVING_PARTS, carbon_saving, recovery, years};
use super::subject::{MoneyFigure, Subject};
use crate::features::naming::{currency_of, irr_words, metric_key, payback_short};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::{Answers, ProjectStore, Route};
use crate::ui::{Cell, Column, DataTable, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::data::MeasureId;
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// The figure in words, for the heading.
pub fn headline(
    i18n: I18n,
    outcome: &Outcome,
    measure: Option<MeasureId>,
    figure: MoneyFigure,
    currency: Currency,
) -> Option<String> {
    let case = Case::new(outcome, measure)?;
    let (appraisal, format) = (case.appraisal, i18n.format());
    Some(match figure {
        MoneyFigure::Investment => format.money_sentence(appraisal.investment, currency),
        MoneyFigure::Saving => format.money_sentence(appraisal.yearly_saving, currency),
        MoneyFigure::Payback => payback_short(i18n, appraisal.simple_payback),
        MoneyFigure::Npv => format.money_sentence(appraisal.npv, currency),
        MoneyFigure::CostPerTonne => {
            let per_tonne = per_tonne(outcome, measure)?;
            i18n.tf(k::FINANCE_PER_TONNE, [("money", &format.money_table(per_tonne, currency))])
        }
    })
}

fn per_tonne(outcome: &Outcome, measure: Option<MeasureId>) -> Option<f64> {
    match measure {
        None => outcome.cost_per_tonne,
        Some(id) => outcome.measures.iter().find(|m| m.id == id)?.cost_per_tonne,
    }
}

/// What the panel shows: a formula in words, one in numbers, and tables.
#[derive(Clone, Debug, Default, PartialEq)]
struct MoneyWords {
    words: String,
    numbers: String,
    tables: Vec<Table>,
    remarks: Vec<String>,
}

fn words(
    i18n: I18n,
    outcome: &Outcome,
    case: &Case<'_>,
    figure: MoneyFigure,
    currency: Currency,
) -> MoneyWords {
    let money = |value: f64| i18n.format().money_table(value, currency);
    let a = case.appraisal;
    let terms = &outcome.model.lowered.money.terms;
    let npv_remark = || {
        let rate = i18n.format().share(terms.discount_rate);
        let years = i18n.format().period(terms.horizon);
        i18n.tf(k::WHY_NPV_TERMS, [("rate", &rate), ("years", &years)])
    };
    match figure {
        MoneyFigure::Investment => MoneyWords {
            words: i18n.t(k::WHY_INVESTMENT_WORDS).to_owned(),
            numbers: format!(
                "{} − {} = {}",
                money(a.investment),
                money(a.grant),
                money(a.investment - a.grant)
            ),
            tables: vec![costs(i18n, outcome, case, currency)],
            remarks: vec![i18n.t(k::WHY_COST_REMARK).to_owned()],
        },
        MoneyFigure::Saving => MoneyWords {
            words: i18n.t(k::WHY_SAVING_WORDS).to_owned(),
            numbers: String::new(),
            tables: vec![savings(i18n, outcome, case, currency)],
            remarks: Vec::new(),
        },
        MoneyFigure::Payback => MoneyWords {
            words: i18n.t(k::WHY_PAYBACK_WORDS).to_owned(),
            numbers: format!(
                "({} − {}) ÷ {} = {}",
                money(a.investment),
                money(a.grant),
                money(a.yearly_saving),
                payback_short(i18n, a.simple_payback)
            ),
            tables: vec![savings(i18n, outcome, case, currency), costs(i18n, outcome, case, currency)],
            remarks: vec![
                i18n.tf(
                    k::WHY_DISCOUNTED,
                    [
                        ("payback", &payback_short(i18n, a.discounted_payback)),
                        ("irr", &irr_words(i18n, &a.irr)),
                    ],
                ),
                npv_remark(),
            ],
        },
        MoneyFigure::Npv => MoneyWords {
            words: i18n.t(k::WHY_NPV_WORDS).to_owned(),
            numbers: String::new(),
            tables: vec![flows(i18n, outcome, case, currency)],
            remarks: vec![npv_remark()],
        },
        MoneyFigure::CostPerTonne => MoneyWords {
            words: i18n.t(k::WHY_PER_TONNE_WORDS).to_owned(),
            numbers: format!(
                "−({}) × {} ÷ {} = {}",
                money(a.npv),
                crate::features::naming::figure(i18n, recovery(outcome)),
                i18n.format().co2e(case.saved[Metric::Co2e]),
                per_tonne(outcome, case.measure).map_or_else(|| i18n.format().none(), money),
            ),
            tables: vec![flows(i18n, outcome, case, currency)],
            remarks: vec![npv_remark()],
        },
    }
}

fn costs(i18n: I18n, outcome: &Outcome, case: &Case<'_>, currency: Currency) -> Table {
    let money = |value: f64| i18n.format().table(value, 0);
    let mut rows: Vec<Row> = case
        .measures
        .iter()
        .map(|m| {
            let years = i18n.format().period(m.life);
            Row::new([i18n.name("measure", m.id.slug()), years, money(m.cost)])
        })
        .collect();
    let blank = String::new;
    if case.appraisal.grant != 0.0 {
        rows.push(Row::new([i18n.t(k::SETTINGS_GRANT).to_owned(), blank(), money(-case.appraisal.grant)]));
    }
    rows.push(
        Row::new([
            i18n.t(k::UI_TOTAL).to_owned(),
            blank(),
            money(case.appraisal.investment - case.appraisal.grant),
        ])
        .total(),
    );
    let _ = outcome;
    Table {
        caption: i18n.t(k::FINANCE_IMPLEMENTATION_COST).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.t(k::FINANCE_LIFETIME)),
            Column::number(i18n.format().currency(currency)),
        ],
        rows,
    }
}

fn savings(i18n: I18n, outcome: &Outcome, case: &Case<'_>, currency: Currency) -> Table {
    let money = |value: f64| i18n.format().table(value, 0);
    let mut rows: Vec<Row> = SAVING_PARTS
        .iter()
        .filter(|metric| case.saved[**metric] != 0.0)
        .map(|&metric| {
            let subject = match case.measure {
                None => Subject::Figure { metric, case: lantian_engine::explain::Case::Saving },
                Some(measure) => Subject::Alone { measure, metric },
            };
            let shown = money(case.saved[metric]);
            let name = crate::features::naming::spoken(i18n, &shown);
            Row::new([Cell::from(i18n.t(metric_key(metric))), Cell::with_why(shown, subject.key(), name)])
        })
        .collect();
    let carbon = carbon_saving(outcome, &case.saved);
    if carbon != 0.0 {
        rows.push(Row::new([i18n.t(k::METRIC_CARBON_COST).to_owned(), money(carbon)]));
    }
    rows.push(Row::new([i18n.t(k::UI_TOTAL).to_owned(), money(case.appraisal.yearly_saving)]).total());
    Table {
        caption: i18n.t(k::FINANCE_SAVING_YEAR).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.format().currency(currency)),
        ],
        rows,
    }
}

fn flows(i18n: I18n, outcome: &Outcome, case: &Case<'_>, currency: Currency) -> Table {
    let money = |value: f64| i18n.format().table(value, 0);
    let rate = outcome.model.lowered.money.terms.discount_rate;
    Table {
        caption: i18n.tf(k::WHY_FLOWS_CAPTION, [("currency", i18n.format().currency(currency))]),
        columns: vec![
            Column::text(i18n.t(k::FINANCE_YEAR)),
            Column::number(i18n.t(k::FINANCE_CASH_FLOW)),
            Column::number(i18n.t(k::FINANCE_PRESENT)),
            Column::number(i18n.t(k::FINANCE_CUMULATIVE)),
        ],
        rows: years(case.appraisal, rate)
            .into_iter()
            .map(|y| Row::new([y.year.to_string(), money(y.flow), money(y.present), money(y.total)]))
            .collect(),
    }
}

/// The body of the panel for a money figure.
#[component]
pub fn MoneyWhy(subject: Subject) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let panel = super::WhyPanel::expect();
    let shown = Memo::new(move |_| {
        let Subject::Money { measure, figure } = subject else { return MoneyWords::default() };
        let currency = store.with(currency_of);
        answers.with(|answer| {
            answer
                .outcome
                .as_ref()
                .and_then(|outcome| {
                    Some(words(i18n, outcome, &Case::new(outcome, measure)?, figure, currency))
                })
                .unwrap_or_default()
        })
    });
    let on_why = Callback::new(move |key: String| {
        if let Some(subject) = Subject::parse(&key) {
            panel.go_on(subject);
        }
    });
    view! {
        <section class="lt-why-part">
            <p class="lt-why-formula">{move || shown.with(|w| w.words.clone())}</p>
            <p class="lt-why-formula lt-why-formula--numbers">
                <code>{move || shown.with(|w| w.numbers.clone())}</code>
            </p>
            {move || shown.with(|w| w.remarks.clone())
                .into_iter()
                .map(|remark| view! { <p class="lt-remark">{remark}</p> })
                .collect_view()}
        </section>
        {move || shown.with(|w| w.tables.clone())
            .into_iter()
            .map(|table| view! {
                <section class="lt-why-part">
                    <DataTable table=Signal::stored(table) on_why />
                </section>
            })
            .collect_view()}
        <p>
            <a href=Route::Upgrades.to_string() on:click=move |_| panel.close()>
                {move || i18n.t(k::WHY_CHANGE_UPGRADES)}
            </a>
        </p>
    }
}
