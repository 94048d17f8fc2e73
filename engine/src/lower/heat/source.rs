//! Sources of a heat system: boilers, turbines, bought steam, and those that only measures use.

use super::Place;
use super::boiler::{losses_of, stack};
use crate::carrier::{Carrier, Group};
use crate::data::{SectorKey as K, SectorQuantity as Q};
use crate::lower::builder::{Ask, Builder, PURE};
use crate::lower::burner::{Kind, Order, burner};
use crate::lower::shares::Shares;
use crate::lower::supply::Fuels;
use crate::notice::ProblemKind;
use crate::origin::Field;
use crate::plant::{Boiler, Burner, Service, Slot, Source, SourceKind, Turbine};
use crate::project::{HeatSource, HeatSystem};

pub(super) struct Context {
    pub child: usize,
    /// GJ per tonne of steam above make-up.
    pub steam_heat: f64,
    pub blowdown: Slot,
}

pub(super) fn source(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    place: &Place,
    context: &Context,
    source: &HeatSource,
    shares: &mut Shares,
    burners: &mut Vec<Burner>,
) -> Option<Source> {
    let index = place.system;
    let field = |name| Field::child("source", index, context.child, name);
    let Some(carrier) = fuels.find_slug(&source.carrier) else {
        let slug = source.carrier.clone();
        b.problem(field("carrier"), ProblemKind::Unknown { slug });
        return None;
    };
    if !matches!(source.kind.as_str(), "" | "boiler" | "back_pressure" | "purchased") {
        b.problem(field("kind"), ProblemKind::Unknown { slug: source.kind.clone() });
        return None;
    }
    let bought = fuels.carrier(carrier) == Some(Carrier::Steam);
    // Heat is bought as heat, by a bill, and boilers burn fuels; anything else is a slip of the list.
    let billed = b.project.bills.iter().any(|bill| bill.carrier == source.carrier);
    if !(bought && billed
        || !bought && source.kind != "purchased" && fuels.carrier(carrier).is_some_and(Carrier::is_fuel))
    {
        b.problem(field("carrier"), ProblemKind::Unknown { slug: source.carrier.clone() });
        return None;
    }
    let bill_share = shares.slot(b, carrier, source.share, field("share"));
    let share = b.solved(PURE, "source_share");
    if bought {
        let kind = SourceKind::Purchased { carrier, bill_share, delivery: b.neutral(1.0) };
        return Some(Source { dormant: false, share, kind });
    }
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order {
            carrier,
            bill_share,
            kind: Kind::Boiler,
            devices: &source.devices,
            field: field("devices"),
            dormant: false,
        },
    ));
    let stack = stack(b, fuels.carrier(carrier)?, place.service, source, &field);
    let (shell_loss, unburnt_loss, other_loss, efficiency) =
        losses_of(b, fuels.group(carrier), place, source, &field);
    let turbine = (source.kind == "back_pressure").then(|| {
        let kwh = ("kwh", "");
        Turbine {
            gross: b.said_or_none(source.gross_generation, Ask::amount(field("gross_generation"), kwh)),
            own_use: b.said_or_none(source.own_use, Ask::amount(field("own_use"), kwh)),
            efficiency: b.constant(Q::BoilerDefault, K::GeneratorEfficiency, 0.01, "generator_efficiency"),
            power_to_heat: b.solved(("kwh", "gj"), "power_to_heat"),
            own_per_heat: b.solved(("kwh", "gj"), "own_use_per_heat"),
        }
    });
    let capacity_ask = Ask::amount(field("capacity"), ("t_per_h", "")).within(0.0, 1e5);
    let capacity = b.said(source.capacity, capacity_ask);
    let boiler = Boiler {
        burner: burner_index,
        shell_loss,
        unburnt_loss,
        other_loss,
        efficiency,
        stack,
        blowdown: context.blowdown,
        turbine,
        capacity: capacity.unwrap_or_else(|| b.solved(("t_per_h", ""), "capacity")),
        capacity_known: capacity.is_some(),
        tonne_heat: context.steam_heat.max(1.0),
    };
    Some(Source { dormant: false, share, kind: SourceKind::Boiler(Box::new(boiler)) })
}

/// Carriers for which a dormant boiler stands ready in a system.
pub(super) fn dormant_carriers(system: &HeatSystem, service: Service) -> Vec<Carrier> {
    let burns = |wanted: &[Group]| {
        system.sources.iter().any(|s| {
            s.kind != "purchased"
                && Carrier::from_slug(&s.carrier).is_some_and(|c| wanted.contains(&c.group()))
        })
    };
    let mut carriers = Vec::new();
    if burns(&[Group::Coal, Group::Liquid]) {
        carriers.push(Carrier::NaturalGas);
    }
    if service == Service::Steam && burns(&[Group::Coal, Group::Liquid, Group::Gas]) {
        carriers.push(Carrier::BiomassPellets);
    }
    carriers
}

pub(super) fn dormant(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    place: &Place,
    blowdown: Slot,
    carrier: Carrier,
    burners: &mut Vec<Burner>,
) -> Option<Source> {
    let index = fuels.find(carrier)?;
    let field = |name| Field::child("source", place.system, usize::from(u16::MAX), name);
    // Notices about a boiler that does not stand yet would only confuse.
    let notices = b.notices.len();
    let none = b.fixed(0.0, PURE, "bill_share");
    let burner_index = burners.len();
    burners.push(burner(
        b,
        fuels,
        Order {
            carrier: index,
            bill_share: none,
            kind: Kind::Boiler,
            devices: &[],
            field: field("devices"),
            dormant: true,
        },
    ));
    let spec = HeatSource::default();
    let stack = stack(b, carrier, place.service, &spec, &field);
    let shell = b.constant(Q::BoilerDefault, K::ShellLoss, 0.01, "shell_loss");
    b.notices.truncate(notices);
    let boiler = Boiler {
        burner: burner_index,
        shell_loss: shell,
        unburnt_loss: none,
        other_loss: none,
        efficiency: None,
        stack,
        blowdown,
        turbine: None,
        capacity: none,
        capacity_known: true,
        tonne_heat: 1.0,
    };
    Some(Source {
        dormant: true,
        share: b.solved(PURE, "source_share"),
        kind: SourceKind::Boiler(Box::new(boiler)),
    })
}

/// A pipe to a park's steam network that stands idle until a measure uses it.
pub(super) fn connection(b: &mut Builder<'_>, fuels: &Fuels) -> Option<Source> {
    let carrier = fuels.find(Carrier::Steam)?;
    let bill_share = b.fixed(0.0, PURE, "bill_share");
    let kind = SourceKind::Purchased { carrier, bill_share, delivery: b.neutral(1.0) };
    Some(Source { dormant: true, share: b.solved(PURE, "source_share"), kind })
}
