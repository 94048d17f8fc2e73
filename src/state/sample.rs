//! Arbitrary projects for the property tests: every kind of field, odd texts, odd numbers.

use lantian_engine::project::{
    Activity, Bill, Device, ElectricUse, FORMAT, FinanceInput, FiredUse, HeatSource, HeatSystem, HeatUse,
    MeasureChoice, Outlook, Period, Plan, Project, Purpose, ReadingKind, Refrigerant, Site, Solar, Solvent,
    Target, TargetKind, VehicleUse, Wastewater,
};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;

/// Any finite number, the smallest and the negative zero included.
pub fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => (0_u32..10_000_000).prop_map(|n| f64::from(n) / 100.0),
        1 => any::<f64>().prop_filter("finite", |n| n.is_finite()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![2 => "[a-z_]{0,12}", 1 => "\\PC{0,6}", 1 => "[藍天染廠\"\\\\/\n\u{1f600}]{0,4}"]
}

fn bill() -> impl Strategy<Value = Bill> {
    let kind = prop_oneof![Just(ReadingKind::Value), Just(ReadingKind::Money), Just(ReadingKind::Unknown)];
    let period = prop_oneof![Just(Period::Month), Just(Period::TwoMonths), Just(Period::Year)];
    let months = prop_oneof![2 => Just(Vec::new()), 1 => vec(number(), 12)];
    (text(), kind, of(number()), of(text()), period, of(number()), months).prop_map(
        |(carrier, kind, amount, raw, period, price, months)| Bill {
            unit: carrier.clone(),
            carrier,
            kind,
            amount,
            months_raw: raw.clone(),
            raw,
            period,
            price,
            fixed_cost: price,
            ncv: None,
            sulphur: amount,
            plus_minus: amount.map(|percent| ("amount".to_owned(), percent)).into_iter().collect(),
            months,
        },
    )
}

fn device() -> impl Strategy<Value = Device> {
    (text(), btree_map(text(), number(), 0..3)).prop_map(|(name, removal)| Device { name, removal })
}

fn electricity() -> impl Strategy<Value = ElectricUse> {
    (text(), of(number()), of(number()), of(text())).prop_map(|(kind, kw, share, control)| ElectricUse {
        kind,
        kw,
        share,
        drive: control.clone(),
        control,
        ..ElectricUse::default()
    })
}

fn heat() -> impl Strategy<Value = HeatSystem> {
    let uses = vec(
        (text(), of(number())).prop_map(|(name, share)| HeatUse { name, share, ..HeatUse::default() }),
        0..3,
    );
    let source = (text(), of(number()), vec(device(), 0..2)).prop_map(|(kind, oxygen, devices)| HeatSource {
        kind,
        oxygen,
        devices,
        ..HeatSource::default()
    });
    (text(), of(number()), uses, vec(source, 0..3)).prop_map(|(service, pressure, uses, sources)| {
        HeatSystem { service, pressure, uses, sources, ..HeatSystem::default() }
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let choice = (text(), any::<bool>(), btree_map(text(), number(), 0..3), of(number()), of(any::<u16>()))
        .prop_map(|(measure, on, params, quote, start)| MeasureChoice {
            measure,
            on,
            plus_minus: params.clone(),
            params,
            quote,
            start,
        });
    (text(), vec(choice, 0..5)).prop_map(|(name, measures)| Plan { name, measures })
}

fn outlook() -> impl Strategy<Value = Outlook> {
    let kind = prop_oneof![Just(TargetKind::Absolute), Just(TargetKind::Intensity)];
    let target = (kind, of(any::<u16>()), of(number()), of(any::<u16>())).prop_map(
        |(kind, base_year, reduction, year)| Target { kind, base_year, base: reduction, reduction, year },
    );
    (text(), of(any::<u16>()), of(number()), vec(target, 0..3)).prop_map(
        |(scenario, until, output_growth, targets)| Outlook { scenario, until, output_growth, targets },
    )
}

fn site() -> impl Strategy<Value = Site> {
    (text(), text(), of(any::<u16>()), of(number()), of(text())).prop_map(
        |(sector, region, year, hours, gwp_set)| Site {
            sector,
            region,
            year,
            hours,
            gwp_set,
            ..Site::default()
        },
    )
}

/// Any project a file could hold, plans in range.
pub fn project() -> impl Strategy<Value = Project> {
    let lists = (
        vec(bill(), 0..6),
        vec(electricity(), 0..4),
        vec(heat(), 0..3),
        vec(
            (text(), vec(device(), 0..2)).prop_map(|(name, devices)| FiredUse {
                name,
                devices,
                ..FiredUse::default()
            }),
            0..3,
        ),
        vec(
            (text(), of(number())).prop_map(|(kind, share)| VehicleUse {
                kind,
                share,
                ..VehicleUse::default()
            }),
            0..3,
        ),
    );
    let rest = (
        of(of(number()).prop_map(|kwp| Solar { kwp, ..Solar::default() })),
        of((any::<bool>(), text()).prop_map(|(on_site, treatment)| Wastewater {
            on_site,
            treatment,
            ..Wastewater::default()
        })),
        vec(
            (text(), of(number())).prop_map(|(name, tonnes)| Solvent { name, tonnes, ..Solvent::default() }),
            0..3,
        ),
        vec(
            (text(), of(number())).prop_map(|(gas, leak)| Refrigerant {
                gas,
                leak,
                ..Refrigerant::default()
            }),
            0..3,
        ),
        vec(
            (text(), of(number()), of(number()), any::<bool>()).prop_map(
                |(factor, amount, distance, both_ways)| Activity {
                    factor,
                    purpose: if both_ways { Purpose::Commuting } else { Purpose::Business },
                    amount,
                    distance,
                    both_ways,
                    ..Activity::default()
                },
            ),
            0..3,
        ),
    );
    let finance = (text(), of(number()), of(any::<u16>())).prop_map(|(currency, discount_rate, horizon)| {
        FinanceInput { currency, discount_rate, horizon, ..FinanceInput::default() }
    });
    let whole =
        (text(), any::<bool>(), site(), finance, vec(plan(), 1..4), any::<prop::sample::Index>(), outlook());
    (lists, rest, whole).prop_map(|(lists, rest, whole)| {
        let (bills, electricity, heat, fired, vehicles) = lists;
        let (solar, wastewater, solvents, refrigerants, activities) = rest;
        let (title, illustrative, site, finance, plans, active, outlook) = whole;
        Project {
            format: FORMAT,
            pack: String::new(),
            title,
            illustrative,
            site,
            bills,
            electricity,
            heat,
            fired,
            vehicles,
            solar,
            wastewater,
            solvents,
            refrigerants,
            activities,
            active_plan: active.index(plans.len()),
            plans,
            finance,
            outlook,
        }
    })
}
