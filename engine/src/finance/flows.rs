//! The cash flows of an investment case, year by year.

use super::terms::{Investment, Terms, YearlySaving};
use crate::scalar::Scalar;

/// Cash flows 0..=horizon.
pub fn cash_flows<S: Scalar>(
    investments: &[Investment<S>],
    grant: S,
    saving: &YearlySaving<S>,
    terms: &Terms<S>,
) -> Vec<S> {
    let horizon = usize::from(terms.horizon);
    let mut flows = vec![S::zero(); horizon + 1];
    let mut add = |year: usize, amount: S| {
        if let Some(flow) = flows.get_mut(year) {
            *flow = *flow + amount;
        }
    };
    add(0, grant);
    for investment in investments {
        let life = usize::from(investment.life.max(1));
        let mut year = 0;
        loop {
            add(year, -investment.cost);
            let end = year + life;
            if end >= horizon {
                let left = (end - horizon) as f64 / life as f64;
                add(horizon, investment.cost * S::constant(left));
                break;
            }
            year = end;
        }
    }
    let (mut electricity, mut fuel, mut water) = (S::one(), S::one(), S::one());
    for year in 1..=horizon {
        let growing = saving.electricity * electricity + saving.fuel * fuel + saving.water * water;
        add(year, growing + saving.constant);
        electricity = electricity * (S::one() + terms.electricity_growth);
        fuel = fuel * (S::one() + terms.fuel_growth);
        water = water * (S::one() + terms.water_growth);
    }
    flows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: Terms = Terms {
        discount_rate: 0.08,
        horizon: 5,
        electricity_growth: 0.0,
        fuel_growth: 0.0,
        water_growth: 0.0,
    };

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn replacement_and_residual_value() {
        let saving = YearlySaving { constant: 10.0, ..YearlySaving::none() };
        let flows = cash_flows(&[Investment { cost: 30.0, life: 3 }], 0.0, &saving, &TERMS);
        // Bought in year 0 and 3; at year 5 one of three years is left: 10.
        assert_eq!(flows, vec![-30.0, 10.0, 10.0, -20.0, 10.0, 20.0]);
    }

    #[test]
    fn prices_grow_by_carrier() {
        let saving = YearlySaving { electricity: 100.0, fuel: 10.0, ..YearlySaving::none() };
        let terms = Terms { electricity_growth: 0.1, horizon: 3, ..TERMS };
        let flows = cash_flows(&[], 0.0, &saving, &terms);
        near(flows[1], 110.0, 1e-12);
        near(flows[3], 121.0 + 10.0, 1e-9);
    }
}
