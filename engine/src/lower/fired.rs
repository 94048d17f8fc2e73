//! Direct-fired heat, vehicles and the dormant oxidiser and engine.

use super::builder::{Ask, Builder, PURE};
use super::burner::{Kind, Order, burner};
use super::shares::Shares;
use super::supply::Fuels;
use crate::carrier::Carrier;
use crate::data::{SectorKey, SectorQuantity, Vehicle};
use crate::notice::{ProblemKind, Reason};
use crate::origin::Field;
use crate::plant::{Burner, Engine, Exhaust, Fired, FiredKind, Fleet, Flue, Heat, Service, Slot};
use crate::project::FiredUse;
use crate::units::UnitId;

const GJ: super::builder::Unit = ("gj", "");

pub(super) fn fired(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    index: usize,
    use_: &FiredUse,
    shares: &mut Shares,
    burners: &mut Vec<Burner>,
) -> Option<Fired> {
    let field = |name| Field::new("fired", index, name);
    let Some(kind) = FiredKind::from_slug(&use_.kind) else {
        b.problem(field("kind"), ProblemKind::Unknown { slug: use_.kind.clone() });
        return None;
    };
    let Some(carrier) = fuels.burnt(&use_.carrier) else {
        b.problem(field("carrier"), ProblemKind::Unknown { slug: use_.carrier.clone() });
        return None;
    };
    let bill_share = shares.slot(b, carrier, use_.share, field("share"));
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order {
            carrier,
            bill_share,
            kind: Kind::Fired,
            devices: &use_.devices,
            field: field("devices"),
            dormant: false,
        },
    ));
    let ask = Ask::percent(field("efficiency")).within(5.0, 100.0);
    let key = SectorKey::FiredEfficiency;
    let efficiency =
        b.said_or_default(use_.efficiency, ask, SectorQuantity::EquipmentDefault, key, UnitId::Percent);
    let count_ask = Ask::amount(field("count"), PURE);
    let flow_ask = Ask::amount(field("exhaust_flow"), ("m3_per_h", "")).because(Reason::FlowBelowZero);
    let flow = b.said(use_.exhaust_flow, flow_ask);
    let ask = Ask::amount(field("exhaust_temperature"), ("degc", "")).within(30.0, 1500.0);
    let temperature = b.said(use_.exhaust_temperature, ask);
    let hours = b.said(use_.hours, Ask::amount(field("hours"), ("h", "")).within(0.0, 8784.0));
    let exhaust = match (flow, temperature, hours) {
        (Some(flow), Some(temperature), Some(hours)) => {
            let count = b.said(use_.count, count_ask).unwrap_or_else(|| b.fixed(1.0, PURE, "count"));
            Some(Exhaust { count, flow, temperature, hours })
        }
        _ => None,
    };
    Some(Fired {
        kind,
        burner: burner_index,
        fuel: b.solved(GJ, "fuel"),
        demand: b.neutral(1.0),
        efficiency,
        exhaust,
        exhaust_heat: b.neutral(0.0),
        added: b.neutral(0.0),
        recovery: b.neutral(0.0),
        specific: b.neutral(1.0),
        flue: flue(b),
        dormant: false,
        machines: use_.count.filter(|c| c.is_finite() && *c > 0.0),
    })
}

fn flue(b: &mut Builder<'_>) -> Flue {
    Flue {
        preheat: b.neutral(0.0),
        returned: b.neutral(0.0),
        cascade: b.neutral(0.0),
        absorption: b.neutral(0.0),
        accepts: b.neutral(0.0),
    }
}

/// An oxidiser for solvent-laden air that burns nothing until a measure builds it.
pub(super) fn oxidiser(b: &mut Builder<'_>, fuels: &Fuels, burners: &mut Vec<Burner>) -> Option<Fired> {
    let carrier = fuels.find(Carrier::NaturalGas).or_else(|| fuels.find(Carrier::Towngas))?;
    let field = Field::new("fired", usize::from(u16::MAX), "devices");
    let none = b.fixed(0.0, PURE, "bill_share");
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order { carrier, bill_share: none, kind: Kind::Fired, devices: &[], field, dormant: true },
    ));
    Some(Fired {
        kind: FiredKind::Oxidiser,
        burner: burner_index,
        fuel: b.solved(GJ, "fuel"),
        demand: b.neutral(1.0),
        efficiency: b.fixed(1.0, PURE, "efficiency"),
        exhaust: None,
        exhaust_heat: b.neutral(0.0),
        added: b.neutral(0.0),
        recovery: b.neutral(0.0),
        specific: b.neutral(1.0),
        flue: flue(b),
        dormant: true,
        machines: None,
    })
}

/// A gas engine without size beside the first steam, else hot-water, system.
pub(super) fn engine(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    heat: &mut [Heat],
    burners: &mut Vec<Burner>,
) -> Option<Engine> {
    let system = heat
        .iter()
        .position(|h| h.service == Service::Steam)
        .or_else(|| heat.iter().position(|h| h.service == Service::HotWater))?;
    let carrier = fuels.find(Carrier::NaturalGas).or_else(|| fuels.find(Carrier::Towngas))?;
    let field = Field::new("fired", usize::from(u16::MAX), "devices");
    let none = b.fixed(0.0, PURE, "bill_share");
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order { carrier, bill_share: none, kind: Kind::Engine, devices: &[], field, dormant: true },
    ));
    if let Some(heat) = heat.get_mut(system) {
        heat.engines.push(0);
    }
    Some(Engine {
        burner: burner_index,
        capacity: b.neutral(0.0),
        hours: b.neutral(0.0),
        electrical_efficiency: b.neutral(1.0),
        steam_share: b.neutral(0.0),
        water_share: b.neutral(0.0),
        upkeep: b.neutral(0.0),
        heat: Some(system),
    })
}

pub(super) fn fleet(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    index: usize,
    use_: &crate::project::VehicleUse,
    shares: &mut Shares,
    burners: &mut Vec<Burner>,
) -> Option<Fleet> {
    let field = |name| Field::new("fleet", index, name);
    let Some(kind) = Vehicle::from_slug(&use_.kind) else {
        b.problem(field("kind"), ProblemKind::Unknown { slug: use_.kind.clone() });
        return None;
    };
    let Some(carrier) = fuels.burnt(&use_.carrier) else {
        b.problem(field("carrier"), ProblemKind::Unknown { slug: use_.carrier.clone() });
        return None;
    };
    let bill_share: Slot = shares.slot(b, carrier, use_.share, field("share"));
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order {
            carrier,
            bill_share,
            kind: Kind::Vehicle(kind),
            devices: &[],
            field: field("kind"),
            dormant: false,
        },
    ));
    Some(Fleet {
        kind,
        burner: burner_index,
        fuel: b.solved(GJ, "fuel"),
        demand: b.neutral(1.0),
        electric_share: b.neutral(0.0),
        electric_use: b.neutral(0.0),
    })
}
