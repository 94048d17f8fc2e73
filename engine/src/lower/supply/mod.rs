//! Bills: what is bought, in which unit, at which price, and what is in it.

mod amount;
mod content;
mod factor;
mod price;

use super::builder::{Ask, Builder};
use super::money::Rates;
use crate::carrier::{Carrier, Group};
use crate::data::{self, Fuel, GridEmission, GridMethod};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::Field;
use crate::plant::{Slot, Supply};
use crate::project::Bill;
use crate::units::UnitId;
pub(super) use amount::months;
pub(super) use price::price_default;

/// Standard coal: 29.3076 MJ/kg by definition.
const KGCE_PER_GJ: f64 = 1000.0 / 29.3076;
/// 3.6 MJ over 29.3076 MJ: the calorific-value convention (当量值).
const KGCE_PER_KWH: f64 = 3.6 / 29.3076;

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
    let ncv =
        content::net_calorific_value(b, carrier, fuel, bill.and_then(|(_, bill)| bill.ncv), field("ncv"));
    let Some((content, density)) = content::content(b, carrier, fuel, unit, ncv) else {
        b.problem(field("unit"), ProblemKind::Unit { unit: unit.slug().to_owned() });
        return;
    };
    let (price, usual) = price::price(b, rates, carrier, unit, content, ncv, density, bill, field("price"));
    let quantity = match bill {
        Some((_, bill)) => amount::quantity(b, carrier, unit, bill, price, content, index),
        None => b.fixed(0.0, (unit.slug(), ""), "quantity"),
    };
    let fixed_ask = Ask::amount(field("fixed_cost"), ("money", ""));
    let fixed_cost = b.said_or_none(bill.and_then(|(_, bill)| bill.fixed_cost), fixed_ask);
    let (co2, is_co2e) = factor::carbon(b, carrier, fuel, field("carrier"));
    let co2_market = if carrier == Carrier::Electricity {
        let row = data::grid(b.region, GridEmission::Co2, GridMethod::ResidualLike);
        row.and_then(|id| b.fact(id, UnitId::KgCo2, Some(UnitId::Kwh), ("kg_co2", "kwh"), "grid_market"))
            .unwrap_or(co2)
    } else {
        co2
    };
    let upstream = factor::upstream(b, carrier, fuel, ncv, density);
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
    let sulphur =
        factor::sulphur(b, carrier, fuel, bill.and_then(|(_, bill)| bill.sulphur), field("sulphur"));
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
