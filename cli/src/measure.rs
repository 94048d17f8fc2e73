//! `measure`: one measure by itself, on a project or on a reference plant, with every number of its
//! calculation.

use std::collections::BTreeMap;

use crate::args::{Form, Setting, Source};
use crate::failure::Failure;
use crate::json::{Pack, Remark, payback_text, unit as money_unit, write};
use crate::table::{Align::Left, Align::Right, Table, figure};
use crate::{lists, names, words};
use lantian_engine::assess::{Assessment, Depth, MeasureOutcome, Outcome, assess};
use lantian_engine::data::MeasureId;
use lantian_engine::finance::Payback;
use lantian_engine::inspect::{Inspection, inspect};
use lantian_engine::lower::{COVERAGE, LIFE, SIZE};
use lantian_engine::measures::{CATALOGUE, Missing};
use lantian_engine::metric::Metric;
use lantian_engine::origin::{Field, Origin};
use lantian_engine::places::Places;
use lantian_engine::project::path::{self, SetError};
use lantian_engine::project::{MeasureChoice, Project};
use lantian_engine::reference::{ReferenceError, Shape, reference, short_names};

/// Names that shape a reference plant before its fields are there.
const SHAPE: [&str; 3] = ["sector", "region", "fuel"];
/// A quotation in place of the reckoned cost.
const QUOTE: &str = "quote";

/// What was asked and what came out.
#[derive(Debug)]
pub struct Answer {
    pub text: String,
    /// What has to be mended or, of a file, was assumed; a line each.
    pub remarks: Vec<String>,
    pub whole: bool,
}

#[derive(Debug, serde::Serialize)]
struct Document<'a> {
    lantian: &'static str,
    factors: Pack,
    id: &'static str,
    code: &'static str,
    name: &'static str,
    /// `reference`, or the file.
    plant: &'a str,
    problems: Vec<Remark>,
    notices: Vec<Remark>,
    /// What went in, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    inputs: Option<BTreeMap<String, Given>>,
    /// Every intermediate and final value, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<serde_json::Map<String, serde_json::Value>>,
}

/// A number that went in, with where it comes from.
#[derive(Debug, serde::Serialize)]
struct Given {
    value: f64,
    unit: String,
    /// `set` on the command line, `plant` said by the file or the reference plant, `parameter` of the measure,
    /// `suggested` by the engine, `fact` or `sector` default of the tables, `derived`, `definition`.
    from: &'static str,
    source: Option<&'static str>,
    evidence: Option<&'static str>,
}

#[derive(Debug, serde::Serialize)]
struct Value<'a> {
    value: f64,
    unit: &'a str,
}

pub fn run(
    id: &str,
    file: Option<(&Source, Project)>,
    settings: &[Setting],
    form: Form,
) -> Result<Answer, Failure> {
    let id = find(id)?;
    let is_reference = file.is_none();
    let (plant, mut project) = match file {
        Some((source, project)) => (source.to_string(), project),
        None => ("reference".to_owned(), shaped(id, settings)?),
    };
    let short = if is_reference { short_names(&project) } else { Vec::new() };
    let mut choice = chosen(&project, id);
    let mut set = Vec::new();
    for Setting { name, value } in settings {
        if parameter(id, name) {
            let number = value.parse().ok().filter(|number: &f64| number.is_finite());
            let number =
                number.ok_or_else(|| Failure::NotANumber { name: name.clone(), text: value.clone() })?;
            if name == QUOTE {
                choice.quote = Some(number);
            } else {
                choice.params.insert(name.clone(), number);
            }
            continue;
        }
        if is_reference && SHAPE.contains(&name.as_str()) {
            continue;
        }
        let full = short.iter().find(|(known, _)| known == name).map_or(name, |(_, path)| path);
        let at = path::set(&mut project, full, value)
            .map_err(|error| refused(id, &mut project, &short, name, value, error))?;
        set.push(at);
    }
    only(&mut project, choice);
    let assessment = assess(&project, Depth::Quick);
    let index = CATALOGUE.iter().position(|other| *other == id).unwrap_or(0);
    let found = match &assessment.outcome {
        None => None,
        Some(outcome) => {
            let measure = outcome.measures.get(index);
            if let Some(missing) = measure.and_then(|measure| measure.missing) {
                return Err(lacks(id, missing));
            }
            measure.map(|measure| (outcome, measure, inspect(&outcome.model, index)))
        }
    };
    let text = match (form, &found) {
        (Form::Json, _) => write(&document(id, &plant, &project, &assessment, found.as_ref(), &set)),
        (_, Some((outcome, measure, inspection))) => table(&project, outcome, measure, inspection),
        (_, None) => String::new(),
    };
    Ok(Answer { text, remarks: remarks(&project, &assessment, is_reference), whole: found.is_some() })
}

/// The defaults of a reference plant stand among its inputs, with their sources.
fn remarks(project: &Project, assessment: &Assessment, is_reference: bool) -> Vec<String> {
    let own = format!("plans[{}].measures[0].", project.active_plan);
    // As the setting is called.
    let short = |line: String| match line.strip_prefix(&own) {
        Some(line) => line.strip_prefix("params.").unwrap_or(line).to_owned(),
        None => line,
    };
    let problems =
        assessment.problems.iter().map(|p| format!("problem: {}", short(words::problem(project, p))));
    let notices = assessment.notices.iter().filter(|_| !is_reference);
    problems.chain(notices.map(|n| format!("notice: {}", words::notice(project, n)))).collect()
}

fn find(slug: &str) -> Result<MeasureId, Failure> {
    let known = CATALOGUE.iter().copied().find(|id| id.slug() == slug || id.spec().code == slug);
    known.ok_or_else(|| Failure::UnknownMeasure(slug.to_owned()))
}

/// Whether a name is one of the measure's own.
fn parameter(id: MeasureId, name: &str) -> bool {
    [COVERAGE, SIZE, LIFE, QUOTE].contains(&name) || id.param(name).is_some()
}

fn shaped(id: MeasureId, settings: &[Setting]) -> Result<Project, Failure> {
    let said = |name: &str| {
        let last = settings.iter().rev().find(|setting| setting.name == name);
        last.filter(|_| !parameter(id, name)).map(|setting| setting.value.as_str())
    };
    let shape = Shape { sector: said("sector"), region: said("region"), fuel: said("fuel") };
    reference(id, &shape).map_err(|error| match error {
        ReferenceError::UnknownFuel => Failure::Setting {
            name: "fuel".to_owned(),
            reason: format!("unknown fuel '{}'; known: {}", said("fuel").unwrap_or_default(), fuels()),
        },
        ReferenceError::NoFuel => Failure::Setting {
            name: "fuel".to_owned(),
            reason: format!("the reference plant of {} burns nothing", id.slug()),
        },
        ReferenceError::Lacks(missing) => lacks(id, missing),
        ReferenceError::Problems(problems) => {
            let empty = Project::new();
            let lines: Vec<String> = problems.iter().map(|p| words::problem(&empty, p)).collect();
            Failure::Setting { name: "reference plant".to_owned(), reason: lines.join("; ") }
        }
    })
}

fn fuels() -> String {
    let fuels = lantian_engine::carrier::Carrier::ALL.iter().filter(|carrier| carrier.is_fuel());
    fuels.map(|carrier| carrier.slug()).collect::<Vec<_>>().join(", ")
}

fn lacks(id: MeasureId, missing: Missing) -> Failure {
    Failure::NothingToActOn { measure: id.slug(), missing: missing.slug() }
}

/// The measure's choice in the plan, with what the file says about it.
fn chosen(project: &Project, id: MeasureId) -> MeasureChoice {
    let said = project.plan().measures.iter().find(|choice| choice.measure == id.slug()).cloned();
    MeasureChoice { measure: id.slug().to_owned(), on: true, ..said.unwrap_or_default() }
}

/// A plan of nothing else.
fn only(project: &mut Project, choice: MeasureChoice) {
    let active = project.active_plan;
    if let Some(plan) = project.plans.get_mut(active) {
        plan.measures = vec![choice];
    }
}

fn refused(
    id: MeasureId,
    project: &mut Project,
    short: &[(String, String)],
    name: &str,
    value: &str,
    error: SetError,
) -> Failure {
    let reason = match error {
        SetError::Unknown => {
            let own = id.spec().params.iter().map(|param| param.key);
            let own: Vec<&str> = own.chain([COVERAGE, SIZE, LIFE, QUOTE]).collect();
            let plant: Vec<String> = match short {
                [] => path::paths(project),
                short => SHAPE
                    .iter()
                    .map(|name| (*name).to_owned())
                    .chain(short.iter().map(|s| s.0.clone()))
                    .collect(),
            };
            format!("unknown name; of the measure: {}; of the plant: {}", own.join(", "), plant.join(", "))
        }
        SetError::Several { paths } => format!("several fields have this name: {}", paths.join(", ")),
        SetError::NotA { wanted } => format!("{value:?} is not a {wanted}"),
    };
    Failure::Setting { name: name.to_owned(), reason }
}

fn document<'a>(
    id: MeasureId,
    plant: &'a str,
    project: &Project,
    assessment: &Assessment,
    found: Option<&(&Outcome, &MeasureOutcome, Inspection)>,
    set: &[String],
) -> Document<'a> {
    let currency = &project.finance.currency;
    Document {
        lantian: env!("CARGO_PKG_VERSION"),
        factors: Pack::used(),
        id: id.slug(),
        code: id.spec().code,
        name: names::measure(id),
        plant,
        problems: Remark::problems(project, assessment),
        notices: Remark::notices(project, assessment),
        inputs: found.map(|(outcome, _, inspection)| inputs(project, outcome, id, inspection, set)),
        values: found.map(|(outcome, measure, inspection)| {
            let mut map = serde_json::Map::new();
            for (name, value, unit) in values(outcome, measure, inspection, currency) {
                map.insert(name, serde_json::json!(Value { value, unit: &unit }));
            }
            map
        }),
    }
}

fn slugs((num, den): (&str, &str), currency: &str) -> String {
    let money = |slug: &str| if slug == "money" && !currency.is_empty() { currency } else { slug }.to_owned();
    match (num, den) {
        ("", "") => "ratio".to_owned(),
        (num, "") => money(num),
        (num, den) => format!("{}/{}", money(num), money(den)),
    }
}

/// Parameters of the measure by their keys, numbers of the plant by their places.
fn inputs(
    project: &Project,
    outcome: &Outcome,
    id: MeasureId,
    inspection: &Inspection,
    set: &[String],
) -> BTreeMap<String, Given> {
    let lowered = &outcome.model.lowered;
    let currency = &project.finance.currency;
    let places = Places::new(&lowered.plant);
    let mut map = BTreeMap::new();
    if let Some(entry) = lowered.measures.iter().find(|entry| entry.slots.id == id) {
        for (param, &slot) in id.spec().params.iter().zip(&entry.slots.params) {
            let said = project.plan().measures.iter().any(|choice| choice.params.contains_key(param.key));
            let given = Given {
                value: lowered.params[slot],
                unit: lists::unit(param.num, param.den),
                from: if said {
                    "set"
                } else if param.default.is_some() {
                    "parameter"
                } else {
                    "suggested"
                },
                source: (!said).then(|| param.source.slug()),
                evidence: (!said).then(|| param.evidence.slug()),
            };
            map.insert(param.key.to_owned(), given);
        }
        let said = |key: &str| project.plan().measures.iter().any(|choice| choice.params.contains_key(key));
        let own = [(COVERAGE, entry.slots.coverage, "parameter"), (SIZE, entry.slots.size, "suggested")];
        for (key, slot, from) in own {
            let from = if said(key) { "set" } else { from };
            let given = Given {
                value: lowered.params[slot],
                unit: "ratio".to_owned(),
                from,
                source: None,
                evidence: None,
            };
            map.insert(key.to_owned(), given);
        }
    }
    for input in &inspection.inputs {
        let Some(info) = lowered.plant.slots.get(input.slot.index()) else { continue };
        let place = places.name(input.slot);
        let name = match place {
            Some(place) if place.of.is_empty() => place.name.to_owned(),
            Some(place) => format!("{}.{}", place.of, place.name),
            None => info.name.to_owned(),
        };
        let unit = place.and_then(|place| place.unit).unwrap_or(info.unit);
        let (from, source, evidence) = origin(project, info.origin, set);
        let given = Given { value: input.value, unit: slugs(unit, currency), from, source, evidence };
        map.entry(name).or_insert(given);
    }
    map
}

type From = (&'static str, Option<&'static str>, Option<&'static str>);

fn origin(project: &Project, origin: Origin, set: &[String]) -> From {
    let said = |field: &Field| set.contains(&words::path(project, field));
    match origin {
        Origin::Input(field) if said(&field) => ("set", None, None),
        Origin::Input(_) => ("plant", None, None),
        Origin::Fact(id) => {
            let fact = id.fact();
            ("fact", Some(fact.source.slug()), Some(fact.evidence.slug()))
        }
        Origin::Sector(row, _) => ("sector", Some(row.source.slug()), Some(row.evidence.slug())),
        Origin::Measure { .. } => ("parameter", None, None),
        Origin::Suggested { .. } => ("suggested", None, None),
        Origin::Derived | Origin::Solved => ("derived", None, None),
        Origin::Neutral | Origin::Definition => ("definition", None, None),
    }
}

/// The numbers of the calculation, then those of the money.
fn values(
    outcome: &Outcome,
    measure: &MeasureOutcome,
    inspection: &Inspection,
    currency: &str,
) -> Vec<(String, f64, String)> {
    let mut list: Vec<(String, f64, String)> = Vec::with_capacity(inspection.values.len() + 10);
    list.extend(inspection.values.iter().map(|v| (v.name.clone(), v.value, slugs(v.unit, currency))));
    let money = money_unit(Metric::Cost, currency);
    let index = CATALOGUE.iter().position(|id| *id == measure.id).unwrap_or(0);
    let mut add = |name: &str, value: Option<f64>, unit: &str| {
        list.extend(value.map(|value| (name.to_owned(), value, unit.to_owned())));
    };
    let of = crate::json::size_unit(outcome, index);
    // What is quoted as a whole is counted.
    add("size", Some(measure.size), if of.is_empty() { "ratio" } else { of });
    add("implementation_cost", Some(measure.cost), money);
    add("life", Some(f64::from(measure.life)), "year");
    if let Some(appraisal) = &measure.appraisal {
        let years = |payback| match payback {
            Payback::Years(years) | Payback::BeyondLife(years) => Some(years),
            Payback::Immediate => Some(0.0),
            _ => None,
        };
        add("grant", Some(appraisal.grant), money);
        add("yearly_saving", Some(appraisal.yearly_saving), money);
        add("simple_payback", years(appraisal.simple_payback), "year");
        add("discounted_payback", years(appraisal.discounted_payback), "year");
        add("npv", Some(appraisal.npv), money);
    }
    add("cost_per_tonne", measure.cost_per_tonne, &format!("{money}/t_co2e"));
    list
}

fn table(project: &Project, outcome: &Outcome, measure: &MeasureOutcome, inspection: &Inspection) -> String {
    let mut table = Table::new(["value", "figure", "unit"], [Left, Right, Left]);
    for (name, value, unit) in values(outcome, measure, inspection, &project.finance.currency) {
        table.row([name, figure(value), unit]);
    }
    let payback = measure.appraisal.as_ref().map_or_else(String::new, |a| payback_text(a.simple_payback));
    format!("{}\n\n{}\nsimple payback: {payback}\n", names::measure(measure.id), table.render())
}
