//! From flows to impacts: greenhouse gases, air pollutants, water, energy and cost.
//!
//! # Method
//! - CO2 = fuel × factor; CH4 and N2O by burner; CO2e = Σ gas × GWP. Biogenic CO2 stands apart.
//! - Scope 2 by location uses the grid average, by market the residual-type factor.
//! - Pollutants = fuel × factor × what passes the stack cleaning; SO2 factors already come from
//!   sulphur. Emissions at the power station are a separate figure and never added.
//! - VOC of solvents by mass balance: mass × volatile share × (1 − capture × removal).
//! - Running cost of measures besides energy: what stands on no bill (reagents, membranes, upkeep) less what
//!   they spare (solvent, chemicals, material), by the flows of the plan.
//! - Scope 3 by category of the GHG Protocol's standard of 2011: what hired travel and freight, waste and
//!   purchases emit (amount × factor), what comes before the gate of fuels and electricity, and the supply
//!   of water and treatment of effluent elsewhere. Own vehicles burn the plant's own fuel: scope 1.
//! - Treatment: CH4 = COD removed × B0 × MCF; N2O = N × factor × 44/28 (IPCC 2019 vol. 5 ch. 6).

use crate::carrier::Group;
use crate::evaluate::emitted;
use crate::flows::Flows;
use crate::metric::Metric;
use crate::plant::{AirPollutant, Category, Params, Plant, Remote};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// Fills [`Flows::totals`] from the flows.
pub fn impacts<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    greenhouse_gases(plant, p, out);
    air(plant, p, out);
    energy(plant, p, out);
    water_and_cost(plant, p, out);
    running(plant, p, out);
    elsewhere(plant, p, out);
}

/// Carrier index, supply and yearly energy of everything burnt on site.
fn fuels<'a, S: Scalar>(
    plant: &'a Plant,
    out: &'a Flows<S>,
) -> impl Iterator<Item = (usize, &'a crate::plant::Supply, S)> {
    plant
        .supplies
        .iter()
        .zip(&out.carrier)
        .enumerate()
        .filter(|(_, (supply, _))| supply.carrier.is_fuel())
        .map(|(index, (supply, &energy))| (index, supply, energy))
}

fn greenhouse_gases<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let tonne = S::constant(0.001);
    let (mut co2, mut biogenic) = (S::zero(), S::zero());
    for (index, supply, energy) in fuels(plant, out) {
        let mass = (energy * p[supply.co2] * tonne).label(Step::FuelCo2, index);
        if supply.biogenic {
            biogenic = biogenic + mass;
        } else {
            co2 = co2 + mass;
        }
    }
    let mut ch4 = sum(plant.burners.iter().zip(&out.burner).map(|(b, &fuel)| fuel * p[b.ch4]));
    let mut n2o = sum(plant.burners.iter().zip(&out.burner).map(|(b, &fuel)| fuel * p[b.n2o]));
    ch4 = ch4 + out.biogas_total * p[plant.biogas.ch4];
    n2o = n2o + out.biogas_total * p[plant.biogas.n2o];
    biogenic = biogenic + out.biogas_total * p[plant.biogas.co2] * tonne;
    co2 = co2 + (sorbent_co2(plant, p, out) + out.solvent_burnt * p[plant.solvent_co2]) * tonne;
    ch4 = ch4.label(Step::FuelCh4, 0);
    n2o = n2o.label(Step::FuelN2o, 0);
    if let Some(node) = &plant.water
        && node.on_site
    {
        // Using less water concentrates the load, it does not remove it; the outlet keeps its
        // concentration, which a permit sets.
        let load = p[node.effluent] * p[node.cod_in] * p[node.load] - out.anaerobic;
        let removed = (load - out.treated * p[node.cod_out]).max(S::zero());
        ch4 = ch4 + (removed * p[node.b0] * p[node.mcf]).label(Step::TreatmentGas, 0);
        // 44/28 turns nitrogen in N2O into N2O.
        let nitrogen = p[node.effluent] * p[node.nitrogen_in] * p[node.load];
        let n2o_mass = nitrogen * p[node.n2o] * S::constant(44.0 / 28.0);
        n2o = n2o + n2o_mass.label(Step::TreatmentGas, 1);
    }
    ch4 = ch4 + out.biogas_leak;
    let refrigerants = sum(plant.refrigerants.iter().map(|e| p[e.amount] * p[e.factor])) * tonne;
    let refrigerants = refrigerants.label(Step::Refrigerants, 0);
    let scope1 = co2 + (ch4 * p[plant.gwp_ch4] + n2o * p[plant.gwp_n2o]) * tonne + refrigerants;
    let scope1 = scope1.label(Step::Scope1, 0);

    let (mut scope2, mut market) = (S::zero(), S::zero());
    for (index, (supply, &energy)) in plant.supplies.iter().zip(&out.carrier).enumerate() {
        if supply.carrier.is_fuel() {
            continue;
        }
        let bought = energy * p[supply.co2] * tonne;
        scope2 = scope2 + bought;
        market =
            market + if index == plant.electricity { energy * p[supply.co2_market] * tonne } else { bought };
    }
    let scope2 = scope2.label(Step::Scope2, 0);

    let t = &mut out.totals;
    t[Metric::Co2] = co2;
    t[Metric::Biogenic] = biogenic;
    t[Metric::Ch4] = ch4;
    t[Metric::N2o] = n2o;
    t[Metric::Refrigerants] = refrigerants;
    t[Metric::Scope1] = scope1;
    t[Metric::Scope2] = scope2;
    t[Metric::Scope2Market] = market;
    t[Metric::Co2e] = scope1 + scope2;
}

/// Scope 3 and its categories, t CO2e. Comes last: it looks at water and energy bought.
fn elsewhere<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let grid = plant.supplies.get(plant.electricity).map_or_else(S::zero, |supply| p[supply.co2]);
    let mut kg = [S::zero(); Category::ALL.len()];
    let mut add = |category: Category, mass: S| {
        if let Some(sum) = kg.get_mut(category.index()) {
            *sum = *sum + mass;
        }
    };
    for (supply, &energy) in plant.supplies.iter().zip(&out.carrier) {
        add(Category::Energy, energy * p[supply.upstream]);
    }
    for (index, row) in plant.activities.iter().enumerate() {
        let stays = (S::one() - p[row.moved]) * (p[row.factor] + p[row.power] * grid);
        let moves = row.alternative.map_or_else(S::zero, |factor| p[row.moved] * p[factor]);
        add(row.category, (p[row.amount] * (stays + moves)).label(Step::Activity, index));
    }
    if let Some(node) = &plant.water {
        let mass = |remote: &Remote, volume: S| volume * (p[remote.factor] + p[remote.power] * grid);
        let supplied = mass(&node.supply, out.totals[Metric::Water]);
        add(Category::Goods, supplied.label(Step::SupplyGas, 0));
        let treated = mass(&node.sewage, out.effluent);
        add(Category::Waste, treated.label(Step::SupplyGas, 1));
    }
    let mut all = S::zero();
    for (&category, mass) in Category::ALL.iter().zip(kg) {
        let tonnes = (mass * S::constant(0.001)).label(Step::Scope3Category, category.index());
        out.totals[Metric::of_category(category)] = tonnes;
        all = all + tonnes;
    }
    out.totals[Metric::Scope3] = all.label(Step::Scope3, 0);
}

/// CO2 of the limestone that binds what new cleaning holds back of the SO2, kg.
fn sorbent_co2<S: Scalar>(plant: &Plant, p: &Params<S>, out: &Flows<S>) -> S {
    let so2 = AirPollutant::So2.index();
    sum(plant.burners.iter().zip(&out.burner).filter_map(|(burner, &fuel)| {
        let (&factor, &pass) = (burner.pollutants.get(so2)?, burner.pass.get(so2)?);
        let &new = burner.pass_new.get(so2)?;
        let held = fuel * p[factor] * S::constant(0.001) * p[pass] * (S::one() - p[new]);
        Some(held * p[burner.sorbent_co2])
    }))
}

fn air<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let mut total = [S::zero(); 6];
    let rows = plant.burners.iter().zip(&out.burner).zip(&mut out.pollutants);
    for (index, ((burner, &fuel), row)) in rows.enumerate() {
        let slots = burner.pollutants.iter().zip(&burner.pass).zip(&burner.pass_new);
        for (((place, sum), ((&factor, &pass), &new)), &pollutant) in
            row.iter_mut().zip(&mut total).zip(slots).zip(&AirPollutant::ALL)
        {
            let mut mass = fuel * p[factor] * S::constant(0.001) * p[pass] * p[new];
            if pollutant == AirPollutant::Nox {
                mass = mass * (S::one() - p[burner.catalyst]);
            }
            *place = mass.label(Step::StackPollutant, index);
            *sum = *sum + *place;
        }
    }
    for (sum, &factor) in total.iter_mut().zip(&plant.biogas.pollutants) {
        *sum = *sum + out.biogas_total * p[factor] * S::constant(0.001);
    }
    let solvents = sum(plant
        .solvents
        .iter()
        .map(|s| emitted(s, p) * (S::one() - p[s.recovered]) * (S::one() - p[s.burnt])));
    for (pollutant, &mass) in AirPollutant::ALL.iter().zip(&total) {
        let mass =
            if *pollutant == AirPollutant::Voc { mass + solvents.label(Step::SolventVoc, 0) } else { mass };
        out.totals[Metric::of(*pollutant)] = mass.label(Step::Pollutant, pollutant.index());
    }
    if let (Some(grid), Some(&kwh)) =
        (plant.supplies.get(plant.electricity), out.carrier.get(plant.electricity))
    {
        let [so2, nox, pm10] = grid.station;
        out.totals[Metric::StationSo2] = kwh * p[so2] * S::constant(0.001);
        out.totals[Metric::StationNox] = kwh * p[nox] * S::constant(0.001);
        out.totals[Metric::StationPm10] = kwh * p[pm10] * S::constant(0.001);
    }
}

fn energy<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let fuel = sum(fuels(plant, out).map(|(_, _, energy)| energy));
    let (mut bought, mut coal) = (S::zero(), S::zero());
    for (index, (supply, &energy)) in plant.supplies.iter().zip(&out.carrier).enumerate() {
        let gj = if index == plant.electricity {
            energy * S::constant(crate::evaluate::GJ_PER_KWH)
        } else {
            energy
        };
        bought = bought + gj;
        coal = coal + energy * p[supply.coal_equivalent];
    }
    let grid = out.carrier.get(plant.electricity).copied().unwrap_or_else(S::zero);
    let t = &mut out.totals;
    t[Metric::Fuel] = fuel;
    t[Metric::Energy] = bought;
    t[Metric::CoalEquivalent] = coal * S::constant(0.001);
    t[Metric::GridElectricity] = grid;
    t[Metric::SiteElectricity] = out.site_electricity;
    t[Metric::OwnElectricity] = out.own_used;
}

fn water_and_cost<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let mut electricity = S::zero();
    let (mut gas, mut other, mut heat) = (S::zero(), S::zero(), S::zero());
    for (index, (supply, &energy)) in plant.supplies.iter().zip(&out.carrier).enumerate() {
        let burners = plant.burners.iter().zip(&out.burner).filter(|(b, _)| b.carrier == index);
        let dearer = sum(burners.map(|(b, &fuel)| fuel * p[b.surcharge]));
        let mut cost = energy / p[supply.content] * p[supply.price] + p[supply.fixed_cost] + dearer;
        if index == plant.electricity {
            cost = cost * (S::one() - p[plant.bill_rebate]) - p[plant.bill_remission];
        }
        let cost = cost.label(Step::CarrierCost, index);
        crate::evaluate::set(&mut out.carrier_cost, index, cost);
        match supply.carrier.group() {
            _ if index == plant.electricity => electricity = cost,
            Group::Gas => gas = gas + cost,
            Group::None => heat = heat + cost,
            Group::Liquid | Group::Coal | Group::Biomass => other = other + cost,
        }
    }
    electricity = electricity - out.exported * p[plant.solar.export_price];
    let fuel = gas + other + heat;

    let mut water = S::zero();
    if let Some(node) = &plant.water {
        // Make-up water of the steam system is part of the intake in the base case, so only its
        // change counts.
        let saved = p[node.makeup_base] - out.makeup;
        let intake = (out.water_process - out.reused - saved + out.tower_water).max(S::zero());
        let intake = intake.label(Step::WaterIntake, 0);
        let effluent_cost = if node.on_site {
            out.treated * p[node.effluent_cost]
        } else {
            out.effluent * p[node.effluent_cost]
        };
        water = (intake * p[node.price] + p[node.fixed_cost] + effluent_cost).label(Step::WaterCost, 0);
        // What the treatment leaves; without one, all that the effluent carries goes out.
        let cod = out.treated * p[node.cod_out];
        let load = p[node.effluent] * p[node.cod_in] * p[node.load];
        let left = S::select(load, cod.min((load - out.anaerobic).max(S::zero())), cod);
        let cod = S::select(out.anaerobic, left, cod);
        let t = &mut out.totals;
        t[Metric::Water] = intake;
        t[Metric::Effluent] = out.effluent;
        t[Metric::Cod] = cod;
    }
    let t = &out.totals;
    let tax = t[Metric::So2] * p[plant.tax.so2]
        + t[Metric::Nox] * p[plant.tax.nox]
        + t[Metric::Cod] * p[plant.tax.cod];
    let tax = tax.label(Step::Tax, 0);
    let activities = sum(plant.activities.iter().map(|row| {
        let price = (S::one() - p[row.moved]) * p[row.price] + p[row.moved] * p[row.moved_price];
        p[row.amount] * price
    }));
    let activities = activities.label(Step::ActivityCost, 0);
    let t = &mut out.totals;
    t[Metric::ActivityCost] = activities;
    t[Metric::ElectricityCost] = electricity;
    t[Metric::FuelCost] = fuel;
    t[Metric::GasCost] = gas;
    t[Metric::OtherFuelCost] = other;
    t[Metric::HeatCost] = heat;
    t[Metric::WaterCost] = water;
    t[Metric::Tax] = tax;
    t[Metric::Cost] = (electricity + fuel + water + tax).label(Step::TotalCost, 0);
}

/// What measures cost to run besides energy, less what they spare.
fn running<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let nox = AirPollutant::Nox.index();
    let reagent = sum(plant.burners.iter().zip(&out.burner).filter_map(|(burner, &fuel)| {
        let (&factor, &pass) = (burner.pollutants.get(nox)?, burner.pass.get(nox)?);
        let &new = burner.pass_new.get(nox)?;
        let offered = fuel * p[factor] * S::constant(0.001) * p[pass] * p[new];
        Some(offered * p[burner.catalyst] * p[burner.reagent_cost])
    }));
    let engines = plant.engines.iter().zip(&out.engine_power);
    let engines = sum(engines.map(|(engine, &power)| power * p[engine.upkeep]));
    let solvents = plant.solvents.iter();
    let solvents = sum(solvents.map(|s| emitted(s, p) * p[s.recovered] * p[s.recovered_value]));
    let mut cost = p[plant.running] + reagent + engines - solvents;
    if let Some(node) = &plant.water {
        cost = cost + out.reused * p[node.reuse_cost]
            - p[node.effluent] * p[node.load] * p[node.recovered_value];
    }
    out.totals[Metric::RunningCost] = cost.label(Step::RunningCost, 0);
}
