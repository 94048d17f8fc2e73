//! Global warming potentials and refrigerant blends.

use super::choose::{best_default, rows};
use super::fact::FactId;
use super::keys::{Blend, BlendComponent, GreenhouseGas, GwpSet, Table};
use super::tables::{BLENDS, GWP};

/// kg CO2e per kg of a gas or blend; `None` where the set has no value for it.
pub fn gwp(gas: GreenhouseGas, set: GwpSet) -> Option<FactId> {
    best_default(Table::Gwp, &GWP, |key| (key.greenhouse_gas == gas && key.gwp_set == set).then_some(()))
}

/// Mass shares of a blend.
pub fn blend(blend: Blend) -> impl Iterator<Item = (BlendComponent, FactId)> {
    rows(Table::Blends, &BLENDS)
        .filter(move |(_, key)| key.blend == blend)
        .map(|(id, key)| (key.component, id))
}
