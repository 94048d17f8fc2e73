//! What burns a fuel when the user has not said: the sector's split of fuel.
//!
//! Bills that no system, direct-fired use or vehicle takes are given to a boiler, a hot-water
//! boiler, direct-fired heat and kitchens in the sector's proportions; coal, wood and fuel oil
//! go to a steam boiler, or to the kilns and furnaces of a sector that has no steam boilers; diesel
//! and petrol to vehicles. Bought steam goes to a steam system.

use super::builder::Builder;
use crate::carrier::{Carrier, Group};
use crate::data::{Sector, SectorKey, SectorQuantity, sector_split};
use crate::notice::NoticeKind;
use crate::origin::Field;
use crate::project::{FiredUse, HeatSource, HeatSystem, Project, VehicleUse};
use std::borrow::Cow;

/// The project with a place for every bill.
pub(super) fn complete<'a>(b: &mut Builder<'_>, project: &'a Project) -> Cow<'a, Project> {
    let open: Vec<(usize, Carrier)> = project
        .bills
        .iter()
        .enumerate()
        .filter_map(|(index, bill)| Some((index, Carrier::from_slug(&bill.carrier)?)))
        .filter(|(_, c)| c.is_fuel() || *c == Carrier::Steam)
        .filter(|(_, c)| !is_used(project, c.slug()))
        .collect();
    if open.is_empty() {
        return Cow::Borrowed(project);
    }
    let mut full = project.clone();
    for (index, carrier) in open {
        b.notice(Field::new("bill", index, "carrier"), NoticeKind::SectorSplit { carrier });
        match carrier.group() {
            Group::None => system(&mut full, "steam", "purchased", carrier, None),
            Group::Coal | Group::Biomass => heavy(b, &mut full, carrier),
            Group::Liquid if carrier == Carrier::FuelOil => heavy(b, &mut full, carrier),
            Group::Liquid if carrier == Carrier::Kerosene => {
                system(&mut full, "hot_water", "boiler", carrier, None);
            }
            Group::Liquid => full.vehicles.push(VehicleUse {
                kind: if carrier == Carrier::Petrol { "passenger_car" } else { "heavy_duty" }.to_owned(),
                carrier: carrier.slug().to_owned(),
                ..VehicleUse::default()
            }),
            Group::Gas => split(b, &mut full, carrier),
        }
    }
    Cow::Owned(full)
}

fn is_used(project: &Project, slug: &str) -> bool {
    project.heat.iter().flat_map(|h| &h.sources).any(|s| s.carrier == slug)
        || project.fired.iter().any(|f| f.carrier == slug)
        || project.vehicles.iter().any(|v| v.carrier == slug)
}

fn system(project: &mut Project, service: &str, kind: &str, carrier: Carrier, share: Option<f64>) {
    let source = HeatSource {
        kind: kind.to_owned(),
        carrier: carrier.slug().to_owned(),
        share,
        ..HeatSource::default()
    };
    match project.heat.iter_mut().find(|h| h.service == service) {
        Some(system) => system.sources.push(source),
        None => project.heat.push(HeatSystem {
            service: service.to_owned(),
            sources: vec![source],
            ..HeatSystem::default()
        }),
    }
}

/// Coal, wood and fuel oil.
fn heavy(b: &Builder<'_>, project: &mut Project, carrier: Carrier) {
    let has = |key| sector_split(b.sector, SectorQuantity::FuelShareDefault).any(|row| row.key == key);
    if has(SectorKey::DirectFired) && !has(SectorKey::BoilerSteam) {
        project.fired.push(FiredUse {
            kind: direct_fired(b.sector).to_owned(),
            carrier: carrier.slug().to_owned(),
            ..FiredUse::default()
        });
    } else {
        system(project, "steam", "boiler", carrier, None);
    }
}

fn split(b: &Builder<'_>, project: &mut Project, carrier: Carrier) {
    let rows: Vec<_> = sector_split(b.sector, SectorQuantity::FuelShareDefault)
        .filter_map(|row| Some((row.key, row.typical()?)))
        .collect();
    let sum: f64 = rows.iter().map(|r| r.1).sum();
    if sum <= 0.0 {
        system(project, "hot_water", "boiler", carrier, None);
        return;
    }
    for (key, value) in rows {
        let share = Some(value / sum * 100.0);
        let fired = |kind: &str| FiredUse {
            kind: kind.to_owned(),
            carrier: carrier.slug().to_owned(),
            share,
            ..FiredUse::default()
        };
        match key {
            SectorKey::BoilerSteam => system(project, "steam", "boiler", carrier, share),
            SectorKey::HotWater => system(project, "hot_water", "boiler", carrier, share),
            SectorKey::ThermalOil => system(project, "thermal_oil", "boiler", carrier, share),
            SectorKey::DirectFired => project.fired.push(fired(direct_fired(b.sector))),
            SectorKey::Cooking => project.fired.push(fired("cooking")),
            _ => project.fired.push(fired("other")),
        }
    }
}

/// What burns at the machine in a sector, or in the wider one it belongs to, where the user has not
/// said.
fn direct_fired(sector: Sector) -> &'static str {
    let known = |sector| match sector {
        Sector::TextileDyeing => Some("stenter"),
        Sector::MetalCasting | Sector::CeramicsGlass => Some("furnace"),
        Sector::MetalWorking | Sector::Printing | Sector::Furniture | Sector::FoodBakery => Some("oven"),
        Sector::PaperProducts | Sector::Laundry => Some("dryer"),
        _ => None,
    };
    sector.ancestors().find_map(known).unwrap_or("other")
}
