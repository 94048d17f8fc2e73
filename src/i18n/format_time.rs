//! Durations, dates, and quantities whose unit follows their size.

use super::decimal::Decimal;
use super::format::Format;
use super::key::{Key, k};

const MONTHS: f64 = 12.0;

impl Format {
    /// A duration such as a payback: months below a year, one decimal below ten years, then whole
    /// years: `5 months`, `2.4 years`, 2.4 年.
    pub fn years(self, years: f64) -> String {
        self.decimal(years, |number| {
            let (one, other, shown) = duration(years, number);
            self.counted(one, other, shown)
        })
    }

    /// A range of durations: `1.9 to 3.6 years`; mixed units name both.
    pub fn years_range(self, low: f64, high: f64) -> String {
        let (Some(from), Some(to)) = (Decimal::of(low), Decimal::of(high)) else { return self.none() };
        let (low_unit, _, low_shown) = duration(low, from);
        let (high_unit, _, _) = duration(high, to);
        let low_text = if low_unit == high_unit { low_shown.grouped(None) } else { self.years(low) };
        self.texts.fill(k::FORMAT_RANGE, [("low", &low_text), ("high", &self.years(high))])
    }

    /// A whole number of years as a period considered: `10 years`, 10 年.
    pub fn period(self, years: u16) -> String {
        self.years(f64::from(years))
    }

    /// Electricity in the unit people use for its size: `820 kWh`, `1.32 GWh`, 132 萬度.
    pub fn electricity(self, kwh: f64) -> String {
        if self.texts.lang().is_chinese() {
            return self.headline(kwh, self.texts.get(k::FORMAT_KWH));
        }
        self.stepped(kwh, &[(6, 6, "GWh"), (5, 3, "MWh")], "kWh")
    }

    /// Heat or fuel energy: `38,100 GJ`, `1,210 TJ`.
    pub fn energy(self, gigajoule: f64) -> String {
        self.stepped(gigajoule, &[(5, 3, "TJ")], "GJ")
    }

    /// Greenhouse gas: `3,940 t CO₂e`, `12 kg CO₂e`, 3,940 噸 CO₂e.
    pub fn co2e(self, tonnes: f64) -> String {
        self.tonnes(tonnes, k::FORMAT_T_CO2E, k::FORMAT_KG_CO2E)
    }

    /// A change of greenhouse gas with its sign.
    pub fn co2e_change(self, tonnes: f64) -> String {
        let shown = self.co2e(tonnes);
        self.signed(tonnes, |number| (number.is_zero(), shown))
    }

    /// The mass of a pollutant: `4.1 t`, `320 kg`.
    pub fn mass(self, tonnes: f64) -> String {
        self.tonnes(tonnes, k::FORMAT_T, k::FORMAT_KG)
    }

    /// A volume of water: `884,000 m³`, 88.4 萬 m³.
    pub fn water(self, cubic_metre: f64) -> String {
        self.headline(cubic_metre, "m³")
    }

    /// A date: `5 March 2026`, 2026年3月5日. Months count from 1.
    pub fn date(self, year: i32, month: u8, day: u8) -> String {
        let values = [("year", year.to_string()), ("month", self.month(month)), ("day", day.to_string())];
        let [year, month, day] = &values;
        self.texts.fill_close(k::FORMAT_DATE, [(year.0, &year.1), (month.0, &month.1), (day.0, &day.1)])
    }

    /// A month's name: `March`, 3月. Empty for a number that is no month.
    pub fn month(self, month: u8) -> String {
        const MONTHS: [Key; 12] = [
            k::FORMAT_MONTH_01,
            k::FORMAT_MONTH_02,
            k::FORMAT_MONTH_03,
            k::FORMAT_MONTH_04,
            k::FORMAT_MONTH_05,
            k::FORMAT_MONTH_06,
            k::FORMAT_MONTH_07,
            k::FORMAT_MONTH_08,
            k::FORMAT_MONTH_09,
            k::FORMAT_MONTH_10,
            k::FORMAT_MONTH_11,
            k::FORMAT_MONTH_12,
        ];
        let key = usize::from(month).checked_sub(1).and_then(|place| MONTHS.get(place));
        key.map_or_else(String::new, |key| self.texts.get(*key).to_owned())
    }

    /// A date for files and exports, the same in every language.
    pub fn date_iso(year: i32, month: u8, day: u8) -> String {
        format!("{year:04}-{month:02}-{day:02}")
    }

    fn counted(self, one: Key<1>, other: Key<1>, number: Decimal) -> String {
        self.texts.fill(if number.is_one() { one } else { other }, [("n", &number.grouped(None))])
    }

    fn tonnes(self, tonnes: f64, large: Key, small: Key) -> String {
        self.decimal(tonnes, |number| {
            let in_kg = !number.is_zero() && !number.significant(3).reaches(0);
            let (number, unit) = if in_kg { (number.shifted(-3), small) } else { (number, large) };
            Self::with_unit(self.scaled(number), self.texts.get(unit))
        })
    }

    /// `steps`: from which power of ten on, divided by which power, in which unit.
    fn stepped(self, value: f64, steps: &[(i32, i32, &str)], smallest: &str) -> String {
        self.decimal(value, |number| {
            let rounded = number.significant(3);
            let step = steps.iter().find(|(from, _, _)| rounded.reaches(*from));
            let (shift, unit) = step.map_or((0, smallest), |(_, shift, unit)| (*shift, *unit));
            Self::with_unit(self.scaled(number.shifted(shift)), unit)
        })
    }
}

/// The words for one and for several, and the number shown. Twelve months are a year.
fn duration(years: f64, number: Decimal) -> (Key<1>, Key<1>, Decimal) {
    let months = Decimal::of(years * MONTHS).unwrap_or(number).rounded(0);
    if years.abs() < 1.0 && months.grouped(None).trim_start_matches('−') != "12" {
        return (k::FORMAT_MONTH_ONE, k::FORMAT_MONTHS, months);
    }
    let tenths = number.rounded(1);
    let shown = if tenths.reaches(1) { number.rounded(0) } else { tenths };
    (k::FORMAT_YEAR_ONE, k::FORMAT_YEARS, shown)
}
