//! From what the user says to a plant that can be computed.
//!
//! Lowering checks everything ("parse, don't validate"): what is wrong becomes a
//! [`Problem`] at its field, what is missing a default with a [`Notice`] or a problem where no
//! default is honest. A lowered plant always evaluates.

mod activity;
mod builder;
mod burner;
mod check;
mod electric;
mod estimate;
mod finance;
mod fired;
mod heat;
mod implied;
mod limits;
mod measure;
mod money;
mod ranges;
mod shares;
mod supply;
mod water;

pub use finance::Money;
pub use measure::{COVERAGE, LIFE, MONEY_LIMIT, MeasureEntry, OTHER_SAVING, RUNNING, SIZE, bounds, reason};
pub use ranges::UserRange;
pub(crate) use ranges::parameter_field;
pub use supply::usual_unit;

use crate::calibrate::calibrate;
use crate::carrier::Carrier;
use crate::data::{
    GreenhouseGas, GwpSet, MeasureId, Region, Sector, SectorKey, SectorQuantity, gwp, sector_default,
};
use crate::measures::{Context, size};
use crate::notice::{Notice, Problem, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::{Params, Plant, Slot, Solar};
use crate::project::Project;
use crate::units::UnitId;
use builder::{Ask, Builder};

/// A plant ready to be computed, with its calibrated numbers.
#[derive(Clone, Debug)]
pub struct Lowered {
    pub plant: Plant,
    /// Numbers as given, before calibration (for other number types).
    pub given: Params<f64>,
    /// Calibrated numbers.
    pub params: Params<f64>,
    /// In catalogue order.
    pub measures: Vec<MeasureEntry>,
    pub money: Money,
    pub sector: Sector,
    pub region: Region,
    /// How far figures of the user may be off.
    pub ranges: Vec<UserRange>,
    /// The project with a place for every bill (see `implied`).
    pub project: Project,
}

/// A lowered plant, or what stands in its way; notices in both cases.
#[derive(Clone, Debug)]
pub struct Lowering {
    pub result: Result<Box<Lowered>, Vec<Problem>>,
    pub notices: Vec<Notice>,
}

/// Checks and lowers a project with the plan on screen.
pub fn lower(project: &Project) -> Lowering {
    let (region, sector) = match place(project) {
        Ok(place) => place,
        Err(problems) => return Lowering { result: Err(problems), notices: Vec::new() },
    };
    let mut b = Builder::new(project, region, sector);
    let full = implied::complete(&mut b, project).into_owned();
    let (plant, measures, money) = plant(&mut b, &full);
    let ranges = ranges::ranges(&mut b, project);
    let (values, slots) = (core::mem::take(&mut b.values), core::mem::take(&mut b.slots));
    let mut notices = core::mem::take(&mut b.notices);
    let mut problems = core::mem::take(&mut b.problems);
    drop_consequences(&mut problems, project);
    if values.len() > MOST_NUMBERS {
        let (value, max) = (values.len() as f64, MOST_NUMBERS as f64);
        let field = Field::new("site", 0, "size");
        problems
            .push(Problem { field, kind: ProblemKind::OutOfRange { value, min: 0.0, max, reason: None } });
    }
    if !problems.is_empty() {
        drop_implied(&mut notices, project);
        return Lowering { result: Err(problems), notices };
    }
    let plant = Plant { slots, ..plant };
    let mut given = Params(values);
    let mut params = given.clone();
    calibrate(&plant, &mut params);
    for entry in measures.iter().filter(|m| !m.sized) {
        let suggestion = size(&Context { plant: &plant, p: &params, own: &entry.slots });
        // An empty sum is minus zero.
        let suggestion = if suggestion.is_finite() && suggestion > 0.0 { suggestion } else { 0.0 };
        given[entry.slots.size] = suggestion;
        params[entry.slots.size] = suggestion;
    }
    let lowered = Lowered { plant, given, params, measures, money, sector, region, ranges, project: full };
    let mut problems = check::calibrated(&lowered);
    problems.extend(limits::measures(&lowered));
    let result = if problems.is_empty() { Ok(Box::new(lowered)) } else { Err(problems) };
    Lowering { result, notices }
}

/// What the places of [`Slot`] can count. No plant comes near it; a hostile file might.
const MOST_NUMBERS: usize = u16::MAX as usize;

/// A bill that cannot be read makes its carrier unknown to all that use it. One word is enough.
fn drop_consequences(problems: &mut Vec<Problem>, project: &Project) {
    let unread: Vec<usize> =
        problems.iter().filter(|p| p.field.part == "bill").map(|p| usize::from(p.field.index)).collect();
    let billed = |slug: &str| unread.iter().any(|&i| project.bills.get(i).is_some_and(|b| b.carrier == slug));
    problems.retain(|p| match &p.kind {
        ProblemKind::Unknown { slug } if p.field.part != "bill" && p.field.name == "carrier" => !billed(slug),
        _ => true,
    });
}

/// Without a result nobody can be shown what was only assumed to be there.
fn drop_implied(notices: &mut Vec<Notice>, project: &Project) {
    notices.retain(|notice| {
        let Field { part, index, child, .. } = notice.field;
        let (index, child) = (usize::from(index), usize::from(child));
        let system = project.heat.get(index);
        match part {
            "electric" => index < project.electricity.len(),
            "heat" => system.is_some(),
            "heat_use" => system.is_some_and(|system| child < system.uses.len()),
            "source" => system.is_some_and(|system| child < system.sources.len()),
            "fired" => index < project.fired.len(),
            "fleet" => index < project.vehicles.len(),
            _ => true,
        }
    });
}

fn place(project: &Project) -> Result<(Region, Sector), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut fail = |name, slug: &str| {
        let kind = if slug.is_empty() {
            ProblemKind::Missing
        } else {
            ProblemKind::Unknown { slug: slug.to_owned() }
        };
        problems.push(Problem { field: Field::new("site", 0, name), kind });
    };
    let region = Region::from_slug(&project.site.region);
    let sector = Sector::from_slug(&project.site.sector);
    if region.is_none() {
        fail("region", &project.site.region);
    }
    if sector.is_none() {
        fail("sector", &project.site.sector);
    }
    if !project.bills.iter().any(|b| b.carrier == Carrier::Electricity.slug()) {
        problems.push(Problem { field: Field::new("bill", 0, "electricity"), kind: ProblemKind::Missing });
    }
    match (region, sector) {
        (Some(region), Some(sector)) if problems.is_empty() => Ok((region, sector)),
        _ => Err(problems),
    }
}

/// Carriers that measures may bring to a plant that does not buy them.
fn dormant_carriers(b: &Builder<'_>) -> Vec<Carrier> {
    let hong_kong = b.region.ancestors().any(|r| r == Region::Hk);
    let gas = if hong_kong { Carrier::Towngas } else { Carrier::NaturalGas };
    vec![gas, Carrier::BiomassPellets, Carrier::Steam]
}

fn plant<'a>(b: &mut Builder<'a>, full: &Project) -> (Plant, Vec<MeasureEntry>, Money) {
    let rates = money::Rates::new(b);
    let hours = operating_hours(b);
    let project: &'a Project = b.project;
    let measures = measure::measures(b, &rates, project.plan());
    let dormant = dormant_carriers(b);
    let (supplies, fuels) = supply::supplies(b, &rates, &dormant);
    let electricity = fuels.find(Carrier::Electricity).unwrap_or(0);

    let mut burners = Vec::new();
    let mut shares = shares::Shares::new(&fuels, full);
    let mut heat: Vec<_> = full
        .heat
        .iter()
        .enumerate()
        .filter_map(|(index, system)| heat::heat(b, &fuels, index, system, &mut shares, &mut burners))
        .collect();
    let mut fired: Vec<_> = full
        .fired
        .iter()
        .enumerate()
        .filter_map(|(index, use_)| fired::fired(b, &fuels, index, use_, &mut shares, &mut burners))
        .collect();
    let fleets = full
        .vehicles
        .iter()
        .enumerate()
        .filter_map(|(index, use_)| fired::fleet(b, &fuels, index, use_, &mut shares, &mut burners))
        .collect();
    fired.extend(fired::oxidiser(b, &fuels, &mut burners));
    let engines = fired::engine(b, &fuels, &mut heat, &mut burners).into_iter().collect();

    let solar = solar(b);
    let total = site_electricity(b, &supplies, electricity, &heat, &solar);
    let param = |id: MeasureId, key: &str| -> Slot {
        let entry = measures.iter().find(|m| m.slots.id == id);
        let place = id.param(key).map(|(index, _)| index);
        entry.zip(place).and_then(|(e, p)| e.slots.params.get(p).copied()).unwrap_or(Slot(0))
    };
    let (electric, scale_list) = electric::electric(b, total, &param);
    let gwp_set = gwp_set(b);
    let plant = Plant {
        sector: b.sector,
        electricity,
        supplies,
        burners,
        electric,
        heat,
        engines,
        fired,
        fleets,
        water: water::water(b, &rates),
        solar,
        solvents: water::solvents(b),
        refrigerants: water::refrigerants(b, gwp_set),
        activities: activity::activities(b),
        tax: water::tax(b, &rates),
        derived: core::mem::take(&mut b.derived),
        scale_list,
        hours,
        lines: b.neutral(1.0),
        region: b.region,
        effluent_heat: b.neutral(0.0),
        absorption_cop: b.neutral(0.0),
        auxiliary: b.neutral(0.0),
        solvent_heat: b.neutral(0.0),
        solvent_co2: b.neutral(0.0),
        bill_rebate: b.neutral(0.0),
        bill_remission: b.neutral(0.0),
        running: b.neutral(0.0),
        biogas: burner::biogas(b),
        gwp_ch4: gwp_slot(b, GreenhouseGas::Ch4, gwp_set),
        gwp_n2o: gwp_slot(b, GreenhouseGas::N2o, gwp_set),
        slots: Vec::new(),
    };
    let money = finance::terms(b);
    (plant, measures, money)
}

fn operating_hours(b: &mut Builder<'_>) -> Slot {
    let ask = Ask::amount(Field::new("site", 0, "hours"), ("h", "")).within(100.0, 8784.0);
    // Factories have production hours; for buildings there are opening hours, of Hong Kong.
    let hours = |key: &SectorKey| sector_default(b.sector, SectorQuantity::OperatingHours, *key).is_some();
    let key = [SectorKey::ProductionHours, SectorKey::HoursHk].into_iter().find(hours);
    let key = key.unwrap_or(SectorKey::ProductionHours);
    let said = b.project.site.hours;
    b.said_or_default(said, ask, SectorQuantity::OperatingHours, key, UnitId::H)
}

fn solar(b: &mut Builder<'_>) -> Solar {
    let empty = crate::project::Solar::default();
    let said = b.project.solar.clone().unwrap_or(empty);
    let field = |name| Field::new("solar", 0, name);
    let yield_ask = Ask::amount(field("specific_yield"), ("kwh", "kwp")).within(300.0, 2500.0);
    let capacity = b.said_or_none(said.kwp, Ask::amount(field("kwp"), ("kwp", "")));
    let yield_base = if said.kwp.is_some() {
        let key = SectorKey::RoofPvYield;
        let kind = SectorQuantity::EquipmentDefault;
        b.said_or_default(said.specific_yield, yield_ask, kind, key, UnitId::Kwh)
    } else {
        b.neutral(0.0)
    };
    Solar {
        capacity,
        yield_base,
        added: b.neutral(0.0),
        added_yield: b.neutral(0.0),
        self_use: b.neutral(1.0),
        // Surplus is given away unless a feed-in price is agreed; a grant of the grid is not assumed.
        export_price: b.fixed(0.0, ("money", "kwh"), "export_price"),
        usable_roof: b.said_or_none(said.usable_roof, Ask::amount(field("usable_roof"), ("m2", ""))),
    }
}

/// The site's electricity as far as it is known before calibration, to compare the list with.
fn site_electricity(
    b: &Builder<'_>,
    supplies: &[crate::plant::Supply],
    electricity: usize,
    heat: &[crate::plant::Heat],
    solar: &Solar,
) -> f64 {
    let bought = supplies.get(electricity).map_or(0.0, |s| b.value(s.quantity) * b.value(s.content));
    let own: f64 = heat
        .iter()
        .flat_map(|h| &h.sources)
        .filter_map(|s| match &s.kind {
            crate::plant::SourceKind::Boiler(boiler) => boiler.turbine.as_ref(),
            crate::plant::SourceKind::Purchased { .. } => None,
        })
        .map(|t| b.value(t.gross) - b.value(t.own_use))
        .sum();
    bought + own + b.value(solar.capacity) * b.value(solar.yield_base)
}

fn gwp_set(b: &mut Builder<'_>) -> GwpSet {
    match b.project.site.gwp_set.as_deref() {
        None => GwpSet::Ar5,
        Some(slug) => GwpSet::from_slug(slug).unwrap_or_else(|| {
            let kind = ProblemKind::Unknown { slug: slug.to_owned() };
            b.problem(Field::new("site", 0, "gwp_set"), kind);
            GwpSet::Ar5
        }),
    }
}

fn gwp_slot(b: &mut Builder<'_>, gas: GreenhouseGas, set: GwpSet) -> Slot {
    let unit = ("kg_co2e", "kg");
    match gwp(gas, set) {
        Some(id) => b.slot(id.value(), Origin::Fact(id), unit, "gwp"),
        None => b.fixed(0.0, unit, "gwp"),
    }
}
