//! How often a result comes out how: bars of equal width with low, middle and high marked.

use super::{
    axis::{Axis, TickText},
    scale::{Scale, nice_step},
    scene::{Anchor, Scene, Size},
    text,
};

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Where the first bar begins and the last one ends.
    pub from: f64,
    pub to: f64,
    /// How often the result fell into each bar.
    pub bars: Vec<f64>,
    /// Low, middle and high result, each with its label.
    pub marks: [(f64, String); 3],
}

/// Columns over an axis of values; labels of the marks stand above them.
pub fn layout(data: &Histogram, values: &dyn TickText, size: Size) -> Scene {
    let size = size.at_least(200.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let tallest = data.bars.iter().copied().fold(0.0, f64::max);
    let span = data.to - data.from;
    if span <= 0.0 || !span.is_finite() || tallest <= 0.0 {
        return scene;
    }
    let [low, middle, high] = &data.marks;
    let top = font * 3.2;
    let bottom = top + (size.width * 0.3).clamp(font * 7.0, font * 13.0);
    let x = Scale::new((data.from, data.to), (font * 0.5, size.width - font * 0.5));
    let y = Scale::new((0.0, tallest), (bottom, top));
    let each = span / data.bars.len() as f64;
    for (place, bar) in data.bars.iter().enumerate().filter(|(_, bar)| **bar > 0.0) {
        let from = data.from + each * place as f64;
        let inside = (low.0..=high.0).contains(&(from + each / 2.0));
        let class = if inside { "lt-solid-save" } else { "lt-before" };
        // A hair between two bars.
        scene.rect(class, (x.at(from) + 0.5, x.at(from + each) - 0.5), (bottom, y.at(*bar)), 0.0);
    }
    let step = nice_step(span, if size.width > font * 40.0 { 8 } else { 4 });
    Axis::new(data.from, data.to, step, values).columns(&mut scene, x, (bottom, bottom + font * 0.3), true);
    scene.line("lt-axis", (x.at(data.from), bottom), (x.at(data.to), bottom));
    if data.from < 0.0 && data.to > 0.0 {
        scene.line("lt-axis", (x.at(0.0), bottom), (x.at(0.0), top));
    }
    let width = |label: &str| text::bold_width(label, font);
    let half = width(&middle.1) / 2.0;
    let centre = x.at(middle.0).max(half).min(size.width - half);
    // The low label ends at its mark and the high one begins at its own, apart and inside.
    let end = x.at(low.0).max(width(&low.1)).min(size.width - width(&high.1) - font);
    let start = x.at(high.0).max(end + font).min(size.width - width(&high.1));
    let labels = [(low, 2.4, Anchor::End, end), (middle, 1.0, Anchor::Middle, centre)];
    for ((value, label), row, anchor, place) in labels.into_iter().chain([(high, 2.4, Anchor::Start, start)])
    {
        let at = x.at(*value);
        scene.line("lt-target", (at, bottom), (at, font * (row + 0.3)));
        scene.text("lt-text-strong", (place, font * row), anchor, label.clone());
    }
    scene.height = bottom + font * 1.9;
    scene
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Shape, Size, assert_inside, drawing, faults},
        Histogram, layout,
    };

    fn plain(value: f64, _step: f64) -> String {
        format!("{value}")
    }

    fn data() -> Histogram {
        let mark = |value: f64, label: &str| (value, label.to_owned());
        Histogram {
            from: -10.0,
            to: 30.0,
            bars: vec![1.0, 2.0, 4.0, 1.0],
            marks: [mark(-2.0, "Low −2"), mark(11.0, "Middle 11"), mark(19.0, "High 19")],
        }
    }

    #[test]
    fn bars_stand_on_their_values() {
        // 410 px with text of 10: from 5 to 405, 10 px a unit. Top 32, height 0.3 × 410 = 123 within 70 and 130.
        let scene = layout(&data(), &plain, Size { width: 410.0, font: 10.0 });
        let inside = scene.of("lt-solid-save");
        // The bars around 5 and 15 lie between −2 and 19; those around −5 and 25 do not.
        assert_eq!((inside.len(), scene.of("lt-before").len()), (2, 2));
        let Shape::Rect { x, y, width, height, .. } = inside[1].shape else { panic!() };
        assert!((x - 205.5).abs() < 1e-9 && (width - 99.0).abs() < 1e-9, "{x} {width}");
        assert!((y - 32.0).abs() < 1e-9 && (height - 123.0).abs() < 1e-9, "{y} {height}");
    }

    #[test]
    fn labels_do_not_touch_at_any_width() {
        let narrow = Histogram { from: 18.0, marks: data().marks.map(|(_, l)| (18.5, l)), ..data() };
        for data in [data(), narrow] {
            for width in [200.0, 298.0, 640.0, 1200.0] {
                let scene = layout(&data, &plain, Size::wide(width));
                assert_eq!(faults(&scene), Vec::<String>::new(), "{width}");
                assert_inside(&scene);
            }
        }
    }

    #[test]
    fn what_does_not_vary_is_not_drawn() {
        for data in [Histogram::default(), Histogram { to: f64::NAN, ..data() }] {
            assert!(layout(&data, &plain, Size::wide(400.0)).marks.is_empty());
        }
    }

    #[test]
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("histogram", drawing(&layout(&data(), &plain, Size::wide(400.0))));
    }
}
