//! What money over time is made of: purchases, yearly savings, rates, loan and tax.

use crate::metric::{Metric, Totals};
use crate::plant::slugged;
use crate::scalar::{Scalar, sum};
use core::ops::{Index, IndexMut};

/// One purchase: cost in money and life in years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Investment<S = f64> {
    pub cost: S,
    pub life: u16,
}

slugged! {
    /// A part of the yearly saving with a growth of its own.
    Stream {
        Electricity = "electricity",
        Gas = "gas",
        Fuel = "fuel",
        Heat = "heat",
        Water = "water",
        Tax = "tax",
        Carbon = "carbon",
        Running = "running",
    }
}

/// Number of streams.
pub const STREAMS: usize = 8;

/// The figures whose saving is money, each with its stream. What is saved of CO2e is money by the
/// carbon price.
pub const MONEY: [(Metric, Stream); 9] = [
    (Metric::ElectricityCost, Stream::Electricity),
    (Metric::GasCost, Stream::Gas),
    (Metric::OtherFuelCost, Stream::Fuel),
    (Metric::HeatCost, Stream::Heat),
    (Metric::WaterCost, Stream::Water),
    (Metric::Tax, Stream::Tax),
    (Metric::Co2e, Stream::Carbon),
    (Metric::RunningCost, Stream::Running),
    (Metric::ActivityCost, Stream::Running),
];

/// One number for each stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Streams<S>(pub [S; STREAMS]);

impl<S> Index<Stream> for Streams<S> {
    type Output = S;
    #[expect(clippy::indexing_slicing, reason = "the array has one place for each stream")]
    fn index(&self, stream: Stream) -> &S {
        &self.0[stream as usize]
    }
}

impl<S> IndexMut<Stream> for Streams<S> {
    #[expect(clippy::indexing_slicing, reason = "the array has one place for each stream")]
    fn index_mut(&mut self, stream: Stream) -> &mut S {
        &mut self.0[stream as usize]
    }
}

/// Yearly savings at today's prices, by what makes them grow. Positive saves.
pub type YearlySaving<S = f64> = Streams<S>;

impl<S: Scalar> YearlySaving<S> {
    /// Nothing saved.
    pub fn none() -> Self {
        Streams([S::zero(); STREAMS])
    }

    /// An amount in one stream.
    pub fn one(stream: Stream, amount: S) -> Self {
        let mut saving = Self::none();
        saving[stream] = amount;
        saving
    }

    /// The money in what is saved a year.
    pub fn of(saved: &Totals<S>, carbon_price: S) -> Self {
        let mut saving = Self::none();
        for (metric, stream) in MONEY {
            let money = if stream == Stream::Carbon { saved[metric] * carbon_price } else { saved[metric] };
            saving[stream] = saving[stream] + money;
        }
        saving
    }

    /// The same with other prices of energy: `change` 0.1 makes electricity, fuels and heat a tenth
    /// dearer.
    #[must_use]
    pub fn with_energy_price(mut self, change: S) -> Self {
        for stream in [Stream::Electricity, Stream::Gas, Stream::Fuel, Stream::Heat] {
            self[stream] = self[stream] * (S::one() + change);
        }
        self
    }

    /// First-year saving.
    pub fn total(&self) -> S {
        sum(self.0)
    }
}

/// A loan for a share of the first purchases, less the grant to it; paid back in equal yearly sums.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loan<S = f64> {
    /// Fraction; zero for none.
    pub share: S,
    pub rate: S,
    pub years: u16,
}

/// Profits tax on what is saved, less interest and depreciation in equal yearly parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfitsTax<S = f64> {
    /// Fraction; zero leaves tax out.
    pub rate: S,
    /// Years over which a purchase is written off.
    pub years: u16,
}

/// Rates as fractions a year; amounts in the project's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms<S = f64> {
    pub discount_rate: S,
    pub horizon: u16,
    /// Price growth; the first year has today's prices.
    pub growth: Streams<S>,
    /// Per tonne CO2e of scope 1 and 2.
    pub carbon_price: S,
    pub loan: Loan<S>,
    pub tax: ProfitsTax<S>,
    /// Of the modified internal rate of return: outlays are financed, earnings invested again at these.
    pub finance_rate: S,
    pub reinvest_rate: S,
}

impl<S: Scalar> Terms<S> {
    /// A discount rate and a number of years; no growth, carbon price, loan or tax.
    pub fn plain(discount_rate: S, horizon: u16) -> Self {
        let zero = S::zero();
        Terms {
            discount_rate,
            horizon,
            growth: Streams([zero; STREAMS]),
            carbon_price: zero,
            loan: Loan { share: zero, rate: zero, years: 1 },
            tax: ProfitsTax { rate: zero, years: 1 },
            finance_rate: discount_rate,
            reinvest_rate: discount_rate,
        }
    }
}

impl<S: Copy> Terms<S> {
    /// The same terms with other numbers.
    pub fn map<T>(&self, number: impl Fn(S) -> T) -> Terms<T> {
        Terms {
            discount_rate: number(self.discount_rate),
            horizon: self.horizon,
            growth: Streams(self.growth.0.map(&number)),
            carbon_price: number(self.carbon_price),
            loan: Loan {
                share: number(self.loan.share),
                rate: number(self.loan.rate),
                years: self.loan.years,
            },
            tax: ProfitsTax { rate: number(self.tax.rate), years: self.tax.years },
            finance_rate: number(self.finance_rate),
            reinvest_rate: number(self.reinvest_rate),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stream_has_a_place_and_a_figure() {
        assert_eq!(Stream::ALL.len(), STREAMS);
        for (place, stream) in Stream::ALL.iter().enumerate() {
            assert_eq!(*stream as usize, place);
            assert!(MONEY.iter().any(|(_, paid)| paid == stream));
        }
    }
}
