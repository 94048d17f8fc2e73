//! What money over time is made of: purchases, yearly savings, rates.

use crate::metric::{Metric, Totals};
use crate::scalar::Scalar;

/// One purchase: cost in money and life in years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Investment<S = f64> {
    pub cost: S,
    pub life: u16,
}

/// Yearly savings at today's prices, by what makes them grow. Positive saves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearlySaving<S = f64> {
    pub electricity: S,
    pub fuel: S,
    pub water: S,
    /// Tax, carbon price, operation and maintenance: constant.
    pub constant: S,
}

impl<S: Scalar> YearlySaving<S> {
    /// Nothing saved.
    pub fn none() -> Self {
        let zero = S::zero();
        YearlySaving { electricity: zero, fuel: zero, water: zero, constant: zero }
    }

    /// The money in what is saved a year.
    pub fn of(saved: &Totals<S>, carbon_price: S) -> Self {
        YearlySaving {
            electricity: saved[Metric::ElectricityCost],
            fuel: saved[Metric::FuelCost],
            water: saved[Metric::WaterCost],
            constant: saved[Metric::Tax]
                + saved[Metric::Co2e] * carbon_price
                + saved[Metric::RunningCost]
                + saved[Metric::ActivityCost],
        }
    }

    /// First-year saving.
    pub fn total(&self) -> S {
        self.electricity + self.fuel + self.water + self.constant
    }
}

/// Rates as fractions a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms<S = f64> {
    pub discount_rate: S,
    pub horizon: u16,
    pub electricity_growth: S,
    pub fuel_growth: S,
    pub water_growth: S,
}

impl<S: Copy> Terms<S> {
    /// The same terms with other numbers.
    pub fn map<T>(&self, number: impl Fn(S) -> T) -> Terms<T> {
        Terms {
            discount_rate: number(self.discount_rate),
            horizon: self.horizon,
            electricity_growth: number(self.electricity_growth),
            fuel_growth: number(self.fuel_growth),
            water_growth: number(self.water_growth),
        }
    }
}
