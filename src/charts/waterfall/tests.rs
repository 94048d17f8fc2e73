//! Geometry worked out by hand, and a snapshot that shows when a drawing changes.

use super::{
    super::scene::{Mark, Scene, Shape, Size, assert_inside, drawing},
    Item, Waterfall, Welcome, layout,
};

fn plain(value: f64, _step: f64) -> String {
    format!("{value}")
}

fn item(label: &str, value: f64) -> Item {
    Item { label: label.into(), value, text: value.to_string(), key: String::new() }
}

fn chart(start: f64, steps: &[(&str, f64)], end: f64) -> Waterfall {
    Waterfall {
        start: item("Today", start),
        steps: steps.iter().map(|(label, value)| item(label, *value)).collect(),
        end: item("Plan", end),
        welcome: Welcome::Less,
    }
}

/// Top and bottom, or left and right, of the rectangles of a class.
fn spans(scene: &Scene, class: &str, upright: bool) -> Vec<(f64, f64)> {
    let ends = |mark: &&Mark| match mark.shape {
        Shape::Rect { y, height, .. } if upright => (y, y + height),
        Shape::Rect { x, width, .. } => (x, x + width),
        ref other => panic!("not a bar: {other:?}"),
    };
    scene.of(class).iter().map(ends).collect()
}

fn near(actual: (f64, f64), expected: (f64, f64)) {
    assert!(
        (actual.0 - expected.0).abs() < 0.01 && (actual.1 - expected.1).abs() < 0.01,
        "{actual:?} {expected:?}"
    );
}

#[test]
fn columns_stand_where_the_values_say() {
    // Width 1000, text 10: the plot is 0.3 × 1000 = 300 limited to 26 × 10 = 260 high, from 19 to 279.
    // 100 falls to 50, more than 45 %, so the axis starts at zero: 2.6 px a unit.
    let data = chart(100.0, &[("A", -30.0), ("B", -20.0)], 50.0);
    let scene = layout(&data, &plain, Size { width: 1000.0, font: 10.0 });
    near(spans(&scene, "lt-before", true)[0], (19.0, 279.0));
    let saved = spans(&scene, "lt-saved", true);
    near(saved[0], (19.0, 19.0 + 78.0));
    near(saved[1], (97.0, 97.0 + 52.0));
    near(spans(&scene, "lt-after", true)[0], (149.0, 279.0));
    assert!(scene.of("lt-break").is_empty());
}

#[test]
fn an_increase_rises_and_is_marked_as_worse() {
    let data = chart(100.0, &[("A", -60.0), ("B", 10.0)], 50.0);
    let scene = layout(&data, &plain, Size { width: 1000.0, font: 10.0 });
    let rise = spans(&scene, "lt-rise", true);
    // From 40 to 50: the upper end is at 19 + 50 × 2.6 = 149, the lower one 26 px below.
    near(rise[0], (149.0, 175.0));
    assert_eq!(scene.of("lt-saved").len(), 1);
}

#[test]
fn more_money_is_welcome_when_the_chart_says_so() {
    let data = Waterfall { welcome: Welcome::More, ..chart(10.0, &[("A", 20.0), ("B", -5.0)], 25.0) };
    let scene = layout(&data, &plain, Size::wide(1000.0));
    assert_eq!((scene.of("lt-saved").len(), scene.of("lt-rise").len()), (1, 1));
}

#[test]
fn a_broken_axis_starts_at_its_floor_and_shows_the_break() {
    let data = chart(15_800.0, &[("A", -2_940.0), ("B", -1_000.0)], 11_860.0);
    let scene = layout(&data, &plain, Size { width: 1000.0, font: 10.0 });
    // 11,000 at 279, 15,800 at 19: 15,800 − 2,940 = 12,860 lies 1,860 ÷ 4,800 × 260 = 100.75 above the floor.
    near(spans(&scene, "lt-saved", true)[0], (19.0, 279.0 - 100.75));
    assert_eq!(scene.of("lt-break").len(), 2);
    let first = scene.of("lt-tick-text").first().map(|mark| mark.shape.clone());
    assert!(matches!(first, Some(Shape::Text { ref text, .. }) if text == "11000"), "{first:?}");
}

#[test]
fn a_sum_that_does_not_lead_to_the_end_shows_the_gap() {
    let open = chart(100.0, &[("A", -30.0)], 60.0);
    assert_eq!(layout(&open, &plain, Size::wide(1000.0)).of("lt-rise").len(), 1);
    let closed = chart(100.0, &[("A", -30.0)], 70.0 + 1e-9);
    assert!(layout(&closed, &plain, Size::wide(1000.0)).of("lt-rise").is_empty());
}

#[test]
fn narrow_screens_get_rows_that_use_the_whole_width() {
    let data = chart(100.0, &[("A", -30.0), ("B", -20.0), ("C", -10.0), ("D", 5.0)], 45.0);
    let scene = layout(&data, &plain, Size { width: 300.0, font: 13.0 });
    near(spans(&scene, "lt-before", false)[0], (0.0, 300.0));
    near(spans(&scene, "lt-saved", false)[0], (210.0, 300.0));
    near(spans(&scene, "lt-rise", false)[0], (120.0, 135.0));
    near(spans(&scene, "lt-after", false)[0], (0.0, 135.0));
}

#[test]
fn a_level_below_zero_hangs_under_the_axis() {
    let data = chart(20.0, &[("A", -50.0)], -30.0);
    let scene = layout(&data, &plain, Size { width: 1000.0, font: 10.0 });
    // From −30 to 20 is 50 units on 260 px, 5.2 px each: zero lies 104 px below the top at 19.
    near(spans(&scene, "lt-before", true)[0], (19.0, 123.0));
    near(spans(&scene, "lt-after", true)[0], (123.0, 279.0));
}

#[test]
fn nothing_is_drawn_without_numbers() {
    assert!(layout(&chart(f64::NAN, &[], 1.0), &plain, Size::wide(600.0)).marks.is_empty());
    let data = chart(100.0, &[("A", f64::NAN), ("B", -60.0)], 40.0);
    assert_eq!(layout(&data, &plain, Size::wide(600.0)).of("lt-saved").len(), 1);
}

#[test]
fn every_mark_stays_inside_the_scene() {
    let steps: Vec<_> =
        ["凝結水回收", "Gas engine CHP with a long name", "LED"].into_iter().map(|n| (n, -7.0)).collect();
    for width in [300.0, 640.0, 1200.0] {
        let scene = layout(&chart(100.0, &steps, 79.0), &plain, Size::wide(width));
        assert_inside(&scene);
    }
}

#[test]
fn the_drawing_is_unchanged() {
    let data =
        chart(15_800.0, &[("Condensate return", -1_010.0), ("Solar", -490.0), ("Catalyst", 60.0)], 14_360.0);
    insta::assert_snapshot!("waterfall_columns", drawing(&layout(&data, &plain, Size::wide(900.0))));
    insta::assert_snapshot!("waterfall_rows", drawing(&layout(&data, &plain, Size::wide(240.0))));
}
