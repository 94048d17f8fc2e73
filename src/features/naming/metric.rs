//! Names of the reported figures and their values in the reader's units.

use crate::i18n::{Currency, I18n, Key, k};
use lantian_engine::metric::Metric;

/// The name of a figure in a list.
pub fn metric_key(metric: Metric) -> Key {
    match metric {
        Metric::Co2e => k::METRIC_CO2E,
        Metric::Scope1 => k::METRIC_SCOPE1,
        Metric::Scope2 => k::METRIC_SCOPE2,
        Metric::Scope2Market => k::METRIC_SCOPE2_MARKET,
        Metric::Scope3 => k::METRIC_SCOPE3,
        Metric::Scope3Goods => k::METRIC_SCOPE3_GOODS,
        Metric::Scope3Energy => k::METRIC_SCOPE3_ENERGY,
        Metric::Scope3Freight => k::METRIC_SCOPE3_FREIGHT,
        Metric::Scope3Waste => k::METRIC_SCOPE3_WASTE,
        Metric::Scope3Travel => k::METRIC_SCOPE3_TRAVEL,
        Metric::Scope3Commuting => k::METRIC_SCOPE3_COMMUTING,
        Metric::Scope3Distribution => k::METRIC_SCOPE3_DISTRIBUTION,
        Metric::Biogenic => k::METRIC_BIOGENIC,
        Metric::Co2 => k::METRIC_CO2,
        Metric::Ch4 => k::METRIC_CH4,
        Metric::N2o => k::METRIC_N2O,
        Metric::Refrigerants => k::METRIC_REFRIGERANT_GASES,
        Metric::So2 => k::METRIC_SO2,
        Metric::Nox => k::METRIC_NOX,
        Metric::Pm10 => k::METRIC_PM10,
        Metric::Pm25 => k::METRIC_PM25,
        Metric::Voc => k::METRIC_VOC,
        Metric::Co => k::METRIC_CO,
        Metric::StationSo2 => k::METRIC_STATION_SO2,
        Metric::StationNox => k::METRIC_STATION_NOX,
        Metric::StationPm10 => k::METRIC_STATION_PM10,
        Metric::SiteElectricity => k::METRIC_SITE_ELECTRICITY,
        Metric::GridElectricity => k::METRIC_ELECTRICITY_BOUGHT,
        Metric::OwnElectricity => k::METRIC_OWN_ELECTRICITY,
        Metric::Fuel => k::METRIC_FUEL,
        Metric::Energy => k::METRIC_ENERGY_GJ,
        Metric::CoalEquivalent => k::METRIC_ENERGY,
        Metric::Water => k::METRIC_WATER,
        Metric::Effluent => k::METRIC_EFFLUENT,
        Metric::Cod => k::METRIC_COD,
        Metric::ElectricityCost => k::METRIC_ELECTRICITY_COST,
        Metric::FuelCost => k::METRIC_FUEL_COST,
        Metric::GasCost => k::METRIC_GAS_COST,
        Metric::OtherFuelCost => k::METRIC_OTHER_FUEL_COST,
        Metric::HeatCost => k::METRIC_HEAT_COST,
        Metric::WaterCost => k::METRIC_WATER_BILL,
        Metric::Tax => k::METRIC_TAX,
        Metric::ActivityCost => k::METRIC_ACTIVITY_COST,
        Metric::Cost => k::METRIC_BILL,
        Metric::RunningCost => k::METRIC_RUNNING_COST,
    }
}

/// The shortest name, for chart labels and switches.
pub fn short_key(metric: Metric) -> Key {
    match metric {
        Metric::Co2e => k::METRIC_SHORT_CO2E,
        Metric::So2 | Metric::StationSo2 => k::METRIC_SHORT_SO2,
        Metric::Nox | Metric::StationNox => k::METRIC_SHORT_NOX,
        Metric::Pm10 | Metric::StationPm10 => k::METRIC_SHORT_PM10,
        Metric::Pm25 => k::METRIC_SHORT_PM25,
        Metric::Voc => k::METRIC_SHORT_VOC,
        Metric::Co => k::METRIC_SHORT_CO,
        Metric::Cost => k::METRIC_SHORT_COST,
        Metric::Water => k::METRIC_SHORT_WATER,
        Metric::Energy | Metric::CoalEquivalent => k::METRIC_ENERGY,
        other => metric_key(other),
    }
}

/// Values of one metric in words.
#[derive(Clone, Copy, Debug)]
pub struct MetricText {
    pub i18n: I18n,
    pub metric: Metric,
    pub currency: Currency,
}

/// What a value is counted in on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Co2e,
    Mass,
    Kwh,
    Gj,
    Tce,
    Water,
    Money,
}

fn counted(metric: Metric) -> Counted {
    match metric.unit() {
        "t_co2e" | "t_co2" => Counted::Co2e,
        "kg" => Counted::Mass,
        "kwh" => Counted::Kwh,
        "gj" => Counted::Gj,
        "tce" => Counted::Tce,
        "m3" => Counted::Water,
        _ => Counted::Money,
    }
}

impl MetricText {
    pub fn new(i18n: I18n, metric: Metric, currency: Currency) -> Self {
        MetricText { i18n, metric, currency }
    }

    /// A yearly value for a sentence or headline: `3,940 t CO₂e`, `HK$7.9 million`.
    pub fn value(self, value: f64) -> String {
        let format = self.i18n.format();
        match counted(self.metric) {
            Counted::Co2e => format.co2e(value),
            Counted::Mass => format.mass(value / 1000.0),
            Counted::Kwh => format.electricity(value),
            Counted::Gj => format.energy(value),
            Counted::Tce => format.headline(value, &self.i18n.unit("tce")),
            Counted::Water => format.water(value),
            Counted::Money => format.money_sentence(value, self.currency),
        }
    }

    /// A change (negative falls) for a sentence: `−1,010 t CO₂e`, `unchanged`.
    pub fn change(self, change: f64) -> String {
        if self.value(change) == self.value(0.0) {
            return self.i18n.t(k::FORMAT_UNCHANGED).to_owned();
        }
        let shown = self.value(change);
        if change > 0.0 { format!("+{shown}") } else { shown }
    }

    /// The value a table column and a chart axis count in: pollutants in tonnes.
    pub fn scaled(self, value: f64) -> f64 {
        match counted(self.metric) {
            Counted::Mass => value / 1000.0,
            _ => value,
        }
    }

    /// The unit of a table column or a ledger row.
    pub fn unit(self) -> String {
        match counted(self.metric) {
            Counted::Co2e => self.i18n.t(k::FORMAT_T_CO2E).to_owned(),
            Counted::Mass => self.i18n.t(k::FORMAT_T).to_owned(),
            Counted::Kwh => self.i18n.symbol("kwh"),
            Counted::Gj => self.i18n.symbol("gj"),
            Counted::Tce => self.i18n.symbol("tce"),
            Counted::Water => self.i18n.symbol("m3"),
            Counted::Money => self.i18n.format().currency(self.currency).to_owned(),
        }
    }

    /// A table figure in [`MetricText::unit`]: whole numbers, with decimals for what is small.
    pub fn table(self, value: f64) -> String {
        let value = self.scaled(value);
        self.i18n.format().table(value, self.decimals(value))
    }

    /// A signed table figure in [`MetricText::unit`].
    pub fn table_change(self, value: f64) -> String {
        let value = self.scaled(value);
        self.i18n.format().change_table(value, self.decimals(value))
    }

    /// A value with its unit in words, as a screen reader should say it.
    pub fn said(self, value: f64) -> String {
        let number = |value: f64| self.i18n.format().headline(value, "");
        let (key, value) = match counted(self.metric) {
            Counted::Co2e => (k::A11Y_SAID_CO2E, value),
            Counted::Mass if value.abs() < 1000.0 => (k::A11Y_SAID_KG, value),
            Counted::Mass => (k::A11Y_SAID_T, value / 1000.0),
            Counted::Kwh => (k::A11Y_SAID_KWH, value),
            Counted::Gj => (k::A11Y_SAID_GJ, value),
            Counted::Tce => (k::A11Y_SAID_TCE, value),
            Counted::Water => (k::A11Y_SAID_M3, value),
            Counted::Money => return self.value(value),
        };
        self.i18n.tf(key, [("n", &number(value))])
    }

    fn decimals(self, value: f64) -> u8 {
        match counted(self.metric) {
            Counted::Money | Counted::Kwh | Counted::Water => 0,
            _ => super::figure::decimals(value).min(if value.abs() < 1.0 { 3 } else { 2 }).saturating_sub(
                // Three figures are what the data support.
                u8::from(value.abs() >= 1.0),
            ),
        }
    }
}

/// A figure with its unit in words and the action, as a screen reader says it.
pub fn spoken(i18n: I18n, value: &str) -> String {
    i18n.tf(k::A11Y_FIGURE_PLAIN, [("value", value)])
}
