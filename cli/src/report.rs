//! `evaluate` for reading: three aligned tables and the money of the plan.

use crate::finance::{Rates, percent};
use crate::json::{payback_text, size_unit, unit};
use crate::names;
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::assess::{MeasureOutcome, Outcome};
use lantian_engine::metric::Metric;
use lantian_engine::project::Project;

pub fn evaluation(project: &Project, outcome: &Outcome) -> String {
    let parts = [figures(project, outcome), measures(project, outcome), money(project, outcome)];
    parts.join("\n")
}

fn figures(project: &Project, outcome: &Outcome) -> String {
    let head = ["per year", "unit", "before", "after", "saving", "%"];
    let mut table = Table::new(head, [Left, Left, Right, Right, Right, Right]);
    let saving = outcome.saving();
    for &metric in Metric::ALL {
        let before = outcome.before.totals[metric];
        let share = if before.abs() > 0.0 {
            format!("{:.1}", 100.0 * saving[metric] / before)
        } else {
            String::new()
        };
        table.row([
            metric.slug().to_owned(),
            unit(metric, &project.finance.currency).to_owned(),
            figure(before),
            figure(outcome.after.totals[metric]),
            figure(saving[metric]),
            share,
        ]);
    }
    table.render()
}

/// One line for each upgrade; those that count come with their share of the plan.
fn measures(project: &Project, outcome: &Outcome) -> String {
    let currency = unit(Metric::Cost, &project.finance.currency);
    let (cost, tonne) = (format!("cost {currency}"), format!("{currency}/t"));
    let head = ["code", "upgrade", "state", "size", "unit", &cost, "t alone", "t in plan", "payback", &tonne];
    let align = [Left, Left, Left, Right, Left, Right, Right, Right, Right, Right];
    let mut table = Table::new(head, align);
    for (index, measure) in outcome.measures.iter().enumerate() {
        let applies = measure.missing.is_none();
        let when = |text: String| if applies { text } else { String::new() };
        table.row([
            measure.id.spec().code.to_owned(),
            names::measure(measure.id).to_owned(),
            state(measure),
            when(figure(measure.size)),
            when(size_unit(outcome, index).to_owned()),
            when(figure(measure.cost)),
            measure.alone.as_ref().map_or_else(String::new, |alone| figure(alone[Metric::Co2e])),
            measure.share.as_ref().map_or_else(String::new, |share| figure(share.in_plan[Metric::Co2e])),
            measure.appraisal.as_ref().map_or_else(String::new, |a| payback_text(a.simple_payback)),
            measure.cost_per_tonne.map_or_else(String::new, figure),
        ]);
    }
    let shares = match outcome.sampling_error(Metric::Co2e).filter(|_| !outcome.exact) {
        Some(error) => format!(
            "Shares in the plan are sampled and add up; their standard error is at most {} t CO2e.\n",
            figure(error)
        ),
        None => String::new(),
    };
    table.render() + &shares
}

fn state(measure: &MeasureOutcome) -> String {
    match (measure.missing, measure.excluded_by) {
        (Some(missing), _) => format!("no {}", missing.slug()),
        (None, Some(rival)) => format!("excluded by {}", rival.spec().code),
        (None, None) if measure.counted => "in plan".to_owned(),
        (None, None) => String::new(),
    }
}

fn money(project: &Project, outcome: &Outcome) -> String {
    let appraisal = &outcome.appraisal;
    let mut table = Table::new(["plan", unit(Metric::Cost, &project.finance.currency)], [Left, Right]);
    let irr = Rates::from(&appraisal.irr).words();
    let none = || "-".to_owned();
    let rows = [
        ("investment", figure(appraisal.investment)),
        ("grant", figure(appraisal.grant)),
        ("saving per year", figure(appraisal.yearly_saving)),
        ("payback", payback_text(appraisal.simple_payback)),
        ("discounted payback", payback_text(appraisal.discounted_payback)),
        ("net present value", figure(appraisal.npv)),
        ("internal rate of return", irr),
        ("modified rate of return", appraisal.mirr.map_or_else(none, percent)),
        ("saving to investment", appraisal.saving_to_investment.map_or_else(none, |r| format!("{r:.2}"))),
        ("return on investment", appraisal.return_on_investment.map_or_else(none, percent)),
        ("per tonne CO2e", outcome.cost_per_tonne.map_or_else(none, figure)),
    ];
    for (name, value) in rows {
        table.row([name.to_owned(), value]);
    }
    table.render()
}
