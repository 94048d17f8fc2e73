//! Heat systems: uses, losses and return.

mod boiler;
mod source;

use super::builder::{Ask, Builder, PURE};
use super::shares::Shares;
use super::supply::Fuels;
use crate::data::{SectorKey as K, SectorQuantity as Q};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::{Bleed, Burner, Heat, HeatKind, HeatPump, HeatUse, Service, Slot, SourceKind};
use crate::project::HeatSystem;
use crate::steam::{MOST_GAUGE, Saturation, saturation};
use crate::units::{UnitId, convert};
use source::{Context, connection, dormant, dormant_carriers};

/// Specific heat of water, kJ/(kg K), for condensate and make-up below 100 °C.
const WATER_HEAT: f64 = 4.187;
/// Make-up water is not warmed beyond the boiling point of an open tank, degC.
const BOILING: f64 = 100.0;
/// Steam of bought-heat bills: 0.6 MPa gauge and 25 °C make-up, unless a system says otherwise.
const BOUGHT_PRESSURE: f64 = 0.6;
const BOUGHT_MAKEUP: f64 = 25.0;

/// GJ in one `unit` of bought steam, above make-up water.
pub(super) fn steam_content(b: &mut Builder<'_>, unit: UnitId) -> Slot {
    let system = b.project.heat.iter().find(|h| h.service == "steam");
    let in_range = |value: Option<f64>, low: f64, high: f64| value.filter(|v| (low..=high).contains(v));
    let pressure = in_range(system.and_then(|h| h.pressure), 0.0, MOST_GAUGE).unwrap_or(BOUGHT_PRESSURE);
    let makeup = in_range(system.and_then(|h| h.makeup_temperature), 0.0, 99.0).unwrap_or(BOUGHT_MAKEUP);
    let per_tonne = (saturation(pressure).steam_enthalpy - WATER_HEAT * makeup) * 1e-3;
    let tonnes = convert(1.0, unit, UnitId::T).unwrap_or(1.0);
    b.slot(per_tonne * tonnes, Origin::Derived, ("gj", unit.slug()), "content")
}

/// What lowering of one system needs to know about its place.
struct Place {
    system: usize,
    service: Service,
}

/// Lowers a system; burners are appended to the plant's list.
pub(super) fn heat(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    index: usize,
    system: &HeatSystem,
    shares: &mut Shares,
    burners: &mut Vec<Burner>,
) -> Option<Heat> {
    let field = |name| Field::new("heat", index, name);
    let Some(service) = Service::from_slug(&system.service) else {
        b.problem(field("service"), ProblemKind::Unknown { slug: system.service.clone() });
        return None;
    };
    let place = Place { system: index, service };
    let steam = service == Service::Steam;
    let pressure_ask = Ask::amount(field("pressure"), ("mpag", "")).within(0.0, MOST_GAUGE);
    let pressure = if steam {
        b.said_or_default(system.pressure, pressure_ask, Q::BoilerDefault, K::SteamPressure, UnitId::Mpag)
    } else {
        b.fixed(0.0, ("mpag", ""), "pressure")
    };
    let gauge = b.value(pressure);
    let Saturation { steam_enthalpy: h_steam, water_enthalpy: h_water, temperature: t_sat } =
        saturation(gauge);
    let temperature = match service {
        Service::Steam => b.slot(t_sat, Origin::Derived, ("degc", ""), "steam_temperature"),
        // Supply of hot water and of thermal oil; only insulation asks, and only of steam.
        Service::HotWater | Service::ThermalOil => b.fixed(0.0, ("degc", ""), "supply_temperature"),
    };
    let makeup_ask = Ask::amount(field("makeup_temperature"), ("degc", "")).within(0.0, 99.0);
    let (ret, h_cond, makeup_temperature) = if steam {
        let ask = Ask::percent(field("condensate_return"));
        let key = condensate_key(b);
        let ret = b.said_or_default(system.condensate_return, ask, Q::BoilerDefault, key, UnitId::Percent);
        let ask = Ask::amount(field("condensate_temperature"), ("degc", "")).within(20.0, 180.0);
        let said = system.condensate_temperature;
        let cond = b.said_or_default(said, ask, Q::BoilerDefault, K::CondensateTemperature, UnitId::Degc);
        let makeup = b.said_or_default(
            system.makeup_temperature,
            makeup_ask,
            Q::BoilerDefault,
            K::MakeupTemperature,
            UnitId::Degc,
        );
        (ret, WATER_HEAT * b.value(cond), makeup)
    } else {
        let makeup = b.fixed(0.0, ("degc", ""), "makeup_temperature");
        (b.fixed(1.0, PURE, "condensate_return"), 0.0, makeup)
    };
    let h_makeup = WATER_HEAT * b.value(makeup_temperature);
    let given_up = (h_steam - h_cond).max(1.0);
    let derived = |b: &mut Builder<'_>, value: f64, unit, name| {
        if steam { b.slot(value, Origin::Derived, unit, name) } else { b.fixed(0.0, unit, name) }
    };
    let condensate_heat = derived(b, (h_cond - h_makeup).max(0.0) / given_up, PURE, "condensate_heat");
    let steam_water = derived(b, 1000.0 / given_up, ("m3", "gj"), "steam_water");
    let steam_heat = derived(b, (h_steam - h_makeup) * 1e-3, ("gj", "t"), "steam_heat");

    let (pipe_share, trap_share) = losses(b, system, &place);
    let uses = uses(b, system, index, pipe_share, trap_share);
    let bleed = bleed(b, system, &place, h_steam, h_water, h_makeup);
    let mut sources = Vec::new();
    for (child, source) in system.sources.iter().enumerate() {
        let context = Context { child, steam_heat: (h_steam - h_makeup) * 1e-3, blowdown: bleed.heat };
        sources.extend(source::source(b, fuels, &place, &context, source, shares, burners));
    }
    for carrier in dormant_carriers(system, service) {
        sources.extend(dormant(b, fuels, &place, bleed.heat, carrier, burners));
    }
    if steam && sources.iter().any(|s| matches!(s.kind, SourceKind::Boiler(_))) {
        sources.extend(connection(b, fuels));
    }
    Some(Heat {
        service,
        temperature,
        pressure,
        makeup_temperature,
        steam_heat,
        uses,
        added: b.neutral(0.0),
        pipe_loss: b.solved(("gj", ""), "pipe_loss"),
        pipe_share,
        pipe_factor: b.neutral(1.0),
        trap_loss: b.solved(("gj", ""), "trap_loss"),
        trap_share,
        trap_factor: b.neutral(1.0),
        condensate_return: b.copy(ret),
        return_base: ret,
        condensate_heat,
        steam_water,
        bleed,
        pump: HeatPump { supply: b.neutral(0.0), preheat: b.neutral(0.0), cop: b.neutral(1.0) },
        sources,
        engines: Vec::new(),
    })
}

fn condensate_key(b: &Builder<'_>) -> K {
    use crate::data::Sector;
    match b.sector {
        Sector::TextileDyeing => K::CondensateReturnTextile,
        Sector::FoodBeverage => K::CondensateReturnFood,
        Sector::Electroplating => K::CondensateReturnPlating,
        Sector::PaperProducts => K::CondensateReturnPaperProducts,
        Sector::Laundry => K::CondensateReturnLaundry,
        _ => K::CondensateReturn,
    }
}

/// Shares of pipe and trap loss in the heat sent.
fn losses(b: &mut Builder<'_>, system: &HeatSystem, place: &Place) -> (Slot, Slot) {
    let field = |name| Field::new("heat", place.system, name);
    let pipe_ask = Ask::percent(field("pipe_loss")).within(0.0, 60.0);
    let trap_ask = Ask::percent(field("trap_loss")).within(0.0, 40.0);
    let pipe = b.said(system.pipe_loss, pipe_ask);
    let trap = b.said(system.trap_loss, trap_ask);
    if place.service != Service::Steam {
        let pipe = pipe.unwrap_or_else(|| b.fixed(0.0, PURE, "pipe_loss"));
        return (pipe, trap.unwrap_or_else(|| b.fixed(0.0, PURE, "trap_loss")));
    }
    // The default is for all distribution; a stated half is taken off it.
    let all = crate::data::sector_default(b.sector, Q::BoilerDefault, K::DistributionLoss);
    let part = crate::data::sector_default(b.sector, Q::BoilerDefault, K::TrapShareOfLosses);
    let (Some(all), Some(part)) = (all, part) else {
        let none = b.fixed(0.0, PURE, "pipe_loss");
        return (pipe.unwrap_or(none), trap.unwrap_or(none));
    };
    let loss = all.typical().unwrap_or(0.0);
    let through_traps = part.typical().unwrap_or(0.0) / 100.0;
    let fill = |b: &mut Builder<'_>, ask: Ask, percent: f64| {
        b.notice(ask.field, NoticeKind::DefaultUsed { value: percent, unit: "percent" });
        b.slot(percent / 100.0, Origin::Sector(all, ask.field), PURE, ask.field.name)
    };
    let pipe = pipe.unwrap_or_else(|| fill(b, pipe_ask, loss * (1.0 - through_traps)));
    let trap = trap.unwrap_or_else(|| fill(b, trap_ask, loss * through_traps));
    (pipe, trap)
}

fn uses(b: &mut Builder<'_>, system: &HeatSystem, index: usize, pipe: Slot, trap: Slot) -> Vec<HeatUse> {
    let room = (1.0 - b.value(pipe) - b.value(trap)).max(0.0);
    let mut shares: Vec<Slot> = Vec::new();
    let mut said_sum = 0.0;
    for (child, use_) in system.uses.iter().enumerate() {
        let ask = Ask::percent(Field::child("heat_use", index, child, "share"));
        let slot = match b.said(use_.share, ask) {
            Some(slot) => slot,
            None => {
                if use_.share.is_none() {
                    b.problem(ask.field, ProblemKind::Missing);
                }
                b.fixed(0.0, PURE, "share")
            }
        };
        said_sum += b.value(slot);
        shares.push(slot);
    }
    if shares.is_empty() {
        shares.push(b.fixed(room, PURE, "share"));
    } else if said_sum < 1e-9 {
        // The heat is paid for, so it goes somewhere.
        b.notice(Field::new("heat", index, "uses"), NoticeKind::HeatUnused);
        let even = room / shares.len() as f64;
        shares = shares.iter().map(|_| b.fixed(even, PURE, "share")).collect();
    } else if (said_sum - room).abs() > 1e-9 {
        // Rounding to whole per cent is ours to mend; more than that is worth a word.
        if (said_sum - room).abs() > 0.01 {
            let sum = (said_sum + 1.0 - room) * 100.0;
            b.notice(Field::new("heat", index, "uses"), NoticeKind::SharesScaled { sum });
        }
        shares = shares.iter().map(|&slot| b.derive(room / said_sum, &[slot], &[], PURE, "share")).collect();
    }
    let preheatable = match Service::from_slug(&system.service) {
        Some(Service::HotWater) => K::PreheatableHotWater,
        _ => K::PreheatableSteam,
    };
    let mut uses = Vec::with_capacity(shares.len());
    for (child, share) in shares.into_iter().enumerate() {
        let said = system.uses.get(child).and_then(|u| u.preheatable);
        let ask = Ask::percent(Field::child("heat_use", index, child, "preheatable"));
        let word = system.uses.get(child).map_or("", |u| u.kind.as_str());
        uses.push(HeatUse {
            kind: HeatKind::from_slug(word).unwrap_or(HeatKind::Other),
            share,
            heat: b.solved(("gj", ""), "heat"),
            demand: b.neutral(1.0),
            preheatable: b.said_or_default(said, ask, Q::BoilerDefault, preheatable, UnitId::Percent),
        });
    }
    uses
}

/// Blowdown heat per heat raised: b (h' − h_makeup) ÷ (h'' − h_makeup).
fn bleed(
    b: &mut Builder<'_>,
    system: &HeatSystem,
    place: &Place,
    steam: f64,
    water: f64,
    makeup: f64,
) -> Bleed {
    let (factor, recovery) = (b.neutral(1.0), b.neutral(0.0));
    if place.service != Service::Steam {
        let none = b.fixed(0.0, PURE, "blowdown");
        return Bleed { share: none, heat: none, factor, recovery, sink: none };
    }
    let ask = Ask::percent(Field::new("heat", place.system, "blowdown")).within(0.0, 30.0);
    let share = b.said_or_default(system.blowdown, ask, Q::BoilerDefault, K::Blowdown, UnitId::Percent);
    let ratio = b.slot((water - makeup) / (steam - makeup), Origin::Derived, PURE, "blowdown_heat");
    let room = (WATER_HEAT * BOILING - makeup).max(0.0) / (steam - makeup);
    Bleed {
        share,
        heat: b.derive(1.0, &[share, ratio], &[], PURE, "blowdown"),
        factor,
        recovery,
        sink: b.slot(room, Origin::Derived, PURE, "makeup_sink"),
    }
}
