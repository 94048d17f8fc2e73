//! Today and the plan as two stacked bars on one scale, split into the same parts (scopes, carriers, cost items).
//!
//! What the plan saves is hatched behind its bar. Parts below zero (credits) stack to the left of zero.

use super::{
    scale::Scale,
    scene::{Anchor, Pattern, Scene, Size},
    text,
};

/// One of the two bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Today, or the plan.
    pub label: String,
    /// The total as shown.
    pub text: String,
}

/// A part of both bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// Its value today; not a number where it is not known.
    pub before: f64,
    /// Its value with the plan.
    pub after: f64,
    /// Both as shown in the key ("8,200 → 6,100").
    pub text: String,
    /// Key of the figure behind it.
    pub key: String,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeforeAfter {
    /// The upper bar.
    pub before: Bar,
    /// The lower bar.
    pub after: Bar,
    /// The parts in the order of stacking.
    pub parts: Vec<Part>,
}

/// Sums of the parts above and below zero.
fn sums(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .filter(|v| v.is_finite())
        .fold((0.0, 0.0), |(below, above), v| if v < 0.0 { (below + v, above) } else { (below, above + v) })
}

/// Two bars and a key below them.
pub fn layout(data: &BeforeAfter, size: Size) -> Scene {
    let size = size.at_least(180.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let before = sums(data.parts.iter().map(|part| part.before));
    let after = sums(data.parts.iter().map(|part| part.after));
    let range = (before.0.min(after.0), before.1.max(after.1));
    if range.1 - range.0 <= 0.0 {
        return scene;
    }
    let x = Scale::new(range, (0.0, size.width));
    let thick = font * 2.1;

    let mut y = 0.0;
    y = heading(&mut scene, &data.before, y);
    stack(&mut scene, data, |part| part.before, x, (y, y + thick));
    y = heading(&mut scene, &data.after, y + thick + font * 0.7);
    if range.0 >= 0.0 && after.1 < before.1 {
        scene.rect("lt-saved", (x.at(after.1), x.at(before.1)), (y, y + thick), 2.0).pattern(Pattern::Save);
    }
    stack(&mut scene, data, |part| part.after, x, (y, y + thick));
    if range.0 < 0.0 {
        scene.line("lt-axis", (x.at(0.0), 0.0), (x.at(0.0), y + thick));
    }
    scene.height = key(&mut scene, data, y + thick + font * 0.8);
    scene
}

fn heading(scene: &mut Scene, bar: &Bar, y: f64) -> f64 {
    let font = scene.font;
    scene.text("lt-text", (0.0, y + font), Anchor::Start, bar.label.clone());
    scene.text("lt-text-strong", (scene.width, y + font), Anchor::End, bar.text.clone());
    y + font * 1.5
}

fn stack(scene: &mut Scene, data: &BeforeAfter, value: fn(&Part) -> f64, x: Scale, y: (f64, f64)) {
    let (mut below, mut above) = (0.0, 0.0);
    for (index, part) in data.parts.iter().enumerate() {
        let value = value(part);
        if !value.is_finite() || value.abs() < f64::MIN_POSITIVE {
            continue;
        }
        let start = if value < 0.0 { &mut below } else { &mut above };
        let ends = (x.at(*start), x.at(*start + value));
        *start += value;
        scene
            .rect("lt-part", ends, y, 1.5)
            .pattern(Pattern::Part(index as u8))
            .tip(format!("{}: {}", part.label, part.text))
            .key(part.key.clone());
    }
}

/// A line of the key: how its name is broken, and whether its values stand below instead of beside it.
fn entry(part: &Part, room: f64, font: f64) -> (Vec<String>, bool) {
    let beside = room - text::bold_width(&part.text, font) - font * 0.8;
    match text::uncut(&part.label, beside, font, 2) {
        Some(lines) => (lines, false),
        None => (text::whole(&part.label, room, font), true),
    }
}

/// Swatch, name and both values of each part, in as many columns as fit on one line each.
fn key(scene: &mut Scene, data: &BeforeAfter, top: f64) -> f64 {
    let font = scene.font;
    let swatch = font * 0.95;
    let indent = swatch + font * 0.55;
    let gap = font * 1.4;
    let widest = data
        .parts
        .iter()
        .map(|part| indent + text::width(&part.label, font) + font * 0.8 + text::bold_width(&part.text, font))
        .fold(font * 10.0, f64::max);
    let columns = ((scene.width + gap) / (widest + gap)).floor().max(1.0);
    let column = (scene.width + gap) / columns;
    let per_column = (data.parts.len() as f64 / columns).ceil().max(1.0);
    let (mut y, mut bottom) = (top, top);
    for (index, part) in data.parts.iter().enumerate() {
        let place = index as f64;
        let left = (place / per_column).floor() * column;
        if place.rem_euclid(per_column) < 0.5 {
            y = top;
        }
        let right = if columns > 1.5 { left + column - gap } else { scene.width };
        scene
            .rect("lt-part", (left, left + swatch), (y + font * 0.15, y + font * 0.15 + swatch), 1.5)
            .pattern(Pattern::Part(index as u8));
        let (name, below) = entry(part, right - left - indent, font);
        scene.lines("lt-text", (left + indent, y + font), Anchor::Start, &name, &part.label);
        let lines = name.len() - usize::from(!below);
        let values = y + font + font * 1.3 * if below { lines as f64 } else { 0.0 };
        scene.text("lt-text-strong", (right, values), Anchor::End, part.text.clone()).key(part.key.clone());
        y += font * (1.65 + 1.3 * lines as f64);
        bottom = y.max(bottom);
    }
    bottom
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Mark, Scene, Shape, Size, assert_inside, drawing, faults},
        Bar, BeforeAfter, Part, layout,
    };

    fn chart(parts: &[(f64, f64)]) -> BeforeAfter {
        let bar = |label: &str| Bar { label: label.into(), text: "1,000 t".into() };
        let part = |(before, after): &(f64, f64)| Part {
            label: "Scope".into(),
            before: *before,
            after: *after,
            text: "8 → 6".into(),
            key: String::new(),
        };
        BeforeAfter { before: bar("Today"), after: bar("Plan"), parts: parts.iter().map(part).collect() }
    }

    /// Left and right ends of the stacked parts, without the squares of the key.
    fn stacked(scene: &Scene) -> Vec<(f64, f64)> {
        let bars = scene.of("lt-part").into_iter().filter_map(|mark| match mark.shape {
            Shape::Rect { x, width, height, .. } if height > scene.font * 1.5 => Some((x, x + width)),
            _ => None,
        });
        bars.collect()
    }

    fn near(actual: &[(f64, f64)], expected: &[(f64, f64)]) {
        assert_eq!(actual.len(), expected.len(), "{actual:?}");
        for (a, e) in actual.iter().zip(expected) {
            assert!((a.0 - e.0).abs() < 0.01 && (a.1 - e.1).abs() < 0.01, "{actual:?} {expected:?}");
        }
    }

    #[test]
    fn parts_stack_on_one_scale_and_the_saving_fills_the_rest() {
        // 60 + 40 = 100 fill 400 px; the plan's 30 + 20 = 50 take half of it.
        let scene = layout(&chart(&[(60.0, 30.0), (40.0, 20.0)]), Size::wide(400.0));
        near(&stacked(&scene), &[(0.0, 240.0), (240.0, 400.0), (0.0, 120.0), (120.0, 200.0)]);
        let saved = scene.of("lt-saved");
        assert!(
            matches!(saved[0].shape, Shape::Rect { x, width, .. } if (x - 200.0).abs() < 0.01 && (width - 200.0).abs() < 0.01)
        );
    }

    #[test]
    fn credits_stack_to_the_left_of_zero() {
        // −20 to 80 is 100 units on 400 px: zero at 80.
        let scene = layout(&chart(&[(80.0, 40.0), (0.0, -20.0)]), Size::wide(400.0));
        near(&stacked(&scene), &[(80.0, 400.0), (80.0, 240.0), (0.0, 80.0)]);
        assert!(scene.of("lt-saved").is_empty());
    }

    #[test]
    fn a_rise_has_no_saving() {
        assert!(layout(&chart(&[(50.0, 60.0)]), Size::wide(400.0)).of("lt-saved").is_empty());
    }

    #[test]
    fn unknown_values_are_left_out_and_nothing_is_drawn_without_any() {
        near(&stacked(&layout(&chart(&[(10.0, f64::NAN)]), Size::wide(200.0))), &[(0.0, 200.0)]);
        assert!(layout(&chart(&[(0.0, 0.0)]), Size::wide(200.0)).marks.is_empty());
        assert!(layout(&chart(&[]), Size::wide(200.0)).marks.is_empty());
    }

    #[test]
    fn every_mark_stays_inside_the_scene() {
        for width in [300.0, 1200.0] {
            assert_inside(&layout(
                &chart(&[(5.0, 4.0), (3.0, 3.5), (1.0, 0.0), (2.0, 1.0)]),
                Size::wide(width),
            ));
        }
    }

    #[test]
    fn long_names_wrap_beside_their_values_or_stand_above_them() {
        let name = |label: &str, text: &str| Part {
            label: label.into(),
            before: 3.0,
            after: 2.0,
            text: text.into(),
            ..Part::default()
        };
        let parts = vec![name("Scope 2 (purchased energy)", "7,179 → 6,218"), name("Gas", "9 → 8")];
        let chart = BeforeAfter { parts, ..chart(&[]) };
        for width in [180.0, 220.0, 260.0, 298.0] {
            let scene = layout(&chart, Size::wide(width));
            assert_eq!(faults(&scene), Vec::<String>::new(), "{width}");
        }
        let row = |width: f64, text: &str| {
            let of = |mark: &Mark| match &mark.shape {
                Shape::Text { y, text: shown, .. } if shown == text => Some(*y),
                _ => None,
            };
            layout(&chart, Size::wide(width)).marks.iter().find_map(of).unwrap()
        };
        // On a phone the values stand beside the first of two lines.
        let (name, values) = (row(298.0, "Scope 2 (purchased"), row(298.0, "7,179 → 6,218"));
        assert!((values - name).abs() < 0.01, "{name} {values}");
        // With still less room they stand on a line of their own, 1.3 × 13 px below.
        let (name, values) = (row(220.0, "Scope 2 (purchased energy)"), row(220.0, "7,179 → 6,218"));
        assert!((values - name - 16.9).abs() < 0.01, "{name} {values}");
    }

    #[test]
    fn the_drawing_is_unchanged() {
        let scene = layout(&chart(&[(60.0, 30.0), (40.0, 20.0)]), Size::wide(400.0));
        insta::assert_snapshot!("before_after", drawing(&scene));
    }
}
