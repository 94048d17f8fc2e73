//! Which cards are shown, and in which order. Pure.
//!
//! The order never depends on what is ticked, so nothing jumps under the hand.

use super::effects::effects;
use crate::features::naming::{pays_back, rank_of};
use lantian_engine::assess::MeasureOutcome;
use lantian_engine::data::{MeasureGroup, MeasureId, Sector, sector_measures};
use lantian_engine::metric::{Metric, Totals};

/// Which cards are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Chosen,
    PaysBack,
    Applicable,
}

impl Filter {
    pub const ALL: [Filter; 4] = [Filter::All, Filter::Applicable, Filter::PaysBack, Filter::Chosen];

    pub fn slug(self) -> &'static str {
        match self {
            Filter::All => "all",
            Filter::Chosen => "chosen",
            Filter::PaysBack => "pays_back",
            Filter::Applicable => "applicable",
        }
    }

    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.slug() == slug).unwrap_or_default()
    }

    fn keeps(self, measure: &MeasureOutcome) -> bool {
        match self {
            Filter::All => true,
            Filter::Chosen => measure.on,
            Filter::PaysBack => {
                measure.appraisal.as_ref().is_some_and(|appraisal| pays_back(appraisal.simple_payback))
            }
            Filter::Applicable => measure.missing.is_none(),
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Group,
    Saving,
    Payback,
    Cost,
    PerTonne,
}

impl Sort {
    pub const ALL: [Sort; 5] = [Sort::Group, Sort::Saving, Sort::Payback, Sort::Cost, Sort::PerTonne];

    pub fn slug(self) -> &'static str {
        match self {
            Sort::Group => "group",
            Sort::Saving => "saving",
            Sort::Payback => "payback",
            Sort::Cost => "cost",
            Sort::PerTonne => "per_tonne",
        }
    }

    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.slug() == slug).unwrap_or_default()
    }
}

/// Cards under one heading; without a heading when sorted by a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub group: Option<MeasureGroup>,
    pub measures: Vec<MeasureId>,
}

/// What the page lists: what applies, what is usual in other sectors, and what has nothing to act on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub sections: Vec<Section>,
    /// They would work here, but belong to other sectors.
    pub foreign: Vec<MeasureId>,
    pub missing: Vec<MeasureId>,
}

/// Where a measure is listed. What is ticked stands among the cards, whatever it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    Cards,
    Foreign,
    Missing,
}

fn shelf(measure: &MeasureOutcome, before: &Totals<f64>, sector: Sector) -> Shelf {
    if measure.on {
        Shelf::Cards
    } else if measure.missing.is_some() || is_idle(measure, before) {
        Shelf::Missing
    } else if suits(measure.id, sector) {
        Shelf::Cards
    } else {
        Shelf::Foreign
    }
}

/// Whether the catalogue or the sector's own list names the measure for a sector.
pub fn suits(id: MeasureId, sector: Sector) -> bool {
    id.spec().suits(sector) || sector.ancestors().any(|sector| sector_measures(sector).contains(&id))
}

/// Whether a measure changes nothing here, neither in figures nor in money.
pub fn is_idle(measure: &MeasureOutcome, before: &Totals<f64>) -> bool {
    measure
        .alone
        .as_ref()
        .is_some_and(|saved| effects(before, saved).is_empty() && saved[Metric::Cost] == 0.0)
}

/// The listing of the measures that pass `found` (the search).
pub fn listing(
    outcome: (&[MeasureOutcome], &Totals<f64>, Sector),
    filter: Filter,
    sort: Sort,
    metric: Metric,
    found: impl Fn(MeasureId) -> bool,
) -> Listing {
    let (measures, before, sector) = outcome;
    let mut kept: Vec<&MeasureOutcome> =
        measures.iter().filter(|measure| filter.keeps(measure) && found(measure.id)).collect();
    let key = |measure: &MeasureOutcome| match sort {
        Sort::Group => 0.0,
        Sort::Saving => -measure.alone.as_ref().map_or(f64::NEG_INFINITY, |saved| saved[metric]),
        Sort::Payback => {
            measure.appraisal.as_ref().map_or(f64::INFINITY, |appraisal| rank_of(appraisal.simple_payback))
        }
        Sort::Cost => measure.cost,
        Sort::PerTonne => measure.cost_per_tonne.unwrap_or(f64::INFINITY),
    };
    // Stable: equals keep the order of the catalogue.
    kept.sort_by(|a, b| key(a).total_cmp(&key(b)));
    let mut listing = Listing::default();
    for measure in kept {
        match shelf(measure, before, sector) {
            Shelf::Missing => listing.missing.push(measure.id),
            Shelf::Foreign => listing.foreign.push(measure.id),
            Shelf::Cards => {
                let group = (sort == Sort::Group).then(|| measure.id.spec().group);
                match listing.sections.iter_mut().find(|section| section.group == group) {
                    Some(section) => section.measures.push(measure.id),
                    None => listing.sections.push(Section { group, measures: vec![measure.id] }),
                }
            }
        }
    }
    listing
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::finance::{Appraisal, CashFlows, Irr, Payback};
    use lantian_engine::measures::Missing;
    use lantian_engine::metric::METRICS;

    fn measure(id: MeasureId, co2e: f64, payback: Payback, cost: f64) -> MeasureOutcome {
        let mut saved = Totals([0.0; METRICS]);
        saved[Metric::Co2e] = co2e;
        let appraisal = Appraisal {
            investment: cost,
            grant: 0.0,
            yearly_saving: 1.0,
            simple_payback: payback,
            discounted_payback: payback,
            npv: 0.0,
            irr: Irr::None,
            mirr: None,
            saving_to_investment: None,
            return_on_investment: None,
            flows: Vec::new(),
            parts: CashFlows::none(0),
        };
        MeasureOutcome {
            id,
            on: false,
            counted: false,
            missing: None,
            excluded_by: None,
            size: 1.0,
            cost,
            life: 10,
            alone: Some(saved),
            share: None,
            appraisal: Some(appraisal),
            cost_per_tonne: None,
            cost_per_kg: [None; 6],
        }
    }

    fn some() -> Vec<MeasureOutcome> {
        let mut gone = measure(MeasureId::FanVsd, 0.0, Payback::NoSaving, 0.0);
        (gone.missing, gone.alone, gone.appraisal) = (Some(Missing::Fans), None, None);
        vec![
            measure(MeasureId::BoilerEconomizer, 300.0, Payback::Years(2.0), 50.0),
            measure(MeasureId::SteamTrapRepair, 100.0, Payback::Years(0.5), 10.0),
            measure(MeasureId::LightingLed, 200.0, Payback::CostRises, 30.0),
            gone,
        ]
    }

    fn before() -> Totals<f64> {
        Totals([1000.0; METRICS])
    }

    fn flat(listing: &Listing) -> Vec<MeasureId> {
        listing.sections.iter().flat_map(|section| section.measures.clone()).collect()
    }

    #[test]
    fn cards_stand_by_system_and_missing_ones_at_the_end() {
        let listing = listing(
            (&some(), &before(), Sector::TextileDyeing),
            Filter::All,
            Sort::Group,
            Metric::Co2e,
            |_| true,
        );
        let groups: Vec<usize> = listing.sections.iter().map(|section| section.measures.len()).collect();
        assert_eq!(groups, [2, 1]);
        assert_eq!(listing.missing, [MeasureId::FanVsd]);
    }

    #[test]
    fn cards_are_sorted_by_what_is_asked() {
        let ids = |sort| {
            flat(&listing(
                (&some(), &before(), Sector::TextileDyeing),
                Filter::Applicable,
                sort,
                Metric::Co2e,
                |_| true,
            ))
        };
        let (eco, trap, led) =
            (MeasureId::BoilerEconomizer, MeasureId::SteamTrapRepair, MeasureId::LightingLed);
        assert_eq!(ids(Sort::Saving), [eco, led, trap]);
        assert_eq!(ids(Sort::Payback), [trap, eco, led]);
        assert_eq!(ids(Sort::Cost), [trap, led, eco]);
    }

    #[test]
    fn cards_are_filtered() {
        let mut measures = some();
        measures[2].on = true;
        let ids = |filter| {
            flat(&listing(
                (&measures, &before(), Sector::TextileDyeing),
                filter,
                Sort::Group,
                Metric::Co2e,
                |_| true,
            ))
        };
        assert_eq!(ids(Filter::Chosen), [MeasureId::LightingLed]);
        assert_eq!(ids(Filter::PaysBack), [MeasureId::BoilerEconomizer, MeasureId::SteamTrapRepair]);
        let search = listing(
            (&measures, &before(), Sector::TextileDyeing),
            Filter::All,
            Sort::Group,
            Metric::Co2e,
            |id| id == MeasureId::FanVsd,
        );
        assert!(search.sections.is_empty() && search.missing == [MeasureId::FanVsd]);
    }

    #[test]
    fn what_belongs_elsewhere_or_does_nothing_stands_apart() {
        let hotel = |measures: &[MeasureOutcome]| {
            listing((measures, &before(), Sector::Hotel), Filter::All, Sort::Group, Metric::Co2e, |_| true)
        };
        let mut measures = vec![
            measure(MeasureId::StenterHeatRecovery, 10.0, Payback::Years(1.0), 5.0),
            measure(MeasureId::LightingLed, 0.0, Payback::NoSaving, 5.0),
        ];
        let listed = hotel(&measures);
        assert_eq!(listed.foreign, [MeasureId::StenterHeatRecovery]);
        assert_eq!(listed.missing, [MeasureId::LightingLed]);
        // A tick brings both among the cards: nothing that is in the plan is hidden.
        for measure in &mut measures {
            measure.on = true;
        }
        let listed = hotel(&measures);
        assert!(listed.foreign.is_empty() && listed.missing.is_empty());
    }

    #[test]
    fn slugs_lead_back() {
        assert!(Filter::ALL.iter().all(|filter| Filter::from_slug(filter.slug()) == *filter));
        assert!(Sort::ALL.iter().all(|sort| Sort::from_slug(sort.slug()) == *sort));
    }
}
