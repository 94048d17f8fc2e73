//! What sort of thing an activity is: which boxes it needs and which rows of the tables it can be.

use lantian_engine::data::{FactId, FactKey, Gas, Table, TransportMode, TransportVehicle, Use, WwmActivity};
use lantian_engine::project::{Activity, Purpose};
use lantian_engine::units::UnitId;

/// Sorts of activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People on the move.
    Travel,
    /// Goods on the move.
    Freight,
    Waste,
    /// Hotel nights, purchases.
    Other,
}

impl Kind {
    /// The sort of a row.
    pub fn of(id: FactId) -> Self {
        match id.key() {
            FactKey::Transport(key) => match key.mode {
                TransportMode::AirTravel | TransportMode::SeaTravel | TransportMode::LandTravel => {
                    Kind::Travel
                }
                TransportMode::Accommodation => Kind::Other,
                _ => Kind::Freight,
            },
            FactKey::WasteWaterMaterials(key) if key.wwm_activity == WwmActivity::WasteDisposal => {
                Kind::Waste
            }
            _ => Kind::Other,
        }
    }

    /// Counted by kilometres.
    pub fn moves(self) -> bool {
        matches!(self, Kind::Travel | Kind::Freight)
    }
}

/// Rows that can be entered: defaults of the tables, and the classes of international flights. What follows the
/// water bill is not among them.
pub fn rows() -> impl Iterator<Item = FactId> {
    let tables = [Table::Transport, Table::WasteWaterMaterials];
    tables.into_iter().flat_map(FactId::of_table).filter(|id| id.fact().den.is_some() && offered(*id))
}

fn offered(id: FactId) -> bool {
    let fact = id.fact();
    let is_default = fact.usage == Use::Default;
    match id.key() {
        FactKey::Transport(key) => {
            let measured = match key.gas {
                Gas::Co2e => fact.num == UnitId::KgCo2e,
                _ => fact.num == UnitId::Kwh,
            };
            let class = key.transport_vehicle == TransportVehicle::PassengerAircraft
                && key.variant.slug().starts_with("international");
            measured && (is_default || class && fact.usage == Use::Alternative)
        }
        FactKey::WasteWaterMaterials(key) => {
            let bought = matches!(key.wwm_activity, WwmActivity::WasteDisposal | WwmActivity::MaterialUse);
            bought && is_default && fact.num == UnitId::KgCo2e
        }
        _ => false,
    }
}

/// Rows to begin with: what is usual across the boundary.
const COACH: &str = "desnz_2025.coach.average";
const TRAIN: &str = "cn.high_speed_rail.co2e";
const TRUCK: &str = "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km";
const WASTE: &str = "desnz_2025.waste.commercial_industrial.landfill";

/// A new activity of a sort.
pub fn blank(kind: Kind, purpose: Purpose) -> Activity {
    let factor = match (kind, purpose) {
        (Kind::Travel, Purpose::Commuting) => COACH,
        (Kind::Travel, _) => TRAIN,
        (Kind::Freight, _) => TRUCK,
        (Kind::Waste | Kind::Other, _) => WASTE,
    };
    let both_ways = kind == Kind::Travel;
    Activity { factor: factor.to_owned(), purpose, both_ways, ..Activity::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::{Bill, Project};

    fn project(activities: Vec<Activity>) -> Project {
        let mut project = Project { activities, ..Project::new() };
        project.site.sector = "plastics".to_owned();
        project.site.region = "hk_clp".to_owned();
        project.bills =
            vec![Bill { carrier: "electricity".to_owned(), amount: Some(1e6), ..Bill::default() }];
        project
    }

    #[test]
    fn the_engine_takes_every_row_offered() {
        let rows: Vec<FactId> = rows().collect();
        assert!(rows.len() > 50, "{}", rows.len());
        let activity =
            |id: &FactId| Activity { factor: id.slug().to_owned(), amount: Some(2.0), ..Activity::default() };
        let project = project(rows.iter().map(activity).collect());
        let answer = assess(&project, Depth::Quick);
        assert_eq!(answer.problems, []);
        assert_eq!(answer.outcome.unwrap().model.lowered.plant.activities.len(), rows.len());
    }

    #[test]
    fn what_a_button_adds_is_of_its_sort_and_among_the_rows() {
        for (kind, purpose) in [
            (Kind::Travel, Purpose::Business),
            (Kind::Travel, Purpose::Commuting),
            (Kind::Freight, Purpose::Business),
            (Kind::Waste, Purpose::Business),
        ] {
            let new = blank(kind, purpose);
            let row = rows().find(|id| id.slug() == new.factor).unwrap();
            assert_eq!((Kind::of(row), new.purpose), (kind, purpose), "{}", new.factor);
        }
    }
}
