//! Small projects, and what a measure saves in them.

use lantian_engine::assess::{Assessment, Depth, MeasureOutcome, Outcome, assess};
use lantian_engine::data::MeasureId;
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{
    Bill, ElectricUse, FiredUse, HeatSource, HeatSystem, HeatUse, MeasureChoice, Project, from_json,
};

/// IPCC 2006, and 44/12 of carbon content (t C/TJ) × oxidation of the Mainland guideline, kg/GJ.
pub const GAS_CO2: f64 = 15.3 * 0.99 * 44.0 / 12.0;
pub const COAL_CO2: f64 = 26.18 * 0.93 * 44.0 / 12.0;
/// Guangdong grid 2023, kg CO2 per kWh.
pub const GRID_CO2: f64 = 0.4419;
/// Net calorific value of gas in the Mainland guideline, MJ/m3.
pub const GAS_NCV: f64 = 38.931;

/// A factory in the delta without anything but an electricity bill.
pub fn factory(kwh: f64) -> Project {
    let mut project = Project::new();
    project.site.region = "cn_prd".into();
    project.site.sector = "plastics".into();
    project.site.hours = Some(8000.0);
    project.finance.currency = "cny".into();
    project.bills.push(bill("electricity", kwh, "kwh", 0.8));
    project
}

/// The same as a hotel in Hong Kong, where rooms are cooled.
pub fn hotel(kwh: f64) -> Project {
    let mut project = factory(kwh);
    project.site.region = "hk_clp".into();
    project.site.sector = "hotel".into();
    project.finance.currency = "hkd".into();
    project
}

pub fn bill(carrier: &str, amount: f64, unit: &str, price: f64) -> Bill {
    Bill {
        carrier: carrier.into(),
        amount: Some(amount),
        unit: unit.into(),
        price: Some(price),
        ..Bill::default()
    }
}

/// A gas bill of nothing, so that gas has a price: a stove that stands still.
pub fn with_priced_gas(mut project: Project) -> Project {
    project.bills.push(bill("natural_gas", 0.0, "m3", 4.2));
    project.fired.push(FiredUse {
        kind: "cooking".into(),
        carrier: "natural_gas".into(),
        share: Some(100.0),
        ..FiredUse::default()
    });
    project
}

pub fn electric(kind: ElectricKind, kwh: f64) -> ElectricUse {
    ElectricUse { kind: kind.slug().into(), kwh: Some(kwh), ..ElectricUse::default() }
}

/// Compressed air: leaks in per cent, pressure in bar gauge.
pub fn compressors(kwh: f64, leaks: f64, pressure: f64, control: &str) -> ElectricUse {
    ElectricUse {
        leaks: Some(leaks),
        pressure: Some(pressure),
        control: Some(control.into()),
        ..electric(ElectricKind::CompressedAir, kwh)
    }
}

/// A boiler that takes all of its carrier's bill; flue gas in °C and per cent of oxygen, air at
/// 25 °C, shell loss in per cent.
pub fn boiler(carrier: &str, flue: f64, oxygen: f64, shell: f64) -> HeatSource {
    HeatSource {
        stack_temperature: Some(flue),
        oxygen: Some(oxygen),
        air_temperature: Some(25.0),
        shell_loss: Some(shell),
        ..stated(carrier, None)
    }
}

/// A boiler of a stated efficiency in per cent.
pub fn stated(carrier: &str, efficiency: Option<f64>) -> HeatSource {
    HeatSource {
        kind: "boiler".into(),
        carrier: carrier.into(),
        share: Some(100.0),
        efficiency,
        ..HeatSource::default()
    }
}

/// A heat system with one use that takes all heat, no losses, no blowdown, all condensate
/// returned: what goes into it is what the boilers make of their fuel.
pub fn plain_system(service: &str, sources: Vec<HeatSource>) -> HeatSystem {
    let steam = service == "steam";
    let only_steam = |value: f64| steam.then_some(value);
    HeatSystem {
        service: service.into(),
        pressure: only_steam(0.8),
        condensate_return: only_steam(100.0),
        condensate_temperature: only_steam(85.0),
        makeup_temperature: only_steam(25.0),
        blowdown: only_steam(0.0),
        pipe_loss: Some(0.0),
        trap_loss: Some(0.0),
        uses: vec![HeatUse {
            kind: "other".into(),
            share: Some(100.0),
            preheatable: Some(0.0),
            ..HeatUse::default()
        }],
        sources,
        ..HeatSystem::default()
    }
}

/// A factory with a plain steam system on 36,000 GJ of gas a year.
pub fn gas_steam(source: HeatSource) -> Project {
    let mut project = factory(1e6);
    project.bills.push(Bill { ncv: Some(36.0), ..bill("natural_gas", 1e6, "m3", 4.0) });
    project.heat.push(plain_system("steam", vec![source]));
    project
}

/// A worked case that ships.
pub fn case(name: &str) -> Project {
    let path = format!("{}/../cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Ticks a measure.
pub fn tick(project: &mut Project, id: MeasureId, params: &[(&str, f64)]) {
    let choice = MeasureChoice {
        measure: id.slug().into(),
        on: true,
        params: params.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect(),
        ..MeasureChoice::default()
    };
    project.plans[0].measures.retain(|c| c.measure != choice.measure);
    project.plans[0].measures.push(choice);
}

/// The project with a plan of just these measures; every one of them must count.
#[track_caller]
pub fn with(project: &Project, measures: &[(MeasureId, &[(&str, f64)])]) -> Outcome {
    let mut project = project.clone();
    project.plans[0].measures.clear();
    for (id, params) in measures {
        tick(&mut project, *id, params);
    }
    let outcome = outcome(&project);
    for (id, _) in measures {
        assert!(measure(&outcome, *id).counted, "{}: {:?}", id.slug(), measure(&outcome, *id).missing);
    }
    outcome
}

/// A plan of one measure.
#[track_caller]
pub fn alone(project: &Project, id: MeasureId, params: &[(&str, f64)]) -> Outcome {
    with(project, &[(id, params)])
}

#[track_caller]
pub fn outcome(project: &Project) -> Outcome {
    let Assessment { problems, outcome, .. } = assess(project, Depth::Quick);
    outcome.unwrap_or_else(|| panic!("{problems:?}"))
}

pub fn measure(outcome: &Outcome, id: MeasureId) -> &MeasureOutcome {
    outcome.measures.iter().find(|m| m.id == id).unwrap()
}

/// What the plan takes off a figure.
pub fn saved(outcome: &Outcome, metric: Metric) -> f64 {
    outcome.saving()[metric]
}

/// The same in US dollars, electricity at a price a kWh.
pub fn in_dollars(mut project: Project, price: f64) -> Project {
    project.finance.currency = "usd".into();
    project.bills[0].price = Some(price);
    project
}

/// A plan of one measure at a quoted cost.
pub fn quoted(mut project: Project, id: MeasureId, params: &[(&str, f64)], cost: f64) -> Project {
    project.plans[0].measures.clear();
    tick(&mut project, id, params);
    project.plans[0].measures[0].quote = Some(cost);
    project
}

/// A page of `docs/` that is made here: compared, or written when the variable asks for it.
#[track_caller]
pub fn written(name: &str, page: &str) {
    let path = format!("{}/../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("LANTIAN_WRITE_DOCS").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == page,
        "docs/{name} is not what the data say: LANTIAN_WRITE_DOCS=1 cargo test writes it"
    );
}

/// Equal up to `tolerance` of the expected value.
#[track_caller]
pub fn near(got: f64, expected: f64, tolerance: f64) {
    assert!((got - expected).abs() <= tolerance * expected.abs(), "{got} instead of {expected}");
}

/// Equal but for rounding in binary.
#[track_caller]
pub fn same(got: f64, expected: f64) {
    near(got, expected, 1e-9);
}

/// Nothing against the size of the thing it is measured by.
#[track_caller]
pub fn nothing(got: f64, scale: f64) {
    assert!(got.abs() <= 1e-9 * scale.abs(), "{got} instead of nothing");
}
