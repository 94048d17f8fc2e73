//! Ticking: a rival of the same equipment is unticked with it; the three that pay back fastest.

use super::order::suits;
use crate::features::naming::{pays_back, rank_of};
use crate::i18n::{I18n, k};
use crate::state::upgrades::{select, toggle};
use crate::state::{Answers, ProjectStore};
use crate::ui::Toasts;
use lantian_engine::assess::{MeasureOutcome, excludes};
use lantian_engine::data::{MeasureId, Sector};
use lantian_engine::metric::Metric;

/// Ticks or unticks an upgrade. Rivals are unticked in the same step, and the visitor is told.
pub fn tick(store: ProjectStore, answers: Answers, i18n: I18n, toasts: Toasts, id: MeasureId, on: bool) {
    let answer = answers.get_untracked();
    let measures = answer.outcome.as_ref().map_or(&[][..], |outcome| &outcome.measures[..]);
    let rivals: Vec<MeasureId> =
        measures.iter().filter(|m| m.on && on && excludes(id, m.id)).map(|m| m.id).collect();
    if rivals.is_empty() {
        store.run(toggle(id.slug(), on));
        return;
    }
    let kept = measures.iter().filter(|m| m.on && !rivals.contains(&m.id)).map(|m| m.id);
    store.run(select(kept.chain([id]).map(|id| id.slug().to_owned()).collect()));
    let name = |id: MeasureId| i18n.name("measure", id.slug());
    let removed: Vec<String> = rivals.into_iter().map(name).collect();
    let removed: Vec<&str> = removed.iter().map(String::as_str).collect();
    let removed = i18n.format().list(&removed);
    toasts.show(i18n.tf(k::UPGRADES_RIVAL_REMOVED, [("other", &removed), ("measure", &name(id))]));
}

/// The sector's upgrades that pay back fastest on their own and can be had together.
pub fn fastest(measures: &[MeasureOutcome], sector: Sector, count: usize) -> Vec<MeasureId> {
    let rank = |m: &MeasureOutcome| {
        let appraisal = m.appraisal.as_ref()?;
        let saves = m.alone.as_ref().is_some_and(|saved| saved[Metric::Co2e] > 0.0);
        (saves && suits(m.id, sector) && pays_back(appraisal.simple_payback))
            .then(|| rank_of(appraisal.simple_payback))
    };
    let mut ranked: Vec<(f64, MeasureId)> = measures.iter().filter_map(|m| Some((rank(m)?, m.id))).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut chosen: Vec<MeasureId> = Vec::new();
    for (_, id) in ranked {
        if chosen.len() < count && !chosen.iter().any(|other| excludes(id, *other)) {
            chosen.push(id);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::from_json;

    #[test]
    fn the_first_three_suit_the_sector_pay_back_and_go_together() {
        for text in [
            include_str!("../../../cases/dyeing_mill.json"),
            include_str!("../../../cases/plastics.json"),
            include_str!("../../../cases/electroplating.json"),
            include_str!("../../../cases/hk_hotel.json"),
        ] {
            let outcome = assess(&from_json(text).unwrap(), Depth::Quick).outcome.unwrap();
            let sector = outcome.model.lowered.sector;
            let three = fastest(&outcome.measures, sector, 3);
            assert_eq!(three.len(), 3);
            let rank = |id: &MeasureId| {
                let found = outcome.measures.iter().find(|m| m.id == *id).unwrap();
                rank_of(found.appraisal.as_ref().unwrap().simple_payback)
            };
            assert!(three.iter().map(rank).is_sorted() && three.iter().all(|id| suits(*id, sector)));
            assert!(three.iter().all(|one| three.iter().all(|other| !excludes(*one, *other))));
        }
    }
}
