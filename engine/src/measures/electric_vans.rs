//! Electric vans in place of diesel or petrol ones.
//!
//! # Method
//! kWh charged = fuel replaced ÷ litres per 100 km × kWh per 100 km ÷ charging efficiency, the
//! driving staying the same; where the bill does not count litres, fuel × (1 − saving fraction)
//!
//! # Applies to
//! light commercial vehicles
//!
//! # Overlaps
//! with nothing else on the road; solar panels may charge them
//!
//! # Limits
//! the tailpipe's pollutants go, the power station's rise; lower maintenance, tyre and brake dust,
//! and the making of the battery are not counted
//!
//! # Sources
//! `measure_params.csv`, `electric_vans.*`

use super::{Context, Missing, fleets_of, litre_heat};
use crate::data::Vehicle;
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{Fleet, Plant};
use crate::scalar::Scalar;

/// GJ in a litre of diesel. Sizing only.
const DIESEL_LITRE: f64 = 0.0367;

fn vans(plant: &Plant) -> impl Iterator<Item = &Fleet> {
    fleets_of(plant, &[Vehicle::LightCommercial])
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    vans(plant).next().is_none().then_some(Missing::Vans)
}

/// Vans: the year's fuel over what one of them burns.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let litres = cx.param("distance") / 100.0 * cx.param("fuel_use");
    let vans = vans(cx.plant).map(|fleet| {
        let litre = litre_heat(cx, fleet.burner).unwrap_or(DIESEL_LITRE);
        cx.p[fleet.fuel] / (litres * litre).max(1e-9)
    });
    vans.sum::<f64>().ceil()
}

/// kWh from the grid for each GJ of fuel.
fn electricity<S: Scalar>(cx: &Context<'_, S>, fleet: &Fleet) -> S {
    match litre_heat(cx, fleet.burner) {
        Some(litre) => {
            let per_litre =
                cx.param("electricity_use") / cx.param("charging_efficiency") / cx.param("fuel_use");
            per_litre / litre
        }
        None => (S::one() - cx.param("saving_fraction")) / S::constant(GJ_PER_KWH),
    }
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for fleet in vans(cx.plant) {
        out.set(fleet.electric_share, cx.coverage());
        out.set(fleet.electric_use, electricity(cx, fleet));
    }
}
