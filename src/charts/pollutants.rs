//! Pairs of bars, before and after, one pair a pollutant (or any other figure), with the change in words.

use super::{
    scale::Scale,
    scene::{Anchor, Pattern, Scene, Size},
    text,
};

/// A pair of bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// What is compared.
    pub label: String,
    /// Its value today; `None` where nothing is known.
    pub before: Option<f64>,
    /// Its value with the plan.
    pub after: Option<f64>,
    /// Today's value as shown, or the word for "no data".
    pub before_text: String,
    /// The plan's value as shown, or the word for "no data".
    pub after_text: String,
    /// The change as shown ("−80%"); empty where there is none to state.
    pub change: String,
    /// Key of the figure behind it.
    pub key: String,
}

/// Whether the pairs share one scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lengths {
    /// All in the same unit: lengths can be compared.
    #[default]
    Shared,
    /// Each pair fills the width: only before and after can be compared.
    Own,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// The pairs from top to bottom.
    pub pairs: Vec<Pair>,
    /// Whether they share one scale.
    pub lengths: Lengths,
}

/// A value that a bar can show.
fn known(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite())
}

impl Pair {
    fn highest(&self) -> f64 {
        [self.before, self.after].into_iter().filter_map(known).fold(0.0, f64::max)
    }

    fn rises(&self) -> bool {
        matches!((known(self.before), known(self.after)), (Some(before), Some(after)) if after > before)
    }

    fn falls(&self) -> bool {
        matches!((known(self.before), known(self.after)), (Some(before), Some(after)) if after < before)
    }

    /// The plan's value with the change behind it.
    fn after_line(&self) -> String {
        let arrow = if self.rises() {
            "▲ "
        } else if self.falls() {
            "▼ "
        } else {
            ""
        };
        if self.change.is_empty() {
            self.after_text.clone()
        } else {
            format!("{}  {arrow}{}", self.after_text, self.change)
        }
    }
}

/// Rows of pairs; names stand before the bars, or above them on a narrow screen.
pub fn layout(data: &Pairs, size: Size) -> Scene {
    let size = size.at_least(180.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let widest = |of: fn(&Pair) -> f64| data.pairs.iter().map(of).fold(0.0, f64::max);
    let name_width = data.pairs.iter().map(|pair| text::bold_width(&pair.label, font)).fold(0.0, f64::max);
    let figure_width = data
        .pairs
        .iter()
        .map(|pair| text::width(&pair.before_text, font).max(text::bold_width(&pair.after_line(), font)))
        .fold(0.0, f64::max);
    let left = name_width + font * 0.9;
    // Names go above when the bars would get less than half of the width.
    let above = size.width - left - figure_width < size.width * 0.4;
    let left = if above { 0.0 } else { left };
    let room = (size.width - left - figure_width - font * 0.6).max(font * 4.0);
    let shared = widest(Pair::highest);
    let mut y = 0.0;
    for pair in &data.pairs {
        let highest = if data.lengths == Lengths::Own { pair.highest() } else { shared };
        let x = Scale::new((0.0, highest), (left, left + if highest > 0.0 { room } else { 0.0 }));
        if above {
            scene.text("lt-text-strong", (0.0, y + font), Anchor::Start, pair.label.clone());
            y += font * 1.45;
        } else {
            scene.text("lt-text-strong", (0.0, y + font * 1.45), Anchor::Start, pair.label.clone());
        }
        draw(&mut scene, pair, x, y);
        y += font * 3.3;
    }
    scene.height = (y - font).max(0.0);
    scene
}

fn draw(scene: &mut Scene, pair: &Pair, x: Scale, y: f64) {
    let font = scene.font;
    let (thick, second) = (font * 0.78, y + font * 1.2);
    let after_bar = if pair.rises() { "lt-rise" } else { "lt-after" };
    let after_text = match (pair.rises(), pair.falls()) {
        (true, _) => "lt-text-worse",
        (_, true) => "lt-text-save",
        _ => "lt-text",
    };
    bar(scene, "lt-before", known(pair.before), x, (y, y + thick), pair);
    let to = bar(scene, after_bar, known(pair.after), x, (second, second + thick), pair);
    if let (Some(before), true) = (known(pair.before), pair.falls()) {
        scene.rect("lt-saved", (to, x.at(before)), (second, second + thick), 2.0).pattern(Pattern::Save);
    }
    let end_of = |value| known(value).map_or(x.at(0.0), |v| x.at(f64::max(v, 0.0))) + font * 0.5;
    scene.text("lt-text", (end_of(pair.before), y + thick), Anchor::Start, pair.before_text.clone());
    // Behind the hatching, so figures of a column begin where the longer bar ends.
    let behind = if pair.falls() { end_of(pair.before) } else { end_of(pair.after) };
    scene.text(after_text, (behind, second + thick), Anchor::Start, pair.after_line()).key(pair.key.clone());
}

/// Draws a bar; zero leaves a hair, an unknown value nothing. Returns where it ends.
fn bar(
    scene: &mut Scene,
    class: &'static str,
    value: Option<f64>,
    x: Scale,
    y: (f64, f64),
    pair: &Pair,
) -> f64 {
    let start = x.at(0.0);
    let Some(value) = value else { return start };
    let end = x.at(value.max(0.0)).max(start + 1.0);
    let mark = scene.rect(class, (start, end), y, 2.0);
    mark.pattern = (class == "lt-rise").then_some(Pattern::Worse);
    mark.key(pair.key.clone());
    end
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Scene, Shape, Size, assert_inside, drawing},
        Lengths, Pair, Pairs, layout,
    };

    fn pair(label: &str, before: Option<f64>, after: Option<f64>) -> Pair {
        let text = |value: Option<f64>| value.map_or_else(|| "no data".to_owned(), |v| v.to_string());
        let (before_text, after_text) = (text(before), text(after));
        Pair {
            label: label.into(),
            before,
            after,
            before_text,
            after_text,
            change: "80%".into(),
            key: String::new(),
        }
    }

    fn widths(scene: &Scene, class: &str) -> Vec<f64> {
        let width = |mark: &&super::super::scene::Mark| match mark.shape {
            Shape::Rect { width, .. } => width,
            ref other => panic!("not a bar: {other:?}"),
        };
        scene.of(class).iter().map(width).collect()
    }

    #[test]
    fn bars_share_one_scale() {
        let pairs = vec![pair("SO2", Some(20.0), Some(5.0)), pair("NOx", Some(10.0), Some(15.0))];
        let scene = layout(&Pairs { pairs, lengths: Lengths::Shared }, Size::wide(500.0));
        let (before, after, rise) =
            (widths(&scene, "lt-before"), widths(&scene, "lt-after"), widths(&scene, "lt-rise"));
        // 20 is the longest; 10 is half, 5 a quarter, 15 three quarters of it.
        assert!((before[1] / before[0] - 0.5).abs() < 1e-9);
        assert!((after[0] / before[0] - 0.25).abs() < 1e-9);
        assert!((rise[0] / before[0] - 0.75).abs() < 1e-9);
        assert!((widths(&scene, "lt-saved")[0] / before[0] - 0.75).abs() < 1e-9);
    }

    #[test]
    fn pairs_of_their_own_length_fill_the_width() {
        let pairs = vec![pair("kWh", Some(2000.0), Some(1000.0)), pair("t", Some(2.0), Some(1.0))];
        let scene = layout(&Pairs { pairs, lengths: Lengths::Own }, Size::wide(500.0));
        let before = widths(&scene, "lt-before");
        assert!((before[0] - before[1]).abs() < 1e-9);
    }

    #[test]
    fn zero_leaves_a_hair_and_absent_nothing() {
        let pairs = vec![
            pair("SO2", Some(20.0), Some(0.0)),
            pair("CO", None, None),
            pair("VOC", Some(f64::NAN), Some(1.0)),
        ];
        let scene = layout(&Pairs { pairs, lengths: Lengths::Shared }, Size::wide(500.0));
        let after = widths(&scene, "lt-after");
        assert_eq!(after.len(), 2);
        assert!((after[0] - 1.0).abs() < 1e-9);
        assert_eq!(widths(&scene, "lt-before").len(), 1);
    }

    #[test]
    fn all_zero_draws_hairs_only() {
        let pairs = vec![pair("SO2", Some(0.0), Some(0.0))];
        let scene = layout(&Pairs { pairs, lengths: Lengths::Shared }, Size::wide(500.0));
        assert!(widths(&scene, "lt-before").iter().all(|w| (w - 1.0).abs() < 1e-9));
    }

    #[test]
    fn every_mark_stays_inside_the_scene() {
        let pairs = || vec![pair("可吸入懸浮粒子", Some(21.0), Some(4.1)), pair("NOx", Some(9.4), Some(9.8))];
        for width in [240.0, 300.0, 430.0, 1200.0] {
            assert_inside(&layout(&Pairs { pairs: pairs(), lengths: Lengths::Shared }, Size::wide(width)));
        }
        assert!(layout(&Pairs::default(), Size::wide(300.0)).marks.is_empty());
    }

    #[test]
    fn the_drawing_is_unchanged() {
        let pairs = vec![
            pair("SO2", Some(20.0), Some(5.0)),
            pair("NOx", Some(10.0), Some(15.0)),
            pair("CO", None, None),
        ];
        let scene = layout(&Pairs { pairs, lengths: Lengths::Shared }, Size::wide(430.0));
        insta::assert_snapshot!("pollutants", drawing(&scene));
    }
}
