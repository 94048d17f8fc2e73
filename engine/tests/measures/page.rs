//! `docs/measures.md`: what each upgrade computes from equipment, and what from bills and sector alone.
//!
//! Written from the headings of the measures' modules, their parameter rows and the engine itself, which is
//! asked in every sector whether bills are enough.

use crate::common::{bill, factory, outcome};
use lantian_engine::data::{MeasureId, Sector};
use lantian_engine::lower::lower;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::project::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const HEAD: &str = "\
# Upgrades: engineering form and quick form

Written by a test (`LANTIAN_WRITE_DOCS=1 cargo test -p lantian-engine --test measures page`); do not edit.

The engineering form uses the equipment that is entered and parameters of the catalogue; a few of those only
describe a collected shortcut, and the page of the upgrade says which. The quick form needs bills,
sector and region only: the sector's split gives every bill a use, and defaults stand in for its equipment. The
last column says in how many of the sectors an upgrade is meant for that is enough, with an electricity and a
water bill and one of natural gas, of coal or of fuel oil; where it never is, what else must be entered.
";

/// The text under a heading of a module's own documentation.
fn heading(source: &str, name: &str) -> String {
    let lines = source.lines().filter_map(|line| line.strip_prefix("//!")).map(str::trim);
    let after = lines.skip_while(|line| *line != format!("# {name}")).skip(1);
    after.take_while(|line| !line.starts_with('#')).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A plant of which only bills are known.
fn bills(sector: Sector, fuel: (&str, &str, f64)) -> Project {
    let mut project = factory(5e6);
    project.site.sector = sector.slug().into();
    project.site.hours = None;
    let (carrier, unit, amount) = fuel;
    project.bills.push(bill(carrier, amount, unit, 4.0));
    project.bills.push(bill("water", 1e5, "m3", 4.0));
    project
}

/// Sectors in which some bill is enough, and what is lacking in the others.
type Enough = BTreeMap<&'static str, (BTreeSet<&'static str>, BTreeSet<&'static str>)>;

fn enough() -> Enough {
    let mut found = Enough::new();
    let fuels = [("natural_gas", "m3", 1e6), ("bituminous_coal", "t", 2000.0), ("fuel_oil", "t", 800.0)];
    for &sector in Sector::ALL {
        for fuel in fuels {
            let project = bills(sector, fuel);
            if lower(&project).result.is_err() {
                continue;
            }
            for measure in outcome(&project).measures.iter().filter(|m| m.id.spec().suits(sector)) {
                let (enough, lacking) = found.entry(measure.id.slug()).or_default();
                match measure.missing {
                    None => {
                        enough.insert(sector.slug());
                    }
                    Some(missing) => {
                        lacking.insert(missing.slug());
                    }
                }
            }
        }
    }
    found
}

/// Sectors of the table that can be picked with bills alone.
fn meant(id: MeasureId) -> usize {
    let open = |sector: &Sector| lower(&bills(*sector, ("natural_gas", "m3", 1e6))).result.is_ok();
    Sector::ALL.iter().filter(|s| id.spec().suits(**s) && open(s)).count()
}

fn page() -> String {
    let found = enough();
    let mut page =
        format!("{HEAD}\n| upgrade | applies to | parameters | bills alone |\n|---|---|---|---|\n");
    for id in CATALOGUE {
        let path = format!("{}/src/measures/{}.rs", env!("CARGO_MANIFEST_DIR"), id.slug());
        let source = std::fs::read_to_string(path).unwrap();
        let applies = heading(&source, "Applies to");
        assert!(!applies.is_empty(), "{} says nothing under Applies to", id.slug());
        let params = id.spec().params.iter().map(|p| p.key);
        let params: Vec<String> =
            params.filter(|key| !key.starts_with("capex")).map(|key| format!("`{key}`")).collect();
        let (enough, lacking) = found.get(id.slug()).cloned().unwrap_or_default();
        let quick = if enough.is_empty() {
            format!("no: {}", lacking.into_iter().collect::<Vec<_>>().join(", "))
        } else {
            format!("{} of {} sectors", enough.len(), meant(*id))
        };
        writeln!(page, "| `{}` | {applies} | {} | {quick} |", id.slug(), params.join(", ")).unwrap();
    }
    page.push_str("\n## Methods\n");
    for id in CATALOGUE {
        let path = format!("{}/src/measures/{}.rs", env!("CARGO_MANIFEST_DIR"), id.slug());
        let source = std::fs::read_to_string(path).unwrap();
        write!(page, "\n### `{}`\n\n{}\n", id.slug(), heading(&source, "Method")).unwrap();
        writeln!(page, "\nLimits: {}", heading(&source, "Limits")).unwrap();
    }
    page
}

#[test]
fn measures_page_is_current() {
    crate::common::written("measures.md", &page());
}
