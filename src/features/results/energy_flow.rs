//! Energy from what is bought to what it serves, as a Sankey chart of today or the plan.
//!
//! Own power is told apart by what makes it: fuel of engines and turbines goes to the uses of
//! electricity in proportion, so the chart needs two layers only and closes on both sides.

use super::counting::Counting;
use super::shares::Shown;
use crate::charts::sankey::{Link, Node, Sankey};
use crate::features::naming::{MetricText, carrier_name};
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Column, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::carrier::Carrier;
use lantian_engine::evaluate::GJ_PER_KWH;
use lantian_engine::flows::Flows;
use lantian_engine::metric::Metric;
use lantian_engine::plant::{ElectricKind, FiredKind, Service, SourceKind};

/// Uses of electricity told apart; the others are added up.
const TOLD: usize = 5;

/// Where energy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Carrier(Carrier),
    Solar,
    /// Gas of an anaerobic stage.
    Biogas,
}

/// What energy serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Heat(Service),
    Fired(FiredKind),
    Electric(ElectricKind),
    OtherElectric,
    Transport,
    Sold,
    Losses,
}

/// A flow in GJ a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    pub from: Origin,
    pub to: Use,
    pub gj: f64,
}

/// Flows with the same ends are added up.
#[derive(Debug, Default)]
struct Ledger(Vec<Flow>);

impl Ledger {
    fn add(&mut self, from: Origin, to: Use, gj: f64) {
        match self.0.iter_mut().find(|flow| flow.from == from && flow.to == to) {
            Some(flow) => flow.gj += gj,
            None => self.0.push(Flow { from, to, gj }),
        }
    }
}

/// All flows of a case. What is bought and made leaves every origin; what is used enters every use.
pub fn flows(outcome: &Outcome, case: &Flows<f64>) -> Vec<Flow> {
    let plant = &outcome.model.lowered.plant;
    let mut ledger = Ledger::default();
    // Electricity by what made it, GJ.
    let mut power: Vec<(Origin, f64)> = Vec::new();
    let carrier_of = |burner: usize| {
        let supply = plant.burners.get(burner).and_then(|burner| plant.supplies.get(burner.carrier));
        supply.map(|supply| Origin::Carrier(supply.carrier))
    };
    let at = |row: &[f64], index: usize| row.get(index).copied().unwrap_or_default();
    let mut index = 0;
    for heat in &plant.heat {
        for source in &heat.sources {
            let duty = at(&case.source, index);
            let made = at(&case.turbine, index) * GJ_PER_KWH;
            index += 1;
            match &source.kind {
                SourceKind::Boiler(boiler) => {
                    let Some(from) = carrier_of(boiler.burner) else { continue };
                    let (fuel, gas) = (at(&case.burner, boiler.burner), at(&case.biogas, boiler.burner));
                    // What a boiler gives comes from its fuel and its biogas in proportion.
                    for (from, burnt) in [(from, fuel), (Origin::Biogas, gas)] {
                        let part = if burnt > 0.0 { burnt / (fuel + gas) } else { 0.0 };
                        ledger.add(from, Use::Heat(heat.service), duty * part);
                        ledger.add(from, Use::Losses, burnt - (duty + made) * part);
                        power.push((from, made * part));
                    }
                }
                SourceKind::Purchased { carrier, .. } => {
                    if let Some(supply) = plant.supplies.get(*carrier) {
                        ledger.add(Origin::Carrier(supply.carrier), Use::Heat(heat.service), duty);
                    }
                }
            }
        }
    }
    engines(outcome, case, &mut ledger, &mut power);
    for node in &plant.fired {
        if let Some(from) = carrier_of(node.burner) {
            ledger.add(from, Use::Fired(node.kind), at(&case.burner, node.burner));
        }
    }
    for node in &plant.fleets {
        if let Some(from) = carrier_of(node.burner) {
            ledger.add(from, Use::Transport, at(&case.burner, node.burner));
        }
    }
    power.push((Origin::Solar, case.solar * GJ_PER_KWH));
    electricity(outcome, case, &power, &mut ledger);
    let mut flows = ledger.0;
    let largest = flows.iter().map(|flow| flow.gj).fold(0.0, f64::max);
    flows.retain(|flow| flow.gj > largest * 1e-9);
    flows
}

/// Fuel of engines: power, steam, the warm water that is used, and the rest.
fn engines(outcome: &Outcome, case: &Flows<f64>, ledger: &mut Ledger, power: &mut Vec<(Origin, f64)>) {
    let plant = &outcome.model.lowered.plant;
    let fuel_of = |burner: usize| case.burner.get(burner).copied().unwrap_or_default();
    let fuel_of_all = |engines: &[usize]| -> f64 {
        engines.iter().filter_map(|at| plant.engines.get(*at)).map(|node| fuel_of(node.burner)).sum()
    };
    let every: Vec<usize> = (0..plant.engines.len()).collect();
    for (at, (node, kwh)) in plant.engines.iter().zip(&case.engine_power).enumerate() {
        let supply = plant.burners.get(node.burner).and_then(|burner| plant.supplies.get(burner.carrier));
        let Some(from) = supply.map(|supply| Origin::Carrier(supply.carrier)) else { continue };
        let (fuel, made) = (fuel_of(node.burner), kwh * GJ_PER_KWH);
        // Several engines share the steam of their system, and all warm water, by fuel.
        let part = |engines: &[usize]| match fuel_of_all(engines) {
            all if all > 0.0 && engines.contains(&at) => fuel / all,
            _ => 0.0,
        };
        let mut used = 0.0;
        for ((heat, steam), water) in plant.heat.iter().zip(&case.engine_steam).zip(&case.engine_water) {
            let heat_used = steam * part(&heat.engines) + water * part(&every);
            ledger.add(from, Use::Heat(heat.service), heat_used);
            used += heat_used;
        }
        ledger.add(from, Use::Losses, fuel - made - used);
        power.push((from, made));
    }
}

/// Divides bought and own electricity among its uses in proportion.
fn electricity(outcome: &Outcome, case: &Flows<f64>, power: &[(Origin, f64)], ledger: &mut Ledger) {
    let plant = &outcome.model.lowered.plant;
    let bought = case.carrier.get(plant.electricity).copied().unwrap_or_default() * GJ_PER_KWH;
    let own: f64 = power.iter().map(|(_, gj)| gj).sum();
    let sold = case.exported * GJ_PER_KWH;
    let used_share = if own > 0.0 { ((own - sold) / own).clamp(0.0, 1.0) } else { 0.0 };
    let uses = electric_uses(outcome, case);
    let all: f64 = uses.iter().map(|(_, gj)| gj).sum();
    let mut mix = vec![(Origin::Carrier(Carrier::Electricity), bought)];
    for (from, gj) in power {
        ledger.add(*from, Use::Sold, gj * (1.0 - used_share));
        mix.push((*from, gj * used_share));
    }
    for (from, gj) in mix {
        for (to, used) in &uses {
            if all > 0.0 {
                ledger.add(from, *to, gj * used / all);
            }
        }
    }
}

/// The largest uses of today's electricity, so that today and the plan tell the same ones apart.
fn electric_uses(outcome: &Outcome, case: &Flows<f64>) -> Vec<(Use, f64)> {
    let plant = &outcome.model.lowered.plant;
    let by_kind = |flows: &Flows<f64>| {
        let mut kinds: Vec<(ElectricKind, f64)> = Vec::new();
        for (node, kwh) in plant.electric.iter().zip(&flows.electric) {
            match kinds.iter_mut().find(|(kind, _)| *kind == node.kind) {
                Some((_, sum)) => *sum += kwh,
                None => kinds.push((node.kind, *kwh)),
            }
        }
        kinds
    };
    let mut largest = by_kind(&outcome.before);
    let rest = |kind: ElectricKind| {
        matches!(kind, ElectricKind::Other | ElectricKind::Unmetered | ElectricKind::PowerLoss)
    };
    largest.retain(|(kind, _)| !rest(*kind));
    largest.sort_by(|one, other| other.1.total_cmp(&one.1));
    largest.truncate(TOLD);
    let mut uses: Vec<(Use, f64)> = largest.iter().map(|(kind, _)| (Use::Electric(*kind), 0.0)).collect();
    // The power station's own use, the treatment of reused water and what cleaning takes are uses as well.
    let mut other = case.reuse_energy + case.auxiliary_energy + case.station_use.iter().sum::<f64>();
    for (kind, kwh) in by_kind(case) {
        match uses.iter_mut().find(|(told, _)| *told == Use::Electric(kind)) {
            Some((_, gj)) => *gj += kwh * GJ_PER_KWH,
            None => other += kwh,
        }
    }
    uses.push((Use::OtherElectric, other * GJ_PER_KWH));
    uses.push((Use::Transport, case.vehicle_energy * GJ_PER_KWH));
    uses
}

fn origin_name(i18n: I18n, origin: Origin) -> String {
    match origin {
        Origin::Carrier(carrier) => carrier_name(i18n, carrier),
        Origin::Solar => i18n.t(k::CHART_SOLAR).to_owned(),
        Origin::Biogas => i18n.t(k::CHART_BIOGAS).to_owned(),
    }
}

fn use_name(i18n: I18n, to: Use) -> String {
    match to {
        Use::Heat(service) => i18n.name("service", service.slug()),
        Use::Fired(kind) => i18n.name("fired", kind.slug()),
        Use::Electric(kind) => i18n.name("electric", kind.slug()),
        Use::OtherElectric => i18n.t(k::CHART_OTHER_ELECTRIC).to_owned(),
        Use::Transport => i18n.t(k::CHART_TRANSPORT).to_owned(),
        Use::Sold => i18n.t(k::CHART_EXPORTED).to_owned(),
        Use::Losses => i18n.t(k::CHART_LOSSES).to_owned(),
    }
}

/// Ends of the flows on one side, largest first, with their sums.
fn sums<E: Copy + PartialEq>(flows: &[Flow], end: fn(&Flow) -> E) -> Vec<(E, f64)> {
    let mut sums: Vec<(E, f64)> = Vec::new();
    for flow in flows {
        match sums.iter_mut().find(|(known, _)| *known == end(flow)) {
            Some((_, sum)) => *sum += flow.gj,
            None => sums.push((end(flow), flow.gj)),
        }
    }
    sums.sort_by(|one, other| other.1.total_cmp(&one.1));
    sums
}

/// The chart of one case; both cases are drawn on one scale.
pub fn chart(i18n: I18n, outcome: &Outcome, after: bool, currency: Currency) -> Shown<Sankey> {
    let text = MetricText::new(i18n, Metric::Energy, currency);
    let (now, then) = (flows(outcome, &outcome.before), flows(outcome, &outcome.after));
    let whole = |flows: &[Flow]| flows.iter().map(|flow| flow.gj).sum::<f64>();
    let largest = whole(&now).max(whole(&then));
    let counting = Counting::new(text, largest);
    let shown = if after { then } else { now };
    let (origins, mut uses) = (sums(&shown, |flow| flow.from), sums(&shown, |flow| flow.to));
    // Losses and sold power stand last, whatever their size.
    uses.sort_by_key(|(to, _)| matches!(to, Use::Losses | Use::Sold));
    let node = |label: String, gj: f64, layer: usize, part: u8| Node {
        label,
        text: counting.show(gj),
        layer,
        part,
        key: String::new(),
    };
    let mut nodes: Vec<Node> = Vec::new();
    for (place, (origin, gj)) in origins.iter().enumerate() {
        nodes.push(node(origin_name(i18n, *origin), *gj, 0, place as u8));
    }
    nodes.extend(uses.iter().map(|(to, gj)| node(use_name(i18n, *to), *gj, 1, 5)));
    let link = |flow: &Flow| {
        let from = origins.iter().position(|(origin, _)| *origin == flow.from)?;
        let to = origins.len() + uses.iter().position(|(to, _)| *to == flow.to)?;
        let amount = text.value(flow.gj);
        let words = i18n.tf(
            k::A11Y_SANKEY_LINK,
            [
                ("source", &origin_name(i18n, flow.from)),
                ("target", &use_name(i18n, flow.to)),
                ("amount", &amount),
            ],
        );
        Some(Link { from, to, value: flow.gj, text: words })
    };
    let data = Sankey { links: shown.iter().filter_map(link).collect(), nodes, whole: Some(largest) };
    let all = whole(&shown);
    let title = origins.first().filter(|_| all > 0.0).map_or_else(String::new, |(first, gj)| {
        let share = i18n.format().share_words(gj / all);
        i18n.tf(k::CHART_CARRIER_FINDING, [("carrier", &origin_name(i18n, *first)), ("share", &share)])
    });
    let mut ordered = shown.clone();
    ordered.sort_by(|one, other| other.gj.total_cmp(&one.gj));
    let row = |flow: &Flow| {
        Row::new([origin_name(i18n, flow.from), use_name(i18n, flow.to), counting.show(flow.gj)])
    };
    let table = Table {
        caption: title.clone(),
        columns: vec![
            Column::text(i18n.t(k::CHART_FROM)),
            Column::text(i18n.t(k::CHART_TO)),
            Column::number(counting.unit()),
        ],
        rows: ordered.iter().map(row).collect(),
    };
    Shown { title, caption: i18n.tf(k::CHART_SANKEY_UNIT, [("unit", &counting.unit())]), data, table }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{mill, outcome};

    #[test]
    fn every_origin_gives_what_is_bought_or_made() {
        let outcome = outcome(&mill(&["solar_pv", "boiler_condensate_return", "chp"]));
        for case in [&outcome.before, &outcome.after] {
            let flows = flows(&outcome, case);
            let given = |origin| flows.iter().filter(|f| f.from == origin).map(|f| f.gj).sum::<f64>();
            let plant = &outcome.model.lowered.plant;
            for (index, (supply, amount)) in plant.supplies.iter().zip(&case.carrier).enumerate() {
                let gj = if index == plant.electricity { amount * GJ_PER_KWH } else { *amount };
                let sum = given(Origin::Carrier(supply.carrier));
                assert!((sum - gj).abs() <= 1e-6 * gj.max(1.0), "{:?}: {sum} is not {gj}", supply.carrier);
            }
            let sun = case.solar * GJ_PER_KWH;
            assert!((given(Origin::Solar) - sun).abs() <= 1e-6 * sun.max(1.0));
        }
    }

    /// The warm water of an engine that preheats is used heat: what is lost of its fuel is what is neither power
    /// nor steam nor used warm water, and the boilers' part is the same with and without it.
    #[test]
    fn used_warm_water_of_an_engine_is_no_loss() {
        let outcome = outcome(&mill(&["chp"]));
        let (plant, case) = (&outcome.model.lowered.plant, &outcome.after);
        let (fuel, made) = (case.burner[plant.engines[0].burner], case.engine_power[0] * GJ_PER_KWH);
        // Nothing else offers warm water here, so all that is recovered is the engine's.
        let water: f64 = case.heat_recovered.iter().sum();
        let steam: f64 = case.engine_steam.iter().sum();
        assert!(fuel > 0.0 && water > 0.01 * fuel, "{water} of {fuel}");
        let mut boilers = 0.0;
        let mut duties = 0.0;
        for (source, duty) in plant.heat.iter().flat_map(|heat| &heat.sources).zip(&case.source) {
            if let SourceKind::Boiler(boiler) = &source.kind {
                boilers += case.burner[boiler.burner] - duty;
            }
            duties += duty;
        }
        let flows = flows(&outcome, case);
        let lost: f64 = flows.iter().filter(|f| f.to == Use::Losses).map(|f| f.gj).sum();
        let expected = boilers + fuel - made - steam - water;
        assert!((lost - expected).abs() < 1e-6 * fuel, "{lost} is not {expected}");
        let heat: f64 = flows.iter().filter(|f| matches!(f.to, Use::Heat(_))).map(|f| f.gj).sum();
        assert!((heat - (duties + steam + water)).abs() < 1e-6 * heat, "{heat}");
    }

    #[test]
    fn uses_take_what_they_need() {
        let outcome = outcome(&mill(&[]));
        let flows = flows(&outcome, &outcome.before);
        let taken = |to| flows.iter().filter(|f| f.to == to).map(|f| f.gj).sum::<f64>();
        let needed: f64 = outcome.before.heat_needed.iter().sum();
        let heat: f64 = [Service::Steam, Service::HotWater, Service::ThermalOil]
            .map(|s| taken(Use::Heat(s)))
            .iter()
            .sum();
        assert!((heat - needed).abs() < 1e-6 * needed, "{heat} is not {needed}");
        assert!(flows.iter().all(|flow| flow.gj > 0.0), "{flows:?}");
    }
}
