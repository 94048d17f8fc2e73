//! What net present value and payback become at other energy prices and discount rates.
//!
//! Energy prices are those of electricity, fuels and bought heat; water, taxes, carbon price and running
//! costs stay. Net present value is linear in them, so the change at which it is zero is exact.

use super::terms::{Investment, Terms, YearlySaving};
use super::{Payback, appraise};

/// Changes of the energy prices that are looked at, as fractions.
pub const PRICE_CHANGES: [f64; 7] = [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3];
/// The other discount rates are half as much again and half of the chosen one, or this much above and
/// below one that is not above zero.
const RATE_STEP: f64 = 0.02;

/// A plan at one change of the energy prices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceCase {
    /// Fraction; 0.1 for a tenth dearer.
    pub change: f64,
    pub simple_payback: Payback,
    /// At the chosen discount rate.
    pub discounted_payback: Payback,
    /// Net present value at each of [`WhatIf::rates`].
    pub npv: [f64; 3],
}

/// A plan at other energy prices and discount rates.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// A lower one, the chosen one, a higher one.
    pub rates: [f64; 3],
    /// In the order of [`PRICE_CHANGES`].
    pub cases: Vec<PriceCase>,
    /// Change of the energy prices at which net present value is zero at the chosen rate; `None` where
    /// no price does that.
    pub break_even: Option<f64>,
}

/// Appraises an investment case at other energy prices and discount rates.
pub fn what_if(investments: &[Investment], grant: f64, saving: &YearlySaving, terms: &Terms) -> WhatIf {
    let chosen = terms.discount_rate;
    let step = if chosen > 0.0 { 0.5 * chosen } else { RATE_STEP };
    let rates = [chosen - step, chosen, chosen + step];
    let at = |change: f64, discount_rate: f64| {
        let terms = Terms { discount_rate, ..*terms };
        appraise(investments, grant, &saving.with_energy_price(change), &terms)
    };
    let case = |change: f64| {
        let [low, now, high] = rates.map(|rate| at(change, rate));
        PriceCase {
            change,
            simple_payback: now.simple_payback,
            discounted_payback: now.discounted_payback,
            npv: [low.npv, now.npv, high.npv],
        }
    };
    let (free, now) = (at(-1.0, chosen).npv, at(0.0, chosen).npv);
    let slope = now - free;
    let zero = -now / slope;
    WhatIf {
        rates,
        cases: PRICE_CHANGES.into_iter().map(case).collect(),
        // Energy is not given away with money.
        break_even: (slope != 0.0 && zero.is_finite() && zero >= -1.0).then_some(zero),
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::Stream;
    use super::*;

    #[track_caller]
    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-9 * want.abs().max(1.0), "{got} instead of {want}");
    }

    /// 1000 for 400 of electricity and 100 of labour over 5 years at 8 %, an annuity factor of (1 −
    /// 1.08^−5) / 0.08 = 3.992710: 500 × 3.992710 − 1000, and with energy 30 % dearer 620 × 3.992710 −
    /// 1000. Zero where 400 (1 + x) + 100 = 1000 / 3.992710 = 250.4565: at −62.386 %.
    #[test]
    fn prices_and_rates_by_hand() {
        let mut saving = YearlySaving::one(Stream::Electricity, 400.0);
        saving[Stream::Running] = 100.0;
        let investments = [Investment { cost: 1000.0, life: 5 }];
        let found = what_if(&investments, 0.0, &saving, &Terms::plain(0.08, 5));
        let annuity = (1.0 - 1.0 / 1.469_328_076_8) / 0.08;
        near(found.cases[3].npv[1], 500.0 * annuity - 1000.0);
        near(found.cases[6].npv[1], 620.0 * annuity - 1000.0);
        assert_eq!(found.cases[6].simple_payback, Payback::Years(1000.0 / 620.0));
        near(found.break_even.unwrap(), (1000.0 / annuity - 100.0) / 400.0 - 1.0);
        // numpy-financial's npv at 4 % and 12 %.
        near(found.cases[3].npv[0], 1_225.911_165_508);
        near(found.cases[3].npv[2], 802.388_101_173);
    }

    #[test]
    fn what_saves_no_energy_knows_no_break_even() {
        let saving = YearlySaving::one(Stream::Water, 100.0);
        let found = what_if(&[Investment { cost: 100.0, life: 5 }], 0.0, &saving, &Terms::plain(0.0, 5));
        assert_eq!(found.break_even, None);
        for case in found.cases {
            near(case.npv[1], 400.0);
        }
        for (got, want) in found.rates.into_iter().zip([-0.02, 0.0, 0.02]) {
            near(got, want);
        }
    }
}
