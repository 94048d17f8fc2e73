//! Times every loop natively; a line for each size: loop, size, what that counts, item, nanoseconds of
//! an item and its multiple of the limit, with tabs between. `scripts/bench.mjs` makes the table of it.
//!
//! A harness of its own, because the multiples need loop and limit timed in turns, on a machine whose
//! speed drifts; criterion finishes one benchmark before the next. Times are the least of all turns: what
//! else the machine does only adds.

mod kernel;
mod lanes;
mod loops;
mod setup;

use std::hint::black_box;
use std::time::Instant;

use loops::{LOOPS, Loop, Loops};

/// A turn takes at least so long, s.
const TURN: f64 = 0.004;
const ROUNDS: usize = 25;
/// Rounds of loops that take longer than a tenth of a second.
const LONG_ROUNDS: usize = 4;

/// Seconds of one run.
#[expect(clippy::disallowed_methods, reason = "never runs in a browser")]
fn time(loops: &mut Loops, place: usize, size: usize, times: u32) -> f64 {
    let started = Instant::now();
    black_box(loops.run(place, size, times));
    started.elapsed().as_secs_f64() / f64::from(times)
}

/// Runs that make a turn.
fn turn(loops: &mut Loops, place: usize, size: usize) -> u32 {
    let mut times = 1;
    while time(loops, place, size, times) * f64::from(times) < TURN {
        times *= 2;
    }
    times
}

fn main() {
    let Some(mut loops) = Loops::new() else {
        eprintln!(
            "the worked case does not load, or the generic engine disagrees with the program of trials"
        );
        std::process::exit(1);
    };
    for (place, row) in LOOPS.iter().enumerate() {
        let Some(limit) = LOOPS.get(row.limit) else { continue };
        let limit_size = limit.sizes.first().copied().unwrap_or(1);
        let limit_turn = turn(&mut loops, row.limit, limit_size);
        for &size in row.sizes {
            let times = turn(&mut loops, place, size);
            let long = time(&mut loops, place, size, 1) > 0.1;
            let (mut least, mut item) = (f64::INFINITY, f64::INFINITY);
            for _ in 0..if long { LONG_ROUNDS } else { ROUNDS } {
                least = least.min(time(&mut loops, row.limit, limit_size, limit_turn));
                item = item.min(time(&mut loops, place, size, times));
            }
            least /= (limit.items)(limit_size) as f64;
            item /= (row.items)(size) as f64;
            let Loop { name, size: counts, item: of, .. } = row;
            println!("{name}\t{size}\t{counts}\t{of}\t{:.2}\t{:.3}", item * 1e9, item / least);
        }
    }
}
