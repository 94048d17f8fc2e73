//! Inputs of a published case: `tubes=12000; hours=4000`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub struct Inputs {
    values: BTreeMap<String, f64>,
    asked: RefCell<BTreeSet<String>>,
}

impl Inputs {
    pub fn read(text: &str) -> Self {
        let pairs = text.split(';').map(str::trim).filter(|pair| !pair.is_empty());
        let values = pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap();
                (name.to_owned(), value.parse().unwrap())
            })
            .collect();
        Inputs { values, asked: RefCell::default() }
    }

    /// An input that the case must have.
    #[track_caller]
    pub fn get(&self, name: &str) -> f64 {
        self.find(name).unwrap_or_else(|| panic!("no input {name}"))
    }

    pub fn find(&self, name: &str) -> Option<f64> {
        self.asked.borrow_mut().insert(name.to_owned());
        self.values.get(name).copied()
    }

    /// Those of some parameters of a measure that the case gives, under the same names.
    pub fn params<'a>(&self, names: &[&'a str]) -> Vec<(&'a str, f64)> {
        names.iter().filter_map(|&name| Some((name, self.find(name)?))).collect()
    }

    /// An input that nobody asks for would only pretend to matter.
    #[track_caller]
    pub fn all_used(&self, case: &str) {
        for name in self.values.keys() {
            assert!(self.asked.borrow().contains(name), "{case}: input {name} is not used");
        }
    }
}
