//! Problems and assumptions of the engine in words, and the names of the fields they stand at.

use crate::features::naming::inside;
use crate::features::plant::bill_text::{self, AmountIssue, Around};
use crate::features::plant::choices::{bill_units, currency_of};
use crate::i18n::{I18n, InputIssue, input_message, k};
use lantian_engine::carrier::Carrier;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::notice::{Notice, NoticeKind, Problem, ProblemKind};
use lantian_engine::origin::Field;
use lantian_engine::plant::AirPollutant;
use lantian_engine::project::Project;
use lantian_engine::units::UnitId;

/// The name of a carrier. Some fuels are named in the list of fuels alone.
pub fn carrier_name(i18n: I18n, slug: &str) -> String {
    let texts = i18n.texts();
    texts.key_name("carrier", slug).or_else(|| texts.key_name("fuel", slug)).unwrap_or(slug).to_owned()
}

/// The name of a field by itself: `part_name` where the part has its own word, else `name`.
pub fn field_name(i18n: I18n, part: &str, name: &str) -> String {
    let texts = i18n.texts();
    let own = format!("{part}_{name}");
    let named = texts.name("field", &own).or_else(|| texts.name("field", name));
    // The engine names the factors of a burner by their pollutant.
    named.or_else(|| texts.key_name("pollutant", name)).unwrap_or(name).to_owned()
}

/// The name of a field with the thing it belongs to: "Natural gas, unit price". `project` is the one
/// the field's index counts in: the completed project where there is an outcome.
pub fn field_place(i18n: I18n, project: &Project, field: Field) -> String {
    let name = field_name(i18n, field.part, field.name);
    match thing(i18n, project, field) {
        Some(thing) if field.part == "bill" && matches!(field.name, "amount" | "electricity" | "carrier") => {
            thing
        }
        Some(thing) => i18n.tf(k::FIELD_OF, [("thing", &thing), ("field", &inside(i18n, &name))]),
        None => name,
    }
}

fn thing(i18n: I18n, project: &Project, field: Field) -> Option<String> {
    let (index, child) = (usize::from(field.index), usize::from(field.child));
    let named = |own: &str, family: &str, slug: &str| {
        if own.is_empty() { i18n.name(family, slug) } else { i18n.own_name(own) }
    };
    match field.part {
        "bill" if field.name == "electricity" => Some(carrier_name(i18n, "electricity")),
        "bill" => project.bills.get(index).map(|bill| carrier_name(i18n, &bill.carrier)),
        "electric" => match (project.electricity.get(index), field.name) {
            (Some(use_), _) => Some(named(&use_.name, "electric", &use_.kind)),
            // The sector's split has them where nothing is listed.
            (None, "leaks" | "pressure") => Some(i18n.name("electric", "compressed_air")),
            (None, _) => None,
        },
        "heat" => project.heat.get(index).map(|system| named(&system.name, "service", &system.service)),
        "heat_use" => {
            let system = project.heat.get(index)?;
            Some(match system.uses.get(child) {
                Some(use_) => named(&use_.name, "heat_use", &use_.kind),
                None => named(&system.name, "service", &system.service),
            })
        }
        "source" => {
            let source = project.heat.get(index)?.sources.get(child)?;
            Some(named(&source.name, "source", &source.kind))
        }
        "fired" => project.fired.get(index).map(|use_| named(&use_.name, "fired", &use_.kind)),
        "fleet" => project.vehicles.get(index).map(|use_| {
            if use_.name.is_empty() {
                i18n.key_name("vehicle", &use_.kind)
            } else {
                i18n.own_name(&use_.name)
            }
        }),
        "solvent" => {
            project.solvents.get(index).map(|row| i18n.own_name(&row.name)).filter(|n| !n.is_empty())
        }
        "refrigerant" => project.refrigerants.get(index).map(|row| i18n.key_name("greenhouse_gas", &row.gas)),
        "activity" => {
            project.activities.get(index).map(|row| i18n.own_name(&row.name)).filter(|n| !n.is_empty())
        }
        "target" => Some(i18n.tf(k::AHEAD_TARGET_N, [("n", &i18n.format().count(index + 1))])),
        "measure" => CATALOGUE.get(index).map(|id| i18n.name("measure", id.slug())),
        "wastewater" => Some(i18n.t(k::PLANT_WASTEWATER).to_owned()),
        "solar" => Some(i18n.t(k::PLANT_SOLAR).to_owned()),
        _ => None,
    }
}

/// A problem as a sentence. `project` is the user's own.
pub fn problem(i18n: I18n, project: &Project, problem: &Problem) -> String {
    let field = field_place(i18n, project, problem.field);
    let field = field.as_str();
    let format = i18n.format();
    let own = |value: f64| number(i18n, problem.field, value);
    match &problem.kind {
        ProblemKind::Missing => i18n.tf(missing(problem.field), [("field", field)]),
        ProblemKind::NotANumber { text } => match raw_issue(project, problem.field) {
            Some((carrier, issue)) => amount_issue(i18n, carrier, field, &issue, project),
            None => {
                let issue = InputIssue::NotANumber { typed: text.clone() };
                input_message(i18n.texts(), field, &issue)
            }
        },
        ProblemKind::OutOfRange { value, max, reason: Some(reason), .. } if value > max => i18n.tf(
            k::ERROR_INPUT_REASON_HIGH,
            [
                ("field", field),
                ("value", &own(*value)),
                ("high", &own(*max)),
                ("reason", &i18n.name("reason", reason.slug())),
            ],
        ),
        ProblemKind::OutOfRange { value, min, reason: Some(reason), .. } => i18n.tf(
            k::ERROR_INPUT_REASON,
            [
                ("field", field),
                ("value", &own(*value)),
                ("low", &own(*min)),
                ("reason", &i18n.name("reason", reason.slug())),
            ],
        ),
        ProblemKind::OutOfRange { value, min, max, .. } if *max >= 1e12 && *value > *max => {
            let issue = InputIssue::TooLarge { typed: format.own(*value) };
            let _ = min;
            input_message(i18n.texts(), field, &issue)
        }
        ProblemKind::OutOfRange { value, max, .. } if *max >= 1e12 => {
            let issue = InputIssue::Negative { typed: format.own(*value), value: *value };
            input_message(i18n.texts(), field, &issue)
        }
        ProblemKind::OutOfRange { value, min, max, .. } => i18n.tf(
            k::ERROR_INPUT_LIMIT,
            [("field", field), ("value", &own(*value)), ("low", &own(*min)), ("high", &own(*max))],
        ),
        ProblemKind::Unknown { slug } => unknown(i18n, problem.field, field, slug),
        ProblemKind::Unit { unit } => {
            let carrier = bill_carrier(project, problem.field).unwrap_or(Carrier::Electricity);
            unit_does_not_fit(i18n, carrier, field, unit)
        }
        ProblemKind::FlueBelowAir { flue, air } => i18n
            .tf(k::ERROR_STACK_BELOW_AIR, [("stack", &degrees(i18n, *flue)), ("air", &degrees(i18n, *air))]),
        ProblemKind::FlueBelowDewPoint { flue, dew_point } => i18n.tf(
            k::ERROR_FLUE_BELOW_DEW_POINT,
            [("field", field), ("flue", &degrees(i18n, *flue)), ("dew", &degrees(i18n, *dew_point))],
        ),
        ProblemKind::TooEfficient { efficiency, most, dew_point } => {
            let (value, most) = (percent(i18n, efficiency * 100.0), percent(i18n, most * 100.0));
            match dew_point {
                Some(dew) => i18n.tf(
                    k::ERROR_EFFICIENCY_ABOVE_DEW_POINT,
                    [("field", field), ("value", &value), ("most", &most), ("dew", &degrees(i18n, *dew))],
                ),
                None => i18n.tf(
                    k::ERROR_EFFICIENCY_ABOVE_CONDENSING,
                    [("field", field), ("value", &value), ("most", &most)],
                ),
            }
        }
        ProblemKind::NoEfficiency { losses } => {
            i18n.tf(k::ERROR_EFFICIENCY, [("field", field), ("losses", &percent(i18n, *losses))])
        }
        ProblemKind::SharesAbove { sum } => {
            i18n.tf(k::ERROR_SHARE_SUM, [("field", field), ("sum", &percent(i18n, *sum))])
        }
        ProblemKind::NoFactor => i18n.tf(k::PROBLEM_NO_FACTOR, [("field", field)]),
        ProblemKind::Repeated => i18n.tf(k::PROBLEM_REPEATED, [("field", field)]),
        ProblemKind::NoPrice => i18n.tf(k::PROBLEM_NO_PRICE, [("field", field)]),
        ProblemKind::NoPath { .. } => i18n.tf(k::PROBLEM_NO_PATH, [("field", field)]),
    }
}

/// A number as it is typed into its field: years of the calendar have no separators.
fn number(i18n: I18n, field: Field, value: f64) -> String {
    let is_year = matches!(field.name, "year" | "base_year" | "until" | "start");
    if is_year { format!("{value:.0}") } else { i18n.format().own(value) }
}

fn missing(field: Field) -> crate::i18n::Key<1> {
    match (field.part, field.name) {
        (_, "region" | "sector" | "kind" | "carrier" | "gas" | "factor" | "service") => k::PROBLEM_CHOOSE,
        ("bill", "amount") => k::PROBLEM_NO_SIZE,
        _ => k::PROBLEM_MISSING,
    }
}

fn unknown(i18n: I18n, at: Field, field: &str, slug: &str) -> String {
    // A boiler whose fuel is a carrier without a bill.
    match Carrier::from_slug(slug).filter(|_| at.name == "carrier" && at.part != "bill") {
        Some(carrier) => {
            let carrier = carrier_name(i18n, carrier.slug());
            i18n.tf(k::PROBLEM_NO_CARRIER_BILL, [("field", field), ("carrier", &carrier)])
        }
        None if slug.is_empty() => i18n.tf(k::PROBLEM_CHOOSE, [("field", field)]),
        None => i18n.tf(k::PROBLEM_UNKNOWN, [("field", field), ("typed", slug)]),
    }
}

fn bill_carrier(project: &Project, field: Field) -> Option<Carrier> {
    Carrier::from_slug(&project.bills.get(usize::from(field.index))?.carrier)
}

fn raw_issue(project: &Project, field: Field) -> Option<(Carrier, AmountIssue)> {
    if field.part != "bill" {
        return None;
    }
    let carrier = bill_carrier(project, field)?;
    let bill = project.bills.get(usize::from(field.index))?;
    Some((carrier, bill_text::issue(bill, Around::new(project, carrier))?))
}

/// What is wrong with a typed amount of a bill.
pub fn amount_issue(
    i18n: I18n,
    carrier: Carrier,
    field: &str,
    issue: &AmountIssue,
    project: &Project,
) -> String {
    match issue {
        AmountIssue::Number(issue) => input_message(i18n.texts(), field, issue),
        AmountIssue::Percent => {
            let choices = unit_list(i18n, carrier);
            i18n.tf(k::ERROR_INPUT_UNIT_UNKNOWN, [("field", field), ("unit", "%"), ("choices", &choices)])
        }
        AmountIssue::MoneyHere => i18n.tf(k::ERROR_INPUT_MONEY_HERE, [("field", field)]),
        AmountIssue::OtherCurrency => {
            let currency = i18n.format().currency_name(currency_of(project));
            i18n.tf(k::FIELD_OTHER_CURRENCY, [("field", field), ("currency", currency)])
        }
        AmountIssue::UnknownUnit(unit) => {
            let choices = unit_list(i18n, carrier);
            i18n.tf(k::ERROR_INPUT_UNIT_UNKNOWN, [("field", field), ("unit", unit), ("choices", &choices)])
        }
        AmountIssue::OtherUnit(unit) => unit_does_not_fit(i18n, carrier, field, unit.slug()),
    }
}

fn unit_does_not_fit(i18n: I18n, carrier: Carrier, field: &str, unit: &str) -> String {
    let (unit, choices) = (i18n.unit(unit), unit_list(i18n, carrier));
    let carrier = carrier_name(i18n, carrier.slug());
    i18n.tf(
        k::ERROR_INPUT_UNIT_DOES_NOT_FIT,
        [("field", field), ("unit", &unit), ("carrier", &carrier), ("choices", &choices)],
    )
}

fn unit_list(i18n: I18n, carrier: Carrier) -> String {
    let names: Vec<String> = bill_units(carrier).iter().map(|unit| i18n.unit(unit.slug())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    i18n.format().list(&names)
}

fn percent(i18n: I18n, value: f64) -> String {
    format!("{}%", i18n.format().table(value, u8::from(value.fract().abs() > 0.05)))
}

fn degrees(i18n: I18n, value: f64) -> String {
    i18n.format().quantity(value, 0, "°C")
}

/// A default with its unit: `8%`, `0.7 MPa`.
pub fn default_value(i18n: I18n, value: f64, unit: &str) -> String {
    let digits = default_digits(i18n, value);
    match unit {
        "percent" => format!("{digits}%"),
        "" | "fraction" | "ratio" => digits,
        _ => format!("{digits}\u{a0}{}", i18n.symbol(unit)),
    }
}

/// The same without its unit, for a box that has the unit behind it.
pub fn default_digits(i18n: I18n, value: f64) -> String {
    i18n.format().own(rounded(value))
}

/// Four significant figures: defaults are no more exact than that.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

/// The carrier that something burns or buys.
fn burnt(project: &Project, field: Field) -> Option<&str> {
    let (index, child) = (usize::from(field.index), usize::from(field.child));
    match field.part {
        "source" => project.heat.get(index)?.sources.get(child).map(|row| row.carrier.as_str()),
        "fired" => project.fired.get(index).map(|row| row.carrier.as_str()),
        "fleet" => project.vehicles.get(index).map(|row| row.carrier.as_str()),
        _ => None,
    }
}

fn pollutants(i18n: I18n, which: impl Iterator<Item = AirPollutant>) -> String {
    let which: Vec<AirPollutant> = which.collect();
    if which.len() == AirPollutant::ALL.len() {
        return inside(i18n, i18n.t(k::RESULTS_POLLUTANTS));
    }
    let names: Vec<String> =
        which.into_iter().map(|pollutant| i18n.name("field", pollutant.slug())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    i18n.format().list(&names)
}

/// An assumption as a sentence. `project` is the completed one where there is an outcome.
pub fn notice(i18n: I18n, project: &Project, notice: &Notice) -> String {
    let field = field_place(i18n, project, notice.field);
    let field = field.as_str();
    let thing = thing(i18n, project, notice.field);
    let thing = thing.as_deref().unwrap_or(field);
    let format = i18n.format();
    let currency = currency_of(project);
    let unit = || {
        let bill = project.bills.get(usize::from(notice.field.index));
        let slug = bill.map_or("", |bill| bill.unit.as_str());
        let carrier = bill.and_then(|bill| Carrier::from_slug(&bill.carrier));
        let usual = carrier.map(lantian_engine::lower::usual_unit);
        let unit = UnitId::from_slug(slug).or(usual);
        unit.map(|unit| i18n.unit(unit.slug())).unwrap_or_default()
    };
    match &notice.kind {
        NoticeKind::DefaultUsed { value, unit } => {
            let value = default_value(i18n, *value, unit);
            i18n.tf(k::NOTICE_DEFAULT_USED, [("field", field), ("value", &value)])
        }
        NoticeKind::Estimated { .. } => i18n.tf(k::NOTICE_ESTIMATED, [("field", field)]),
        NoticeKind::SectorSplit { carrier } => {
            i18n.tf(k::NOTICE_SECTOR_SPLIT, [("carrier", &carrier_name(i18n, carrier.slug()))])
        }
        NoticeKind::ListScaled { listed, bill } => i18n.tf(
            k::NOTICE_LIST_EXCEEDS,
            [("list", &format.electricity(*listed)), ("bill", &format.electricity(*bill))],
        ),
        NoticeKind::SharesScaled { sum } if notice.field.part == "heat" => {
            i18n.tf(k::NOTICE_HEAT_SHARES_SCALED, [("thing", thing), ("sum", &percent(i18n, *sum))])
        }
        NoticeKind::SharesScaled { sum } => {
            let carrier = burnt(project, notice.field).map(|slug| carrier_name(i18n, slug));
            let carrier = carrier.as_deref().unwrap_or(field);
            i18n.tf(k::NOTICE_SHARES_SCALED, [("carrier", carrier), ("sum", &percent(i18n, *sum))])
        }
        NoticeKind::FactorStandIn { facts } => {
            let pollutants = pollutants(i18n, facts.iter().map(|(pollutant, _)| *pollutant));
            i18n.tf(k::NOTICE_STAND_IN, [("thing", thing), ("pollutants", &pollutants)])
        }
        NoticeKind::NoFactor { pollutants: left_out } => {
            let vehicle = notice.field.part == "fleet";
            let key = if vehicle { k::NOTICE_NO_FACTOR_VEHICLE } else { k::NOTICE_NO_FACTOR_BURNER };
            let pollutants = pollutants(i18n, left_out.iter().copied());
            i18n.tf(key, [("thing", thing), ("pollutants", &pollutants)])
        }
        NoticeKind::PriceDefault { price, .. } => {
            let price = format.price_words(*price, currency, decimals(*price));
            i18n.tf(k::NOTICE_PRICE_DEFAULT, [("field", thing), ("price", &price), ("unit", &unit())])
        }
        NoticeKind::NoPrice { carrier } => {
            i18n.tf(k::NOTICE_NO_PRICE, [("carrier", &carrier_name(i18n, carrier.slug()))])
        }
        NoticeKind::PriceUnusual { price, low, high } => {
            let key = if price > high { k::ERROR_PRICE_HIGH } else { k::ERROR_PRICE_LOW };
            let range = format.price_range(*low, *high, currency, decimals(*low));
            i18n.tf(
                key,
                [
                    ("field", thing),
                    ("price", &format.price_words(*price, currency, decimals(*price))),
                    ("unit", &unit()),
                    ("range", &range),
                ],
            )
        }
        NoticeKind::NotCounted => i18n.tf(k::NOTICE_NOT_COUNTED, [("field", field)]),
        NoticeKind::FollowsBill { carrier } => i18n
            .tf(k::NOTICE_FOLLOWS_BILL, [("thing", thing), ("carrier", &carrier_name(i18n, carrier.slug()))]),
        NoticeKind::HeatUnused => i18n.tf(k::NOTICE_HEAT_UNUSED, [("thing", thing)]),
        NoticeKind::GridYear { year, .. } => i18n.tf(k::NOTICE_GRID_YEAR, [("year", &year.to_string())]),
        NoticeKind::RangeUnused { name } => i18n.tf(k::NOTICE_RANGE_UNUSED, [("typed", name)]),
        NoticeKind::UnknownMeasure { slug } => i18n.tf(k::NOTICE_UNKNOWN_MEASURE, [("typed", slug)]),
        NoticeKind::Excluded { slug, by } => i18n.tf(
            k::NOTICE_EXCLUDED,
            [("measure", &i18n.name("measure", slug)), ("other", &i18n.name("measure", by))],
        ),
    }
}

/// Decimals a unit price deserves: 1.32, 72.4, 860.
pub fn decimals(price: f64) -> u8 {
    match price.abs() {
        small if small < 10.0 => 2,
        middle if middle < 100.0 => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
