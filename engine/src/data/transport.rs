//! Travel and freight.

use super::choose::{best, nearness};
use super::fact::FactId;
use super::keys::{Gas, Region, Table, TransportMode, TransportVariant, TransportVehicle, Use};
use super::tables::TRANSPORT;
use crate::units::UnitId;

/// A figure per passenger-km, vehicle-km, tonne-km or room-night. Without a variant the default one.
pub fn transport(
    mode: TransportMode,
    vehicle: TransportVehicle,
    variant: Option<TransportVariant>,
    gas: Gas,
    per: UnitId,
    region: Region,
) -> Option<FactId> {
    best(Table::Transport, &TRANSPORT, |id, key| {
        let fits =
            key.mode == mode && key.transport_vehicle == vehicle && key.gas == gas && id.den() == Some(per);
        let is_wanted = match variant {
            Some(variant) => key.variant == variant && matches!(id.usage(), Use::Default | Use::Alternative),
            None => id.usage() == Use::Default,
        };
        if fits && is_wanted { Some((nearness(region, key.region)?, id.usage())) } else { None }
    })
}
