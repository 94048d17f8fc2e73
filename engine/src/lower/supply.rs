//! Bills: what is bought, in which unit, at which price, and what is in it.

use super::builder::{Ask, Builder, PURE};
use super::money::Rates;
use crate::carrier::{Carrier, Group};
use crate::data::{
    self, Application, FactId, FactKey, FactorSet, Fuel, FuelGhg, FuelProperty, Gas, GridEmission,
    GridMethod, PriceItem, StageGhg,
};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::{Slot, Supply, UsualPrice};
use crate::project::{Bill, ReadingKind};
use crate::units::{Dimension, UnitId, convert};

/// Standard coal: 29.3076 MJ/kg by definition.
const KGCE_PER_GJ: f64 = 1000.0 / 29.3076;
/// 3.6 MJ over 29.3076 MJ: the calorific-value convention (当量值).
const KGCE_PER_KWH: f64 = 3.6 / 29.3076;
/// A price beyond these multiples of the table's is worth a question.
const UNUSUAL: (f64, f64) = (0.5, 2.0);

/// What is paid for at less than this cannot be worked out from the money.
pub(super) const LEAST_PRICE: f64 = 1e-6;

/// What lowering has to remember of each supply.
#[derive(Debug, Default)]
pub(super) struct Fuels {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    carrier: Carrier,
    fuel: Option<Fuel>,
    ncv: Slot,
    sulphur: Option<Slot>,
    is_co2e: bool,
}

impl Fuels {
    pub fn len(&self) -> usize {
        self.rows.len()
    }
    pub fn carrier(&self, index: usize) -> Option<Carrier> {
        self.rows.get(index).map(|r| r.carrier)
    }
    pub fn find(&self, carrier: Carrier) -> Option<usize> {
        self.rows.iter().position(|r| r.carrier == carrier)
    }
    pub fn find_slug(&self, slug: &str) -> Option<usize> {
        self.find(Carrier::from_slug(slug)?)
    }
    /// A carrier that can be burnt.
    pub fn burnt(&self, slug: &str) -> Option<usize> {
        self.find_slug(slug).filter(|&index| self.carrier(index).is_some_and(Carrier::is_fuel))
    }
    pub fn fuel(&self, index: usize) -> Option<Fuel> {
        self.rows.get(index).and_then(|r| r.fuel)
    }
    pub fn group(&self, index: usize) -> Group {
        self.carrier(index).map_or(Group::None, Carrier::group)
    }
    pub fn ncv(&self, index: usize) -> Slot {
        self.rows.get(index).map_or(Slot(0), |r| r.ncv)
    }
    pub fn sulphur(&self, index: usize) -> Option<Slot> {
        self.rows.get(index).and_then(|r| r.sulphur)
    }
    pub fn is_co2e(&self, index: usize) -> bool {
        self.rows.get(index).is_some_and(|r| r.is_co2e)
    }
}

/// Lowers all bills but water, and adds the carriers that only measures bring.
pub(super) fn supplies(b: &mut Builder<'_>, rates: &Rates, dormant: &[Carrier]) -> (Vec<Supply>, Fuels) {
    let (mut supplies, mut fuels) = (Vec::new(), Fuels::default());
    let project = b.project;
    for (index, bill) in project.bills.iter().enumerate() {
        let field = |name| Field::new("bill", index, name);
        let Some(carrier) = Carrier::from_slug(&bill.carrier) else {
            b.problem(field("carrier"), ProblemKind::Unknown { slug: bill.carrier.clone() });
            continue;
        };
        if carrier == Carrier::Water {
            continue;
        }
        if fuels.find(carrier).is_some() {
            b.problem(field("carrier"), ProblemKind::Repeated);
            continue;
        }
        supply(b, rates, carrier, Some((index, bill)), &mut supplies, &mut fuels);
    }
    for &carrier in dormant {
        if fuels.find(carrier).is_none() {
            // A carrier the tables cannot describe here is not offered; that is no fault of the user.
            let (problems, notices) = (b.problems.len(), b.notices.len());
            let before = supplies.len();
            supply(b, rates, carrier, None, &mut supplies, &mut fuels);
            if b.problems.len() > problems {
                supplies.truncate(before);
                fuels.rows.truncate(before);
            }
            b.problems.truncate(problems);
            b.notices.truncate(notices);
        }
    }
    (supplies, fuels)
}

fn supply(
    b: &mut Builder<'_>,
    rates: &Rates,
    carrier: Carrier,
    bill: Option<(usize, &Bill)>,
    supplies: &mut Vec<Supply>,
    fuels: &mut Fuels,
) {
    let index = bill.map_or(usize::from(u16::MAX), |(index, _)| index);
    let field = move |name| Field::new("bill", index, name);
    let unit = bill_unit(b, carrier, bill, field("unit"));
    let fuel = table_fuel(carrier);
    let ncv = net_calorific_value(b, carrier, fuel, bill.and_then(|(_, bill)| bill.ncv), field("ncv"));
    let Some((content, density)) = content(b, carrier, fuel, unit, ncv) else {
        b.problem(field("unit"), ProblemKind::Unit { unit: unit.slug().to_owned() });
        return;
    };
    let (price, usual) = price(b, rates, carrier, unit, content, ncv, density, bill, field("price"));
    let quantity = match bill {
        Some((_, bill)) => quantity(b, carrier, unit, bill, price, content, index),
        None => b.fixed(0.0, (unit.slug(), ""), "quantity"),
    };
    let fixed_ask = Ask::amount(field("fixed_cost"), ("money", ""));
    let fixed_cost = b.said_or_none(bill.and_then(|(_, bill)| bill.fixed_cost), fixed_ask);
    let (co2, is_co2e) = carbon(b, carrier, fuel, field("carrier"));
    let co2_market = if carrier == Carrier::Electricity {
        let row = data::grid(b.region, GridEmission::Co2, GridMethod::ResidualLike);
        row.and_then(|id| b.fact(id, UnitId::KgCo2, Some(UnitId::Kwh), ("kg_co2", "kwh"), "grid_market"))
            .unwrap_or(co2)
    } else {
        co2
    };
    let upstream = upstream(b, carrier, fuel, ncv, density);
    let station = [GridEmission::So2, GridEmission::Nox, GridEmission::Pm10].map(|emission| {
        let row =
            (carrier == Carrier::Electricity).then(|| data::grid_pollutant(b.region, emission)).flatten();
        row.and_then(|id| b.fact(id, UnitId::G, Some(UnitId::Kwh), ("g", "kwh"), "station_factor"))
            .unwrap_or_else(|| b.fixed(0.0, ("g", "kwh"), "station_factor"))
    });
    let coal_equivalent = if carrier == Carrier::Electricity {
        b.fixed(KGCE_PER_KWH, ("kgce", "kwh"), "coal_equivalent")
    } else {
        b.fixed(KGCE_PER_GJ, ("kgce", "gj"), "coal_equivalent")
    };
    let sulphur = sulphur(b, carrier, fuel, bill.and_then(|(_, bill)| bill.sulphur), field("sulphur"));
    let priced = price.is_some();
    let price = price.unwrap_or_else(|| b.fixed(0.0, ("money", unit.slug()), "price"));
    if !priced && bill.is_some() {
        b.notice(field("price"), NoticeKind::NoPrice { carrier });
    }
    fuels.rows.push(Row { carrier, fuel, ncv, sulphur, is_co2e });
    supplies.push(Supply {
        carrier,
        priced,
        own_price: priced && bill.is_some_and(|(_, bill)| bill.price.is_some()),
        usual,
        bill: bill.map(|(index, _)| index),
        unit,
        quantity,
        content,
        price,
        fixed_cost,
        co2,
        co2_market,
        upstream,
        biogenic: carrier.group() == Group::Biomass,
        station,
        coal_equivalent,
        sulphur,
    });
}

/// The fuel of the tables a carrier is. Pellets and raw coal have no rows of their own for
/// calorific value and emissions: they are wood and bituminous coal.
fn table_fuel(carrier: Carrier) -> Option<Fuel> {
    match carrier {
        Carrier::BiomassPellets => Some(Fuel::Wood),
        Carrier::RawCoal => Some(Fuel::BituminousCoal),
        _ => Fuel::from_slug(carrier.slug()).filter(|_| carrier.is_fuel()),
    }
}

/// The unit bills of a carrier usually have.
pub fn usual_unit(carrier: Carrier) -> UnitId {
    match carrier {
        Carrier::Electricity => UnitId::Kwh,
        Carrier::NaturalGas | Carrier::Water => UnitId::M3,
        Carrier::Towngas => UnitId::TowngasUnit,
        Carrier::Diesel | Carrier::Petrol | Carrier::Kerosene => UnitId::L,
        Carrier::Lpg => UnitId::Kg,
        _ => UnitId::T,
    }
}

fn bill_unit(b: &mut Builder<'_>, carrier: Carrier, bill: Option<(usize, &Bill)>, field: Field) -> UnitId {
    match bill {
        Some((_, bill)) if !bill.unit.is_empty() => UnitId::from_slug(&bill.unit).unwrap_or_else(|| {
            b.problem(field, ProblemKind::Unit { unit: bill.unit.clone() });
            usual_unit(carrier)
        }),
        _ => usual_unit(carrier),
    }
}

/// GJ/t, for gases MJ/m3 (so GJ per thousand m3).
fn net_calorific_value(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    said: Option<f64>,
    field: Field,
) -> Slot {
    let by_volume = carrier == Carrier::NaturalGas;
    let unit = if by_volume { ("mj", "m3") } else { ("gj", "t") };
    let ask = Ask::amount(field, unit).within(5.0, 60.0);
    if let Some(slot) = b.said(said, ask) {
        return slot;
    }
    let Some(fuel) = fuel else { return b.fixed(1.0, unit, "ncv") };
    let (num, den) = if by_volume { (UnitId::Mj, UnitId::M3) } else { (UnitId::Gj, UnitId::T) };
    let row = |set| data::fuel_property(fuel, FuelProperty::Ncv, b.region, set);
    let rows = [row(None), row(Some(FactorSet::Gbt2589)), row(Some(FactorSet::Ipcc2006))];
    for id in rows.into_iter().flatten() {
        if let Some(slot) = b.fact(id, num, Some(den), unit, "ncv") {
            return slot;
        }
    }
    if carrier.group() == Group::Coal && fuel != Fuel::BituminousCoal {
        return net_calorific_value(b, carrier, Some(Fuel::BituminousCoal), None, field);
    }
    if carrier != Carrier::Towngas {
        // Towngas is billed by energy, so nothing rests on its calorific value.
        b.problem(field, ProblemKind::Missing);
    }
    b.fixed(1.0, unit, "ncv")
}

/// GJ (kWh for electricity) in one bill unit, and the density used, if any.
fn content(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    unit: UnitId,
    ncv: Slot,
) -> Option<(Slot, Option<Slot>)> {
    let per = (if carrier == Carrier::Electricity { "kwh" } else { "gj" }, unit.slug());
    match unit.dimension() {
        Dimension::Energy => {
            let into = if carrier == Carrier::Electricity { UnitId::Kwh } else { UnitId::Gj };
            let value = convert(1.0, unit, into).ok()?;
            Some((b.fixed(value, per, "content"), None))
        }
        _ if carrier == Carrier::Electricity => None,
        Dimension::Mass if carrier == Carrier::Steam => Some((super::heat::steam_content(b, unit), None)),
        Dimension::Mass if carrier != Carrier::NaturalGas && carrier != Carrier::Towngas => {
            let tonnes = convert(1.0, unit, UnitId::T).ok()?;
            Some((b.derive(tonnes, &[ncv], &[], per, "content"), None))
        }
        Dimension::Volume if carrier == Carrier::NaturalGas => {
            let cubic = convert(1.0, unit, UnitId::M3).ok()?;
            Some((b.derive(cubic * 1e-3, &[ncv], &[], per, "content"), None))
        }
        // A volume at stated conditions: the calorific value of the table holds for its own.
        Dimension::GasVolume if carrier == Carrier::NaturalGas => {
            let normal = convert(1.0, unit, UnitId::Nm3).ok()?;
            Some((b.derive(normal * 1e-3, &[ncv], &[], per, "content"), None))
        }
        Dimension::Volume if matches!(carrier.group(), Group::Liquid) || carrier == Carrier::Lpg => {
            let id = data::fuel_property(fuel?, FuelProperty::Density, b.region, None)?;
            let density = b.fact(id, UnitId::T, Some(UnitId::M3), ("t", "m3"), "density")?;
            let cubic = convert(1.0, unit, UnitId::M3).ok()?;
            Some((b.derive(cubic, &[density, ncv], &[], per, "content"), Some(density)))
        }
        _ => None,
    }
}

/// The year that monthly readings make; a wrong month is told once and counts as nothing.
pub(super) fn months(b: &mut Builder<'_>, readings: &[f64], field: Field) -> f64 {
    let ask = Ask::amount(field, PURE);
    let problems = b.problems.len();
    let year = readings.iter().filter_map(|&month| b.check(Some(month), ask)).sum();
    b.problems.truncate(problems + 1);
    year
}

/// The year's amount in bill units.
fn quantity(
    b: &mut Builder<'_>,
    carrier: Carrier,
    unit: UnitId,
    bill: &Bill,
    price: Option<Slot>,
    content: Slot,
    index: usize,
) -> Slot {
    let field = |name| Field::new("bill", index, name);
    if let Some(text) = &bill.raw {
        b.problem(field("amount"), ProblemKind::NotANumber { text: text.clone() });
    }
    if !bill.months.is_empty() && bill.kind == ReadingKind::Value {
        let year = months(b, &bill.months, field("months"));
        return b.slot(year, Origin::Input(field("months")), (unit.slug(), ""), "quantity");
    }
    let ask = Ask { scale: bill.period.per_year(), ..Ask::amount(field("amount"), (unit.slug(), "")) };
    match (bill.kind, bill.amount) {
        (ReadingKind::Value, Some(amount)) => b.said_or_none(Some(amount), ask),
        (ReadingKind::Money, Some(amount)) => {
            let money = b.said_or_none(Some(amount), Ask { unit: ("money", ""), ..ask });
            match price.filter(|&p| b.value(p) > LEAST_PRICE) {
                Some(price) => b.derive(1.0, &[money], &[price], (unit.slug(), ""), "quantity"),
                None => {
                    b.problem(field("price"), ProblemKind::NoPrice);
                    b.fixed(0.0, (unit.slug(), ""), "quantity")
                }
            }
        }
        _ if bill.raw.is_some() => b.fixed(0.0, (unit.slug(), ""), "quantity"),
        _ => super::estimate::quantity(b, carrier, content, unit, field("amount")),
    }
}

fn price_item(carrier: Carrier) -> Option<PriceItem> {
    match carrier {
        Carrier::Electricity => Some(PriceItem::Electricity),
        Carrier::NaturalGas => Some(PriceItem::NaturalGas),
        Carrier::Lng => Some(PriceItem::Lng),
        Carrier::Lpg => Some(PriceItem::Lpg),
        Carrier::Diesel => Some(PriceItem::Diesel),
        Carrier::Petrol => Some(PriceItem::Petrol),
        Carrier::FuelOil => Some(PriceItem::FuelOil),
        Carrier::BituminousCoal => Some(PriceItem::Coal5500),
        Carrier::RawCoal => Some(PriceItem::Coal5000),
        Carrier::Steam => Some(PriceItem::Steam),
        Carrier::Water => Some(PriceItem::Water),
        _ => None,
    }
}

/// Money per bill unit: the user's, else the table's in the project's currency; and what is usual.
#[expect(clippy::too_many_arguments, reason = "all of them say what one bill unit is")]
fn price(
    b: &mut Builder<'_>,
    rates: &Rates,
    carrier: Carrier,
    unit: UnitId,
    content: Slot,
    ncv: Slot,
    density: Option<Slot>,
    bill: Option<(usize, &Bill)>,
    field: Field,
) -> (Option<Slot>, Option<UsualPrice>) {
    let per = ("money", unit.slug());
    let table = price_item(carrier).and_then(|item| data::price(item, b.region)).and_then(|id| {
        let fact = id.fact();
        let rate = rates.from(fact.num)?;
        let den = fact.den?;
        let value = match fact.value_in(fact.num, Some(unit)) {
            Ok(value) => value,
            // Priced by mass, billed by volume, or the reverse: through the energy.
            Err(_) => fact.value * b.value(content) / energy_of(b, carrier, den, ncv, density)?,
        };
        Some((id, value * rate))
    });
    let usual = table.and_then(|(id, value)| usual_price(id, value));
    let said = bill.and_then(|(_, bill)| bill.price);
    let slot = b.said(said, Ask::amount(field, per).within(0.0, 1e9));
    if let (Some(slot), Some(usual)) = (slot, usual) {
        let price = b.value(slot);
        if !usual.allows(price) {
            b.notice(field, NoticeKind::PriceUnusual { price, low: usual.low, high: usual.high });
        }
    }
    let price = match (slot, table) {
        (Some(slot), _) => Some(slot),
        (None, Some((id, value))) => {
            if bill.is_some() {
                b.notice(field, price_default(id, value));
            }
            Some(b.slot(value, Origin::Fact(id), per, "price"))
        }
        (None, None) => None,
    };
    (price, usual)
}

/// What is usual where a row of the price table, worth `value` per bill unit, holds.
fn usual_price(id: FactId, value: f64) -> Option<UsualPrice> {
    let FactKey::Prices(key) = id.key() else { return None };
    let fact = id.fact();
    Some(UsualPrice {
        region: key.region,
        year: fact.year,
        evidence: fact.evidence,
        low: value * UNUSUAL.0,
        high: value * UNUSUAL.1,
    })
}

/// A price of the tables stands in.
pub(super) fn price_default(fact: FactId, price: f64) -> NoticeKind {
    NoticeKind::PriceDefault { fact, price, unverified: fact.fact().is_unverified() }
}

/// GJ (kWh for electricity) in one `unit` of a carrier.
fn energy_of(
    b: &Builder<'_>,
    carrier: Carrier,
    unit: UnitId,
    ncv: Slot,
    density: Option<Slot>,
) -> Option<f64> {
    let ncv = b.value(ncv);
    match unit.dimension() {
        Dimension::Energy if carrier == Carrier::Electricity => convert(1.0, unit, UnitId::Kwh).ok(),
        Dimension::Energy => convert(1.0, unit, UnitId::Gj).ok(),
        Dimension::Mass => convert(ncv, unit, UnitId::T).ok(),
        Dimension::Volume if carrier == Carrier::NaturalGas => convert(ncv * 1e-3, unit, UnitId::M3).ok(),
        Dimension::GasVolume => convert(ncv * 1e-3, unit, UnitId::Nm3).ok(),
        Dimension::Volume => {
            let density = density.map(|d| b.value(d)).or_else(|| {
                let fuel = table_fuel(carrier)?;
                let id = data::fuel_property(fuel, FuelProperty::Density, b.region, None)?;
                id.fact().value_in(UnitId::T, Some(UnitId::M3)).ok()
            })?;
            convert(ncv * density, unit, UnitId::M3).ok()
        }
        _ => None,
    }
}

/// kg CO2 per GJ (per kWh for electricity), and whether the factor already holds CH4 and N2O.
fn carbon(b: &mut Builder<'_>, carrier: Carrier, fuel: Option<Fuel>, field: Field) -> (Slot, bool) {
    let per_gj = ("kg_co2", "gj");
    if carrier == Carrier::Electricity {
        let row = data::grid_ghg(b.region);
        let slot = row.and_then(|id| {
            if let (Some(bills), Some(factor)) = (b.project.site.year, id.fact().year)
                && bills != factor
            {
                b.notice(Field::new("site", 0, "year"), NoticeKind::GridYear { fact: id, year: factor });
            }
            b.fact(id, UnitId::KgCo2, Some(UnitId::Kwh), ("kg_co2", "kwh"), "grid_factor")
                .or_else(|| b.fact(id, UnitId::KgCo2e, Some(UnitId::Kwh), ("kg_co2e", "kwh"), "grid_factor"))
        });
        return (slot.unwrap_or_else(|| no_factor(b, field)), true);
    }
    if carrier == Carrier::Steam {
        let row = data::fuel_ghg(Fuel::PurchasedHeat, Gas::Co2, Application::Any, StageGhg::Supply, b.region);
        let slot = row.and_then(|id| b.fact(id, UnitId::KgCo2, Some(UnitId::Gj), per_gj, "heat_factor"));
        return (slot.unwrap_or_else(|| no_factor(b, field)), true);
    }
    let Some(fuel) = fuel else { return (no_factor(b, field), true) };
    if let Some(slot) = guideline_carbon(b, fuel) {
        return (slot, false);
    }
    let stage = if carrier.group() == Group::Biomass { StageGhg::Biogenic } else { StageGhg::Combustion };
    for application in [Application::Any, Application::Stationary] {
        match data::fuel_ghg_set(fuel, application, stage, b.region) {
            Some(FuelGhg::PerGas { co2, .. }) => {
                if let Some(slot) = b.fact(co2, UnitId::KgCo2, Some(UnitId::Gj), per_gj, "co2_factor") {
                    return (slot, false);
                }
            }
            Some(FuelGhg::Co2e { total: id, .. }) => {
                if let Some(slot) = b.fact(id, UnitId::KgCo2e, Some(UnitId::Gj), per_gj, "co2_factor") {
                    return (slot, true);
                }
            }
            None => {}
        }
    }
    // Coals without a row of their own burn like bituminous coal.
    if carrier.group() == Group::Coal && fuel != Fuel::BituminousCoal {
        return carbon(b, carrier, Some(Fuel::BituminousCoal), field);
    }
    (no_factor(b, field), true)
}

/// Without a carbon factor there is no honest result: zero would be a lie.
fn no_factor(b: &mut Builder<'_>, field: Field) -> Slot {
    b.problem(field, ProblemKind::NoFactor);
    b.fixed(0.0, ("kg_co2", "gj"), "co2_factor")
}

/// Carbon content × oxidation × 44/12 of the Mainland guideline, where it has the fuel.
fn guideline_carbon(b: &mut Builder<'_>, fuel: Fuel) -> Option<Slot> {
    let set = Some(FactorSet::ChinaGuideline);
    let region = b.region;
    if !region.ancestors().any(|r| r == data::Region::Cn) {
        return None;
    }
    let row = |property| data::fuel_property(fuel, property, region, set);
    let is_default = |id: FactId| id.fact().usage == data::Use::Default;
    let content = row(FuelProperty::CarbonContent).filter(|&id| is_default(id))?;
    let oxidation = row(FuelProperty::Oxidation)?;
    let content = b.fact(content, UnitId::KgC, Some(UnitId::Gj), ("kg_c", "gj"), "carbon_content")?;
    let oxidation = b.fact(oxidation, UnitId::Fraction, None, PURE, "oxidation")?;
    Some(b.derive(44.0 / 12.0, &[content, oxidation], &[], ("kg_co2", "gj"), "co2_factor"))
}

/// kg CO2e per GJ before the gate, where a row exists.
fn upstream(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    ncv: Slot,
    density: Option<Slot>,
) -> Slot {
    let unit = ("kg_co2e", "gj");
    let found = fuel.and_then(|fuel| {
        let stages = [StageGhg::Upstream, StageGhg::Production];
        stages.into_iter().find_map(|stage| {
            let rows = [Application::Any, Application::Stationary];
            let id = rows.into_iter().find_map(|a| data::fuel_ghg(fuel, Gas::Co2e, a, stage, b.region))?;
            let fact = id.fact();
            let per_unit = fact.value_in(UnitId::KgCo2e, fact.den).ok()?;
            let energy = energy_of(b, carrier, fact.den?, ncv, density)?;
            Some((id, per_unit / energy))
        })
    });
    match found {
        Some((id, value)) => b.slot(value, Origin::Fact(id), unit, "upstream_factor"),
        None => b.fixed(0.0, unit, "upstream_factor"),
    }
}

/// Per cent by mass: measured, else the legal limit of the region for liquids.
fn sulphur(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    said: Option<f64>,
    field: Field,
) -> Option<Slot> {
    if !matches!(carrier.group(), Group::Coal | Group::Liquid) {
        return None;
    }
    let ask = Ask::amount(field, ("percent", "")).within(0.0, 10.0);
    if let Some(slot) = b.said(said, ask) {
        return Some(slot);
    }
    let id = data::fuel_property(fuel?, FuelProperty::SulphurLimit, b.region, None)?;
    b.fact(id, UnitId::Percent, None, ("percent", ""), "sulphur")
}
