//! From today through the measures to the plan: each bar begins where the one before ended.
//!
//! The chart closes exactly. Should the given end differ from the sum of the steps, the difference is drawn and
//! marked instead of being hidden. When the totals dwarf the steps the axis is broken, and shows it.

mod columns;
mod rows;

use super::{
    axis::TickText,
    scale::axis_floor,
    scene::{Pattern, Scene, Size},
};

/// A total or a step, formatted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its name.
    pub label: String,
    /// A total's height, or a step's change.
    pub value: f64,
    /// The value as shown, with its sign for a step.
    pub text: String,
    /// Key of the figure behind it.
    pub key: String,
}

/// Which way a change is welcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Welcome {
    /// Emissions, use, cost.
    #[default]
    Less,
    /// Money saved.
    More,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waterfall {
    /// Today.
    pub start: Item,
    /// The measures with their shares, in the order of drawing.
    pub steps: Vec<Item>,
    /// With the plan.
    pub end: Item,
    /// Which way a change is welcome.
    pub welcome: Welcome,
}

/// Relative difference between the end and the sum of the steps that rounding may leave.
const CLOSES: f64 = 1e-6;

/// A bar before it has a place.
struct Bar<'a> {
    item: &'a Item,
    /// Values at its two ends; a total stands on the floor.
    from: f64,
    to: f64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    End,
    Good,
    Bad,
    /// The end is not where the steps lead.
    Gap,
}

impl Kind {
    fn bar_class(self) -> &'static str {
        match self {
            Self::Start => "lt-before",
            Self::End => "lt-after",
            Self::Good => "lt-saved",
            Self::Bad | Self::Gap => "lt-rise",
        }
    }

    fn text_class(self) -> &'static str {
        match self {
            Self::Start | Self::End => "lt-text-strong",
            Self::Good => "lt-text-save",
            Self::Bad | Self::Gap => "lt-text-worse",
        }
    }

    fn pattern(self) -> Option<Pattern> {
        match self {
            Self::Start | Self::End => None,
            Self::Good => Some(Pattern::Save),
            Self::Bad | Self::Gap => Some(Pattern::Worse),
        }
    }

    fn is_total(self) -> bool {
        matches!(self, Self::Start | Self::End)
    }
}

/// The bars in order and the range of their values.
struct Bars<'a> {
    list: Vec<Bar<'a>>,
    low: f64,
    high: f64,
    /// Where the axis starts if not at zero.
    floor: Option<f64>,
}

impl<'a> Bars<'a> {
    fn new(data: &'a Waterfall) -> Option<Self> {
        let (start, end) = (data.start.value, data.end.value);
        if !(start.is_finite() && end.is_finite()) {
            return None;
        }
        let mut list = vec![Bar { item: &data.start, from: 0.0, to: start, kind: Kind::Start }];
        let mut level = start;
        for item in data.steps.iter().filter(|item| item.value.is_finite()) {
            let good = (item.value <= 0.0) == (data.welcome == Welcome::Less);
            let kind = if good { Kind::Good } else { Kind::Bad };
            list.push(Bar { item, from: level, to: level + item.value, kind });
            level += item.value;
        }
        let size = list.iter().map(|bar| bar.to.abs()).fold(end.abs(), f64::max);
        if (level - end).abs() > CLOSES * size {
            list.push(Bar { item: &data.end, from: level, to: end, kind: Kind::Gap });
        }
        let levels = || list.iter().map(|bar| bar.to).chain([end]);
        let (low, high) =
            (levels().fold(f64::INFINITY, f64::min), levels().fold(f64::NEG_INFINITY, f64::max));
        let floor = axis_floor(low, high, 5);
        list.push(Bar { item: &data.end, from: 0.0, to: end, kind: Kind::End });
        Some(Self { list, low: low.min(0.0), high: high.max(0.0), floor })
    }

    /// The lowest value drawn.
    fn bottom(&self) -> f64 {
        self.floor.unwrap_or(self.low)
    }
}

/// Columns where there is room for their whole names, rows otherwise.
pub fn layout(data: &Waterfall, ticks: &dyn TickText, size: Size) -> Scene {
    let size = size.at_least(200.0);
    let Some(bars) = Bars::new(data) else { return Scene::new(size) };
    columns::layout(&bars, ticks, size).unwrap_or_else(|| rows::layout(&bars, ticks, size))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
