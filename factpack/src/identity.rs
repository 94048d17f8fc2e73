//! Arithmetic that must come out: values that follow from other rows.

use std::collections::{BTreeMap, HashMap};

use crate::fact::{Fact, Table};
use crate::pack::Pack;
use crate::problem::{Place, Report};

/// How many kilograms of CO2 one kilogram of carbon gives.
const CO2_PER_C: f64 = 44.0 / 12.0;

pub(crate) fn check(pack: &Pack, report: &mut Report) {
    let mut book = Book { pack, report };
    book.units();
    book.fuel_co2();
    book.blends();
    book.hong_kong_split();
    book.definitions();
    book.grid_margin();
    book.grid_paths();
    book.flue_gas();
    book.flat_load_tariff();
}

/// How far apart two numbers may be.
#[derive(Clone, Copy)]
enum Near {
    Relative(f64),
    Absolute(f64),
}

struct Book<'a> {
    pack: &'a Pack,
    report: &'a mut Report,
}

impl Book<'_> {
    fn near(&mut self, place: &Place, what: &str, have: f64, want: f64, near: Near) {
        let room = match near {
            Near::Relative(share) => share * want.abs(),
            Near::Absolute(room) => room,
        };
        if (have - want).abs() > room {
            self.report.add(place, format!("{what}: {have} against {want}"));
        }
    }

    fn missing(&mut self, file: &str, what: &str) {
        self.report.add(&Place::file(file), format!("no row for the check of {what}"));
    }

    fn factor(&self, unit: &str) -> f64 {
        self.pack.unit(unit).map_or(f64::NAN, |unit| unit.factor)
    }

    /// The value in base units.
    fn base_value(&self, fact: &Fact) -> f64 {
        let den = fact.den.as_ref().map_or(1.0, |den| self.factor(den));
        fact.value * self.factor(&fact.num) / den
    }

    fn units(&mut self) {
        // kWh, Towngas unit, tce: by definition; kgce = 7000 kcal of 4.1868 kJ.
        let expected = [
            ("kwh", 3.6),
            ("towngas_unit", 48.0),
            ("tce", 29_307.6),
            ("kgce", 7000.0 * 0.004_186_8),
            ("mmbtu", 1e6 * self.factor("btu")),
        ];
        for (slug, want) in expected {
            match self.pack.unit(slug) {
                Some(unit) => {
                    let place = unit.place.clone();
                    self.near(&place, slug, unit.factor, want, Near::Relative(1e-12));
                }
                None => self.missing("units.csv", slug),
            }
        }
    }

    fn facts(&self, table: &str) -> Vec<(&Table, &Fact)> {
        self.pack
            .table(table)
            .map_or_else(Vec::new, |table| table.facts.iter().map(|fact| (table, fact)).collect())
    }

    /// Fuel CO2 = carbon content x 44/12, with heating value and oxidation where the factor is per mass.
    fn fuel_co2(&mut self) {
        let mut properties = HashMap::new();
        for (table, fact) in self.facts("fuel_properties") {
            let key = ["factor_set", "fuel", "fuel_property"].map(|key| table.key(fact, key).unwrap_or(""));
            properties.insert(key.map(str::to_owned), self.base_value(fact));
        }
        let mut checks = Vec::new();
        let mut heats = Vec::new();
        for (table, fact) in self.facts("fuel_ghg") {
            let fuel = table.key(fact, "fuel").unwrap_or("");
            let set = table.key(fact, "factor_set").unwrap_or("");
            if table.key(fact, "gas") != Some("co2") || fuel == "purchased_heat" {
                continue;
            }
            let property = |name: &str| {
                let key = [set, fuel, name].map(str::to_owned);
                properties.get(&key).copied().unwrap_or(f64::NAN)
            };
            let (want, near) = match set {
                // Table 1.4 prints rounded values.
                "ipcc_2006" => (property("carbon_content") * CO2_PER_C, 0.006),
                "china_guideline" => {
                    let carbon = property("ncv") * property("carbon_content");
                    (carbon * property("oxidation") * CO2_PER_C, 2e-5)
                }
                "china_flat_glass" => {
                    let [ncv, carbon, oxidation] = flat_glass(&fact.note);
                    // The note repeats the heating value of the property row, in GJ/t as there.
                    heats.push((fact.place.clone(), property("ncv"), ncv));
                    (ncv * carbon * oxidation / 1000.0 * CO2_PER_C, 2e-5)
                }
                _ => continue,
            };
            checks.push((fact.place.clone(), self.base_value(fact), want, near));
        }
        if checks.is_empty() {
            self.missing("fuel_ghg.csv", "CO2 from carbon");
        }
        for (place, have, want) in heats {
            // GJ/t is MJ/kg, the base of the property.
            self.near(&place, "heating value in the note", have, want, Near::Relative(1e-9));
        }
        for (place, have, want, near) in checks {
            if want.is_nan() {
                self.report.add(&place, "CO2 from carbon: a fuel property is missing");
            } else {
                self.near(&place, "CO2 from carbon x 44/12", have, want, Near::Relative(near));
            }
        }
    }

    /// Mass shares sum to one and give the GWP of the blend in every set.
    fn blends(&mut self) {
        let mut gwp: HashMap<(&str, &str), f64> = HashMap::new();
        for (table, fact) in self.facts("gwp") {
            let gas = table.key(fact, "greenhouse_gas").unwrap_or("");
            gwp.insert((gas, table.key(fact, "gwp_set").unwrap_or("")), fact.value);
        }
        let mut blends: BTreeMap<&str, Vec<(&str, f64, &Place)>> = BTreeMap::new();
        for (table, fact) in self.facts("blends") {
            let component = table.key(fact, "component").unwrap_or("");
            let part = (component, fact.value, &fact.place);
            blends.entry(table.key(fact, "blend").unwrap_or("")).or_default().push(part);
        }
        let mut checks = Vec::new();
        for (blend, parts) in &blends {
            let Some((_, _, place)) = parts.first() else { continue };
            let shares: f64 = parts.iter().map(|(_, share, _)| share).sum();
            checks.push((*place, format!("{blend} mass shares"), shares, 1.0, 1e-6));
            for set in ["ar4", "ar5", "ar6"] {
                // A hydrocarbon without a value in a set counts nothing: below 1 kg per kg of blend.
                let sum: f64 = parts
                    .iter()
                    .map(|(component, share, _)| share * gwp.get(&(*component, set)).copied().unwrap_or(0.0))
                    .sum();
                let have = gwp.get(&(*blend, set)).copied().unwrap_or(f64::INFINITY);
                checks.push((*place, format!("{blend} {set} from mass shares"), have, sum, 1.0));
            }
        }
        let checks: Vec<_> =
            checks.into_iter().map(|(place, w, a, b, c)| (place.clone(), w, a, b, c)).collect();
        for (place, what, have, want, room) in checks {
            self.near(&place, &what, have, want, Near::Absolute(room));
        }
    }

    /// The Hong Kong guideline prints CO2e; its gases, weighted with AR5, must give it.
    fn hong_kong_split(&mut self) {
        let gwp = |gas: &str| {
            let row = self.facts("gwp").into_iter().find(|(table, fact)| {
                table.key(fact, "greenhouse_gas") == Some(gas) && table.key(fact, "gwp_set") == Some("ar5")
            });
            row.map_or(f64::NAN, |(_, fact)| fact.value)
        };
        let weights = [("co2", gwp("co2")), ("ch4", gwp("ch4")), ("n2o", gwp("n2o"))];
        let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
        let mut totals: BTreeMap<&str, (f64, Place)> = BTreeMap::new();
        for (table, fact) in self.facts("fuel_ghg") {
            let is_set = table.key(fact, "factor_set") == Some("hk_2010");
            if !is_set || table.key(fact, "application") != Some("stationary") {
                continue;
            }
            let fuel = table.key(fact, "fuel").unwrap_or("");
            let gas = table.key(fact, "gas").unwrap_or("");
            match weights.iter().find(|(name, _)| *name == gas) {
                Some((_, weight)) => *sums.entry(fuel).or_default() += weight * fact.value,
                None => {
                    totals.insert(fuel, (fact.value, fact.place.clone()));
                }
            }
        }
        let pairs: Vec<(f64, Option<(f64, Place)>)> =
            sums.iter().map(|(fuel, sum)| (*sum, totals.get(fuel).cloned())).collect();
        for (sum, total) in pairs {
            match total {
                Some((total, place)) => {
                    self.near(&place, "CO2e from its gases", sum, total, Near::Relative(5e-4));
                }
                None => self.missing("fuel_ghg.csv", "the Hong Kong per-gas split"),
            }
        }
    }

    /// Unit definitions printed as facts agree with the unit list.
    fn definitions(&mut self) {
        let mut checks = Vec::new();
        for (table, fact) in self.facts("energy_equivalents") {
            let Some(den) = &fact.den else { continue };
            let is_definition = table.key(fact, "equivalent_kind") == Some("definition");
            if is_definition && self.pack.dimension(den) == self.pack.dimension(&fact.num) {
                let have = fact.value * self.factor(&fact.num);
                checks.push((fact.place.clone(), have, self.factor(den)));
            }
        }
        for (place, have, want) in checks {
            self.near(&place, "unit definition", have, want, Near::Relative(4e-5));
        }
        // 1 kWh in standard coal, as GB/T 2589 rounds it.
        let by_id = self.find("energy_equivalents", "tce.electricity.calorific");
        match by_id {
            Some((value, place)) => {
                let want = self.factor("kwh") / self.factor("kgce");
                self.near(&place, "kgce per kWh", value, want, Near::Relative(1e-3));
            }
            None => self.missing("energy_equivalents.csv", "kgce per kWh"),
        }
    }

    fn find(&self, table: &str, id: &str) -> Option<(f64, Place)> {
        let facts = self.facts(table).into_iter();
        let mut rows = facts.filter(|(_, fact)| fact.id == id);
        rows.next().map(|(_, fact)| (fact.value, fact.place.clone()))
    }

    /// Combined margin = half operating, half build margin.
    fn grid_margin(&mut self) {
        let [om, bm, cm] =
            ["om", "bm", "cm"].map(|kind| self.find("grid_electricity", &format!("cn.{kind}.southern.2019")));
        if let (Some((om, _)), Some((bm, _)), Some((cm, place))) = (om, bm, cm) {
            self.near(&place, "combined margin", cm, 0.5 * (om + bm), Near::Relative(1e-9));
        } else {
            self.missing("grid_electricity.csv", "the combined margin");
        }
    }

    /// Every row of a path has its year, a path has two of them, and in each year the slow path lies above the
    /// middle one and that above the fast one.
    fn grid_paths(&mut self) {
        let Some(table) = self.pack.table("trajectories") else {
            return self.missing("trajectories.csv", "the paths of the grid factor");
        };
        let mut paths: BTreeMap<(String, &str), BTreeMap<u16, &Fact>> = BTreeMap::new();
        for fact in &table.facts {
            let [region, emission, scenario] =
                ["region", "emission", "scenario"].map(|column| table.key(fact, column).unwrap_or(""));
            match fact.year {
                Some(year) => {
                    let path = paths.entry((format!("{region}/{emission}"), scenario)).or_default();
                    path.insert(year, fact);
                }
                None => self.report.add(&fact.place, "a point of a path needs its year"),
            }
        }
        for ((place, scenario), path) in &paths {
            if let (1, Some(fact)) = (path.len(), path.values().next()) {
                self.report.add(&fact.place, format!("the {scenario} path of {place} has one point"));
            }
            let below = match *scenario {
                "base" => "slow",
                "fast" => "base",
                _ => continue,
            };
            let Some(above) = paths.get(&(place.clone(), below)) else { continue };
            for (year, fact) in path {
                if above.get(year).is_some_and(|above| above.value < fact.value) {
                    self.report.add(&fact.place, format!("{scenario} above {below} in {year}"));
                }
            }
        }
    }

    /// The gas formula against the worked permit calculation: 35 MJ/m3 gives 10.318 Nm3/m3, and
    /// 50 mg/Nm3 at 35.6 MJ/m3 gives 14.7 g/GJ x 1e-3 per MJ.
    fn flue_gas(&mut self) {
        let slope = self.find("air_combustion", "flue_gas.natural_gas.slope");
        let intercept = self.find("air_combustion", "flue_gas.natural_gas.intercept");
        if let (Some((slope, place)), Some((intercept, _))) = (slope, intercept) {
            let volume = |ncv: f64| slope * ncv + intercept;
            self.near(&place, "flue gas of 35 MJ/m3", volume(35.0), 10.318, Near::Absolute(5e-4));
            let limit = 50.0 * volume(35.6) / 35.6;
            self.near(&place, "limit-based NOx in g/GJ", limit, 14.7, Near::Absolute(0.05));
        } else {
            self.missing("air_combustion.csv", "flue gas of natural gas");
        }
    }

    /// A flat load buys 7 peak, 9 flat and 8 valley hours a day.
    fn flat_load_tariff(&mut self) {
        let [peak, flat, valley, average] = ["peak", "flat", "valley", "avg"]
            .map(|kind| self.find("prices", &format!("price.cn_prd.electricity.{kind}.2026_01")));
        if let (Some(peak), Some(flat), Some(valley), Some((average, place))) = (peak, flat, valley, average)
        {
            let want = (7.0 * peak.0 + 9.0 * flat.0 + 8.0 * valley.0) / 24.0;
            self.near(&place, "flat-load tariff", average, want, Near::Absolute(6e-4));
        } else {
            self.missing("prices.csv", "the flat-load tariff");
        }
    }
}

/// Heating value in GJ/t, carbon in t/TJ and oxidation from a note such as
/// `NCV 42.7 GJ/t, 20.2 tC/TJ, oxidation 0.99`; NaN where the note does not say.
fn flat_glass(note: &str) -> [f64; 3] {
    ["NCV ", " GJ/t, ", "oxidation "].map(|word| {
        let rest = note.split_once(word).map_or("", |(_, rest)| rest);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let number = rest.get(..end).unwrap_or("").trim_end_matches('.');
        number.parse().unwrap_or(f64::NAN)
    })
}
