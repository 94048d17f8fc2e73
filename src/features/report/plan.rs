//! The plan: what each upgrade costs and saves, alone and together with the others.

use super::facts::{Desk, Facts};
use super::parts::{Points, Section};
use super::shares::SharesChart;
use crate::features::naming::{MetricText, payback_short};
use crate::i18n::k;
use crate::state::Answers;
use crate::ui::{Column, DataTable, Row, Table};
use lantian_engine::metric::{Metric, Totals};
use leptos::prelude::*;

/// The upgrades of the plan, largest share of the saving first, and the plan as a whole.
pub fn measures(facts: &Facts<'_>) -> Table {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let format = i18n.format();
    let tonnes = MetricText::new(i18n, Metric::Co2e, facts.currency);
    let number = |value: f64| format.table(value, 0);
    let per_tonne = |value: Option<f64>| value.map_or_else(|| format.none(), number);
    let tonnes_of = |totals: Option<&Totals<f64>>| {
        totals.map_or_else(
            || format.none(),
            |totals| {
                let saved = totals[Metric::Co2e];
                // Less than half a kilogram.
                if saved.abs() < 5e-4 { number(0.0) } else { tonnes.table(saved) }
            },
        )
    };
    let mut counted: Vec<_> = outcome.counted().collect();
    let share = |m: &lantian_engine::assess::MeasureOutcome| {
        m.share.as_ref().map_or(0.0, |s| s.in_plan[Metric::Co2e])
    };
    counted.sort_by(|one, other| share(other).total_cmp(&share(one)));
    let mut rows: Vec<Row> = counted
        .iter()
        .map(|measure| {
            let in_plan = measure.share.as_ref().map(|share| &share.in_plan);
            let appraisal = measure.appraisal.as_ref();
            Row::new([
                i18n.name("measure", measure.id.slug()),
                number(measure.cost),
                tonnes_of(measure.alone.as_ref()),
                tonnes_of(in_plan),
                in_plan.map_or_else(|| format.none(), |totals| number(totals[Metric::Cost])),
                appraisal.map_or_else(|| format.none(), |a| payback_short(i18n, a.simple_payback)),
                appraisal.map_or_else(|| format.none(), |a| number(a.npv)),
                per_tonne(measure.cost_per_tonne),
            ])
        })
        .collect();
    if !rows.is_empty() {
        let saving = outcome.saving();
        let plan = &outcome.appraisal;
        rows.push(
            Row::new([
                i18n.t(k::REPORT_PLAN_TOTAL).to_owned(),
                number(plan.investment),
                String::new(),
                tonnes_of(Some(&saving)),
                number(saving[Metric::Cost]),
                payback_short(i18n, plan.simple_payback),
                number(plan.npv),
                per_tonne(outcome.cost_per_tonne),
            ])
            .total(),
        );
    }
    let currency = [("currency", format.currency(facts.currency))];
    let money = |what: &str| {
        i18n.tf(k::REPORT_COLUMN_MONEY, [("what", what), ("currency", format.currency(facts.currency))])
    };
    Table {
        caption: i18n.t(k::REPORT_MEASURES_TABLE).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::REPORT_COLUMN_MEASURE)),
            Column::number(money(i18n.t(k::FINANCE_IMPLEMENTATION_COST))),
            Column::number(i18n.t(k::REPORT_COLUMN_CO2E_ALONE)),
            Column::number(i18n.t(k::REPORT_COLUMN_CO2E_PLAN)),
            Column::number(i18n.tf(k::REPORT_COLUMN_SAVING_PLAN, currency)),
            Column::number(i18n.t(k::REPORT_COLUMN_PAYBACK)),
            Column::number(i18n.tf(k::REPORT_COLUMN_NPV, currency)),
            Column::number(i18n.tf(k::REPORT_COLUMN_PER_TONNE, currency)),
        ],
        rows,
    }
}

/// Ticked upgrades that the plant lacks something for.
pub fn left_out(facts: &Facts<'_>) -> Vec<String> {
    let i18n = facts.i18n;
    let lacking = facts.outcome.measures.iter().filter(|measure| measure.on);
    lacking
        .filter_map(|measure| {
            let reason = i18n.name("missing", measure.missing?.slug());
            let name = i18n.name("measure", measure.id.slug());
            Some(i18n.tf(k::REPORT_LEFT_OUT, [("measure", &name), ("reason", &reason)]))
        })
        .collect()
}

/// The upgrades.
#[component]
pub fn Plan() -> impl IntoView {
    let (desk, answers) = (Desk::expect(), Answers::expect());
    let i18n = desk.i18n;
    let table = desk.memo(measures);
    let empty = Memo::new(move |_| table.with(|table| table.rows.is_empty()));
    let waiting = move || answers.is_waiting();
    view! {
        <Section title=k::REPORT_MEASURES_TABLE>
            <Show
                when=move || !empty.get()
                fallback=move || view! { <p>{move || i18n.t(k::FINDING_NO_PLAN)}</p> }
            >
                <div class="lt-report__plan">
                    <DataTable table quiet_caption=true />
                </div>
                <p class="lt-report__small">{move || i18n.t(k::REPORT_PLAN_NOTE)}</p>
            </Show>
            <Show when=waiting>
                <p class="lt-report__small">{move || i18n.t(k::REPORT_WAITING_SHARES)}</p>
            </Show>
            <Points texts=desk.memo(left_out) />
            <SharesChart />
        </Section>
    }
}
