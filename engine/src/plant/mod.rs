//! The plant as the engine computes it: a fixed graph whose every number sits in one vector.
//!
//! [`Plant`] holds structure only: which nodes there are and which [`Slot`] of the parameter
//! vector each of their numbers occupies. The numbers themselves ([`Params`]) are separate, so
//! the same plant can be evaluated with values, with traced values or with batches of trials.
//!
//! A slot is *given* (a figure of the user, a row of the fact tables, a parameter of a measure),
//! *solved* by [`crate::calibrate`] from the bills, or *neutral*: the handle a measure turns
//! (× 1, + 0). After lowering nothing in here can fail.
//!
//! Units inside the engine: electricity in kWh, heat and fuel in GJ (net calorific value), water
//! in m3, pollutants in kg, greenhouse gases in t CO2e, money in the project's currency; all per
//! year. Shares are fractions of 1.

mod activity;
mod burner;
mod electric;
mod fired;
mod heat;
mod params;
mod site;
mod slugged;
mod supply;

pub use activity::{Activity, Category, Remote};
pub use burner::{AirPollutant, Biogas, Burner};
pub use electric::{Air, Cooling, Electric, ElectricKind, Machines, Size, Special};
pub use fired::{Exhaust, Fired, FiredKind, Fleet, Flue};
pub use heat::{
    Bleed, Boiler, Condenser, Engine, Heat, HeatKind, HeatPump, HeatUse, Service, Source, SourceKind, Stack,
    Turbine,
};
pub use params::{Params, Slot};
pub use site::{Emission, Solar, SolventNode, Tax, Water};
pub(crate) use slugged::slugged;
pub use supply::{Supply, UsualPrice};

use crate::data::{Region, Sector};
use crate::origin::SlotInfo;

/// `target = constant × Π times ÷ Π over`.
#[derive(Clone, Debug)]
pub struct Derived {
    pub target: Slot,
    pub constant: f64,
    pub times: Vec<Slot>,
    pub over: Vec<Slot>,
}

/// The structure of one plant.
#[derive(Clone, Debug)]
pub struct Plant {
    /// What the site makes: some measures act on one trade's machines only.
    pub sector: Sector,
    pub electricity: usize,
    pub supplies: Vec<Supply>,
    pub burners: Vec<Burner>,
    pub electric: Vec<Electric>,
    pub heat: Vec<Heat>,
    pub engines: Vec<Engine>,
    pub fired: Vec<Fired>,
    pub fleets: Vec<Fleet>,
    pub water: Option<Water>,
    pub solar: Solar,
    pub solvents: Vec<SolventNode>,
    pub refrigerants: Vec<Emission>,
    pub activities: Vec<Activity>,
    pub tax: Tax,
    /// Slots computed from other slots, in order, before the bills are solved.
    pub derived: Vec<Derived>,
    /// The equipment list exceeds the bill and is scaled to it.
    pub scale_list: bool,
    /// Operating hours of the site a year.
    pub hours: Slot,
    /// Neutral 1: electricity at the meter for the same use. Lines and transformers lose a part of
    /// every metered kilowatt-hour.
    pub lines: Slot,
    /// Where the site is.
    pub region: Region,
    /// Neutral 0: heat of warm effluent and of the sun offered to the preheating sink, GJ.
    pub effluent_heat: Slot,
    /// Neutral 0: cold per flue heat that reaches heat-driven chillers.
    pub absorption_cop: Slot,
    /// Neutral 0: electricity of fans and pumps that measures add, kWh.
    pub auxiliary: Slot,
    /// Neutral 0: heat, GJ, and CO2, kg, of each kg of solvent that new equipment burns.
    pub solvent_heat: Slot,
    pub solvent_co2: Slot,
    /// Neutral 0: part of the electricity bill that is remitted, and a sum of it, money a year.
    pub bill_rebate: Slot,
    pub bill_remission: Slot,
    /// Neutral 0: what measures cost to run whatever the flows are, money a year.
    pub running: Slot,
    pub biogas: Biogas,
    /// GWP of CH4 and N2O.
    pub gwp_ch4: Slot,
    pub gwp_n2o: Slot,
    /// What each slot is, for explanations and uncertainty.
    pub slots: Vec<SlotInfo>,
}

impl Plant {
    /// The handles through which measures cost something to run, or spare it, besides energy.
    pub fn running_handles(&self) -> impl Iterator<Item = Slot> {
        let water = self.water.iter().flat_map(|node| [node.reuse_cost, node.recovered_value]);
        let solvents = self.solvents.iter().map(|node| node.recovered_value);
        let engines = self.engines.iter().map(|node| node.upkeep);
        let burners = self.burners.iter().map(|node| node.reagent_cost);
        [self.running].into_iter().chain(water).chain(solvents).chain(engines).chain(burners)
    }
}
