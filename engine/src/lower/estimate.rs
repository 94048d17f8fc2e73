//! Bills that are not known: estimated from the sector and the size of the site, and marked.

use super::builder::Builder;
use crate::carrier::Carrier;
use crate::data::{SectorKey, SectorQuantity, sector_default};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::Slot;
use crate::units::UnitId;

/// Net over gross calorific value of natural gas (`data/formulas.md`): the survey counts gross.
const NET_TO_GROSS: f64 = 0.90;

/// Bill units a year from an intensity per floor area (the best documented), else per tonne.
pub(super) fn quantity(
    b: &mut Builder<'_>,
    carrier: Carrier,
    content: Slot,
    unit: UnitId,
    field: Field,
) -> Slot {
    let site = &b.project.site;
    let output = site.output.filter(|_| site.output_unit == "t");
    let electricity = carrier == Carrier::Electricity;
    let (area_key, tonne_key) = if electricity {
        (SectorKey::ElectricityPerM2, SectorKey::ElectricityPerT)
    } else {
        (SectorKey::FuelPerM2, SectorKey::FuelPerT)
    };
    let factor = if electricity { 1.0 } else { NET_TO_GROSS };
    let sizes = [(area_key, site.floor_area), (tonne_key, output)];
    for (key, size) in sizes {
        let row = sector_default(b.sector, SectorQuantity::Intensity, key);
        if let (Some(row), Some(size)) = (row, size)
            && let Some(typical) = row.typical()
            && size.is_finite()
            && size > 0.0
        {
            b.notice(field, NoticeKind::Estimated { carrier });
            let energy = typical * size * factor;
            let value = energy / b.value(content).max(1e-12);
            return b.slot(value, Origin::Sector(row, field), (unit.slug(), ""), "quantity");
        }
    }
    b.problem(field, ProblemKind::Missing);
    b.fixed(0.0, (unit.slug(), ""), "quantity")
}
