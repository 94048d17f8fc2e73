//! Water, effluent, solvents and refrigerants.

use super::builder::{Ask, Builder, PURE};
use super::money::Rates;
use super::supply::{LEAST_PRICE, months, usual_unit};
use crate::carrier::Carrier;
use crate::data::{
    self, FactId, FactKey, GreenhouseGas, GwpSet, Industry, Material, Medium, Pollutant, PriceItem, Route,
    SectorKey, SectorQuantity, TaxKind, Treatment, WwQuantity, WwmActivity, WwmQuantity,
};
use crate::notice::{NoticeKind, ProblemKind, Reason};
use crate::origin::{Field, Origin};
use crate::plant::{Emission, Remote, Slot, SolventNode, Tax, Water};
use crate::units::{UnitId, convert};

const M3: super::builder::Unit = ("m3", "");
/// mg/L are g/m3; the model counts kg/m3.
const KG_PER_M3: (&str, &str) = ("kg", "m3");

/// Water with its effluent; `None` when no water is billed.
pub(super) fn water(b: &mut Builder<'_>, rates: &Rates) -> Option<Water> {
    let project = b.project;
    let (index, bill) = project
        .bills
        .iter()
        .enumerate()
        .find(|(_, bill)| Carrier::from_slug(&bill.carrier) == Some(Carrier::Water))?;
    let field = |name| Field::new("bill", index, name);
    let unit = if bill.unit.is_empty() {
        usual_unit(Carrier::Water)
    } else {
        UnitId::from_slug(&bill.unit).unwrap_or(UnitId::M3)
    };
    let Ok(cubic) = convert(1.0, unit, UnitId::M3) else {
        b.problem(field("unit"), ProblemKind::Unit { unit: bill.unit.clone() });
        return None;
    };
    let price_ask =
        Ask { scale: 1.0 / cubic, ..Ask::amount(field("price"), ("money", "m3")).within(0.0, 1e6) };
    let price = match b.said(bill.price, price_ask) {
        Some(slot) => Some(slot),
        None => table_price(b, rates, field("price")),
    };
    let is_money = bill.kind == crate::project::ReadingKind::Money;
    let by_month = !bill.months.is_empty() && bill.kind == crate::project::ReadingKind::Value;
    let (amount, per_year, name) = if by_month {
        (Some(months(b, &bill.months, field("months"))), 1.0, "months")
    } else {
        (bill.amount, bill.period.per_year(), "amount")
    };
    if let Some(text) = &bill.raw {
        b.problem(field("amount"), ProblemKind::NotANumber { text: text.clone() });
    }
    let scale = if is_money { per_year } else { per_year * cubic };
    let unit = if is_money { ("money", "") } else { M3 };
    let said = b.said(amount, Ask { scale, ..Ask::amount(field(name), unit) });
    let intake = match (said, is_money, price.filter(|&p| b.value(p) > LEAST_PRICE)) {
        (Some(slot), false, _) => slot,
        (Some(money), true, Some(price)) => b.derive(1.0, &[money], &[price], M3, "intake"),
        (Some(_), true, None) => {
            b.problem(field("price"), ProblemKind::NoPrice);
            return None;
        }
        (None, ..) => {
            if bill.raw.is_none() && amount.is_none() {
                b.problem(field("amount"), ProblemKind::Missing);
            }
            return None;
        }
    };
    let price = match price {
        Some(price) => price,
        None => {
            b.notice(field("price"), NoticeKind::NoPrice { carrier: Carrier::Water });
            b.fixed(0.0, ("money", "m3"), "price")
        }
    };
    let fixed_ask = Ask::amount(field("fixed_cost"), ("money", ""));
    let fixed_cost = b.said_or_none(bill.fixed_cost, fixed_ask);
    Some(effluent(b, intake, price, fixed_cost))
}

fn table_price(b: &mut Builder<'_>, rates: &Rates, field: Field) -> Option<Slot> {
    let items = [PriceItem::Water, PriceItem::WaterAndSewage];
    let id = items.into_iter().find_map(|item| data::price(item, b.region))?;
    let fact = id.fact();
    let value = fact.value_in(fact.num, Some(UnitId::M3)).ok()? * rates.from(fact.num)?;
    b.notice(field, super::supply::price_default(id, value));
    Some(b.slot(value, Origin::Fact(id), ("money", "m3"), "price"))
}

fn effluent(b: &mut Builder<'_>, intake: Slot, price: Slot, fixed_cost: Slot) -> Water {
    let empty = crate::project::Wastewater::default();
    let project = b.project;
    let said = project.wastewater.as_ref().unwrap_or(&empty);
    let field = |name| Field::new("wastewater", 0, name);
    let volume_ask = Ask::amount(field("volume"), M3).because(Reason::FlowBelowZero);
    let effluent = match b.said(said.volume, volume_ask) {
        Some(slot) => slot,
        None => {
            let ask = Ask::percent(field("share_of_intake"));
            let key = SectorKey::EffluentShare;
            let share = b.said_or_default(
                said.share_of_intake,
                ask,
                SectorQuantity::EquipmentDefault,
                key,
                UnitId::Percent,
            );
            b.derive(1.0, &[intake, share], &[], M3, "effluent")
        }
    };
    let concentration = |b: &mut Builder<'_>, value, name| {
        let ask = Ask { scale: 1e-3, ..Ask::amount(field(name), KG_PER_M3).within(0.0, 500_000.0) };
        b.said_or_none(value, ask)
    };
    let cod_in = concentration(b, said.cod_in, "cod_in");
    let cod_out = concentration(b, said.cod_out, "cod_out");
    let nitrogen_in = concentration(b, said.nitrogen_in, "nitrogen_in");
    let treatment = if said.treatment.is_empty() {
        Treatment::AerobicManaged
    } else {
        Treatment::from_slug(&said.treatment).unwrap_or_else(|| {
            b.problem(field("treatment"), ProblemKind::Unknown { slug: said.treatment.clone() });
            Treatment::AerobicManaged
        })
    };
    let row = |b: &mut Builder<'_>, id: Option<FactId>, num, den, unit, name| match id {
        Some(id) => b.fact(id, num, den, unit, name).unwrap_or_else(|| b.fixed(0.0, unit, name)),
        None => b.fixed(0.0, unit, name),
    };
    let find =
        |b: &Builder<'_>, quantity, treatment| data::wastewater(quantity, Industry::Any, treatment, b.region);
    let b0 = find(b, WwQuantity::B0, Treatment::PerCod);
    let mcf = find(b, WwQuantity::Mcf, treatment);
    let n2o = find(b, WwQuantity::N2oEf, treatment);
    let cost_ask = Ask::amount(field("cost_per_m3"), ("money", "m3")).within(0.0, 1e6);
    Water {
        intake,
        price,
        fixed_cost,
        makeup_base: b.solved(M3, "makeup"),
        demand: b.neutral(1.0),
        reuse: b.neutral(0.0),
        reuse_energy: b.neutral(0.0),
        reuse_cost: b.neutral(0.0),
        recovered_value: b.neutral(0.0),
        effluent,
        effluent_cost: b.said_or_none(said.cost_per_m3, cost_ask),
        cod_in,
        cod_out,
        nitrogen_in,
        b0: row(b, b0, UnitId::KgCh4, Some(UnitId::KgCod), ("kg_ch4", "kg_cod"), "b0"),
        mcf: row(b, mcf, UnitId::Fraction, None, PURE, "mcf"),
        n2o: row(b, n2o, UnitId::KgN2oN, Some(UnitId::KgN), ("kg_n2o_n", "kg_n"), "n2o_factor"),
        on_site: said.on_site,
        supply: remote(b, Some(WwmActivity::WaterSupply), Material::FreshWater),
        sewage: remote(b, (!said.on_site).then_some(WwmActivity::SewageTreatment), Material::Sewage),
        load: b.neutral(1.0),
        anaerobic: b.neutral(0.0),
        gas_yield: b.neutral(0.0),
        gas_leak: b.neutral(0.0),
    }
}

/// What supply or treatment of a cubic metre emits elsewhere; nothing where it does not happen elsewhere.
fn remote(b: &mut Builder<'_>, activity: Option<WwmActivity>, material: Material) -> Remote {
    let row = |b: &mut Builder<'_>, quantity, num: UnitId| {
        let id = activity.and_then(|it| {
            data::waste_water_materials(it, material, Route::Unspecified, quantity, b.region)
        })?;
        b.fact(id, num, Some(UnitId::M3), (num.slug(), "m3"), "water_factor").map(|slot| (slot, id))
    };
    let power = row(b, WwmQuantity::Electricity, UnitId::Kwh);
    let carbon = row(b, WwmQuantity::Co2e, UnitId::KgCo2e);
    let none = b.fixed(0.0, PURE, "water_factor");
    // A figure of the place itself is nearer than one of another country, whatever it is in.
    match (power, carbon) {
        (Some((power, near)), Some((_, far))) if nearer(b, near, far) => Remote { factor: none, power },
        (_, Some((factor, _))) => Remote { factor, power: none },
        (Some((power, _)), None) => Remote { factor: none, power },
        (None, None) => Remote { factor: none, power: none },
    }
}

/// Whether one row of water is of the site's own place, or of a wider one around it, and the other is not.
fn nearer(b: &Builder<'_>, one: FactId, other: FactId) -> bool {
    let steps = |id: FactId| match id.key() {
        FactKey::WasteWaterMaterials(key) => b.region.ancestors().position(|r| r == key.region),
        _ => None,
    };
    match (steps(one), steps(other)) {
        (Some(one), Some(other)) => one < other,
        (one, _) => one.is_some(),
    }
}

pub(super) fn solvents(b: &mut Builder<'_>) -> Vec<SolventNode> {
    let project = b.project;
    let mut nodes = Vec::with_capacity(project.solvents.len());
    for (index, solvent) in project.solvents.iter().enumerate() {
        let field = |name| Field::new("solvent", index, name);
        nodes.push(SolventNode {
            mass: required(b, solvent.tonnes, Ask::amount(field("tonnes"), ("t", ""))),
            volatile: required(b, solvent.volatile, Ask::percent(field("volatile")).within(0.1, 100.0)),
            capture: b.said_or_none(solvent.capture, Ask::percent(field("capture"))),
            removal: b.said_or_none(solvent.removal, Ask::percent(field("removal"))),
            factor: b.neutral(1.0),
            recovered: b.neutral(0.0),
            recovery_energy: b.neutral(0.0),
            burnt: b.neutral(0.0),
            recovered_value: b.neutral(0.0),
        });
    }
    nodes
}

fn required(b: &mut Builder<'_>, said: Option<f64>, ask: Ask) -> Slot {
    if said.is_none() {
        b.problem(ask.field, ProblemKind::Missing);
    }
    b.said(said, ask).unwrap_or_else(|| b.fixed(ask.min.max(1e-3) * ask.scale, ask.unit, ask.field.name))
}

pub(super) fn refrigerants(b: &mut Builder<'_>, set: GwpSet) -> Vec<Emission> {
    let project = b.project;
    let mut nodes = Vec::with_capacity(project.refrigerants.len());
    for (index, refrigerant) in project.refrigerants.iter().enumerate() {
        let field = |name| Field::new("refrigerant", index, name);
        let gas = GreenhouseGas::from_slug(&refrigerant.gas);
        let Some(id) = gas.and_then(|gas| data::gwp(gas, set)) else {
            b.problem(field("gas"), ProblemKind::Unknown { slug: refrigerant.gas.clone() });
            continue;
        };
        let amount = b.said_or_none(refrigerant.leak, Ask::amount(field("leak"), ("kg", "")));
        let factor = b.slot(id.value(), Origin::Fact(id), ("kg_co2e", "kg"), "gwp");
        nodes.push(Emission { amount, factor });
    }
    nodes
}

/// Money per kg of SO2, NOx and COD where the region has the tax. Effluent that goes to a sewer or
/// a park's plant is not taxed at the site.
pub(super) fn tax(b: &mut Builder<'_>, rates: &Rates) -> Tax {
    let discharges = b.project.wastewater.as_ref().is_some_and(|w| w.on_site);
    let mut per_kg = |medium, pollutant, name: &'static str| {
        let unit = ("money", "kg");
        let rate = data::tax(TaxKind::Rate, medium, Pollutant::Unspecified, b.region);
        let equivalent = data::tax(TaxKind::EquivalentMass, medium, pollutant, b.region);
        let (Some(rate), Some(equivalent)) = (rate, equivalent) else { return b.fixed(0.0, unit, name) };
        let Some(exchange) = rates.from(rate.fact().num) else { return b.fixed(0.0, unit, name) };
        let rate = b.slot(
            rate.value() * exchange,
            Origin::Fact(rate),
            ("money", "pollution_equivalent"),
            "tax_rate",
        );
        let equivalent = b.slot(
            equivalent.value(),
            Origin::Fact(equivalent),
            ("kg", "pollution_equivalent"),
            "equivalent_mass",
        );
        b.derive(1.0, &[rate], &[equivalent], unit, name)
    };
    Tax {
        so2: per_kg(Medium::Air, Pollutant::So2, "tax_so2"),
        nox: per_kg(Medium::Air, Pollutant::Nox, "tax_nox"),
        cod: if discharges {
            per_kg(Medium::Water, Pollutant::Cod, "tax_cod")
        } else {
            b.fixed(0.0, ("money", "kg"), "tax_cod")
        },
    }
}
