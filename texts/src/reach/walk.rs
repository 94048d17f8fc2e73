//! The walk from item to item.

use std::collections::BTreeSet;

use super::First;
use super::source::{Item, Module, Modules, Place, missing};

/// Re-exports that lead to re-exports, at most.
const DEPTH: usize = 8;

/// Everything that can be met from `start` without a macro of `pieces` and without `doors`.
pub fn walk(modules: &Modules, start: &str, pieces: &[&str], doors: &[&str]) -> Result<First, String> {
    let map = Map { modules };
    let mut met: BTreeSet<(&Place, usize)> = BTreeSet::new();
    let mut open: Vec<(&Place, usize)> = map.written(start)?;
    open.extend(map.foreign());
    for door in doors {
        met.extend(map.written(door)?);
    }
    let closed = met.clone();
    while let Some((place, at)) = open.pop() {
        let Some((module, item)) = map.item(place, at) else { continue };
        let piece = item.call.as_ref().is_some_and(|call| pieces.contains(&call.as_str()));
        if piece || !met.insert((place, at)) {
            continue;
        }
        for path in &item.paths {
            open.extend(map.targets(place, module, path, DEPTH));
        }
    }
    let items: Vec<_> = met
        .difference(&closed)
        .filter_map(|(place, at)| map.item(place, *at))
        .map(|(_, item)| item)
        .collect();
    if let Some(item) = items.iter().find(|item| item.any_key) {
        return Err(format!("{:?} puts keys together: write them out", item.name));
    }
    let any_family = items.iter().any(|item| item.any_family);
    let families = items.iter().flat_map(|item| item.families.iter().cloned()).collect();
    Ok(First {
        keys: items.iter().flat_map(|item| item.keys.iter().cloned()).collect(),
        families: (!any_family).then_some(families),
    })
}

type Target<'a> = (&'a Place, usize);

struct Map<'a> {
    modules: &'a Modules,
}

impl<'a> Map<'a> {
    fn item(&self, place: &Place, at: usize) -> Option<(&'a Module, &'a Item)> {
        let module = self.modules.get(place)?;
        Some((module, module.items.get(at)?))
    }

    /// An item by its place below the root, `app::start`.
    fn written(&self, path: &str) -> Result<Vec<Target<'a>>, String> {
        let parts: Place = path.split("::").map(str::to_owned).collect();
        let found = parts.split_last().and_then(|(name, module)| {
            let (place, module) = self.modules.get_key_value(module)?;
            Some(named(place, module, name)).filter(|found| !found.is_empty())
        });
        found.ok_or_else(|| missing(path))
    }

    /// What is implemented for a type of another file is met with the type, wherever that is.
    fn foreign(&self) -> impl Iterator<Item = Target<'a>> {
        self.modules.iter().flat_map(|(place, module)| {
            let items = module.items.iter().enumerate().filter(|(_, item)| item.foreign);
            items.map(move |(at, _)| (place, at))
        })
    }

    /// What a path written in a module can mean.
    fn targets(
        &self,
        place: &'a Place,
        module: &'a Module,
        path: &[String],
        depth: usize,
    ) -> Vec<Target<'a>> {
        let Some((head, rest)) = path.split_first() else { return Vec::new() };
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        match head.as_str() {
            "crate" => return self.below(&Vec::new(), rest, depth),
            "self" => return self.below(place, rest, depth),
            "super" => {
                let above = place.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default();
                return match rest {
                    [next, ..] if next == "super" => match self.modules.get_key_value(&above) {
                        Some((above, module)) => self.targets(above, module, rest, depth),
                        None => Vec::new(),
                    },
                    _ => self.below(&above, rest, depth),
                };
            }
            _ => {}
        }
        let own = named(place, module, head);
        if !own.is_empty() {
            return own;
        }
        // A name can stand for a module and for a function at once: both are met.
        let child: Place = place.iter().cloned().chain([head.clone()]).collect();
        let mut found = self.below(&child, rest, depth);
        if let Some(import) = module.imports.get(head) {
            let whole: Place = import.iter().chain(rest).cloned().collect();
            match import.split_first() {
                // `use site::site` in the module above `site`.
                Some((from, below)) if from == head => {
                    let below: Place = below.iter().chain(rest).cloned().collect();
                    found.extend(self.below(&child, &below, depth));
                }
                _ => found.extend(self.targets(place, module, &whole, depth)),
            }
        }
        if found.is_empty() {
            let globs = module.globs.iter().filter(|glob| glob.first().is_some_and(|head| is_own(head)));
            for glob in globs {
                let whole: Place = glob.iter().chain(path).cloned().collect();
                found.extend(self.targets(place, module, &whole, depth));
            }
        }
        found
    }

    /// What the rest of a path can mean below a module.
    fn below(&self, place: &Place, rest: &[String], depth: usize) -> Vec<Target<'a>> {
        let Some((place, module)) = self.modules.get_key_value(place) else { return Vec::new() };
        match rest {
            [] => Vec::new(),
            [head, ..] if matches!(head.as_str(), "crate" | "self" | "super") => Vec::new(),
            _ => {
                let found = self.targets(place, module, rest, depth);
                // A name that stands nowhere was made by a macro, or lies outside of the app.
                if found.is_empty() { calls(place, module).collect() } else { found }
            }
        }
    }
}

fn is_own(head: &str) -> bool {
    matches!(head, "crate" | "self" | "super")
}

/// The items of a name: a type goes with what is implemented for it.
fn named<'a>(place: &'a Place, module: &'a Module, name: &str) -> Vec<Target<'a>> {
    let named = |item: &Item| item.name.as_deref() == Some(name);
    let all = || module.items.iter().enumerate();
    let found: Vec<_> = all().filter(|(_, item)| named(item)).map(|(at, _)| (place, at)).collect();
    // Macro calls may add to it.
    if found.is_empty() { found } else { found.into_iter().chain(calls(place, module)).collect() }
}

/// The macro calls of a module.
fn calls<'a>(place: &'a Place, module: &'a Module) -> impl Iterator<Item = Target<'a>> {
    let all = module.items.iter().enumerate();
    all.filter(|(_, item)| item.call.is_some()).map(move |(at, _)| (place, at))
}
