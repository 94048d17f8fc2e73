//! One measure by itself: every named number of its calculation, before and after.
//!
//! The plant is evaluated with [`Traced`] numbers without and with the measure; what is listed is read off
//! the record of those two evaluations, the measure's own changes and the figures of the plant. Nothing is
//! computed a second time.

use crate::assess::Model;
use crate::calibrate::calibrate;
use crate::carrier::Carrier;
use crate::data::MeasureId;
use crate::edit::{Edits, apply};
use crate::evaluate::evaluate;
use crate::flows::Flows;
use crate::measures::{Context, edits, sizing};
use crate::metric::Metric;
use crate::origin::Origin;
use crate::places::{Node, Places, Unit};
use crate::plant::{Category, Params, Plant, Slot};
use crate::step::Step;
use crate::trace::{Entry, Op, Operand, Tape, Traced};
use std::collections::{BTreeMap, BTreeSet};

/// A named number of the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it is, with `_before`, `_after` or `_saved` where it has several values.
    pub name: String,
    pub value: f64,
    pub unit: Unit,
}

/// A number that went in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    pub slot: Slot,
    pub value: f64,
}

/// The result of [`inspect`].
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// Numbers of the plant and of the measure that the changes rest on, in the plant's order.
    pub inputs: Vec<Input>,
    /// In the order of the calculation: what the measure changes, named results, figures of the plant.
    pub values: Vec<Value>,
}

/// What belongs together under one name.
struct Line {
    /// The node it belongs to; empty where there is only one.
    of: String,
    name: &'static str,
    unit: Unit,
    values: Values,
}

enum Values {
    /// Only the measure has it.
    Own(f64),
    Both(f64, f64),
}

/// Inspects the measure at a place of the catalogue, which must apply to the plant.
pub fn inspect(model: &Model, index: usize) -> Inspection {
    let lowered = &model.lowered;
    let plant = &lowered.plant;
    let Some(entry) = lowered.measures.get(index) else {
        return Inspection { inputs: Vec::new(), values: Vec::new() };
    };
    let tape = Tape::new();
    let mut params = lowered.given.map(|slot, value| tape.input(slot, value));
    calibrate(plant, &mut params);
    let solved = tape.len();
    let mut before = Flows::new(plant);
    evaluate(plant, &params, &mut before);
    let evaluated = tape.len();
    let change = edits(&Context { plant, p: &params, own: &entry.slots });
    let changed = tape.len();
    let mut work = params.clone();
    apply(&mut work, &core::iter::once(&change));
    let mut after = Flows::new(plant);
    evaluate(plant, &work, &mut after);

    let entries = tape.entries();
    let part = |from: usize, to: usize| labels(entries.get(from..to).unwrap_or(&[]));
    let sections = Sections {
        solved: part(0, solved),
        before: part(solved, evaluated),
        own: part(evaluated, changed),
        after: part(changed, entries.len()),
    };
    let places = Places::new(plant);
    let mut lines = changes(plant, &places, &change, (&params, &work), &after);
    let context = Context { plant, p: &lowered.params, own: &entry.slots };
    lines.extend(sizing(&context).into_iter().map(|(step, value)| Line {
        of: String::new(),
        name: step.slug(),
        unit: step.unit().unwrap_or(("", "")),
        values: Values::Own(value),
    }));
    lines.extend(sections.lines(plant, &places, &after));
    lines.extend(Metric::ALL.iter().map(|&metric| Line {
        of: String::new(),
        name: metric.slug(),
        unit: (metric.unit(), ""),
        values: Values::Both(before.totals[metric].value(), after.totals[metric].value()),
    }));
    let seeds = seeds(&change, &before, &after);
    let mut inputs = inputs(plant, entry.slots.id, &entries, &seeds, lowered);
    // What burns nothing has no say.
    let working = working(plant, &places, &after);
    inputs.retain(|input| {
        places.name(input.slot).is_none_or(|place| !place.dormant || working.contains(&place.of))
    });
    Inspection { inputs, values: named(&lines) }
}

type Labels = BTreeMap<(Step, u16), f64>;

/// The last value of every label in a part of the record.
fn labels(entries: &[Entry]) -> Labels {
    let label = |entry: &Entry| match entry.op {
        Op::Label(_, step, index) => Some(((step, index), entry.value)),
        _ => None,
    };
    entries.iter().filter_map(label).collect()
}

struct Sections {
    solved: Labels,
    before: Labels,
    own: Labels,
    after: Labels,
}

impl Sections {
    fn lines(&self, plant: &Plant, places: &Places, after: &Flows<Traced<'_>>) -> Vec<Line> {
        let mut lines = Vec::new();
        let evaluated: BTreeSet<Step> =
            self.before.keys().chain(self.after.keys()).map(|key| key.0).collect();
        let mut add = |&(step, index): &(Step, u16), values: Values| {
            let index = usize::from(index);
            let node = node(places, step, index);
            if node.is_some_and(|node| node.dormant) && !works(step, index, after) {
                return;
            }
            let unit = step.unit().unwrap_or_else(|| energy(plant, index));
            lines.push(Line {
                of: node.map_or_else(|| suffix(step, index), |n| n.name.clone()),
                name: step.slug(),
                unit,
                values,
            });
        };
        for (key, &value) in self.solved.iter().filter(|(key, _)| !evaluated.contains(&key.0)) {
            add(key, Values::Own(value));
        }
        // What a measure reads of the plant's own results stands there already.
        for (key, &value) in self.own.iter().filter(|(key, _)| !evaluated.contains(&key.0)) {
            add(key, Values::Own(value));
        }
        let keys: BTreeSet<(Step, u16)> = self.before.keys().chain(self.after.keys()).copied().collect();
        for key in keys {
            // Figures of the plant stand at the end, and what is not there need not.
            if Metric::from_slug(key.0.slug()).is_some() || key.0 == Step::Pollutant {
                continue;
            }
            let value = |labels: &Labels| labels.get(&key).copied().unwrap_or(0.0);
            let (before, after) = (value(&self.before), value(&self.after));
            if before != 0.0 || after != 0.0 {
                add(&key, Values::Both(before, after));
            }
        }
        lines
    }
}

/// The node a named result belongs to.
fn node(places: &Places, step: Step, index: usize) -> Option<&Node> {
    match step {
        Step::ElectricUse
        | Step::AirFlow
        | Step::AirLeaks
        | Step::AirVolume
        | Step::AirWork
        | Step::CoolingLoad => places.electric.get(index),
        Step::HeatSent
        | Step::HeatUse
        | Step::HeatLoss
        | Step::CondensateLoss
        | Step::RecoveredHeat
        | Step::HeatNeeded
        | Step::EngineSteam => places.heat.get(index),
        Step::SourceHeat
        | Step::FlueTemperature
        | Step::StackLoss
        | Step::BoilerEfficiency
        | Step::BoilerFuel => places.sources.get(index),
        Step::FiredFuel => places.fired.get(index),
        Step::FleetFuel => places.fleets.get(index),
        Step::BillEnergy | Step::CarrierEnergy | Step::FuelCo2 | Step::CarrierCost => {
            places.supplies.get(index)
        }
        Step::StackPollutant | Step::AvailableHeat | Step::AvailableHeatAfter | Step::ExhaustHeat => {
            places.burners.get(index)
        }
        _ => None,
    }
}

/// What tells apart results that belong to no node.
fn suffix(step: Step, index: usize) -> String {
    match (step, index) {
        (Step::TreatmentGas, 0) => "ch4".to_owned(),
        (Step::TreatmentGas, _) => "n2o".to_owned(),
        (Step::SupplyGas, 0) => "water".to_owned(),
        (Step::SupplyGas, _) => "effluent".to_owned(),
        (Step::Scope3Category, index) => {
            Category::ALL.get(index).map_or("", |category| category.slug()).to_owned()
        }
        (Step::Activity, index) => format!("activities{}", index + 1),
        _ => String::new(),
    }
}

/// Whether something that only measures bring is in use.
fn works(step: Step, index: usize, after: &Flows<Traced<'_>>) -> bool {
    let used = |row: &[Traced<'_>]| row.get(index).is_some_and(|value| value.value() != 0.0);
    match step {
        Step::SourceHeat
        | Step::FlueTemperature
        | Step::StackLoss
        | Step::BoilerEfficiency
        | Step::BoilerFuel => used(&after.source),
        Step::BillEnergy | Step::CarrierEnergy | Step::FuelCo2 | Step::CarrierCost => used(&after.carrier),
        Step::StackPollutant => used(&after.burner),
        _ => true,
    }
}

fn energy(plant: &Plant, supply: usize) -> Unit {
    let electric = plant.supplies.get(supply).is_some_and(|s| s.carrier == Carrier::Electricity);
    if electric { ("kwh", "") } else { ("gj", "") }
}

/// The numbers that the measure changes, once each.
fn changes(
    plant: &Plant,
    places: &Places,
    change: &Edits<Traced<'_>>,
    (before, after): (&Params<Traced<'_>>, &Params<Traced<'_>>),
    flows: &Flows<Traced<'_>>,
) -> Vec<Line> {
    let working = working(plant, places, flows);
    let slots: BTreeSet<Slot> = change.list().iter().map(|edit| edit.slot).collect();
    let line = |&slot: &Slot| {
        let info = plant.slots.get(slot.index())?;
        let (old, new) = (before[slot].value(), after[slot].value());
        let place = places.name(slot);
        // A boiler that does not stand is changed with the others and does nothing.
        if place.is_some_and(|place| place.dormant && !working.contains(&place.of)) {
            return None;
        }
        Some(Line {
            of: place.map_or_else(String::new, |place| place.of.clone()),
            name: place.map_or(info.name, |place| place.name),
            unit: place.and_then(|place| place.unit).unwrap_or(info.unit),
            values: Values::Both(old, new),
        })
    };
    slots.iter().filter_map(line).collect()
}

/// Nodes that only a measure brings and that it has put to work.
fn working(plant: &Plant, places: &Places, flows: &Flows<Traced<'_>>) -> BTreeSet<String> {
    let used = |value: Option<&Traced<'_>>| value.is_some_and(|value| value.value() != 0.0);
    let mut names = BTreeSet::new();
    let mut note = |part: &str, nodes: &[Node], works: &dyn Fn(usize) -> bool| {
        let found = nodes.iter().enumerate().filter(|(index, _)| works(*index));
        names.extend(found.map(|(_, node)| format!("{part}.{}", node.name)));
    };
    note("heat", &places.sources, &|index| used(flows.source.get(index)));
    note("burner", &places.burners, &|index| used(flows.burner.get(index)));
    note("bills", &places.supplies, &|index| used(flows.carrier.get(index)));
    note("fired", &places.fired, &|index| {
        used(plant.fired.get(index).and_then(|fired| flows.burner.get(fired.burner)))
    });
    names
}

/// What can be saved; a temperature or a share is only higher or lower.
fn is_amount((num, den): Unit) -> bool {
    let amounts = ["kwh", "gj", "kg", "t", "t_co2", "t_co2e", "tce", "m3", "money", "kw"];
    den.is_empty() && amounts.contains(&num)
}

/// Flat names: the node is named where several results have the same name.
fn named(lines: &[Line]) -> Vec<Value> {
    let mut values = Vec::with_capacity(lines.len() * 3);
    for line in lines {
        let same = lines.iter().filter(|other| other.name == line.name).count();
        let name = if same == 1 || line.of.is_empty() {
            line.name.to_owned()
        } else {
            format!("{}.{}", line.of, line.name)
        };
        let mut push = |suffix: &str, value: f64| {
            values.push(Value { name: format!("{name}{suffix}"), value, unit: line.unit });
        };
        match line.values {
            Values::Own(value) => push("", value),
            Values::Both(before, after) => {
                push("_before", before);
                push("_after", after);
                if is_amount(line.unit) {
                    push("_saved", before - after);
                }
            }
        }
    }
    values
}

/// What the result hangs on: the changes and every figure that moves.
fn seeds(change: &Edits<Traced<'_>>, before: &Flows<Traced<'_>>, after: &Flows<Traced<'_>>) -> Vec<Operand> {
    let mut seeds: Vec<Operand> = change.list().iter().map(|edit| edit.value.operand()).collect();
    for &metric in Metric::ALL {
        let (before, after) = (before.totals[metric], after.totals[metric]);
        if before.value().to_bits() != after.value().to_bits() {
            seeds.extend([before.operand(), after.operand()]);
        }
    }
    seeds
}

/// Given numbers that the seeds are made of, and the measure's own.
fn inputs(
    plant: &Plant,
    id: MeasureId,
    entries: &[Entry],
    seeds: &[Operand],
    lowered: &crate::lower::Lowered,
) -> Vec<Input> {
    let mut reached = vec![false; entries.len()];
    let mark = |reached: &mut Vec<bool>, operand: Operand| {
        if let Operand::Node(node) = operand
            && let Some(flag) = reached.get_mut(node.index())
        {
            *flag = true;
        }
    };
    for &seed in seeds {
        mark(&mut reached, seed);
    }
    let mut slots = BTreeSet::new();
    // An entry stands behind everything it is made of.
    for (place, entry) in entries.iter().enumerate().rev() {
        if !reached.get(place).copied().unwrap_or(false) {
            continue;
        }
        if let Op::Input(slot) = entry.op {
            slots.insert(slot);
        }
        for operand in entry.op.operands() {
            mark(&mut reached, operand);
        }
    }
    let given = |slot: &Slot| {
        let Some(info) = plant.slots.get(slot.index()) else { return false };
        match info.origin {
            Origin::Neutral | Origin::Solved => false,
            // The measure's own parameters are listed by themselves.
            Origin::Measure { measure, .. } | Origin::Suggested { measure, .. } => measure != id,
            Origin::Definition => lowered.given[*slot] != 0.0,
            _ => true,
        }
    };
    slots.into_iter().filter(given).map(|slot| Input { slot, value: lowered.given[slot] }).collect()
}
