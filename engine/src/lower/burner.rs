//! Emission factors of everything that burns.

use super::builder::{Builder, PURE};
use super::supply::Fuels;
use crate::carrier::Group;
use crate::data::{
    self, Application, Equipment, FactId, FactKey, Fit, Fuel, FuelGhg, Gas, Pollutant, Sector, StageGhg,
    Table, Vehicle,
};
use crate::notice::NoticeKind;
use crate::origin::{Field, Origin};
use crate::plant::{AirPollutant, Biogas, Burner, Slot};
use crate::project::Device;
use crate::units::UnitId;

/// What kind of thing burns.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Boiler,
    Engine,
    Fired,
    Vehicle(Vehicle),
}

/// A burner to be made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order<'a> {
    /// Index of the supply it burns, and the share of its bill.
    pub carrier: usize,
    pub bill_share: Slot,
    pub kind: Kind,
    pub devices: &'a [Device],
    /// Where its figures stand in the project.
    pub field: Field,
    pub dormant: bool,
}

/// Pollutants without a factor of their own: one word about each burner is enough.
#[derive(Debug, Default)]
struct Gaps {
    stand_ins: Vec<(AirPollutant, FactId)>,
    missing: Vec<AirPollutant>,
}

impl Gaps {
    fn tell(self, b: &mut Builder<'_>, field: Field) {
        let Gaps { stand_ins, missing } = self;
        if !stand_ins.is_empty() {
            b.notice(field, NoticeKind::FactorStandIn { facts: stand_ins });
        }
        if !missing.is_empty() {
            b.notice(field, NoticeKind::NoFactor { pollutants: missing });
        }
    }
}

/// A burner with its emission factors.
pub(super) fn burner(b: &mut Builder<'_>, fuels: &Fuels, order: Order<'_>) -> Burner {
    let Order { carrier, bill_share, kind, devices, field, dormant } = order;
    let ch4 = gas_factor(b, fuels, carrier, kind, Gas::Ch4);
    let n2o = gas_factor(b, fuels, carrier, kind, Gas::N2o);
    let mut gaps = Gaps::default();
    let pollutants = AirPollutant::ALL.map(|p| pollutant_factor(b, fuels, order, p, &mut gaps));
    // What stands ready for an upgrade is not spoken of before it is there.
    if !dormant {
        gaps.tell(b, field);
    }
    let pass = AirPollutant::ALL.map(|p| {
        let passed = devices
            .iter()
            .enumerate()
            .filter_map(|(place, device)| device.removal.get(p.slug()).map(|r| (place, *r)))
            .fold(1.0, |passed, (place, removal)| {
                let field = Field::child("device", usize::from(field.index), place, p.slug());
                let removal = b.check(Some(removal), super::builder::Ask::percent(field)).unwrap_or(0.0);
                passed * (1.0 - removal / 100.0)
            });
        if passed < 1.0 {
            b.slot(passed, Origin::Input(Field { name: "devices", ..field }), PURE, "pass")
        } else {
            b.neutral(1.0)
        }
    });
    let pass_new = AirPollutant::ALL.map(|_| b.neutral(1.0));
    let mobile = matches!(kind, Kind::Vehicle(_));
    Burner {
        carrier,
        bill_share,
        ch4,
        n2o,
        pollutants,
        pass,
        pass_new,
        sorbent_co2: b.neutral(0.0),
        power: b.neutral(0.0),
        surcharge: b.neutral(0.0),
        catalyst: b.neutral(0.0),
        reagent_cost: b.neutral(0.0),
        dormant,
        mobile,
    }
}

/// Gas of an anaerobic stage in the boilers: biogenic CO2, CH4 and N2O of the guidelines, pollutants of
/// a boiler on natural gas, the nearest flame the tables have.
pub(super) fn biogas(b: &mut Builder<'_>) -> Biogas {
    let region = b.region;
    let factor = |b: &mut Builder<'_>, id: Option<FactId>, num: UnitId, unit, name| {
        id.and_then(|id| b.fact(id, num, Some(UnitId::Gj), unit, name))
            .unwrap_or_else(|| b.fixed(0.0, unit, name))
    };
    let row = |gas, application, stage| data::fuel_ghg(Fuel::Biogas, gas, application, stage, region);
    let co2 = row(Gas::Co2, Application::Any, StageGhg::Biogenic);
    let burnt = |gas| row(gas, Application::Manufacturing, StageGhg::Combustion);
    Biogas {
        co2: factor(b, co2, UnitId::KgCo2, ("kg_co2", "gj"), "co2_factor"),
        ch4: factor(b, burnt(Gas::Ch4), UnitId::KgCh4, ("kg", "gj"), "ch4_factor"),
        n2o: factor(b, burnt(Gas::N2o), UnitId::KgN2o, ("kg", "gj"), "n2o_factor"),
        pollutants: AirPollutant::ALL.map(|p| {
            let boiler = Equipment::Boiler150mw;
            let found = data::air_combustion_nearest(boiler, Fuel::NaturalGas, pollutant(p), region);
            factor(b, found.map(|(id, _)| id), UnitId::G, ("g", "gj"), p.slug())
        }),
    }
}

/// Where the fuel is burnt, for the CH4 and N2O rows.
fn application(kind: Kind, sector: Sector) -> Application {
    match kind {
        Kind::Vehicle(Vehicle::Forklift | Vehicle::NonroadMachinery) => Application::MobileMachinery,
        Kind::Vehicle(_) => Application::Road,
        _ if is_commercial(sector) => Application::Commercial,
        _ => Application::Manufacturing,
    }
}

/// Buildings rather than works.
pub(super) fn is_commercial(sector: Sector) -> bool {
    matches!(
        sector,
        Sector::HkOffice
            | Sector::Hotel
            | Sector::Restaurant
            | Sector::RetailMall
            | Sector::Hospital
            | Sector::School
            | Sector::DataCentre
    )
}

fn gas_factor(b: &mut Builder<'_>, fuels: &Fuels, carrier: usize, kind: Kind, gas: Gas) -> Slot {
    let unit = if gas == Gas::Ch4 { UnitId::KgCh4 } else { UnitId::KgN2o };
    let name = if gas == Gas::Ch4 { "ch4_factor" } else { "n2o_factor" };
    let none = |b: &mut Builder<'_>| b.fixed(0.0, ("kg", "gj"), name);
    // Towngas and others whose published factor is CO2e already hold these gases.
    let (Some(fuel), false) = (fuels.fuel(carrier), fuels.is_co2e(carrier)) else { return none(b) };
    let wanted = application(kind, b.sector);
    let usual = || {
        let uses = [wanted, Application::Stationary, Application::Any];
        uses.into_iter().find_map(|a| data::fuel_ghg(fuel, gas, a, StageGhg::Combustion, b.region))
    };
    let row = split(b, fuel, gas).or_else(usual);
    row.and_then(|id| b.fact(id, unit, Some(UnitId::Gj), ("kg", "gj"), name)).unwrap_or_else(|| none(b))
}

/// The gas that was published inside a factor in CO2e, where its CO2 now stands alone (`supply::factor`).
fn split(b: &Builder<'_>, fuel: Fuel, gas: Gas) -> Option<FactId> {
    let mut uses = [Application::Any, Application::Stationary].into_iter();
    let first = uses.find_map(|a| data::fuel_ghg_set(fuel, a, StageGhg::Combustion, b.region));
    match first.filter(|_| b.weighs_anew()) {
        Some(FuelGhg::Co2e { split: Some([_, ch4, n2o]), .. }) => {
            Some(if gas == Gas::Ch4 { ch4 } else { n2o })
        }
        _ => None,
    }
}

fn pollutant(p: AirPollutant) -> Pollutant {
    match p {
        AirPollutant::So2 => Pollutant::So2,
        AirPollutant::Nox => Pollutant::Nox,
        AirPollutant::Pm10 => Pollutant::Pm10,
        AirPollutant::Pm25 => Pollutant::Pm25,
        AirPollutant::Voc => Pollutant::Voc,
        AirPollutant::Co => Pollutant::Co,
    }
}

/// g/GJ before cleaning.
fn pollutant_factor(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    order: Order<'_>,
    p: AirPollutant,
    gaps: &mut Gaps,
) -> Slot {
    let Order { carrier, kind, .. } = order;
    let unit = ("g", "gj");
    let Some(fuel) = fuels.fuel(carrier) else { return b.fixed(0.0, unit, p.slug()) };
    if p == AirPollutant::So2
        && let Some(slot) = by_sulphur(b, fuels, carrier, fuel)
    {
        return slot;
    }
    if let Kind::Vehicle(vehicle) = kind {
        let row = data::air_mobile(vehicle, fuel, pollutant(p), b.region);
        if let Some(per_tonne) =
            row.and_then(|id| b.fact(id, UnitId::G, Some(UnitId::T), ("g", "t"), p.slug()))
        {
            let ncv = fuels.ncv(carrier);
            return b.derive(1.0, &[per_tonne], &[ncv], unit, p.slug());
        }
        gaps.missing.push(p);
        return b.fixed(0.0, unit, p.slug());
    }
    let equipment = match kind {
        Kind::Engine => Equipment::Engine,
        Kind::Boiler => Equipment::Boiler150mw,
        Kind::Fired | Kind::Vehicle(_) => Equipment::Boiler50kw1mw,
    };
    let found = data::air_combustion_nearest(equipment, fuel, pollutant(p), b.region)
        .and_then(|(id, fit)| Some((b.fact(id, UnitId::G, Some(UnitId::Gj), unit, p.slug())?, id, fit)))
        .or_else(|| generic_so2(b, fuels, carrier, p));
    match found {
        Some((slot, id, fit)) => {
            if fit != Fit::Exact || matches!(kind, Kind::Fired) {
                gaps.stand_ins.push((p, id));
            }
            slot
        }
        None => {
            gaps.missing.push(p);
            b.fixed(0.0, unit, p.slug())
        }
    }
}

/// Where neither sulphur nor a row for the equipment is known: the general factor for the fuel's
/// group, as a stand-in.
fn generic_so2(
    b: &mut Builder<'_>,
    fuels: &Fuels,
    carrier: usize,
    p: AirPollutant,
) -> Option<(Slot, FactId, Fit)> {
    if p != AirPollutant::So2 {
        return None;
    }
    let fuel = match fuels.group(carrier) {
        Group::Coal => Fuel::BituminousCoal,
        Group::Liquid => Fuel::GroupLiquid,
        Group::Gas => Fuel::GroupGas,
        Group::Biomass => Fuel::GroupBiomass,
        Group::None => return None,
    };
    let id = FactId::of_table(Table::AirCombustion).find(|id| {
        matches!(id.key(), FactKey::AirCombustion(key)
            if key.equipment == Equipment::IndustryGeneric
                && key.fuel == fuel
                && key.pollutant == Pollutant::So2)
    })?;
    let slot = b.fact(id, UnitId::G, Some(UnitId::Gj), ("g", "gj"), "so2")?;
    Some((slot, id, Fit::Generic))
}

/// SO2 from sulphur: 2 × S × (1 − retained in ash) ÷ NCV, in g/GJ with S in per cent and NCV in
/// GJ/t (`data/formulas.md`, sulphur balance).
fn by_sulphur(b: &mut Builder<'_>, fuels: &Fuels, carrier: usize, fuel: Fuel) -> Option<Slot> {
    let sulphur = fuels.sulphur(carrier)?;
    let per_sulphur = data::so2_per_sulphur()?;
    let double = b.slot(per_sulphur.value(), Origin::Fact(per_sulphur), ("kg", "kg"), "so2_per_sulphur");
    let mut times = vec![double, sulphur];
    if let Some(id) = data::sulphur_retained_in_ash(fuel) {
        let passed = 1.0 - id.value();
        times.push(b.slot(passed, Origin::Fact(id), PURE, "sulphur_passed"));
    }
    let ncv = fuels.ncv(carrier);
    // per cent → fraction (0.01), t → g (10⁶).
    Some(b.derive(1e4, &times, &[ncv], ("g", "gj"), "so2"))
}
