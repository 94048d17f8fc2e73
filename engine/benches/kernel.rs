//! The limit: what a plant of this size costs when nothing but arithmetic on flat arrays is left.
//!
//! 30 end uses served by 10 carriers, 10 edits, 9 impacts, 15 years of cash flow; no structure, no
//! physics. Absolute times drift with the machine, so the engine's time is read as a multiple of
//! this kernel's, measured in the same run. It runs natively and in the browser's machine.

const USES: usize = 30;
const CARRIERS: usize = 10;
const IMPACTS: usize = 9;
const YEARS: usize = 15;

/// The numbers of the limit kernel.
#[derive(Debug)]
pub struct Kernel {
    given: [f64; USES],
    work: [f64; USES],
    edits: [(usize, f64); 10],
    carrier: [usize; USES],
    factors: [[f64; CARRIERS]; IMPACTS],
}

impl Default for Kernel {
    fn default() -> Self {
        let number = |i: usize| 1.0 + (i * 37 % 101) as f64 / 100.0;
        Kernel {
            given: core::array::from_fn(number),
            work: [0.0; USES],
            edits: core::array::from_fn(|i| (i * 3 % USES, 0.8 + 0.01 * number(i))),
            carrier: core::array::from_fn(|i| i * 7 % CARRIERS),
            factors: core::array::from_fn(|m| core::array::from_fn(|c| number(m * CARRIERS + c))),
        }
    }
}

impl Kernel {
    /// One evaluation with the edits whose bit is set; the sum of everything, so that nothing is
    /// optimised away.
    pub fn run(&mut self, set: u64) -> f64 {
        self.work = self.given;
        for (i, (slot, factor)) in self.edits.iter().enumerate() {
            if set >> i & 1 == 1
                && let Some(value) = self.work.get_mut(*slot)
            {
                *value *= factor;
            }
        }
        let mut carriers = [0.0; CARRIERS];
        for (value, carrier) in self.work.iter().zip(&self.carrier) {
            if let Some(total) = carriers.get_mut(*carrier) {
                *total += value;
            }
        }
        let impacts: f64 = self
            .factors
            .iter()
            .map(|row| row.iter().zip(&carriers).map(|(factor, energy)| factor * energy).sum::<f64>())
            .sum();
        (0..YEARS).fold(0.0, |later, _| impacts + later / 1.08)
    }
}
