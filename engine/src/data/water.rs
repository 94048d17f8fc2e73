//! Wastewater treatment, and water supply, waste and materials.

use super::choose::{best_default, nearness};
use super::fact::FactId;
use super::keys::{
    Industry, Material, Region, Route, Table, Treatment, WwQuantity, WwmActivity, WwmQuantity,
};
use super::tables::{WASTE_WATER_MATERIALS, WASTEWATER};

/// A figure of wastewater: for this industry and treatment, then for the treatment in any industry, then for the
/// industry whatever the treatment. A dyeing mill that names cotton also finds the rows of dyeing and textiles.
pub fn wastewater(
    quantity: WwQuantity,
    industry: Industry,
    treatment: Treatment,
    region: Region,
) -> Option<FactId> {
    best_default(Table::Wastewater, &WASTEWATER, |key| {
        if key.ww_quantity != quantity {
            return None;
        }
        let own_treatment = key.treatment == treatment;
        let any_treatment = key.treatment == Treatment::Unspecified;
        let fit = match industry_steps(industry, key.industry) {
            Some(steps) if own_treatment => steps,
            Some(steps) if any_treatment => 10 + steps,
            None if own_treatment && key.industry == Industry::Any => 9,
            _ => return None,
        };
        Some((fit, nearness(region, key.region)?))
    })
}

/// Steps from an industry to a wider one.
fn industry_steps(wanted: Industry, row: Industry) -> Option<usize> {
    let wider: &[Industry] = match wanted {
        Industry::DyeingCotton | Industry::DyeingWool | Industry::DyeingSynthetic => {
            &[Industry::Dyeing, Industry::Textile]
        }
        Industry::Dyeing | Industry::TextileNatural => &[Industry::Textile],
        Industry::ElectroplatingMulti => &[Industry::Electroplating],
        _ => &[],
    };
    if wanted == row {
        return Some(0);
    }
    wider.iter().position(|industry| *industry == row).map(|steps| 1 + steps)
}

/// A figure of water supply, sewage, waste or material use.
pub fn waste_water_materials(
    activity: WwmActivity,
    material: Material,
    route: Route,
    quantity: WwmQuantity,
    region: Region,
) -> Option<FactId> {
    best_default(Table::WasteWaterMaterials, &WASTE_WATER_MATERIALS, |key| {
        let fits = key.wwm_activity == activity
            && key.material == material
            && key.route == route
            && key.quantity == quantity;
        if fits { nearness(region, key.region) } else { None }
    })
}
