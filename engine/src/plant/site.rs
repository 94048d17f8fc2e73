//! Water, sunshine, solvents, other emissions and the tax on them.

use super::{Remote, Slot};

/// Intake, effluent and treatment.
#[derive(Clone, Debug)]
pub struct Water {
    /// m3 a year.
    pub intake: Slot,
    pub price: Slot,
    pub fixed_cost: Slot,
    /// Make-up of the steam systems in the base case, m3 (solved).
    pub makeup_base: Slot,
    /// Neutral 1: process demand. Neutral 0: share of the intake replaced by reuse.
    pub demand: Slot,
    pub reuse: Slot,
    /// kWh per m3 of reused water.
    pub reuse_energy: Slot,
    /// Neutral 0: membranes and chemicals, money per m3 reused.
    pub reuse_cost: Slot,
    /// Neutral 0: chemicals recovered, money per m3 of the effluent at today's load.
    pub recovered_value: Slot,
    /// Effluent in the base case, m3.
    pub effluent: Slot,
    pub effluent_cost: Slot,
    /// kg/m3 in and out.
    pub cod_in: Slot,
    pub cod_out: Slot,
    pub nitrogen_in: Slot,
    /// kg CH4 per kg COD removed and kg N2O-N per kg N.
    pub b0: Slot,
    pub mcf: Slot,
    pub n2o: Slot,
    pub on_site: bool,
    /// Supply of a cubic metre, and treatment of one that is not treated on site (scope 3).
    pub supply: Remote,
    pub sewage: Remote,
    /// Neutral 1: load of the effluent, whatever its volume.
    pub load: Slot,
    /// Neutral 0: COD that an anaerobic stage removes, kg.
    pub anaerobic: Slot,
    /// Neutral 0: GJ of biogas to burn and kg of CH4 that escapes, for each kg of that COD.
    pub gas_yield: Slot,
    pub gas_leak: Slot,
}

/// Photovoltaics: what stands and what a measure adds.
#[derive(Clone, Debug)]
pub struct Solar {
    pub capacity: Slot,
    pub yield_base: Slot,
    /// Neutral 0, kWp and kWh/kWp.
    pub added: Slot,
    pub added_yield: Slot,
    /// Share of the added generation used on site; what already stands is used on site.
    pub self_use: Slot,
    pub export_price: Slot,
    /// Roof that could still carry panels, m2; 0 when not said.
    pub usable_roof: Slot,
}

/// A solvent-bearing material.
#[derive(Clone, Debug)]
pub struct SolventNode {
    /// t a year.
    pub mass: Slot,
    pub volatile: Slot,
    pub capture: Slot,
    pub removal: Slot,
    /// Neutral 1: what is still emitted.
    pub factor: Slot,
    /// Neutral 0: part of that which new equipment recovers, kWh per kg recovered, and part that it
    /// burns.
    pub recovered: Slot,
    pub recovery_energy: Slot,
    pub burnt: Slot,
    /// Neutral 0: what recovered solvent is worth, money per kg.
    pub recovered_value: Slot,
}

/// A refrigerant lost.
#[derive(Clone, Debug)]
pub struct Emission {
    /// kg.
    pub amount: Slot,
    /// kg CO2e per kg.
    pub factor: Slot,
}

/// Environmental-protection tax, money per kg.
#[derive(Clone, Debug)]
pub struct Tax {
    pub so2: Slot,
    pub nox: Slot,
    pub cod: Slot,
}
