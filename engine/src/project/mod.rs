//! What the user says: the project file.
//!
//! Everything here is plain data, optional where a person may not know it, and possibly wrong:
//! checking and lowering to a plant happens in `lower`. Names of
//! things (carrier, sector, region, unit, measure) are slugs of the fact tables and become typed
//! ids only there, so that a file with an unknown slug still opens and the problem is shown at
//! its field.
//!
//! Money is in the project's own currency ([`FinanceInput::currency`]) throughout.
//! `None` always means "not said"; a default that is then used raises a
//! notice.

mod beyond;
mod file;
mod finance;
mod name;
mod outlook;
pub mod path;
mod record;
#[cfg(feature = "schema")]
mod schema;

pub use beyond::{Activity, Purpose, Refrigerant, Solvent, Wastewater};
pub use file::{FORMAT, FileError, LIMIT, from_json, to_json, to_json_line};
pub use finance::FinanceInput;
pub use name::case_key;
pub use outlook::{Outlook, Target, TargetKind};
#[cfg(feature = "schema")]
pub use schema::schema;

use record::{record, word};
use std::collections::BTreeMap;

record! {
    /// One plant with its bills, equipment, plans and financial assumptions.
    pub struct Project {
        /// File format number, see [`FORMAT`].
        pub format: u32,
        /// Hash of the factor pack the project was last computed with.
        pub pack: String,
        /// Free title; empty means "named after the sector".
        pub title: String,
        /// True for teaching examples: every page then says so.
        pub illustrative: bool,
        pub site: Site,
        /// Purchased carriers (and own fuel such as wood residues at price 0), water included.
        pub bills: Vec<Bill>,
        /// Electricity end uses. Empty means the sector's default split.
        pub electricity: Vec<ElectricUse>,
        /// Steam, hot-water and thermal-oil systems.
        pub heat: Vec<HeatSystem>,
        /// Direct-fired process heat and cooking.
        pub fired: Vec<FiredUse>,
        pub vehicles: Vec<VehicleUse>,
        pub solar: Option<Solar>,
        pub wastewater: Option<Wastewater>,
        pub solvents: Vec<Solvent>,
        pub refrigerants: Vec<Refrigerant>,
        /// Hired travel and freight, waste, materials: amount × factor.
        pub activities: Vec<Activity>,
        /// Sets of upgrades. At least one once the project is in use.
        pub plans: Vec<Plan>,
        /// Index of the plan on screen.
        pub active_plan: usize,
        pub finance: FinanceInput,
        pub outlook: Outlook,
    }
}

record! {
    /// Where and how large the plant is.
    pub struct Site {
        /// Slug of list `sector`.
        pub sector: String,
        /// Slug of list `region`, the narrowest that fits (`hk_clp`, `cn_prd` …).
        pub region: String,
        /// Year of the bills.
        pub year: Option<u16>,
        /// Operating hours a year.
        pub hours: Option<f64>,
        /// Output a year in [`Site::output_unit`].
        pub output: Option<f64>,
        /// Unit of the output as the user writes it: `t`, `m2`, `room_night` …
        pub output_unit: String,
        /// Gross floor area, m2.
        pub floor_area: Option<f64>,
        pub employees: Option<f64>,
        /// Revenue a year in the project's currency.
        pub revenue: Option<f64>,
        /// GWP set: `ar4`, `ar5` (default) or `ar6`.
        pub gwp_set: Option<String>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

word! {
    /// What kind of answer a quantity is.
    pub enum ReadingKind {
        /// A physical amount in the bill's unit.
        Value = "value",
        /// Money paid; divided by the unit price.
        Money = "money",
        /// Not known: estimated from the sector, marked as an estimate.
        Unknown = "unknown",
    } default Value
}

word! {
    /// The time a reading covers.
    pub enum Period {
        Month = "month",
        TwoMonths = "two_months",
        Year = "year",
    } default Year
}

impl Period {
    /// How many such periods make a year.
    pub fn per_year(self) -> f64 {
        match self {
            Period::Month => 12.0,
            Period::TwoMonths => 6.0,
            Period::Year => 1.0,
        }
    }
}

record! {
    /// A bill of one carrier.
    pub struct Bill {
        /// Slug of [`crate::carrier::Carrier`]: `electricity`, `natural_gas`, `water` …
        pub carrier: String,
        pub kind: ReadingKind,
        /// Amount as understood, in `unit` or in money, per `period`.
        pub amount: Option<f64>,
        /// What was typed when it could not be understood, kept so that nothing is lost.
        pub raw: Option<String>,
        /// Unit slug of the amount and of the price.
        pub unit: String,
        pub period: Period,
        /// Unit price in the project's currency per `unit`.
        pub price: Option<f64>,
        /// Standing, demand or capacity charges, money a year.
        pub fixed_cost: Option<f64>,
        /// Net calorific value in GJ per tonne (solids, liquids) or MJ per m3 (gases), if measured.
        pub ncv: Option<f64>,
        /// Sulphur of the fuel, per cent by mass, if measured.
        pub sulphur: Option<f64>,
        /// Twelve monthly readings (January first) in `unit`; replaces `amount` when present.
        pub months: Vec<f64>,
        /// What stands in the boxes of the months while not all twelve can be read, divided by tabs:
        /// kept so that nothing is lost. Counts for nothing.
        pub months_raw: Option<String>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// One line of the electricity balance.
    ///
    /// Its size is, in this order, `kwh`, else `count × kw × hours`, else `share` of the bill.
    pub struct ElectricUse {
        /// Slug of [`crate::plant::ElectricKind`].
        pub kind: String,
        /// Free description ("3 × 132 kW screw").
        pub name: String,
        pub count: Option<f64>,
        /// Average electrical power of each, kW.
        pub kw: Option<f64>,
        /// Hours a year.
        pub hours: Option<f64>,
        pub kwh: Option<f64>,
        /// Share of the site's electricity, per cent.
        pub share: Option<f64>,
        /// Compressed air: leaks as per cent of output.
        pub leaks: Option<f64>,
        /// Compressed air: pressure, bar gauge.
        pub pressure: Option<f64>,
        /// Compressed air: control type, suffix of the parameter `control_factor_…`.
        pub control: Option<String>,
        /// Cooling: seasonal coefficient of performance.
        pub cop: Option<f64>,
        /// Injection moulding: `fixed_pump`, `variable_pump`, `servo`, `electric`.
        pub drive: Option<String>,
        /// Power of one lamp with ballast, W.
        pub lamp_watt: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A network that carries heat from sources to uses.
    pub struct HeatSystem {
        /// `steam`, `hot_water` or `thermal_oil`.
        pub service: String,
        pub name: String,
        /// Steam pressure, MPa gauge.
        pub pressure: Option<f64>,
        /// Condensate return, per cent of steam.
        pub condensate_return: Option<f64>,
        /// Condensate temperature at the plant room, degC.
        pub condensate_temperature: Option<f64>,
        /// Make-up water temperature, degC.
        pub makeup_temperature: Option<f64>,
        /// Blowdown, per cent of steam raised.
        pub blowdown: Option<f64>,
        /// Heat lost from pipes and vessels, per cent of heat sent.
        pub pipe_loss: Option<f64>,
        /// Heat lost through failed traps, per cent of heat sent.
        pub trap_loss: Option<f64>,
        pub uses: Vec<HeatUse>,
        pub sources: Vec<HeatSource>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A consumer of a heat system.
    pub struct HeatUse {
        pub name: String,
        /// `dyeing`, `washing`, `drying`, `hot_water`, `tanks`, `space`, `other`.
        pub kind: String,
        /// Per cent of the heat sent that reaches this use.
        pub share: Option<f64>,
        /// Per cent of this use that warms cold water and could be preheated by recovered heat.
        pub preheatable: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// What feeds a heat system.
    pub struct HeatSource {
        /// `boiler`, `back_pressure` (boiler with a back-pressure steam turbine), `purchased`.
        pub kind: String,
        pub name: String,
        /// Slug of the carrier burnt or bought.
        pub carrier: String,
        /// Per cent of that carrier's bill used here.
        pub share: Option<f64>,
        /// Steam capacity in use, t/h.
        pub capacity: Option<f64>,
        /// Flue-gas temperature, degC.
        pub stack_temperature: Option<f64>,
        /// Oxygen in dry flue gas, per cent.
        pub oxygen: Option<f64>,
        /// Combustion-air temperature, degC.
        pub air_temperature: Option<f64>,
        /// Loss through the shell, per cent of fuel.
        pub shell_loss: Option<f64>,
        /// Unburnt fuel, per cent of fuel.
        pub unburnt_loss: Option<f64>,
        /// Any further loss (CO, slag heat), per cent of fuel.
        pub other_loss: Option<f64>,
        /// Efficiency on net calorific value, per cent; replaces the losses above when given.
        pub efficiency: Option<f64>,
        /// Back-pressure turbine: gross generation, kWh a year.
        pub gross_generation: Option<f64>,
        /// Back-pressure turbine: the power station's own use, kWh a year.
        pub own_use: Option<f64>,
        /// Installed stack cleaning.
        pub devices: Vec<Device>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A stack-cleaning device that is already there.
    pub struct Device {
        pub name: String,
        /// Removal, per cent, by pollutant slug (`so2`, `nox`, `pm10`, `pm25`, `voc`, `co`).
        pub removal: BTreeMap<String, f64>,
    }
}

record! {
    /// Heat made by burning a carrier in the process itself.
    pub struct FiredUse {
        pub name: String,
        /// `stenter`, `oven`, `dryer`, `furnace`, `oxidiser`, `cooking`, `other`.
        pub kind: String,
        pub carrier: String,
        /// Per cent of that carrier's bill used here.
        pub share: Option<f64>,
        /// Burner or heater efficiency on net calorific value, per cent.
        pub efficiency: Option<f64>,
        /// Number of machines.
        pub count: Option<f64>,
        /// Exhaust of one machine, m3/h at exhaust conditions.
        pub exhaust_flow: Option<f64>,
        /// Exhaust temperature, degC.
        pub exhaust_temperature: Option<f64>,
        /// Running hours a year.
        pub hours: Option<f64>,
        pub devices: Vec<Device>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// Vehicles and mobile machinery that share a fuel bill.
    pub struct VehicleUse {
        pub name: String,
        /// Slug of list `vehicle`.
        pub kind: String,
        pub carrier: String,
        /// Per cent of that carrier's bill used here.
        pub share: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// Photovoltaics that already stand.
    pub struct Solar {
        pub kwp: Option<f64>,
        /// Yield, kWh per kWp and year.
        pub specific_yield: Option<f64>,
        /// Roof that could still carry panels, m2.
        pub usable_roof: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A named set of upgrades.
    pub struct Plan {
        pub name: String,
        pub measures: Vec<MeasureChoice>,
    }
}

record! {
    /// One upgrade: ticked or not, with what the user changed about it.
    pub struct MeasureChoice {
        /// Slug of the measure.
        pub measure: String,
        pub on: bool,
        /// Parameter values that differ from the default, in the parameter's own unit.
        pub params: BTreeMap<String, f64>,
        /// A quotation: implementation cost in the project's currency.
        pub quote: Option<f64>,
        /// First year in which it stands; else the year after the bills.
        pub start: Option<u16>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

impl Project {
    /// An empty project in the current format with one empty plan.
    pub fn new() -> Self {
        Project { format: FORMAT, plans: vec![Plan::default()], ..Project::default() }
    }

    /// The plan on screen, or an empty one when the file has none.
    pub fn plan(&self) -> &Plan {
        static NONE: Plan = Plan { name: String::new(), measures: Vec::new() };
        self.plans.get(self.active_plan).unwrap_or(&NONE)
    }
}
