//! What leaves the plant or happens beyond it: effluent, vapours, lost gases, hired travel, waste, purchases.

use super::record::{record, word};
use std::collections::BTreeMap;

record! {
    /// Effluent and its treatment.
    pub struct Wastewater {
        /// Effluent, m3 a year; else `share_of_intake`.
        pub volume: Option<f64>,
        /// Effluent as per cent of water intake.
        pub share_of_intake: Option<f64>,
        /// Treated on site (else: sewer or park plant).
        pub on_site: bool,
        /// COD before and after treatment, mg/L.
        pub cod_in: Option<f64>,
        pub cod_out: Option<f64>,
        /// Total nitrogen before treatment, mg/L.
        pub nitrogen_in: Option<f64>,
        /// Slug of list `treatment`.
        pub treatment: String,
        /// Electricity of treatment, kWh/m3 (already inside the electricity bill).
        pub kwh_per_m3: Option<f64>,
        /// Cost of treatment without electricity, or fee of sewer or park plant, money per m3.
        pub cost_per_m3: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A solvent-bearing material.
    pub struct Solvent {
        pub name: String,
        /// Bought, t a year.
        pub tonnes: Option<f64>,
        /// Volatile share, per cent by mass.
        pub volatile: Option<f64>,
        /// Share of the vapour drawn into abatement, per cent.
        pub capture: Option<f64>,
        /// Removal of what is drawn in, per cent.
        pub removal: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

record! {
    /// A refrigerant that is lost.
    pub struct Refrigerant {
        /// Slug of list `greenhouse_gas`.
        pub gas: String,
        /// Lost, kg a year.
        pub leak: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}

word! {
    /// Why people travel, or who pays for goods on the move: which category of scope 3 a row is of.
    pub enum Purpose {
        /// Business travel; freight that the company pays for.
        Business = "business",
        /// To work and back.
        Commuting = "commuting",
        /// Freight that the customer pays for.
        Customer = "customer",
    } default Business
}

record! {
    /// Something hired, thrown away or bought that emits elsewhere (scope 3): an amount multiplied with one
    /// row of the fact tables.
    ///
    /// Its size is `amount`, else for what moves `count × times × distance`, twice that there and back, and
    /// for cars divided by the people in one.
    pub struct Activity {
        pub name: String,
        /// Id of a row in `transport` or `waste_water_materials`, in kg CO2e or kWh per something.
        pub factor: String,
        pub purpose: Purpose,
        /// Amount a year in the denominator unit of that row.
        pub amount: Option<f64>,
        /// People who travel, tonnes of a load, or vehicles hired; one when only `times` is said.
        pub count: Option<f64>,
        /// Trips or loads a year of each; one when only `count` is said.
        pub times: Option<f64>,
        /// km one way.
        pub distance: Option<f64>,
        /// Each trip goes there and back.
        pub both_ways: bool,
        /// People in one car.
        pub occupancy: Option<f64>,
        /// Paid for all of it, money a year.
        pub cost: Option<f64>,
        /// How far figures may be off, by the name of their field, ± per cent.
        pub plus_minus: BTreeMap<String, f64>,
    }
}
