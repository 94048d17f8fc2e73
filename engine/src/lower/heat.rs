//! Heat systems: uses, losses, return, boilers, turbines and bought steam.

use super::builder::{Ask, Builder, PURE};
use super::burner::{Kind, Order, burner};
use super::shares::Shares;
use super::supply::Fuels;
use crate::carrier::{Carrier, Group};
use crate::data::{Fuel, FuelProperty, Region, SectorKey as K, SectorQuantity as Q, fuel_property};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::{
    Bleed, Boiler, Burner, Condenser, Heat, HeatKind, HeatPump, HeatUse, Service, Slot, Source, SourceKind,
    Stack, Turbine,
};
use crate::project::{HeatSource, HeatSystem};
use crate::steam::{MOST_GAUGE, Saturation, saturation};
use crate::units::{UnitId, convert};

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
        sources.extend(self::source(b, fuels, &place, &context, source, shares, burners));
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

/// A pipe to a park's steam network that stands idle until a measure uses it.
fn connection(b: &mut Builder<'_>, fuels: &Fuels) -> Option<Source> {
    let carrier = fuels.find(Carrier::Steam)?;
    let bill_share = b.fixed(0.0, PURE, "bill_share");
    let kind = SourceKind::Purchased { carrier, bill_share, delivery: b.neutral(1.0) };
    Some(Source { dormant: true, share: b.solved(PURE, "source_share"), kind })
}

struct Context {
    child: usize,
    /// GJ per tonne of steam above make-up.
    steam_heat: f64,
    blowdown: Slot,
}

fn source(
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

/// Siegert's coefficients of a fuel.
fn siegert(carrier: Carrier) -> (K, K) {
    match carrier {
        Carrier::Towngas => (K::SiegertATowngas, K::SiegertBTowngas),
        Carrier::Lpg => (K::SiegertALpg, K::SiegertBLpg),
        _ => match carrier.group() {
            Group::Liquid => (K::SiegertAOil, K::SiegertBOil),
            Group::Coal => (K::SiegertACoal, K::SiegertBCoal),
            Group::Biomass => (K::SiegertABiomass, K::SiegertBBiomass),
            Group::Gas | Group::None => (K::SiegertAGas, K::SiegertBGas),
        },
    }
}

/// Keys of the defaults for stack temperature, oxygen and efficiency.
fn stack_keys(group: Group, service: Service) -> (K, K, K) {
    if service == Service::ThermalOil {
        return (K::StackThermalOil, K::O2Gas, K::EffThermalOilGas);
    }
    match group {
        Group::Gas | Group::None => (K::StackGasNoEconomizer, K::O2Gas, K::EffGasNoEconomizer),
        Group::Liquid => (K::StackOil, K::O2Oil, K::EffOil),
        Group::Coal => (K::StackCoal, K::O2CoalGrate, K::EffCoalChainGrate),
        Group::Biomass => (K::StackBiomass, K::O2Biomass, K::EffBiomass),
    }
}

fn stack(
    b: &mut Builder<'_>,
    carrier: Carrier,
    service: Service,
    source: &HeatSource,
    field: &impl Fn(&'static str) -> Field,
) -> Stack {
    let (temperature_key, oxygen_key, _) = stack_keys(carrier.group(), service);
    let (a, bb) = siegert(carrier);
    let degc = ("degc", "");
    let ask = Ask::amount(field("stack_temperature"), degc).within(40.0, 900.0);
    let temperature =
        b.said_or_default(source.stack_temperature, ask, Q::BoilerDefault, temperature_key, UnitId::Degc);
    let ask = Ask::amount(field("oxygen"), ("percent", "")).within(0.0, 19.0);
    let oxygen = b.said_or_default(source.oxygen, ask, Q::BoilerDefault, oxygen_key, UnitId::Percent);
    let ask = Ask::amount(field("air_temperature"), degc).within(-20.0, 400.0);
    let air_temperature = match b.said(source.air_temperature, ask) {
        Some(slot) => slot,
        // Boiler-house air in the region; the worked plants use the same.
        None => b.fixed(25.0, degc, "air_temperature"),
    };
    let (flue, air) = (b.value(temperature), b.value(air_temperature));
    if flue <= air {
        b.problem(field("stack_temperature"), ProblemKind::FlueBelowAir { flue, air });
    }
    Stack {
        temperature,
        air_temperature,
        oxygen,
        siegert_a: b.constant(Q::BoilerDefault, a, 1.0, "siegert_a"),
        siegert_b: b.constant(Q::BoilerDefault, bb, 1.0, "siegert_b"),
        economizer: b.neutral(0.0),
        feedwater_temperature: b.neutral(0.0),
        minimum_temperature: b.neutral(0.0),
        vapour: vapour(b, carrier),
        condenser: Condenser {
            treated: b.neutral(0.0),
            outlet: b.neutral(0.0),
            dew_point: b.neutral(0.0),
            latent: b.neutral(0.0),
        },
    }
}

/// Heat of the vapour in flue gas per net heat. Gas without rows of its own is natural gas; other
/// fuels without them count none, because nothing condenses behind them.
fn vapour(b: &mut Builder<'_>, carrier: Carrier) -> Slot {
    let unit = (UnitId::Gj, UnitId::T);
    let value = |fuel: Option<Fuel>, property| {
        // Both of one source, which lists every fuel on both bases.
        let row = fuel_property(fuel?, property, Region::Uk, None)?;
        row.fact().value_in(unit.0, Some(unit.1)).ok()
    };
    let both = |fuel| value(fuel, FuelProperty::Gcv).zip(value(fuel, FuelProperty::Ncv));
    let own = both(Fuel::from_slug(carrier.slug()));
    let gas = || (carrier.group() == Group::Gas).then(|| both(Some(Fuel::NaturalGas))).flatten();
    let share = own.or_else(gas).map_or(0.0, |(gross, net)| (gross / net - 1.0).max(0.0));
    b.slot(share, Origin::Derived, PURE, "vapour_heat")
}

/// Shell, unburnt and other losses, and the efficiency when it is stated: then calibration puts
/// what the other losses do not explain into `other`.
fn losses_of(
    b: &mut Builder<'_>,
    group: Group,
    place: &Place,
    source: &HeatSource,
    field: &impl Fn(&'static str) -> Field,
) -> (Slot, Slot, Slot, Option<Slot>) {
    let percent = |name| Ask::percent(field(name)).within(0.0, 60.0);
    let shell = b.said_or_default(
        source.shell_loss,
        percent("shell_loss"),
        Q::BoilerDefault,
        K::ShellLoss,
        UnitId::Percent,
    );
    let unburnt = b.said_or_none(source.unburnt_loss, percent("unburnt_loss"));
    let ask = Ask::percent(field("efficiency")).within(20.0, 120.0);
    let measured = source.stack_temperature.is_some() && source.oxygen.is_some();
    let efficiency = match b.said(source.efficiency, ask) {
        Some(slot) => Some(slot),
        None if measured => None,
        None => {
            let (_, _, key) = stack_keys(group, place.service);
            Some(b.said_or_default(None, ask, Q::BoilerDefault, key, UnitId::Percent))
        }
    };
    let other = match efficiency {
        Some(_) => b.solved(PURE, "other_loss"),
        None => b.said_or_none(source.other_loss, percent("other_loss")),
    };
    (shell, unburnt, other, efficiency)
}

/// Carriers for which a dormant boiler stands ready in a system.
fn dormant_carriers(system: &HeatSystem, service: Service) -> Vec<Carrier> {
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

fn dormant(
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
