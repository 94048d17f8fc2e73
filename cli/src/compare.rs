//! `compare`: projects, or plans of one project, side by side with their differences from the first.

use crate::args::{Form, Source, Wanted};
use crate::failure::Failure;
use crate::json::{Figures, Money, Pack, Remark, money, payback_text, unit, write};
use crate::names;
use crate::optimise::measures;
use crate::table::{Align, Table, figure};
use lantian_engine::assess::{Assessment, Depth, Outcome, assess};
use lantian_engine::metric::Metric;
use lantian_engine::project::{MeasureChoice, Plan, Project};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Most that stand side by side.
const MOST: usize = 4;

/// One column.
#[derive(Debug)]
pub struct Item {
    pub name: String,
    pub project: Project,
    pub assessment: Assessment,
}

#[derive(Debug, serde::Serialize)]
struct Document<'a> {
    lantian: &'static str,
    factors: Pack,
    items: Vec<Line<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct Line<'a> {
    name: &'a str,
    currency: &'a str,
    problems: Vec<Remark>,
    notices: Vec<Remark>,
    #[serde(flatten)]
    result: Option<Result<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct Result<'a> {
    /// Ids of the measures that count.
    measures: Vec<&'static str>,
    before: Figures<'a>,
    after: Figures<'a>,
    saving: Figures<'a>,
    /// `after` less `after` of the first item; money only in the same currency.
    difference: Difference<'a>,
    appraisal: Money,
    cost_per_tonne: Option<f64>,
}

/// `{"co2e": {"value": -1.5, "unit": "t_co2e"}, …}`
#[derive(Debug)]
struct Difference<'a> {
    item: &'a Item,
    first: Option<&'a Item>,
}

#[derive(Debug, serde::Serialize)]
struct Step<'a> {
    value: Option<f64>,
    unit: &'a str,
}

impl Serialize for Difference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Metric::ALL.len()))?;
        for &metric in Metric::ALL {
            let value = self.first.and_then(|first| difference(self.item, first, metric));
            let unit = unit(metric, &self.item.project.finance.currency);
            map.serialize_entry(metric.slug(), &Step { value, unit })?;
        }
        map.end()
    }
}

/// The columns: one a file, or one a plan of the one file.
pub fn items(
    mut projects: Vec<(Source, Project)>,
    wanted: &[Wanted],
) -> std::result::Result<Vec<Item>, Failure> {
    let items: Vec<Item> = match projects.pop() {
        Some((_, project)) if projects.is_empty() => {
            plans(&project, wanted)?.into_iter().map(|plan| item(&project, plan)).collect()
        }
        Some(_) if !wanted.is_empty() => return Err(Failure::PlansOfOne(projects.len() + 1)),
        last => {
            projects.extend(last);
            let column = |(source, project): (Source, Project)| {
                let title = names::own(&project.title);
                let name = if title.is_empty() { source.to_string() } else { title.to_owned() };
                let assessment = assess(&project, Depth::Quick);
                Item { name, project, assessment }
            };
            projects.into_iter().map(column).collect()
        }
    };
    if (2..=MOST).contains(&items.len()) { Ok(items) } else { Err(Failure::Columns(items.len())) }
}

fn item(project: &Project, plan: Plan) -> Item {
    let name = plan.name.clone();
    let project = Project { plans: vec![plan], active_plan: 0, ..project.clone() };
    let assessment = assess(&project, Depth::Quick);
    Item { name, project, assessment }
}

/// All plans of a project, or those asked for. A new one keeps what the plan on screen says of its measures.
fn plans(project: &Project, wanted: &[Wanted]) -> std::result::Result<Vec<Plan>, Failure> {
    let mut own: Vec<Plan> = project.plans.clone();
    for (place, plan) in own.iter_mut().enumerate() {
        plan.name = match names::own(&plan.name) {
            "" => format!("plan {}", place + 1),
            name => name.to_owned(),
        };
    }
    if wanted.is_empty() {
        return Ok(own);
    }
    let find = |Wanted { name, measures: ids }: &Wanted| match ids {
        Some(ids) => made(project, name, ids),
        None => own.iter().find(|plan| plan.name == *name).cloned().ok_or_else(|| {
            let known: Vec<&str> = own.iter().map(|plan| plan.name.as_str()).collect();
            Failure::UnknownPlan { name: name.clone(), known: known.join(", ") }
        }),
    };
    wanted.iter().map(find).collect()
}

fn made(project: &Project, name: &str, ids: &[String]) -> std::result::Result<Plan, Failure> {
    let chosen = measures(ids)?;
    let mut plan = Plan { name: name.to_owned(), ..project.plan().clone() };
    for choice in &mut plan.measures {
        choice.on = false;
    }
    for id in chosen {
        match plan.measures.iter_mut().find(|choice| choice.measure == id.slug()) {
            Some(choice) => choice.on = true,
            None => plan.measures.push(MeasureChoice {
                measure: id.slug().to_owned(),
                on: true,
                ..MeasureChoice::default()
            }),
        }
    }
    Ok(plan)
}

pub fn render(items: &[Item], form: Form) -> String {
    match form {
        Form::Json => write(&document(items)),
        Form::Csv => csv(items),
        Form::Text => text(items),
    }
}

fn document(items: &[Item]) -> Document<'_> {
    Document {
        lantian: env!("CARGO_PKG_VERSION"),
        factors: Pack::used(),
        items: items.iter().map(|item| line(item, items.first())).collect(),
    }
}

fn line<'a>(item: &'a Item, first: Option<&'a Item>) -> Line<'a> {
    let Item { name, project, assessment } = item;
    let currency = &project.finance.currency;
    let result = assessment.outcome.as_ref().map(|outcome| {
        let figures = |totals| Figures { totals, currency };
        Result {
            measures: outcome.counted().map(|measure| measure.id.slug()).collect(),
            before: figures(outcome.before.totals),
            after: figures(outcome.after.totals),
            saving: figures(outcome.saving()),
            difference: Difference { item, first },
            appraisal: money(&outcome.appraisal),
            cost_per_tonne: outcome.cost_per_tonne,
        }
    });
    let problems = Remark::problems(project, assessment);
    Line { name, currency, problems, notices: Remark::notices(project, assessment), result }
}

/// What an item has more of than the first; `None` between two currencies.
fn difference(item: &Item, first: &Item, metric: Metric) -> Option<f64> {
    let same = item.project.finance.currency == first.project.finance.currency;
    let value = |item: &Item| Some(item.assessment.outcome.as_ref()?.after.totals[metric]);
    if metric.unit() == "money" && !same { None } else { Some(value(item)? - value(first)?) }
}

/// Columns `item,figure,unit,before,after,saving,difference`.
fn csv(items: &[Item]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: [&str; 7]| {
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells);
    };
    row(["item", "figure", "unit", "before", "after", "saving", "difference"]);
    for item in items {
        let Some(outcome) = &item.assessment.outcome else { continue };
        for &metric in Metric::ALL {
            let (before, after) = (outcome.before.totals[metric], outcome.after.totals[metric]);
            let more = items.first().and_then(|first| difference(item, first, metric));
            row([
                &item.name,
                metric.slug(),
                unit(metric, &item.project.finance.currency),
                &before.to_string(),
                &after.to_string(),
                &(before - after).to_string(),
                &more.map_or_else(String::new, |more| more.to_string()),
            ]);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn text(items: &[Item]) -> String {
    let with: Vec<(&Item, &Outcome)> =
        items.iter().filter_map(|item| Some((item, item.assessment.outcome.as_ref()?))).collect();
    let Some((first, others)) = items.split_first() else { return String::new() };
    let mut head = vec!["per year".to_owned(), "unit".to_owned()];
    for (item, _) in &with {
        head.extend([format!("{}: today", item.name), item.name.clone()]);
    }
    head.extend(others.iter().map(|item| format!("{} - {}", item.name, first.name)));
    let align = |place: usize| if place < 2 { Align::Left } else { Align::Right };
    let mut table = Table::wide(head.clone(), (0..head.len()).map(align).collect());
    for &metric in Metric::ALL {
        let mut row =
            vec![metric.slug().to_owned(), unit(metric, &first.project.finance.currency).to_owned()];
        for (_, outcome) in &with {
            row.extend([figure(outcome.before.totals[metric]), figure(outcome.after.totals[metric])]);
        }
        let more = |item: &Item| difference(item, first, metric).map_or_else(|| "-".to_owned(), figure);
        row.extend(others.iter().map(more));
        table.row(row);
    }
    let mut head = vec!["plan".to_owned()];
    head.extend(with.iter().map(|(item, _)| item.name.clone()));
    let align = |place: usize| if place < 1 { Align::Left } else { Align::Right };
    let mut money = Table::wide(head.clone(), (0..head.len()).map(align).collect());
    let mut add = |name: &str, value: &dyn Fn(&Item, &Outcome) -> String| {
        let mut row = vec![name.to_owned()];
        row.extend(with.iter().map(|(item, outcome)| value(item, outcome)));
        money.row(row);
    };
    add("upgrades", &|_, outcome| outcome.plan.len().to_string());
    add("currency", &|item, _| item.project.finance.currency.clone());
    add("investment", &|_, outcome| figure(outcome.appraisal.investment));
    add("saving per year", &|_, outcome| figure(outcome.appraisal.yearly_saving));
    add("payback", &|_, outcome| payback_text(outcome.appraisal.simple_payback));
    add("net present value", &|_, outcome| figure(outcome.appraisal.npv));
    add("per tonne CO2e", &|_, outcome| outcome.cost_per_tonne.map_or_else(|| "-".to_owned(), figure));
    format!("{}\n{}", table.render(), money.render())
}
