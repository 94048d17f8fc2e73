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

/// Trials side by side.
const BLOCK: usize = 64;
/// Trials summed up at once, in registers.
const LANES: usize = 8;
const MEASURES: usize = 10;
/// Base case, plan, and every measure alone.
const CASES: usize = MEASURES + 2;
const BINS: usize = 512;
/// Every use varies by so much, evenly.
const VARIES: f64 = 0.1;

/// The limit of trials: 30 drawn streams, in each trial the base case, the plan and 10 measures alone, each
/// of them one sum over all streams; histograms and percentiles of the 12 results. Blocked, so that the
/// compiler turns all of it but the counting into vector instructions.
#[derive(Debug)]
pub struct Trials {
    /// What each case leaves of each stream.
    left: [[f64; USES]; CASES],
    state: [u32; BLOCK],
    drawn: [[f64; BLOCK]; USES],
    bars: Vec<[u32; BINS]>,
}

impl Default for Trials {
    fn default() -> Self {
        let number = |i: usize| 1.0 + (i * 37 % 101) as f64 / 100.0;
        let left = |case: usize, stream: usize| number(stream) * (1.0 - 0.001 * (case * stream % 300) as f64);
        Trials {
            left: core::array::from_fn(|case| core::array::from_fn(|stream| left(case, stream))),
            state: core::array::from_fn(|i| (i as u32).wrapping_mul(2_654_435_769)),
            drawn: [[0.0; BLOCK]; USES],
            bars: vec![[0; BINS]; CASES],
        }
    }
}

impl Trials {
    /// At least so many trials; the sum of all percentiles.
    pub fn run(&mut self, trials: usize) -> f64 {
        for bars in &mut self.bars {
            bars.fill(0);
        }
        let bounds = self.left.map(|left| {
            let middle: f64 = left.iter().sum();
            (middle * (1.0 - VARIES), middle * (1.0 + VARIES))
        });
        for _ in 0..trials.div_ceil(BLOCK) {
            self.draw();
            for ((left, bars), (low, high)) in self.left.iter().zip(&mut self.bars).zip(bounds) {
                count(&total(&self.drawn, left), bars, low, BINS as f64 / (high - low));
            }
        }
        let percentiles = |bars: &[u32; BINS], (low, high): (f64, f64)| -> f64 {
            [0.1, 0.5, 0.9].iter().map(|part| low + (high - low) * quantile(bars, *part)).sum()
        };
        self.bars.iter().zip(bounds).map(|(bars, bounds)| percentiles(bars, bounds)).sum()
    }

    /// A congruential generator for each trial of the block; its upper bits become a number in 1 ± 0.1.
    fn draw(&mut self) {
        for row in &mut self.drawn {
            for (value, state) in row.iter_mut().zip(&mut self.state) {
                *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // The bits of 2⁵² with the state below: a conversion done for several at once.
                let whole =
                    f64::from_bits(0x4330_0000_0000_0000 | u64::from(*state)) - 4_503_599_627_370_496.0;
                *value = (1.0 - VARIES) + whole * (2.0 * VARIES / 4_294_967_296.0);
            }
        }
    }
}

fn total(drawn: &[[f64; BLOCK]; USES], left: &[f64; USES]) -> [f64; BLOCK] {
    let mut totals = [0.0; BLOCK];
    for (at, out) in totals.chunks_exact_mut(LANES).enumerate() {
        let mut sums = [0.0; LANES];
        for (row, left) in drawn.iter().zip(left) {
            for (sum, value) in sums.iter_mut().zip(row.iter().skip(at * LANES)) {
                *sum += value * left;
            }
        }
        out.copy_from_slice(&sums);
    }
    totals
}

fn count(values: &[f64; BLOCK], bars: &mut [u32; BINS], low: f64, scale: f64) {
    let mut places = [0_u16; BLOCK];
    for (place, value) in places.iter_mut().zip(values) {
        *place = ((value - low) * scale + 4_503_599_627_370_496.0).to_bits() as u16;
    }
    for place in places {
        if let Some(bar) = bars.get_mut(usize::from(place) % BINS) {
            *bar += 1;
        }
    }
}

/// Where the part `part` of all trials ends, 0..=1.
fn quantile(bars: &[u32; BINS], part: f64) -> f64 {
    let all: u32 = bars.iter().sum();
    let mut below = 0.0;
    for (bar, count) in bars.iter().enumerate() {
        below += f64::from(*count);
        if below >= part * f64::from(all) {
            return bar as f64 / BINS as f64;
        }
    }
    1.0
}
