//! A program does what an evaluation does, to the last digit.

use super::*;
use crate::interval::Interval;
use crate::scalar::Scalar;

/// Something of everything.
fn formula<S: Scalar>(x: S, y: S) -> [S; 4] {
    let two = S::constant(2.0);
    let sum = x + y;
    let guarded = (sum - two).max(S::zero());
    let chosen = S::select(x - y, x * y, y / x);
    let power = (x * x + S::one()).powf(y) + (x.ln() - y.exp());
    [guarded + S::zero() * x, chosen, power.min(sum * two), two * S::constant(3.0)]
}

fn run(x: f64, y: f64) -> [f64; 4] {
    let recorder = Recorder::new();
    let bounds = Interval::between(0.01, 10.0);
    let results = formula(recorder.input(0, bounds), recorder.input(1, bounds));
    let program = Program::new(&recorder, &results).unwrap();
    let mut out = results.map(|r| r.fixed().unwrap_or(f64::NAN));
    let mut space = Workspace::new(&program);
    let fill = |input: usize, row: &mut Block| row.fill([x, y][input]);
    program.run(&mut space, fill, |place, row| {
        assert!(row.iter().all(|v| v.to_bits() == row[0].to_bits()));
        out[place] = row[0];
    });
    out
}

#[test]
fn the_same_digits_as_an_evaluation() {
    for (x, y) in [(0.5, 0.7), (3.0, 0.2), (1.0, 1.0), (9.9, 2.5), (0.011, 0.3)] {
        assert_eq!(run(x, y).map(f64::to_bits), formula(x, y).map(f64::to_bits), "{x} {y}");
    }
}

#[test]
fn what_was_done_before_is_not_done_twice() {
    let recorder = Recorder::new();
    let x = recorder.input(0, Interval::between(1.0, 2.0));
    let y = recorder.input(1, Interval::between(1.0, 2.0));
    let results = [x * y + x, y * x + x, (y * x).max(Symbol::constant(0.0)) - (x * y)];
    assert_eq!(results[2].fixed(), Some(0.0));
    // Two inputs, one product, one sum.
    assert_eq!(recorder.len(), 4);
    assert_eq!(Program::new(&recorder, &results).unwrap().rows(), 3);
}

#[test]
fn what_no_result_needs_is_left_out() {
    let recorder = Recorder::new();
    let x = recorder.input(0, Interval::between(1.0, 2.0));
    let _ = x.exp() * x;
    let program = Program::new(&recorder, &[x + Symbol::constant(1.0)]).unwrap();
    // The input, the sum, the result.
    assert_eq!(program.len(), 3);
}

#[test]
fn guards_stay_where_they_can_act() {
    let recorder = Recorder::new();
    let x = recorder.input(0, Interval::between(-1.0, 2.0));
    let one = Symbol::constant(1.0);
    assert_eq!(x.max(Symbol::constant(-1.0)).operand(), x.operand());
    assert_ne!(x.max(Symbol::constant(0.0)).operand(), x.operand());
    assert_eq!(Symbol::select(x + Symbol::constant(1.5), one, x).fixed(), Some(1.0));
    assert_eq!(Symbol::select(x, one, x).fixed(), None);
    // Division by what may be zero is not decided beforehand.
    assert_eq!((Symbol::constant(0.0) / x).fixed(), None);
}
