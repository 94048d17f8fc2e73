//! Names of the parts of a plant by their place in it.

use crate::i18n::{I18n, k};
use lantian_engine::assess::Outcome;
use lantian_engine::carrier::Carrier;
use lantian_engine::plant::{Plant, SourceKind};
use lantian_engine::project::Project;

/// A carrier as the data tables call it.
pub fn carrier_name(i18n: I18n, carrier: Carrier) -> String {
    i18n.key_name("carrier", carrier.slug())
}

/// The parts of one plant. Names the visitor gave win over names of kinds.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    i18n: I18n,
    plant: &'a Plant,
    project: &'a Project,
}

impl<'a> Places<'a> {
    pub fn new(i18n: I18n, outcome: &'a Outcome) -> Self {
        let lowered = &outcome.model.lowered;
        Places { i18n, plant: &lowered.plant, project: &lowered.project }
    }

    /// The name in the project, else that of the kind.
    fn own_or(self, name: Option<&str>, kind: String) -> String {
        name.filter(|name| !name.trim().is_empty()).map_or(kind, |name| self.i18n.own_name(name))
    }

    fn joined(self, what: String, carrier: Option<Carrier>) -> String {
        match carrier {
            Some(carrier) => {
                let carrier = carrier_name(self.i18n, carrier);
                self.i18n.tf(k::WHY_WITH_CARRIER, [("what", &what), ("carrier", &carrier)])
            }
            None => what,
        }
    }

    fn carrier_of(self, burner: usize) -> Option<Carrier> {
        let burner = self.plant.burners.get(burner)?;
        self.plant.supplies.get(burner.carrier).map(|supply| supply.carrier)
    }

    /// An electricity use.
    pub fn electric(self, index: usize) -> String {
        let Some(node) = self.plant.electric.get(index) else { return String::new() };
        let kind = self.i18n.name("electric", node.kind.slug());
        let said = self.project.electricity.get(index).filter(|said| said.kind == node.kind.slug());
        self.own_or(said.map(|said| said.name.as_str()), kind)
    }

    /// A heat system.
    pub fn heat(self, index: usize) -> String {
        let Some(node) = self.plant.heat.get(index) else { return String::new() };
        let kind = self.i18n.name("service", node.service.slug());
        self.own_or(self.project.heat.get(index).map(|heat| heat.name.as_str()), kind)
    }

    /// A source, numbered through all heat systems.
    pub fn source(self, index: usize) -> String {
        let mut first = 0;
        for (system, heat) in self.plant.heat.iter().enumerate() {
            if let Some(source) = index.checked_sub(first).and_then(|child| heat.sources.get(child)) {
                let child = index - first;
                let said = self.project.heat.get(system).and_then(|said| said.sources.get(child));
                let carrier = match &source.kind {
                    SourceKind::Boiler(boiler) => self.carrier_of(boiler.burner),
                    SourceKind::Purchased { carrier, .. } => {
                        self.plant.supplies.get(*carrier).map(|supply| supply.carrier)
                    }
                };
                let kind = self.joined(self.heat(system), carrier);
                return self.own_or(said.map(|said| said.name.as_str()), kind);
            }
            first += heat.sources.len();
        }
        String::new()
    }

    /// A direct-fired use.
    pub fn fired(self, index: usize) -> String {
        let Some(node) = self.plant.fired.get(index) else { return String::new() };
        let kind = self.joined(self.i18n.name("fired", node.kind.slug()), self.carrier_of(node.burner));
        self.own_or(self.project.fired.get(index).map(|fired| fired.name.as_str()), kind)
    }

    /// A fleet.
    pub fn fleet(self, index: usize) -> String {
        let Some(node) = self.plant.fleets.get(index) else { return String::new() };
        let said = self.project.vehicles.get(index);
        let kind = self.joined(self.i18n.name("fired", "vehicles"), self.carrier_of(node.burner));
        self.own_or(said.map(|said| said.name.as_str()), kind)
    }

    /// Travel, freight, waste or a purchase.
    pub fn activity(self, index: usize) -> String {
        let Some(node) = self.plant.activities.get(index) else { return String::new() };
        let said = self.project.activities.get(index).map(|row| row.name.as_str());
        self.own_or(said, super::activity_label(self.i18n, node.fact))
    }

    /// A purchased carrier.
    pub fn supply(self, index: usize) -> String {
        let supply = self.plant.supplies.get(index);
        supply.map_or_else(String::new, |supply| carrier_name(self.i18n, supply.carrier))
    }

    /// Whatever burns: a source, a direct-fired use, a fleet or an engine.
    pub fn burner(self, index: usize) -> String {
        let mut first = 0;
        for heat in &self.plant.heat {
            for (child, source) in heat.sources.iter().enumerate() {
                if matches!(&source.kind, SourceKind::Boiler(boiler) if boiler.burner == index) {
                    return self.source(first + child);
                }
            }
            first += heat.sources.len();
        }
        if let Some(place) = self.plant.fired.iter().position(|node| node.burner == index) {
            return self.fired(place);
        }
        if let Some(place) = self.plant.fleets.iter().position(|node| node.burner == index) {
            return self.fleet(place);
        }
        if self.plant.engines.iter().any(|node| node.burner == index) {
            return self.joined(self.i18n.name("fired", "engine"), self.carrier_of(index));
        }
        self.carrier_of(index).map_or_else(String::new, |carrier| carrier_name(self.i18n, carrier))
    }
}
