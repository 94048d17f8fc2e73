//! How soon the measures pay back: bins from "at once" to "never", one block for each measure.

use super::{
    scene::{Anchor, Pattern, Scene, Size},
    text,
};

/// What a bin stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BinKind {
    /// Costs nothing, or the grant covers it.
    Immediate,
    /// Between two numbers of years.
    #[default]
    Years,
    /// Not within its life, or no money is saved.
    Never,
}

/// A bin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    /// Its range in words.
    pub label: String,
    /// How many, as shown.
    pub text: String,
    /// What it stands for.
    pub kind: BinKind,
    /// Name and key of each measure in it.
    pub items: Vec<(String, String)>,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Payback {
    /// The bins in order.
    pub bins: Vec<Bin>,
}

impl BinKind {
    fn class(self) -> &'static str {
        match self {
            Self::Immediate | Self::Years => "lt-saved",
            Self::Never => "lt-rise",
        }
    }

    fn pattern(self) -> Option<Pattern> {
        match self {
            Self::Immediate => None,
            Self::Years => Some(Pattern::Save),
            Self::Never => Some(Pattern::Worse),
        }
    }
}

/// Columns where their labels fit, rows on a narrow screen.
pub fn layout(data: &Payback, size: Size) -> Scene {
    let size = size.at_least(180.0);
    if data.bins.is_empty() {
        return Scene::new(size);
    }
    let slot = size.width / data.bins.len() as f64;
    if slot >= size.font * 5.5 { columns(data, size, slot) } else { rows(data, size) }
}

fn tallest(data: &Payback) -> f64 {
    data.bins.iter().map(|bin| bin.items.len()).max().unwrap_or(0).max(1) as f64
}

fn columns(data: &Payback, size: Size, slot: f64) -> Scene {
    let font = size.font;
    let mut scene = Scene::new(size);
    let block = (font * 14.0 / tallest(data)).min(font * 2.4);
    let floor = font * 1.6 + block * tallest(data);
    let width = (slot * 0.7).min(font * 7.0);
    let mut label_lines = 1;
    for (index, bin) in data.bins.iter().enumerate() {
        let middle = slot * (index as f64 + 0.5);
        let mut y = floor;
        for item in &bin.items {
            block_mark(
                &mut scene,
                bin.kind,
                item,
                (middle - width / 2.0, middle + width / 2.0),
                (y - block + 2.0, y),
            );
            y -= block;
        }
        let class = if bin.items.is_empty() { "lt-tick-text" } else { "lt-text-strong" };
        scene.text(class, (middle, y - font * 0.4), Anchor::Middle, bin.text.clone());
        let label = text::balanced(&bin.label, slot - font * 0.4, font, 3);
        label_lines = label_lines.max(label.len());
        scene.lines("lt-text", (middle, floor + font * 1.5), Anchor::Middle, &label, &bin.label);
    }
    scene.line("lt-axis", (0.0, floor), (size.width, floor));
    scene.height = floor + font * 0.8 + size.line() * label_lines as f64;
    scene
}

fn rows(data: &Payback, size: Size) -> Scene {
    let font = size.font;
    let mut scene = Scene::new(size);
    let count_width = data.bins.iter().map(|bin| text::width(&bin.text, font)).fold(0.0, f64::max);
    let left =
        data.bins.iter().map(|bin| text::width(&bin.label, font)).fold(0.0, f64::max).min(size.width * 0.4)
            + font * 0.7;
    let block = ((size.width - left - count_width - font) / tallest(data)).clamp(1.0, font * 2.4);
    let mut y = 0.0;
    for bin in &data.bins {
        let label = text::wrap(&bin.label, left - font * 0.7, font, 2);
        let height = (font * 0.5 + size.line() * label.len() as f64).max(font * 2.0);
        scene.lines("lt-text", (0.0, y + font * 1.3), Anchor::Start, &label, &bin.label);
        let mut x = left;
        for item in &bin.items {
            block_mark(
                &mut scene,
                bin.kind,
                item,
                (x, x + (block - 2.0).max(0.8)),
                (y + font * 0.4, y + font * 1.6),
            );
            x += block;
        }
        let class = if bin.items.is_empty() { "lt-tick-text" } else { "lt-text-strong" };
        scene.text(class, (x + font * 0.5, y + font * 1.35), Anchor::Start, bin.text.clone());
        y += height;
    }
    scene.line("lt-axis", (left, 0.0), (left, y));
    scene.height = y;
    scene
}

fn block_mark(scene: &mut Scene, kind: BinKind, item: &(String, String), x: (f64, f64), y: (f64, f64)) {
    let mark = scene.rect(if kind == BinKind::Immediate { "lt-solid-save" } else { kind.class() }, x, y, 2.0);
    mark.pattern = kind.pattern();
    mark.tip(item.0.clone()).key(item.1.clone());
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Scene, Shape, Size, assert_inside, drawing},
        Bin, BinKind, Payback, layout,
    };

    fn bin(label: &str, kind: BinKind, count: usize) -> Bin {
        let items = (0..count).map(|n| (format!("M{n}"), String::new())).collect();
        Bin { label: label.into(), text: count.to_string(), kind, items }
    }

    fn chart() -> Payback {
        let bins = vec![
            bin("at once", BinKind::Immediate, 1),
            bin("under 1 year", BinKind::Years, 3),
            bin("1–3 years", BinKind::Years, 0),
            bin("never", BinKind::Never, 2),
        ];
        Payback { bins }
    }

    fn tops(scene: &Scene, class: &str) -> Vec<f64> {
        let top = |mark: &&super::super::scene::Mark| match mark.shape {
            Shape::Rect { y, .. } => y,
            ref other => panic!("not a block: {other:?}"),
        };
        scene.of(class).iter().map(top).collect()
    }

    #[test]
    fn one_block_for_each_measure() {
        for width in [300.0, 900.0] {
            let scene = layout(&chart(), Size::wide(width));
            assert_eq!(
                ["lt-solid-save", "lt-saved", "lt-rise"].map(|class| scene.of(class).len()),
                [1, 3, 2]
            );
            assert_inside(&scene);
        }
    }

    #[test]
    fn blocks_of_a_column_stand_on_each_other() {
        // Text 10: three blocks of 24 px (2.4 × 10) end on the floor at 16 + 72 = 88, with 2 px between them.
        let scene = layout(&chart(), Size { width: 900.0, font: 10.0 });
        assert_eq!(tops(&scene, "lt-saved"), [66.0, 42.0, 18.0]);
        assert_eq!(tops(&scene, "lt-rise"), [66.0, 42.0]);
    }

    #[test]
    fn empty_bins_are_shown_as_such() {
        let empty = Payback { bins: vec![bin("never", BinKind::Never, 0)] };
        let scene = layout(&empty, Size::wide(300.0));
        assert!(scene.of("lt-rise").is_empty());
        assert_eq!(scene.of("lt-text").len(), 1);
        assert!(layout(&Payback::default(), Size::wide(300.0)).marks.is_empty());
    }

    #[test]
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("payback_columns", drawing(&layout(&chart(), Size::wide(600.0))));
        insta::assert_snapshot!("payback_rows", drawing(&layout(&chart(), Size::wide(260.0))));
    }
}
