//! What the emissions of a plant come from, largest first.
//!
//! The emissions of bought electricity are divided among its uses by kWh; fuels count where they
//! are burnt, with the methane and nitrous oxide of their burner. The parts add up to scope 1
//! and 2.

use crate::features::live::wording;
use crate::i18n::{I18n, k};
use lantian_engine::assess::Outcome;
use lantian_engine::carrier::Carrier;
use lantian_engine::flows::Flows;
use lantian_engine::metric::Metric;
use lantian_engine::plant::{ElectricKind, FiredKind, Service, SourceKind};

/// What emits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emitter {
    Electric(ElectricKind),
    Boiler(Service, Carrier),
    Fired(FiredKind, Carrier),
    Vehicles(Carrier),
    BoughtHeat,
    Treatment,
    Refrigerants,
    /// A power plant of its own, or a rest that belongs to nothing else.
    OtherFuel(Carrier),
}

/// An emitter with its yearly CO2e.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributor {
    pub emitter: Emitter,
    pub tonnes: f64,
}

/// Contributors of the base case, largest first; what emits nothing is left out.
pub fn contributors(outcome: &Outcome) -> Vec<Contributor> {
    contributors_of(outcome, &outcome.before)
}

/// Contributors of one case of an outcome, largest first.
pub fn contributors_of(outcome: &Outcome, flows: &Flows<f64>) -> Vec<Contributor> {
    let (plant, p) = (&outcome.model.lowered.plant, &outcome.model.lowered.params);
    let mut parts: Vec<Contributor> = Vec::new();
    let mut add = |emitter: Emitter, tonnes: f64| match parts.iter_mut().find(|part| part.emitter == emitter)
    {
        Some(part) => part.tonnes += tonnes,
        None => parts.push(Contributor { emitter, tonnes }),
    };
    let uses: f64 = flows.electric.iter().sum();
    for (index, (supply, amount)) in plant.supplies.iter().zip(&flows.carrier).enumerate() {
        let tonnes = amount * p[supply.co2] * 1e-3;
        if index == plant.electricity {
            for (use_, kwh) in plant.electric.iter().zip(&flows.electric).filter(|_| uses > 0.0) {
                add(Emitter::Electric(use_.kind), tonnes * kwh / uses);
            }
        } else if !supply.carrier.is_fuel() {
            add(Emitter::BoughtHeat, tonnes);
        }
    }
    let (ch4, n2o) = (p[plant.gwp_ch4], p[plant.gwp_n2o]);
    let mut burnt = 0.0;
    for (index, (burner, fuel)) in plant.burners.iter().zip(&flows.burner).enumerate() {
        let Some(supply) = plant.supplies.get(burner.carrier) else { continue };
        // Carbon of biomass is reported apart.
        let co2 = if supply.biogenic { 0.0 } else { p[supply.co2] };
        let gases = p[burner.ch4] * ch4 + p[burner.n2o] * n2o;
        let tonnes = fuel * (co2 + gases) * 1e-3;
        burnt += fuel * gases * 1e-3;
        add(owner(outcome, index, supply.carrier), tonnes);
    }
    let refrigerants = flows.totals[Metric::Refrigerants];
    add(Emitter::Refrigerants, refrigerants);
    let gases = (flows.totals[Metric::Ch4] * ch4 + flows.totals[Metric::N2o] * n2o) * 1e-3;
    add(Emitter::Treatment, gases - burnt);
    let largest = parts.iter().map(|part| part.tonnes).fold(0.0, f64::max);
    parts.retain(|part| part.tonnes > largest * 1e-9);
    parts.sort_by(|one, other| other.tonnes.total_cmp(&one.tonnes));
    parts
}

/// What a burner belongs to.
fn owner(outcome: &Outcome, burner: usize, carrier: Carrier) -> Emitter {
    let plant = &outcome.model.lowered.plant;
    for heat in &plant.heat {
        let mut boilers = heat.sources.iter().filter_map(|source| match &source.kind {
            SourceKind::Boiler(boiler) => Some(boiler.burner),
            SourceKind::Purchased { .. } => None,
        });
        if boilers.any(|of_boiler| of_boiler == burner) {
            return Emitter::Boiler(heat.service, carrier);
        }
    }
    if let Some(fired) = plant.fired.iter().find(|fired| fired.burner == burner) {
        return Emitter::Fired(fired.kind, carrier);
    }
    if plant.fleets.iter().any(|fleet| fleet.burner == burner) {
        return Emitter::Vehicles(carrier);
    }
    Emitter::OtherFuel(carrier)
}

/// The name of an emitter.
pub fn name(i18n: I18n, emitter: Emitter) -> String {
    let fuel = |thing: String, carrier: Carrier| {
        let carrier = wording::carrier_name(i18n, carrier.slug());
        i18n.tf(k::LIVE_WITH_FUEL, [("thing", &thing), ("fuel", &carrier)])
    };
    match emitter {
        Emitter::Electric(kind) => i18n.name("electric", kind.slug()),
        Emitter::Boiler(Service::Steam, carrier) => fuel(i18n.t(k::PLANT_BOILER_STEAM).to_owned(), carrier),
        Emitter::Boiler(Service::HotWater, carrier) => {
            fuel(i18n.t(k::PLANT_BOILER_HOT_WATER).to_owned(), carrier)
        }
        Emitter::Boiler(Service::ThermalOil, carrier) => {
            fuel(i18n.t(k::PLANT_BOILER_THERMAL_OIL).to_owned(), carrier)
        }
        Emitter::Fired(kind, carrier) => fuel(i18n.name("fired", kind.slug()), carrier),
        Emitter::Vehicles(carrier) => fuel(i18n.t(k::PLANT_TRANSPORT).to_owned(), carrier),
        Emitter::BoughtHeat => i18n.name("source", "purchased"),
        Emitter::Treatment => i18n.t(k::PLANT_WASTEWATER).to_owned(),
        Emitter::Refrigerants => i18n.t(k::PLANT_REFRIGERANTS).to_owned(),
        Emitter::OtherFuel(carrier) => wording::carrier_name(i18n, carrier.slug()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::{Bill, Project, Refrigerant, Site, Wastewater};

    fn bill(carrier: &str, amount: f64) -> Bill {
        Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() }
    }

    #[test]
    fn the_parts_add_up_to_scope_1_and_2() {
        let site = Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_guangdong".to_owned(),
            ..Site::default()
        };
        let project = Project {
            site,
            bills: vec![
                bill("electricity", 9.84e6),
                bill("raw_coal", 5400.0),
                bill("natural_gas", 800_000.0),
                bill("biomass_pellets", 100.0),
                bill("diesel", 20_000.0),
                bill("steam", 300.0),
                bill("water", 1e6),
            ],
            wastewater: Some(Wastewater {
                on_site: true,
                cod_in: Some(1500.0),
                cod_out: Some(80.0),
                treatment: "lagoon_shallow".to_owned(),
                ..Wastewater::default()
            }),
            refrigerants: vec![Refrigerant {
                gas: "hfc_134a".to_owned(),
                leak: Some(40.0),
                ..Refrigerant::default()
            }],
            ..Project::new()
        };
        let assessment = assess(&project, Depth::Quick);
        assert_eq!(assessment.problems, []);
        let outcome = assessment.outcome.unwrap();
        let parts = contributors(&outcome);
        let sum: f64 = parts.iter().map(|part| part.tonnes).sum();
        let whole = outcome.before.totals[Metric::Co2e];
        assert!((sum - whole).abs() < 1e-9 * whole, "{sum} is not {whole}");
        assert_eq!(parts[0].emitter, Emitter::Boiler(Service::Steam, Carrier::RawCoal));
        for emitter in [Emitter::Refrigerants, Emitter::Treatment, Emitter::BoughtHeat] {
            assert!(parts.iter().any(|part| part.emitter == emitter), "{emitter:?}");
        }
        assert!(parts.windows(2).all(|pair| pair[0].tonnes >= pair[1].tonnes));
    }
}
