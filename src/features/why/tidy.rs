//! Shortens a formula by identities, so that a reader sees what is done and not how a set of edits is
//! kept independent of its order: `x − (x − y)` is `y`, `x + (y − x)` is `y`, `1 + (y − 1)` is `y`,
//! `x ÷ x` is 1, and a part of a sum that is zero is left out. The value never changes.

use lantian_engine::explain::{Explanation, Term};
use lantian_engine::scalar::Scalar;

/// A shorter formula of the same value.
pub fn tidy(term: &Term, explanation: &Explanation) -> Term {
    match term {
        Term::Given { .. } | Term::Fixed(_) | Term::Step(_) => term.clone(),
        Term::Sum(parts) => sum(all(parts, explanation), explanation),
        Term::Product(parts) => product(all(parts, explanation)),
        Term::Difference(a, b) => difference(tidy(a, explanation), tidy(b, explanation), explanation),
        Term::Quotient(a, b) => quotient(tidy(a, explanation), tidy(b, explanation)),
        Term::Negative(a) => Term::Negative(Box::new(tidy(a, explanation))),
        Term::Power(a, b) => Term::Power(Box::new(tidy(a, explanation)), Box::new(tidy(b, explanation))),
        Term::Exp(a) => Term::Exp(Box::new(tidy(a, explanation))),
        Term::Ln(a) => Term::Ln(Box::new(tidy(a, explanation))),
        Term::Smallest(parts) => Term::Smallest(all(parts, explanation)),
        Term::Largest(parts) => Term::Largest(all(parts, explanation)),
    }
}

fn all(parts: &[Term], explanation: &Explanation) -> Vec<Term> {
    parts.iter().map(|part| tidy(part, explanation)).collect()
}

/// Where the telling begins: the first step that does more than repeat another one.
pub fn first_step(explanation: &Explanation) -> usize {
    let mut place = 0;
    while let Some(line) = explanation.steps.get(place) {
        match tidy(&line.formula, explanation) {
            // Steps refer to later ones only, so this ends.
            Term::Step(next) if next > place => place = next,
            _ => break,
        }
    }
    place
}

/// The value of a formula, from the steps it refers to.
pub fn value(term: &Term, explanation: &Explanation) -> f64 {
    let each = |parts: &[Term]| parts.iter().map(|part| value(part, explanation)).collect::<Vec<_>>();
    match term {
        Term::Given { value, .. } | Term::Fixed(value) => *value,
        Term::Step(place) => explanation.steps.get(*place).map_or(f64::NAN, |step| step.value),
        Term::Sum(parts) => each(parts).iter().sum(),
        Term::Product(parts) => each(parts).iter().product(),
        Term::Difference(a, b) => value(a, explanation) - value(b, explanation),
        Term::Quotient(a, b) => value(a, explanation) / value(b, explanation),
        Term::Negative(a) => -value(a, explanation),
        Term::Power(a, b) => Scalar::powf(value(a, explanation), value(b, explanation)),
        Term::Exp(a) => Scalar::exp(value(a, explanation)),
        Term::Ln(a) => Scalar::ln(value(a, explanation)),
        Term::Smallest(parts) => each(parts).into_iter().fold(f64::INFINITY, f64::min),
        Term::Largest(parts) => each(parts).into_iter().fold(f64::NEG_INFINITY, f64::max),
    }
}

fn sum(parts: Vec<Term>, explanation: &Explanation) -> Term {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Term::Sum(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    // x + (y − x) is y.
    for place in 0..flat.len() {
        let Some(Term::Difference(y, x)) = flat.get(place).cloned() else { continue };
        if let Some(same) = flat.iter().position(|other| *other == *x) {
            flat.remove(same.max(place));
            flat.remove(same.min(place));
            flat.push(*y);
            return sum(flat, explanation);
        }
    }
    let kept: Vec<Term> = flat.iter().filter(|part| value(part, explanation) != 0.0).cloned().collect();
    match kept.len() {
        // All of them are zero: then they stay, so that the reader sees what there is.
        0 => joined(flat),
        _ => joined(kept),
    }
}

fn joined(mut parts: Vec<Term>) -> Term {
    match parts.len() {
        1 => parts.swap_remove(0),
        _ => Term::Sum(parts),
    }
}

fn product(parts: Vec<Term>) -> Term {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Term::Product(inner) => flat.extend(inner),
            Term::Fixed(one) if is_one(one) => {}
            other => flat.push(other),
        }
    }
    // x × (y ÷ x) is y.
    for place in 0..flat.len() {
        let Some(Term::Quotient(y, x)) = flat.get(place).cloned() else { continue };
        if let Some(same) = flat.iter().position(|other| *other == *x) {
            flat.remove(same.max(place));
            flat.remove(same.min(place));
            flat.push(*y);
            return product(flat);
        }
    }
    match flat.len() {
        0 => Term::Fixed(1.0),
        1 => flat.swap_remove(0),
        _ => Term::Product(flat),
    }
}

fn difference(a: Term, b: Term, explanation: &Explanation) -> Term {
    match (a, b) {
        (a, b) if a == b => Term::Fixed(0.0),
        (a, b) if value(&b, explanation) == 0.0 && !matches!(a, Term::Fixed(_)) => a,
        // x − (x − y) is y.
        (a, Term::Difference(x, y)) if a == *x => *y,
        // (y + x) − x is y.
        (Term::Sum(mut parts), b) if parts.contains(&b) => {
            if let Some(place) = parts.iter().position(|part| *part == b) {
                parts.remove(place);
            }
            joined(parts)
        }
        (a, b) => Term::Difference(Box::new(a), Box::new(b)),
    }
}

fn quotient(a: Term, b: Term) -> Term {
    match (a, b) {
        (a, b) if a == b => Term::Fixed(1.0),
        (a, Term::Fixed(one)) if is_one(one) => a,
        (a, b) => Term::Quotient(Box::new(a), Box::new(b)),
    }
}

fn is_one(value: f64) -> bool {
    (value - 1.0).abs() < f64::EPSILON
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::explain::{Case, StepLine};
    use lantian_engine::metric::Metric;
    use lantian_engine::step::Step;

    fn explanation(values: &[f64]) -> Explanation {
        let line = |&value: &f64| StepLine {
            step: Step::BoilerFuel,
            index: 0,
            case: Case::Before,
            value,
            formula: Term::Fixed(value),
        };
        Explanation {
            metric: Metric::Co2e,
            case: Case::Before,
            value: 0.0,
            steps: values.iter().map(line).collect(),
            sensitivities: Vec::new(),
            inputs: Vec::new(),
        }
    }

    fn minus(a: Term, b: Term) -> Term {
        Term::Difference(Box::new(a), Box::new(b))
    }

    fn over(a: Term, b: Term) -> Term {
        Term::Quotient(Box::new(a), Box::new(b))
    }

    #[test]
    fn edits_that_set_a_number_read_as_the_number() {
        let steps = explanation(&[0.25, 0.08, 0.0]);
        let (x, y, zero) = (Term::Step(0), Term::Step(1), Term::Step(2));
        let shown = |term: Term| {
            let short = tidy(&term, &steps);
            assert!((value(&short, &steps) - value(&term, &steps)).abs() < 1e-12);
            short
        };
        assert_eq!(shown(minus(x.clone(), minus(x.clone(), y.clone()))), y);
        assert_eq!(shown(Term::Sum(vec![x.clone(), minus(y.clone(), x.clone())])), y);
        assert_eq!(shown(Term::Sum(vec![Term::Fixed(1.0), minus(y.clone(), Term::Fixed(1.0))])), y);
        assert_eq!(shown(Term::Sum(vec![x.clone(), zero.clone()])), x);
        assert_eq!(shown(over(x.clone(), x.clone())), Term::Fixed(1.0));
        assert_eq!(shown(Term::Product(vec![x.clone(), over(y.clone(), x.clone())])), y);
        assert_eq!(
            shown(Term::Product(vec![Term::Fixed(1.0), x.clone(), y.clone()])),
            Term::Product(vec![x.clone(), y])
        );
        assert_eq!(shown(minus(Term::Fixed(1.0), x.clone())), minus(Term::Fixed(1.0), x.clone()));
        // A sum of nothing still says what there would be.
        assert_eq!(shown(Term::Sum(vec![zero.clone(), zero.clone()])), Term::Sum(vec![zero.clone(), zero]));
    }
}
