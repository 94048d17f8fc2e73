//! Random plants that a careful user could have entered.
//!
//! A plant is drawn from choices (which bills, which systems, which equipment) and amounts within
//! what the form accepts. Strategies are boxed: nested by value they would fill a test's stack.

mod beyond;

use beyond::{rest, water};
use lantian_engine::data::{Region, Sector};
use lantian_engine::lower::{COVERAGE, LIFE, SIZE};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{
    Bill, Device, ElectricUse, FinanceInput, FiredUse, HeatSource, HeatSystem, HeatUse, MeasureChoice,
    Period, Plan, Project, ReadingKind, Site, VehicleUse,
};
use lantian_engine::scalar::Scalar;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// So many random plants (`PROPTEST_CASES` overrides it for a longer search). What fails becomes a
/// named test rather than a file of seeds.
pub fn often(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A whole project with a plan.
pub fn project() -> BoxedStrategy<Project> {
    place()
        .prop_flat_map(|(region, sector)| {
            let parts = (electricity_bill(), fuels(region), equipment(), water(), rest(), plan(), finance());
            parts.prop_map(move |(electricity, fuels, equipment, water, rest, plan, finance)| {
                let mut project = Project::new();
                project.site = Site {
                    sector: sector.slug().to_owned(),
                    region: region.slug().to_owned(),
                    hours: Some(rest.hours),
                    floor_area: Some(5000.0),
                    ..Site::default()
                };
                project.bills.push(electricity);
                for (fuel, said) in fuels {
                    fuel.enter(said, &mut project);
                }
                project.electricity = equipment;
                if let Some((bill, wastewater)) = water {
                    project.bills.push(bill);
                    project.wastewater = wastewater;
                }
                project.solar = rest.solar;
                project.solvents = rest.solvents;
                project.refrigerants = rest.refrigerants;
                project.activities = rest.activities;
                project.plans = vec![plan];
                project.finance = finance;
                project
            })
        })
        .boxed()
}

fn place() -> impl Strategy<Value = (Region, Sector)> {
    let regions = vec![Region::CnPrd, Region::CnShenzhen, Region::CnJiangsu, Region::HkClp, Region::HkHke];
    let sectors: Vec<Sector> = Sector::ALL
        .iter()
        .copied()
        .filter(|s| !matches!(s, Sector::All | Sector::HkTerritory | Sector::HkCommercial))
        .collect();
    (select(regions), select(sectors))
}

/// Spread over several orders of magnitude, as bills are.
fn amount(low: f64, high: f64) -> impl Strategy<Value = f64> {
    (Scalar::ln(low)..Scalar::ln(high)).prop_map(Scalar::exp)
}

/// A bill in one of the ways people have it: a year, a month, twelve months, or money.
fn bill(carrier: &'static str, unit: &'static str, low: f64, high: f64, price: f64) -> BoxedStrategy<Bill> {
    let months = vec(amount(low / 12.0, high / 12.0), 12);
    let period = select(vec![Period::Month, Period::TwoMonths, Period::Year]);
    (amount(low, high), 0.5..2.0, 0..4_u8, months, period, option::of(0.0..1e6))
        .prop_map(move |(amount, dear, way, months, period, fixed_cost)| {
            let price = price * dear;
            let empty = Bill {
                carrier: carrier.to_owned(),
                unit: unit.to_owned(),
                price: Some(price),
                fixed_cost,
                ..Bill::default()
            };
            match way {
                0 => Bill { months, ..empty },
                1 => Bill { kind: ReadingKind::Money, amount: Some(amount * price), ..empty },
                2 => Bill { amount: Some(amount / period.per_year()), period, ..empty },
                _ => Bill { amount: Some(amount), ..empty },
            }
        })
        .boxed()
}

fn electricity_bill() -> BoxedStrategy<Bill> {
    bill("electricity", "kwh", 2e4, 1e8, 0.8).boxed()
}

/// A fuel (or bought steam) with all that uses it; shares are weights until they are entered.
#[derive(Clone, Debug)]
struct FuelSet {
    bill: Bill,
    systems: Vec<(HeatSystem, f64)>,
    fired: Vec<(FiredUse, f64)>,
    vehicles: Vec<(VehicleUse, f64)>,
}

/// How the shares of a bill are said: all of them, one left open, or less than the whole.
#[derive(Clone, Copy, Debug)]
enum Said {
    All,
    OneOpen,
    Part(f64),
}

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![3 => Just(Said::All), 1 => Just(Said::OneOpen), 1 => (0.0..1.0).prop_map(Said::Part)]
}

impl FuelSet {
    /// Puts the fuel and its users into a project.
    fn enter(self, said: Said, project: &mut Project) {
        let weights = self.systems.iter().map(|s| s.1);
        let weights = weights.chain(self.fired.iter().map(|f| f.1)).chain(self.vehicles.iter().map(|v| v.1));
        let sum: f64 = weights.sum();
        let mut first = true;
        let mut share = |weight: f64| {
            let open = matches!(said, Said::OneOpen) && core::mem::take(&mut first);
            let part = if let Said::Part(part) = said { part } else { 1.0 };
            (!open).then_some(weight / sum * 100.0 * part)
        };
        let carrier = self.bill.carrier.clone();
        project.bills.push(self.bill);
        for (mut system, weight) in self.systems {
            for source in &mut system.sources {
                source.carrier.clone_from(&carrier);
                source.share = share(weight);
            }
            // Two fuels may feed the same network.
            match project.heat.iter_mut().find(|h| h.service == system.service && h.name == system.name) {
                Some(known) => known.sources.append(&mut system.sources),
                None => project.heat.push(system),
            }
        }
        for (fired, weight) in self.fired {
            project.fired.push(FiredUse { carrier: carrier.clone(), share: share(weight), ..fired });
        }
        for (vehicle, weight) in self.vehicles {
            project.vehicles.push(VehicleUse { carrier: carrier.clone(), share: share(weight), ..vehicle });
        }
    }
}

fn fuels(region: Region) -> BoxedStrategy<Vec<(FuelSet, Said)>> {
    let gas = if region.ancestors().any(|r| r == Region::Hk) {
        bill("towngas", "towngas_unit", 1e3, 1e6, 15.0).boxed()
    } else {
        bill("natural_gas", "m3", 1e3, 1e7, 4.0).boxed()
    };
    let gas = (gas, vec(system("boiler"), 0..2), vec(fired(), 1..4));
    let gas = gas.prop_map(|(bill, systems, fired)| FuelSet { bill, systems, fired, vehicles: Vec::new() });
    let coal = (
        bill("bituminous_coal", "t", 1e2, 1e5, 800.0),
        coal_system(),
        option::of(18.0..28.0),
        option::of(0.1..3.0),
    );
    let coal = coal.prop_map(|(bill, system, ncv, sulphur)| FuelSet {
        bill: Bill { ncv, sulphur, ..bill },
        systems: vec![system],
        fired: Vec::new(),
        vehicles: Vec::new(),
    });
    let diesel = (bill("diesel", "l", 1e2, 1e6, 7.0), vec(system("boiler"), 0..2), vec(vehicle(), 1..3));
    let diesel =
        diesel.prop_map(|(bill, systems, vehicles)| FuelSet { bill, systems, fired: Vec::new(), vehicles });
    let steam = (bill("steam", "t", 1e2, 1e5, 240.0), system("purchased"));
    let steam = steam.prop_map(|(bill, (mut system, weight))| {
        "steam".clone_into(&mut system.service);
        let (fired, vehicles) = (Vec::new(), Vec::new());
        FuelSet { bill, systems: vec![(system, weight)], fired, vehicles }
    });
    let sets = (option::of(gas), option::of(coal), option::of(diesel), option::weighted(0.2, steam));
    (sets, vec(said(), 4))
        .prop_map(|((gas, coal, diesel, steam), said)| {
            [gas, coal, diesel, steam].into_iter().flatten().zip(said).collect()
        })
        .boxed()
}

fn coal_system() -> BoxedStrategy<(HeatSystem, f64)> {
    let turbine = option::of((1e3..1e6, 0.0..0.5));
    (system("boiler"), turbine, 0.0..12.0)
        .prop_map(|((mut system, weight), turbine, unburnt)| {
            let source = &mut system.sources[0];
            source.unburnt_loss = Some(unburnt);
            if let Some((gross, own)) = turbine {
                "back_pressure".clone_into(&mut source.kind);
                // Small against the least coal bill drawn, so that heat is left after the work.
                source.gross_generation = Some(gross * 0.05);
                source.own_use = Some(gross * 0.05 * own);
            }
            (system, weight)
        })
        .boxed()
}

fn system(kind: &'static str) -> BoxedStrategy<(HeatSystem, f64)> {
    let service = select(vec!["steam", "hot_water", "thermal_oil"]);
    let numbers = (0.1..2.0, 0.0..90.0, 40.0..95.0, 10.0..35.0, 0.0..10.0, 0.0..20.0, 0.0..15.0);
    let uses = vec((1.0..60.0, option::of(0.0..100.0)), 0..4);
    (service, numbers, uses, source(kind), 0.1..1.0, any::<bool>())
        .prop_map(
            |(service, (pressure, back, hot, cold, blowdown, pipe, trap), uses, source, weight, said)| {
                let sum: f64 = uses.iter().map(|u| u.0).sum();
                let uses = uses.iter().map(|(share, preheatable)| HeatUse {
                    kind: "other".to_owned(),
                    share: Some(share / sum * (100.0 - if said { pipe + trap } else { 0.0 })),
                    preheatable: *preheatable,
                    ..HeatUse::default()
                });
                let steam = said && service == "steam";
                let system = HeatSystem {
                    service: service.to_owned(),
                    pressure: steam.then_some(pressure),
                    condensate_return: steam.then_some(back),
                    condensate_temperature: steam.then_some(hot),
                    makeup_temperature: steam.then_some(cold),
                    blowdown: steam.then_some(blowdown),
                    pipe_loss: said.then_some(pipe),
                    trap_loss: said.then_some(trap),
                    uses: uses.collect(),
                    sources: vec![source],
                    ..HeatSystem::default()
                };
                (system, weight)
            },
        )
        .boxed()
}

fn source(kind: &'static str) -> BoxedStrategy<HeatSource> {
    let flue = option::of((90.0..300.0, 1.0..12.0));
    (flue, option::of(70.0..95.0), option::of(0.5..5.0), option::of(1.0..50.0), vec(device(), 0..2))
        .prop_map(move |(flue, efficiency, shell, capacity, devices)| HeatSource {
            kind: kind.to_owned(),
            stack_temperature: flue.map(|f| f.0),
            oxygen: flue.map(|f| f.1),
            air_temperature: Some(25.0),
            shell_loss: shell,
            efficiency,
            capacity,
            devices,
            ..HeatSource::default()
        })
        .boxed()
}

fn device() -> impl Strategy<Value = Device> {
    (select(vec!["so2", "nox", "pm10", "pm25", "voc", "co"]), 0.0..100.0).prop_map(|(pollutant, removal)| {
        let mut device = Device::default();
        device.removal.insert(pollutant.to_owned(), removal);
        device
    })
}

fn fired() -> BoxedStrategy<(FiredUse, f64)> {
    let kind = select(vec!["stenter", "oven", "dryer", "furnace", "oxidiser", "cooking", "other"]);
    let exhaust = option::of((100.0..2e4, 60.0..400.0, 100.0..8760.0));
    (kind, option::of(30.0..98.0), option::of(1_u8..20), exhaust, 0.1..1.0)
        .prop_map(|(kind, efficiency, count, exhaust, weight)| {
            let fired = FiredUse {
                kind: kind.to_owned(),
                efficiency,
                count: count.map(f64::from),
                exhaust_flow: exhaust.map(|e| e.0),
                exhaust_temperature: exhaust.map(|e| e.1),
                hours: exhaust.map(|e| e.2),
                ..FiredUse::default()
            };
            (fired, weight)
        })
        .boxed()
}

fn vehicle() -> BoxedStrategy<(VehicleUse, f64)> {
    let kind = select(vec!["light_commercial", "heavy_duty", "nonroad_machinery", "forklift"]);
    (kind, 0.1..1.0)
        .prop_map(|(kind, weight)| (VehicleUse { kind: kind.to_owned(), ..VehicleUse::default() }, weight))
        .boxed()
}

/// Nothing (the sector's split), or a list that need not fit the bill.
fn equipment() -> BoxedStrategy<Vec<ElectricUse>> {
    let kinds: Vec<ElectricKind> =
        ElectricKind::ALL.iter().copied().filter(|k| *k != ElectricKind::Unmetered).collect();
    let one = (select(kinds), (1_u8..50, 0.1..200.0, 100.0..8760.0), 0.5..12.0, 0..4_u8, special());
    vec(
        one.prop_map(|(kind, (count, kw, hours), share, way, special)| {
            let sized = match way {
                0 => ElectricUse { kwh: Some(kw * hours), ..special },
                1 => ElectricUse { share: Some(share), ..special },
                _ => {
                    ElectricUse { count: Some(f64::from(count)), kw: Some(kw), hours: Some(hours), ..special }
                }
            };
            ElectricUse { kind: kind.slug().to_owned(), ..sized }
        }),
        0..8,
    )
    .boxed()
}

fn special() -> BoxedStrategy<ElectricUse> {
    let control = select(vec!["modulating", "load_unload_short", "load_unload_long", "vsd", "start_stop"]);
    let drive = select(vec!["fixed_pump", "variable_pump", "servo", "electric"]);
    (
        option::of(1.0..60.0),
        option::of(4.0..12.0),
        option::of(control),
        option::of(1.8..8.0),
        option::of(drive),
        option::of(5.0..400.0),
    )
        .prop_map(|(leaks, pressure, control, cop, drive, lamp_watt)| ElectricUse {
            leaks,
            pressure,
            control: control.map(str::to_owned),
            cop,
            drive: drive.map(str::to_owned),
            lamp_watt,
            ..ElectricUse::default()
        })
        .boxed()
}

/// Any set of measures, ticked or not, some parameters within the bounds of their rows.
pub fn plan() -> BoxedStrategy<Plan> {
    let some = subsequence(CATALOGUE.to_vec(), 0..=CATALOGUE.len());
    let spots = vec((any::<bool>(), 0.0..=1.0, any::<u16>()), CATALOGUE.len());
    (some, spots)
        .prop_map(|(measures, spots)| {
            let choices = measures.iter().zip(&spots).map(|(id, &(on, place, keys))| {
                let mut choice =
                    MeasureChoice { measure: id.slug().to_owned(), on, ..MeasureChoice::default() };
                for (bit, param) in id.spec().params.iter().enumerate() {
                    if let (true, Some(low), Some(high)) = (keys >> bit & 1 == 1, param.min, param.max) {
                        choice.params.insert(param.key.to_owned(), low + place * (high - low));
                    }
                }
                if keys >> 13 & 1 == 1 {
                    choice.params.insert(COVERAGE.to_owned(), place);
                }
                if keys >> 14 & 1 == 1 {
                    choice.params.insert(SIZE.to_owned(), place * 1e4);
                    choice.quote = Some(place * 1e6);
                }
                if keys >> 15 & 1 == 1 {
                    choice.params.insert(LIFE.to_owned(), (1.0 + place * 30.0).round());
                }
                choice
            });
            Plan { measures: choices.collect(), ..Plan::default() }
        })
        .boxed()
}

fn finance() -> BoxedStrategy<FinanceInput> {
    let rate = || option::of(-5.0..20.0);
    let prices = (rate(), rate(), rate(), rate(), rate());
    let credit = (option::of(0.0..100.0), rate(), option::of(1_u16..30));
    let tax = (option::of(0.0..40.0), option::of(1_u16..20));
    let grant = (option::of(0.0..60.0), option::of(0.0..1e6));
    (select(vec!["cny", "hkd", "mop", "usd"]), rate(), option::of(1_u16..40), prices, credit, tax, grant)
        .prop_map(|(currency, discount_rate, horizon, prices, credit, tax, grant)| FinanceInput {
            currency: currency.to_owned(),
            discount_rate,
            horizon,
            price_growth: prices.0,
            electricity_growth: prices.1,
            gas_growth: prices.2,
            carbon_growth: prices.3,
            running_growth: prices.4,
            carbon_price: Some(80.0),
            grant_share: grant.0,
            grant_cap: grant.1,
            loan_share: credit.0,
            loan_rate: credit.1.map(|rate: f64| rate.max(0.0)),
            loan_years: credit.2,
            profits_tax: tax.0,
            depreciation_years: tax.1,
            ..FinanceInput::default()
        })
        .boxed()
}
