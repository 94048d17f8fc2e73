//! `finance`: what a stream of cash flows is worth, without a plant.

use std::fmt::Write as _;

use lantian_engine::cashflow::{Crossings, mirr, npv, payback, return_on_investment, saving_to_investment};
use lantian_engine::finance::Irr;
use lantian_engine::irr::irr;

/// Most flows of a stream: a century and more.
const MOST_FLOWS: usize = 200;

/// The document that is read. Rates are fractions a year.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Flow 0 now, then one at the end of each year; what comes in is positive.
    flows: Vec<f64>,
    /// Discount rate.
    rate: f64,
    /// Rate at which outlays are financed, for the modified internal rate of return; `rate` if absent.
    finance_rate: Option<f64>,
    /// Rate at which earnings are invested again; `rate` if absent.
    reinvest_rate: Option<f64>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum FlowsError {
    #[error("not a stream of cash flows: {0}")]
    Shape(#[from] serde_json::Error),
    #[error("flows: empty; flow 0 is what is paid or comes in now")]
    Empty,
    #[error("flows: {0} are more than {MOST_FLOWS}")]
    TooMany(usize),
    #[error("{name}: {value} is not above -1 (that is -100 % a year)")]
    Rate { name: &'static str, value: f64 },
    #[error("the flows at these rates are worth more than a number can hold")]
    Overflow,
}

/// Reads and checks a stream. JSON has no infinities, so every number is finite.
pub fn read(text: &str) -> Result<Stream, FlowsError> {
    let stream: Stream = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    match stream.flows.len() {
        0 => return Err(FlowsError::Empty),
        many if many > MOST_FLOWS => return Err(FlowsError::TooMany(many)),
        _ => {}
    }
    let rates = [
        ("rate", Some(stream.rate)),
        ("finance_rate", stream.finance_rate),
        ("reinvest_rate", stream.reinvest_rate),
    ];
    match rates.into_iter().find_map(|(name, value)| value.filter(|v| *v <= -1.0).map(|v| (name, v))) {
        Some((name, value)) => Err(FlowsError::Rate { name, value }),
        None => Ok(stream),
    }
}

/// The answer; `null` where there is none.
#[derive(Debug, serde::Serialize)]
pub struct Worth {
    npv: f64,
    irr: Rates,
    mirr: Option<f64>,
    /// Of the flows as they are.
    simple_payback: Years,
    /// Of the flows discounted at `rate`.
    discounted_payback: Years,
    /// Present value of all later flows by what is paid now.
    saving_to_investment: Option<f64>,
    /// Sum of all flows by what is paid now, a fraction.
    return_on_investment: Option<f64>,
}

/// Internal rates of return, fractions a year in rising order.
#[derive(Debug, serde::Serialize)]
pub struct Rates {
    /// `none`, `one` or `several`.
    status: &'static str,
    values: Vec<f64>,
}

impl Rates {
    /// For reading.
    pub fn words(&self) -> String {
        let rates: Vec<String> = self.values.iter().map(|rate| percent(*rate)).collect();
        if rates.is_empty() { "none".to_owned() } else { rates.join(", ") }
    }
}

impl From<&Irr> for Rates {
    fn from(irr: &Irr) -> Self {
        match irr {
            Irr::None => Rates { status: "none", values: Vec::new() },
            Irr::One(rate) => Rates { status: "one", values: vec![*rate] },
            Irr::Several(rates) => Rates { status: "several", values: rates.clone() },
        }
    }
}

/// Years from now.
#[derive(Debug, serde::Serialize)]
struct Years {
    /// When outlays have come back for the first time.
    first: Option<f64>,
    /// When they have come back for good.
    r#final: Option<f64>,
}

impl From<Crossings> for Years {
    fn from(crossings: Crossings) -> Self {
        Years { first: crossings.first, r#final: crossings.last }
    }
}

impl Worth {
    pub fn of(stream: &Stream) -> Result<Self, FlowsError> {
        let Stream { flows, rate, finance_rate, reinvest_rate } = stream;
        let worth = Worth {
            npv: npv(flows, *rate),
            irr: Rates::from(&irr(flows)),
            mirr: mirr(flows, finance_rate.unwrap_or(*rate), reinvest_rate.unwrap_or(*rate)),
            simple_payback: payback(flows, 0.0).into(),
            discounted_payback: payback(flows, *rate).into(),
            saving_to_investment: saving_to_investment(flows, *rate),
            return_on_investment: return_on_investment(flows),
        };
        let numbers = [Some(worth.npv), worth.mirr, worth.saving_to_investment, worth.return_on_investment];
        if numbers.into_iter().flatten().all(f64::is_finite) { Ok(worth) } else { Err(FlowsError::Overflow) }
    }

    /// For reading.
    pub fn table(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: String| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{name:<22}{value}");
        };
        let or_none = |value: Option<String>| value.unwrap_or_else(|| "none".to_owned());
        line("npv", format!("{:.2}", self.npv));
        line("irr", self.irr.words());
        line("mirr", or_none(self.mirr.map(percent)));
        for (name, years) in
            [("simple payback", &self.simple_payback), ("discounted payback", &self.discounted_payback)]
        {
            let both = [years.first, years.r#final].map(|y| or_none(y.map(|y| format!("{y:.2} years"))));
            let [first, last] = both;
            line(name, if first == last { first } else { format!("first {first}, for good {last}") });
        }
        line("saving to investment", or_none(self.saving_to_investment.map(|ratio| format!("{ratio:.3}"))));
        line("return on investment", or_none(self.return_on_investment.map(percent)));
        text
    }
}

/// For reading.
pub fn percent(rate: f64) -> String {
    format!("{:.2} %", rate * 100.0)
}
