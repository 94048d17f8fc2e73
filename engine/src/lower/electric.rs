//! Electricity end uses: the user's list, or the sector's split, and the unmetered rest.

use super::builder::{Ask, Builder, PURE};
use super::burner::is_commercial;
use super::measure::LEAST_COP;
use crate::carrier::Carrier;
use crate::data::{MeasureId, Sector, SectorKey, SectorQuantity, sector_split};
use crate::notice::{NoticeKind, ProblemKind, Reason};
use crate::origin::{Field, Origin};
use crate::plant::{Air, Cooling, Electric, ElectricKind, Machines, Size, Slot, Special};
use crate::project::ElectricUse;
use crate::units::UnitId;

const KWH: super::builder::Unit = ("kwh", "");

/// Lowers all end uses. The second value is true when the list exceeds the bill.
pub(super) fn electric(
    b: &mut Builder<'_>,
    total: f64,
    param: &impl Fn(MeasureId, &str) -> Slot,
) -> (Vec<Electric>, bool) {
    let project = b.project;
    let mut nodes: Vec<Electric> = Vec::with_capacity(project.electricity.len() + 1);
    if project.electricity.is_empty() {
        b.notice(
            Field::new("electric", 0, "share"),
            NoticeKind::SectorSplit { carrier: Carrier::Electricity },
        );
        let rows: Vec<_> = sector_split(b.sector, SectorQuantity::ElecShareDefault).collect();
        let sum: f64 = rows.iter().filter_map(|r| r.typical()).sum();
        for row in rows {
            let Some(kind) = ElectricKind::from_slug(row.key.slug()) else { continue };
            let share = row.typical().unwrap_or(0.0) / sum.max(1e-9);
            let field = Field::new("electric", nodes.len(), "share");
            let slot = b.slot(share, Origin::Sector(row, field), PURE, "share");
            let empty = ElectricUse::default();
            let index = nodes.len();
            nodes.push(node(b, kind, &empty, index, Size::Share(slot), param));
        }
    }
    let mut listed = 0.0;
    for (index, use_) in project.electricity.iter().enumerate() {
        let field = |name| Field::new("electric", index, name);
        let Some(kind) = ElectricKind::from_slug(&use_.kind) else {
            b.problem(field("kind"), ProblemKind::Unknown { slug: use_.kind.clone() });
            continue;
        };
        let size = size(b, use_, index);
        listed += match size {
            Size::Given(slot) => b.value(slot),
            Size::Share(slot) => b.value(slot) * total,
            Size::Rest => 0.0,
        };
        nodes.push(node(b, kind, use_, index, size, param));
    }
    let scale = listed > total * (1.0 + 1e-9);
    if scale {
        b.notice(Field::new("electric", 0, "kwh"), NoticeKind::ListScaled { listed, bill: total });
    }
    let rest = ElectricUse::default();
    let index = nodes.len();
    nodes.push(node(b, ElectricKind::Unmetered, &rest, index, Size::Rest, param));
    link_gains(b, &mut nodes);
    (nodes, scale)
}

/// `kwh`, else count × kW × hours, else share of the bill.
fn size(b: &mut Builder<'_>, use_: &ElectricUse, index: usize) -> Size {
    let field = |name| Field::new("electric", index, name);
    if let Some(slot) = b.said(use_.kwh, Ask::amount(field("kwh"), KWH)) {
        return Size::Given(slot);
    }
    let hours_ask = Ask::amount(field("hours"), ("h", "")).within(0.0, 8784.0);
    if let (Some(_), Some(_)) = (use_.kw, use_.hours) {
        let count = match use_.count {
            Some(_) => b.said(use_.count, Ask::amount(field("count"), PURE)),
            None => Some(b.fixed(1.0, PURE, "count")),
        };
        let kw = b.said(use_.kw, Ask::amount(field("kw"), ("kw", "")));
        let hours = b.said(use_.hours, hours_ask);
        if let (Some(count), Some(kw), Some(hours)) = (count, kw, hours) {
            return Size::Given(b.derive(1.0, &[count, kw, hours], &[], KWH, "kwh"));
        }
    } else if let Some(slot) = b.said(use_.share, Ask::percent(field("share"))) {
        return Size::Share(slot);
    } else {
        b.problem(field("kwh"), ProblemKind::Missing);
    }
    Size::Given(b.fixed(0.0, KWH, "kwh"))
}

fn node(
    b: &mut Builder<'_>,
    kind: ElectricKind,
    use_: &ElectricUse,
    index: usize,
    size: Size,
    param: &impl Fn(MeasureId, &str) -> Slot,
) -> Electric {
    let one = |b: &mut Builder<'_>| b.fixed(1.0, PURE, "drive_share");
    let drive_share = match kind {
        // Barrels, dryers and controls are not touched by a new drive.
        ElectricKind::MouldingMachines => param(MeasureId::ImmServoRetrofit, "drive_share"),
        // The rest of a treatment plant pumps, stirs and presses.
        ElectricKind::Wastewater => param(MeasureId::AerationDoControl, "aeration_share"),
        _ => one(b),
    };
    let heat_share = match kind {
        ElectricKind::MouldingMachines => param(MeasureId::ImmBarrelInsulation, "heat_share"),
        _ => b.fixed(0.0, PURE, "heat_share"),
    };
    let machines = match (use_.kw, use_.hours) {
        (Some(kw), Some(hours)) => Some(Machines { count: use_.count.unwrap_or(1.0), kw, hours }),
        _ => None,
    };
    let lamp_ask = Ask::amount(Field::new("electric", index, "lamp_watt"), ("w", "")).within(1.0, 3000.0);
    let special = match kind {
        ElectricKind::CompressedAir => Special::Air(air(b, use_, index, param)),
        ElectricKind::ProcessCooling | ElectricKind::Hvac => Special::Cooling(cooling(b, kind, use_, index)),
        ElectricKind::Wastewater => Special::Treatment,
        _ => Special::None,
    };
    Electric {
        kind,
        size,
        energy: b.solved(KWH, "energy"),
        demand: b.neutral(1.0),
        drive_share,
        drive: b.neutral(1.0),
        heat_share,
        heat: b.neutral(1.0),
        added: b.neutral(0.0),
        machines,
        retrofit: kind == ElectricKind::MouldingMachines
            && matches!(use_.drive.as_deref(), None | Some("fixed_pump")),
        sewing: kind == ElectricKind::ProcessMachines && sews(b.sector, use_.drive.as_deref()),
        lamp_watt: b.said(use_.lamp_watt, lamp_ask),
        special,
    }
}

/// Sewing machines are told by their drive; in a garment factory the machines sew unless told
/// otherwise.
fn sews(sector: Sector, drive: Option<&str>) -> bool {
    match drive {
        Some(drive) => drive == "clutch",
        None => sector == Sector::Garment,
    }
}

fn air(
    b: &mut Builder<'_>,
    use_: &ElectricUse,
    index: usize,
    param: &impl Fn(MeasureId, &str) -> Slot,
) -> Air {
    let field = |name| Field::new("electric", index, name);
    let equipment = SectorQuantity::EquipmentDefault;
    let leak_ask = Ask::percent(field("leaks")).within(0.0, 90.0);
    let leak_base = b.said_or_default(use_.leaks, leak_ask, equipment, SectorKey::AirLeak, UnitId::Percent);
    let pressure_ask = Ask::amount(field("pressure"), ("barg", "")).within(1.0, 45.0);
    let pressure_base =
        b.said_or_default(use_.pressure, pressure_ask, equipment, SectorKey::AirPressure, UnitId::Barg);
    let control = use_.control.as_deref().unwrap_or("load_unload_short");
    let known = [
        "modulating",
        "variable_displacement",
        "load_unload_short",
        "load_unload_long",
        "vsd",
        "start_stop",
        "blow_off",
    ];
    let control = match known.iter().find(|k| **k == control) {
        Some(known) => param(MeasureId::CompressedAirLeaks, &format!("control_factor_{known}")),
        None => {
            b.problem(field("control"), ProblemKind::Unknown { slug: control.to_owned() });
            b.fixed(1.0, PURE, "control")
        }
    };
    Air {
        leak: b.copy(leak_base),
        leak_base,
        pressure: b.copy(pressure_base),
        pressure_base,
        // Work of compression with the exponent MEASUR uses, n = 1.395 (`data/formulas.md`).
        exponent: b.fixed(0.395 / 1.395, PURE, "compression_exponent"),
        ambient: param(MeasureId::CompressedAirPressure, "ambient_pressure"),
        useful: b.neutral(1.0),
        intake: b.neutral(1.0),
        // Each station its own, so that a measure can change one of them.
        control: b.copy(control),
        variable: use_.control.as_deref() == Some("vsd"),
        heat_recovery: b.neutral(0.0),
    }
}

fn cooling(b: &mut Builder<'_>, kind: ElectricKind, use_: &ElectricUse, index: usize) -> Cooling {
    let ask = Ask::amount(Field::new("electric", index, "cop"), PURE)
        .within(LEAST_COP, 15.0)
        .because(Reason::CoolingBelowOne);
    let key = match kind {
        ElectricKind::Hvac => SectorKey::SplitCop,
        _ => SectorKey::ChillerCopAir,
    };
    let cop_base = b.said_or_default(use_.cop, ask, SectorQuantity::EquipmentDefault, key, UnitId::Ratio);
    // Central plants of buildings and clean rooms chill water; elsewhere rooms have units of their own.
    let chilled = kind == ElectricKind::ProcessCooling || cools_rooms(b.sector);
    Cooling {
        cop: b.copy(cop_base),
        cop_base,
        chilled,
        absorption_power: b.neutral(0.0),
        absorption_water: b.neutral(0.0),
        free: b.neutral(0.0),
        free_power: b.neutral(0.0),
        gains: Vec::new(),
    }
}

/// Sectors whose buildings are cooled as a whole.
fn cools_rooms(sector: Sector) -> bool {
    is_commercial(sector) || matches!(sector, Sector::ElectronicsPcb | Sector::ElectronicsAssembly)
}

/// Lighting inside air-conditioned buildings ends as heat in the rooms.
fn link_gains(b: &mut Builder<'_>, nodes: &mut [Electric]) {
    let cooled = cools_rooms(b.sector);
    let total: f64 = 1.0;
    let coolers: Vec<usize> = nodes
        .iter()
        .enumerate()
        .filter(|(_, n)| n.kind == ElectricKind::Hvac && matches!(n.special, Special::Cooling(_)))
        .map(|(index, _)| index)
        .collect();
    let (true, Some(&first)) = (cooled, coolers.first()) else { return };
    let lights: Vec<usize> = nodes
        .iter()
        .enumerate()
        .filter(|(_, n)| n.kind == ElectricKind::Lighting)
        .map(|(index, _)| index)
        .collect();
    let key = SectorKey::LightingHeatToCooling;
    let share = b.constant(SectorQuantity::EquipmentDefault, key, 0.01 * total, "lighting_heat_to_cooling");
    if let Some(Electric { special: Special::Cooling(cooling), .. }) = nodes.get_mut(first) {
        cooling.gains = lights.into_iter().map(|light| (light, share)).collect();
    }
}
