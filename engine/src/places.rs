//! What each number of a plant is called and what it belongs to: `electricity.fans`, `drive`.
//!
//! For output that lists numbers by name (command line, programs); screens have words of their own. Names
//! are stable. A number that is not listed here is known by what lowering called it.

mod fill;

use crate::carrier::Carrier;
use crate::plant::{Plant, Slot, Source, SourceKind};

/// Unit slugs, numerator and denominator.
pub type Unit = (&'static str, &'static str);

/// The name of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The node it belongs to, `heat.steam.natural_gas`; empty for the site.
    pub of: String,
    pub name: &'static str,
    /// Unit slugs where lowering could not know them (handles of measures).
    pub unit: Option<Unit>,
    /// Belongs to something that only a measure brings.
    pub dormant: bool,
}

/// Names of a plant's numbers and nodes.
#[derive(Clone, Debug)]
pub struct Places {
    slots: Vec<Option<Name>>,
    /// Parallel to the rows of the flows.
    pub electric: Vec<Node>,
    pub heat: Vec<Node>,
    /// Numbered through all heat systems.
    pub sources: Vec<Node>,
    pub fired: Vec<Node>,
    pub fleets: Vec<Node>,
    pub burners: Vec<Node>,
    pub supplies: Vec<Node>,
}

/// A node of the plant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    pub dormant: bool,
}

impl Places {
    pub fn new(plant: &Plant) -> Self {
        let mut places = Places {
            slots: vec![None; plant.slots.len()],
            electric: nodes(plant.electric.iter().map(|e| (e.kind.slug().to_owned(), false))),
            heat: nodes(plant.heat.iter().map(|h| (h.service.slug().to_owned(), false))),
            sources: Vec::new(),
            fired: nodes(plant.fired.iter().map(|f| (f.kind.slug().to_owned(), f.dormant))),
            fleets: nodes(plant.fleets.iter().map(|f| (f.kind.slug().to_owned(), false))),
            burners: Vec::new(),
            supplies: nodes(plant.supplies.iter().map(|s| (s.carrier.slug().to_owned(), s.bill.is_none()))),
        };
        places.sources = nodes(plant.heat.iter().zip(&places.heat).flat_map(|(heat, node)| {
            heat.sources.iter().map(move |s| (format!("{}.{}", node.name, burnt(plant, s).slug()), s.dormant))
        }));
        places.burners =
            nodes(plant.burners.iter().map(|b| (carrier(plant, b.carrier).slug().to_owned(), b.dormant)));
        places.site(plant);
        for (node, supply) in places.supplies.clone().iter().zip(&plant.supplies) {
            places.supply(node, supply);
        }
        for (node, burner) in places.burners.clone().iter().zip(&plant.burners) {
            places.burner(node, burner);
        }
        for (node, use_) in places.electric.clone().iter().zip(&plant.electric) {
            places.electric(node, use_);
        }
        let mut first = 0;
        for (node, heat) in places.heat.clone().iter().zip(&plant.heat) {
            places.heat(node, heat);
            for (offset, source) in heat.sources.iter().enumerate() {
                if let Some(node) = places.sources.get(first + offset).cloned() {
                    places.source(&node, source);
                }
            }
            first += heat.sources.len();
        }
        for (node, fired) in places.fired.clone().iter().zip(&plant.fired) {
            places.fired(node, fired);
        }
        for (node, fleet) in places.fleets.clone().iter().zip(&plant.fleets) {
            places.put(
                "vehicles",
                node,
                &[
                    (fleet.fuel, "fuel", None),
                    (fleet.demand, "demand", None),
                    (fleet.electric_share, "electric_share", None),
                    (fleet.electric_use, "electric_use", Some(("kwh", "gj"))),
                ],
            );
        }
        if let Some(water) = &plant.water {
            places.water(water);
        }
        places.rest(plant);
        places
    }

    /// The name of a number; `None` for what only lowering named.
    pub fn name(&self, slot: Slot) -> Option<&Name> {
        self.slots.get(slot.index())?.as_ref()
    }

    fn put(&mut self, part: &str, node: &Node, list: &[(Slot, &'static str, Option<Unit>)]) {
        let of = match (part, node.name.as_str()) {
            ("", name) | (name, "") => name.to_owned(),
            (part, name) => format!("{part}.{name}"),
        };
        for &(slot, name, unit) in list {
            let Some(place) = self.slots.get_mut(slot.index()) else { continue };
            // A number that several nodes share keeps its first name.
            if place.is_none() {
                *place = Some(Name { of: of.clone(), name, unit, dormant: node.dormant });
            }
        }
    }
}

fn carrier(plant: &Plant, index: usize) -> Carrier {
    plant.supplies.get(index).map_or(Carrier::Electricity, |supply| supply.carrier)
}

/// What a source burns or buys.
fn burnt(plant: &Plant, source: &Source) -> Carrier {
    match &source.kind {
        SourceKind::Boiler(boiler) => {
            carrier(plant, plant.burners.get(boiler.burner).map_or(usize::MAX, |b| b.carrier))
        }
        SourceKind::Purchased { carrier: index, .. } => carrier(plant, *index),
    }
}

/// Names that repeat get a number: `stenter`, `stenter2`.
fn nodes(names: impl Iterator<Item = (String, bool)>) -> Vec<Node> {
    let mut list: Vec<Node> = Vec::new();
    let mut plain: Vec<String> = Vec::new();
    for (name, dormant) in names {
        let times = plain.iter().filter(|other| **other == name).count();
        plain.push(name.clone());
        let name = if times == 0 { name } else { format!("{name}{}", times + 1) };
        list.push(Node { name, dormant });
    }
    list
}
