//! Electricity end uses, compressed air and mechanical cooling among them.

use super::{Slot, slugged};

slugged! {
    /// Kinds of electricity end use. The slugs are those of the sector tables.
    ElectricKind {
        ProcessMachines = "process_machines",
        MouldingMachines = "moulding_machines",
        Fans = "fans",
        Pumps = "pumps",
        CompressedAir = "compressed_air",
        ProcessCooling = "process_cooling",
        Hvac = "hvac",
        Refrigeration = "refrigeration",
        Lighting = "lighting",
        ProcessHeat = "process_heat",
        Rectifiers = "rectifiers",
        Wastewater = "wastewater",
        OfficeIt = "office_it",
        ItLoad = "it_load",
        Lifts = "lifts",
        KitchenRefrigeration = "kitchen_refrigeration",
        Laundry = "laundry",
        HotWater = "hot_water",
        Cooking = "cooking",
        PowerLoss = "power_loss",
        Other = "other",
        Unmetered = "unmetered",
    }
}

/// An electricity end use.
///
/// `energy × demand × (1 + drive_share (drive − 1) + heat_share (heat − 1)) + added`
#[derive(Clone, Debug)]
pub struct Electric {
    pub kind: ElectricKind,
    pub size: Size,
    /// Base consumption, kWh (solved).
    pub energy: Slot,
    /// Neutral 1: how much service is asked for.
    pub demand: Slot,
    /// Share of the energy that goes through drives (1 for fans and pumps).
    pub drive_share: Slot,
    /// Neutral 1: what drives use for the same service.
    pub drive: Slot,
    /// Share that heats the process (barrels of moulding machines).
    pub heat_share: Slot,
    /// Neutral 1.
    pub heat: Slot,
    /// Neutral 0: load added by measures, kWh.
    pub added: Slot,
    /// Average power of one machine in kW and number of machines, for sizing, when known.
    pub machines: Option<Machines>,
    /// A moulding machine whose hydraulic pump could be replaced.
    pub retrofit: bool,
    /// Sewing machines with clutch motors, or a line with them.
    pub sewing: bool,
    /// Power of one lamp with ballast, W, when known.
    pub lamp_watt: Option<Slot>,
    pub special: Special,
}

/// How the size of an electricity use is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// kWh a year.
    Given(Slot),
    /// Share of the site's electricity.
    Share(Slot),
    /// What the others leave of the bill.
    Rest,
}

/// Nameplate facts used to size measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machines {
    pub count: f64,
    pub kw: f64,
    pub hours: f64,
}

/// End uses with physics of their own.
#[derive(Clone, Debug)]
pub enum Special {
    None,
    Air(Air),
    Cooling(Cooling),
    /// Wastewater treatment: follows the volume treated.
    Treatment,
}

/// Compressed air.
#[derive(Clone, Debug)]
pub struct Air {
    /// Leak share of output in the base case and now.
    pub leak_base: Slot,
    pub leak: Slot,
    /// Pressure in the base case and now, bar gauge.
    pub pressure_base: Slot,
    pub pressure: Slot,
    /// Exponent c of the compression work ratio.
    pub exponent: Slot,
    /// Ambient pressure, bar.
    pub ambient: Slot,
    /// Neutral 1: air that users take; intake volume for the same air.
    pub useful: Slot,
    pub intake: Slot,
    /// Share of a flow reduction that the control turns into power.
    pub control: Slot,
    /// Runs at variable speed already.
    pub variable: bool,
    /// Neutral 0: share of the electricity recovered as warm water.
    pub heat_recovery: Slot,
}

/// Mechanical cooling.
#[derive(Clone, Debug)]
pub struct Cooling {
    pub cop_base: Slot,
    pub cop: Slot,
    /// Chilled water, not room units.
    pub chilled: bool,
    /// Neutral 0: electricity of pumps and tower for heat-driven chillers, kWh per kWh of cold, and
    /// water evaporated beyond what the electric ones did, m3 per kWh of cold.
    pub absorption_power: Slot,
    pub absorption_water: Slot,
    /// Neutral 0: share of the load that outside air carries away, and kWh for each kWh of it.
    pub free: Slot,
    pub free_power: Slot,
    /// Electricity uses whose heat this cooling carries away: index and share.
    pub gains: Vec<(usize, Slot)>,
}
