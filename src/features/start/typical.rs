//! What the usual upgrades of a sector would save: a plan made for the first answer, computed like
//! any other.

use lantian_engine::assess::{Assessment, Depth, MeasureOutcome, Outcome, assess, excludes};
use lantian_engine::data::{MeasureId, Sector, sector_measures};
use lantian_engine::finance::Payback;
use lantian_engine::metric::{Metric, Totals};
use lantian_engine::project::{MeasureChoice, Plan, Project};

/// The usual upgrades as one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Typical {
    /// How many are in the plan.
    pub count: usize,
    pub before: Totals<f64>,
    pub saving: Totals<f64>,
    pub payback: Payback,
}

/// The upgrades usual in the sector that cut CO2e here and pay back within their life. Of those
/// that exclude each other the one that cuts more is taken.
pub fn choose(outcome: &Outcome, sector: Sector) -> Vec<MeasureId> {
    let cut = |measure: &MeasureOutcome| measure.alone.as_ref().map_or(0.0, |alone| alone[Metric::Co2e]);
    let usual = sector_measures(sector);
    let mut worth: Vec<&MeasureOutcome> = outcome
        .measures
        .iter()
        .filter(|measure| usual.contains(&measure.id) && cut(measure) > 0.0 && pays_back(measure))
        .collect();
    worth.sort_by(|one, other| cut(other).total_cmp(&cut(one)));
    let mut chosen: Vec<MeasureId> = Vec::new();
    for measure in worth {
        if !chosen.iter().any(|rival| excludes(*rival, measure.id)) {
            chosen.push(measure.id);
        }
    }
    chosen
}

fn pays_back(measure: &MeasureOutcome) -> bool {
    let payback = measure.appraisal.as_ref().map(|appraisal| appraisal.simple_payback);
    matches!(payback, Some(Payback::Years(_) | Payback::NoCost | Payback::Immediate))
}

/// Computes the plan of usual upgrades for a project with an answer; `None` when none fits.
pub fn typical(project: &Project, answer: &Assessment) -> Option<Typical> {
    let outcome = answer.outcome.as_ref()?;
    let chosen = choose(outcome, outcome.model.lowered.sector);
    let on = |id: &MeasureId| MeasureChoice {
        measure: id.slug().to_owned(),
        on: true,
        ..MeasureChoice::default()
    };
    let plan = Plan { measures: chosen.iter().map(on).collect(), ..Plan::default() };
    let trial = Project { plans: vec![plan], active_plan: 0, ..project.clone() };
    let outcome = assess(&trial, Depth::Quick).outcome?;
    let count = outcome.counted().count();
    (count > 0).then(|| Typical {
        count,
        before: outcome.before.totals,
        saving: outcome.saving(),
        payback: outcome.appraisal.simple_payback,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::project::{Bill, Site};

    fn mill(plan: &[&str]) -> Project {
        let bill = |carrier: &str, amount: f64| Bill {
            carrier: carrier.to_owned(),
            amount: Some(amount),
            ..Bill::default()
        };
        let site = Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_guangdong".to_owned(),
            ..Site::default()
        };
        let on =
            |slug: &&str| MeasureChoice { measure: (*slug).to_owned(), on: true, ..MeasureChoice::default() };
        let plans = vec![Plan { measures: plan.iter().map(on).collect(), ..Plan::default() }];
        let bills = vec![bill("electricity", 9.84e6), bill("raw_coal", 5400.0)];
        Project { site, bills, plans, ..Project::new() }
    }

    #[test]
    fn no_two_of_them_exclude_each_other_and_all_pay_back() {
        let answer = assess(&mill(&[]), Depth::Quick);
        let outcome = answer.outcome.unwrap();
        let chosen = choose(&outcome, Sector::TextileDyeing);
        assert!(chosen.len() >= 3, "{chosen:?}");
        for (place, one) in chosen.iter().enumerate() {
            assert!(sector_measures(Sector::TextileDyeing).contains(one));
            assert!(!chosen[place + 1..].iter().any(|other| excludes(*one, *other)), "{one:?}");
        }
    }

    #[test]
    fn the_first_answer_does_not_depend_on_what_is_ticked() {
        let of = |plan: &[&str]| {
            let project = mill(plan);
            typical(&project, &assess(&project, Depth::Quick)).unwrap()
        };
        let none = of(&[]);
        assert_eq!(none, of(&["boiler_coal_to_gas", "lighting_led"]));
        assert!(none.saving[Metric::Co2e] > 0.0);
        assert!(none.saving[Metric::Co2e] < none.before[Metric::Co2e]);
    }

    #[test]
    fn without_an_answer_there_is_no_saving() {
        let empty = Project::new();
        assert_eq!(typical(&empty, &assess(&empty, Depth::Quick)), None);
    }
}
