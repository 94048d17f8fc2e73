//! Emissions of today and of the plan, divided by scope, carrier or use. The parts add up to the whole.

use crate::features::live::contributors::{Emitter, contributors_of, name};
use crate::features::naming::carrier_name;
use crate::i18n::{I18n, k};
use lantian_engine::assess::Outcome;
use lantian_engine::carrier::Carrier;
use lantian_engine::metric::Metric;

/// Parts told apart; the smaller ones are added up. As many as there are patterns, less the rest.
const TOLD: usize = 7;

/// How the emissions are divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Division {
    #[default]
    Scope,
    Carrier,
    Use,
}

impl Division {
    pub const ALL: [Division; 3] = [Division::Scope, Division::Carrier, Division::Use];

    pub fn slug(self) -> &'static str {
        match self {
            Division::Scope => "scope",
            Division::Carrier => "carrier",
            Division::Use => "use",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|division| division.slug() == slug)
    }
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Metric(Metric),
    Carrier(Carrier),
    Emitter(Emitter),
    Rest,
}

/// A part with its tonnes today and with the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    pub who: Who,
    pub before: f64,
    pub after: f64,
}

/// The parts, largest of today first, what is left over last.
pub fn parts(outcome: &Outcome, division: Division) -> Vec<Part> {
    let (before, after) = (&outcome.before.totals, &outcome.after.totals);
    if division == Division::Scope {
        let scope = |metric| Part { who: Who::Metric(metric), before: before[metric], after: after[metric] };
        return vec![scope(Metric::Scope1), scope(Metric::Scope2)];
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |who: Who, was: f64, is: f64| match parts.iter_mut().find(|part| part.who == who) {
        Some(part) => {
            part.before += was;
            part.after += is;
        }
        None => parts.push(Part { who, before: was, after: is }),
    };
    for part in contributors_of(outcome, &outcome.before) {
        add(who(part.emitter, division), part.tonnes, 0.0);
    }
    for part in contributors_of(outcome, &outcome.after) {
        add(who(part.emitter, division), 0.0, part.tonnes);
    }
    parts.sort_by(|one, other| other.before.max(other.after).total_cmp(&one.before.max(one.after)));
    parts.truncate(TOLD);
    let told = |pick: fn(&Part) -> f64| parts.iter().map(pick).sum::<f64>();
    let rest = Part {
        who: Who::Rest,
        before: left(before[Metric::Co2e], told(|part| part.before)),
        after: left(after[Metric::Co2e], told(|part| part.after)),
    };
    if rest.before != 0.0 || rest.after != 0.0 {
        parts.push(rest);
    }
    parts
}

/// What remains of a whole; nothing where only rounding remains.
fn left(whole: f64, told: f64) -> f64 {
    let left = whole - told;
    if left.abs() <= whole.abs() * 1e-9 { 0.0 } else { left }
}

fn who(emitter: Emitter, division: Division) -> Who {
    if division == Division::Use {
        return Who::Emitter(emitter);
    }
    match emitter {
        Emitter::Electric(_) => Who::Carrier(Carrier::Electricity),
        Emitter::Boiler(_, carrier)
        | Emitter::Fired(_, carrier)
        | Emitter::Vehicles(carrier)
        | Emitter::OtherFuel(carrier) => Who::Carrier(carrier),
        Emitter::BoughtHeat => Who::Carrier(Carrier::Steam),
        Emitter::Treatment | Emitter::Refrigerants => Who::Emitter(emitter),
    }
}

/// The name of a part.
pub fn label(i18n: I18n, who: Who) -> String {
    match who {
        Who::Metric(metric) => i18n.t(crate::features::naming::metric_key(metric)).to_owned(),
        Who::Carrier(carrier) => carrier_name(i18n, carrier),
        Who::Emitter(emitter) => name(i18n, emitter),
        Who::Rest => i18n.t(k::CHART_REST).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{mill, outcome};

    #[test]
    fn the_parts_add_up_in_every_division() {
        let outcome = outcome(&mill(&["lighting_led", "boiler_condensate_return", "boiler_coal_to_gas"]));
        for division in Division::ALL {
            let parts = parts(&outcome, division);
            for (sum, whole) in [
                (parts.iter().map(|p| p.before).sum::<f64>(), outcome.before.totals[Metric::Co2e]),
                (parts.iter().map(|p| p.after).sum::<f64>(), outcome.after.totals[Metric::Co2e]),
            ] {
                assert!((sum - whole).abs() <= 1e-9 * whole, "{division:?}: {sum} is not {whole}");
            }
            assert!(parts.len() <= TOLD + 1);
        }
    }

    #[test]
    fn coal_leaves_when_the_boiler_burns_gas() {
        let outcome = outcome(&mill(&["boiler_coal_to_gas"]));
        let parts = parts(&outcome, Division::Carrier);
        let of = |carrier| parts.iter().find(|part| part.who == Who::Carrier(carrier)).unwrap();
        let (coal, gas) = (of(Carrier::RawCoal), of(Carrier::NaturalGas));
        assert!(coal.before > 0.0 && coal.after < 0.01 * coal.before, "{coal:?}");
        assert!(gas.after > gas.before, "{gas:?}");
    }
}
