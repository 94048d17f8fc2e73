//! The figures the model reports, as one indexed row of numbers per case.

use crate::plant::slugged;
use crate::scalar::Scalar;
use core::ops::{Index, IndexMut};

slugged! {
    /// A yearly figure of the plant. Units are given by [`Metric::unit`].
    ///
    /// `FuelCost` is that of gas, other fuels and bought heat. `Cost` is what stands on bills and tax
    /// returns; `RunningCost` is what measures cost to run besides, less what they spare (materials,
    /// labour): zero in the base case.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    Metric {
        Co2e = "co2e",
        Scope1 = "scope1",
        Scope2 = "scope2",
        Scope2Market = "scope2_market",
        Scope3 = "scope3",
        Scope3Goods = "scope3_goods",
        Scope3Energy = "scope3_energy",
        Scope3Freight = "scope3_freight",
        Scope3Waste = "scope3_waste",
        Scope3Travel = "scope3_travel",
        Scope3Commuting = "scope3_commuting",
        Scope3Distribution = "scope3_distribution",
        Biogenic = "biogenic",
        Co2 = "co2",
        Ch4 = "ch4",
        N2o = "n2o",
        Refrigerants = "refrigerants",
        So2 = "so2",
        Nox = "nox",
        Pm10 = "pm10",
        Pm25 = "pm25",
        Voc = "voc",
        Co = "co",
        StationSo2 = "station_so2",
        StationNox = "station_nox",
        StationPm10 = "station_pm10",
        SiteElectricity = "site_electricity",
        GridElectricity = "grid_electricity",
        OwnElectricity = "own_electricity",
        Fuel = "fuel",
        Energy = "energy",
        CoalEquivalent = "coal_equivalent",
        Water = "water",
        Effluent = "effluent",
        Cod = "cod",
        ElectricityCost = "electricity_cost",
        FuelCost = "fuel_cost",
        GasCost = "gas_cost",
        OtherFuelCost = "other_fuel_cost",
        HeatCost = "heat_cost",
        WaterCost = "water_cost",
        Tax = "tax",
        ActivityCost = "activity_cost",
        Cost = "cost",
        RunningCost = "running_cost",
    }
}

/// Number of metrics.
pub const METRICS: usize = 45;

impl Metric {
    pub fn index(self) -> usize {
        self as usize
    }

    /// Unit slug of the figure, a year.
    pub fn unit(self) -> &'static str {
        match self {
            Metric::Co2e
            | Metric::Scope1
            | Metric::Scope2
            | Metric::Scope2Market
            | Metric::Scope3
            | Metric::Scope3Goods
            | Metric::Scope3Energy
            | Metric::Scope3Freight
            | Metric::Scope3Waste
            | Metric::Scope3Travel
            | Metric::Scope3Commuting
            | Metric::Scope3Distribution
            | Metric::Refrigerants => "t_co2e",
            Metric::Biogenic | Metric::Co2 => "t_co2",
            Metric::Ch4
            | Metric::N2o
            | Metric::So2
            | Metric::Nox
            | Metric::Pm10
            | Metric::Pm25
            | Metric::Voc
            | Metric::Co
            | Metric::StationSo2
            | Metric::StationNox
            | Metric::StationPm10
            | Metric::Cod => "kg",
            Metric::SiteElectricity | Metric::GridElectricity | Metric::OwnElectricity => "kwh",
            Metric::Fuel | Metric::Energy => "gj",
            Metric::CoalEquivalent => "tce",
            Metric::Water | Metric::Effluent => "m3",
            Metric::ElectricityCost
            | Metric::FuelCost
            | Metric::GasCost
            | Metric::OtherFuelCost
            | Metric::HeatCost
            | Metric::WaterCost
            | Metric::Tax
            | Metric::ActivityCost
            | Metric::Cost
            | Metric::RunningCost => "money",
        }
    }

    /// The on-site figure of an air pollutant.
    pub fn of(pollutant: crate::plant::AirPollutant) -> Metric {
        use crate::plant::AirPollutant as P;
        match pollutant {
            P::So2 => Metric::So2,
            P::Nox => Metric::Nox,
            P::Pm10 => Metric::Pm10,
            P::Pm25 => Metric::Pm25,
            P::Voc => Metric::Voc,
            P::Co => Metric::Co,
        }
    }

    /// The figure of a category of scope 3.
    pub fn of_category(category: crate::plant::Category) -> Metric {
        use crate::plant::Category as C;
        match category {
            C::Goods => Metric::Scope3Goods,
            C::Energy => Metric::Scope3Energy,
            C::Freight => Metric::Scope3Freight,
            C::Waste => Metric::Scope3Waste,
            C::Travel => Metric::Scope3Travel,
            C::Commuting => Metric::Scope3Commuting,
            C::Distribution => Metric::Scope3Distribution,
        }
    }
}

/// One number for each [`Metric`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals<S>(pub [S; METRICS]);

impl<S: Scalar> Totals<S> {
    pub fn zero() -> Self {
        Totals([S::zero(); METRICS])
    }

    /// `self − other`, metric by metric.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let mut result = *self;
        for (left, right) in result.0.iter_mut().zip(&other.0) {
            *left = *left - *right;
        }
        result
    }
}

impl<S> Index<Metric> for Totals<S> {
    type Output = S;
    #[expect(clippy::indexing_slicing, reason = "the array has one place for each metric")]
    fn index(&self, metric: Metric) -> &S {
        &self.0[metric.index()]
    }
}

impl<S> IndexMut<Metric> for Totals<S> {
    #[expect(clippy::indexing_slicing, reason = "the array has one place for each metric")]
    fn index_mut(&mut self, metric: Metric) -> &mut S {
        &mut self.0[metric.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metric_has_a_place() {
        assert_eq!(Metric::ALL.len(), METRICS);
        for (place, metric) in Metric::ALL.iter().enumerate() {
            assert_eq!(metric.index(), place);
        }
    }
}
