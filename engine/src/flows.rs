//! Every flow of an evaluated plant, in rows sized once for the plant.

use crate::metric::Totals;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// Result of an evaluation. Rows are parallel to the plant's own; sources are numbered through
/// all heat systems.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows<S> {
    /// kWh of each electricity use.
    pub electric: Vec<S>,
    /// Fuel of each burner, GJ.
    pub burner: Vec<S>,
    /// Each burner's emissions after cleaning, kg.
    pub pollutants: Vec<[S; 6]>,
    /// GJ of each heat system: recovered, of that from the warm water of engines; needed from sources and
    /// engines, of that from engines.
    pub heat_recovered: Vec<S>,
    pub engine_water: Vec<S>,
    pub heat_needed: Vec<S>,
    pub engine_steam: Vec<S>,
    /// GJ delivered by each source; kWh generated and used by its power station.
    pub source: Vec<S>,
    pub turbine: Vec<S>,
    pub station_use: Vec<S>,
    /// kWh of each engine.
    pub engine_power: Vec<S>,
    /// GJ of each supply; kWh for electricity.
    pub carrier: Vec<S>,
    /// Money for each supply.
    pub carrier_cost: Vec<S>,
    /// kWh.
    pub solar: S,
    pub site_electricity: S,
    pub own_used: S,
    pub exported: S,
    pub reuse_energy: S,
    /// kWh that electric vehicles charge; kWh of stack cleaning, solvent recovery and other fans and
    /// pumps that measures bring.
    pub vehicle_energy: S,
    pub auxiliary_energy: S,
    /// Gas of an anaerobic stage burnt in place of each burner's own fuel, GJ, and all of it.
    pub biogas: Vec<S>,
    pub biogas_total: S,
    /// kg of CH4 that escapes from an anaerobic stage; kg of COD it removes.
    pub biogas_leak: S,
    pub anaerobic: S,
    /// Solvent that new equipment burns, kg.
    pub solvent_burnt: S,
    /// GJ of flue gas that reaches heat-driven chillers; m3 that their towers evaporate beyond what the
    /// electric ones did.
    pub flue_heat: S,
    pub tower_water: S,
    /// m3: process water, make-up of steam, reused, treated, discharged.
    pub water_process: S,
    pub makeup: S,
    pub reused: S,
    pub treated: S,
    pub effluent: S,
    pub totals: Totals<S>,
}

impl<S: Scalar> Flows<S> {
    /// Rows of the right length for `plant`.
    pub fn new(plant: &Plant) -> Self {
        let zeros = |length: usize| vec![S::zero(); length];
        let sources = plant.heat.iter().map(|h| h.sources.len()).sum();
        Flows {
            electric: zeros(plant.electric.len()),
            burner: zeros(plant.burners.len()),
            pollutants: vec![[S::zero(); 6]; plant.burners.len()],
            heat_recovered: zeros(plant.heat.len()),
            engine_water: zeros(plant.heat.len()),
            heat_needed: zeros(plant.heat.len()),
            engine_steam: zeros(plant.heat.len()),
            source: zeros(sources),
            turbine: zeros(sources),
            station_use: zeros(sources),
            engine_power: zeros(plant.engines.len()),
            carrier: zeros(plant.supplies.len()),
            carrier_cost: zeros(plant.supplies.len()),
            solar: S::zero(),
            site_electricity: S::zero(),
            own_used: S::zero(),
            exported: S::zero(),
            reuse_energy: S::zero(),
            vehicle_energy: S::zero(),
            auxiliary_energy: S::zero(),
            biogas: zeros(plant.burners.len()),
            biogas_total: S::zero(),
            biogas_leak: S::zero(),
            anaerobic: S::zero(),
            solvent_burnt: S::zero(),
            flue_heat: S::zero(),
            tower_water: S::zero(),
            water_process: S::zero(),
            makeup: S::zero(),
            reused: S::zero(),
            treated: S::zero(),
            effluent: S::zero(),
            totals: Totals::zero(),
        }
    }
}
