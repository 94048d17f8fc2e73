//! What a boiler loses: flue gas after Siegert, shell, unburnt fuel and the rest.

use super::Place;
use crate::carrier::{Carrier, Group};
use crate::data::{Fuel, FuelProperty, Region, SectorKey as K, SectorQuantity as Q, fuel_property};
use crate::lower::builder::{Ask, Builder, PURE};
use crate::notice::ProblemKind;
use crate::origin::{Field, Origin};
use crate::plant::{Condenser, Service, Slot, Stack};
use crate::project::HeatSource;
use crate::units::UnitId;

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

pub(super) fn stack(
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
pub(super) fn losses_of(
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
