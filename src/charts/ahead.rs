//! Emissions year by year: lines with a range, and the lines of targets.

use super::{
    axis::{Axis, TickText},
    cashflow::{Curve, End, band, end_names, line, write_ends},
    scale::{Scale, nice_range, nice_step},
    scene::{Scene, Size},
    text,
};

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// Without upgrades.
    pub before: Curve,
    /// With the plan, and between the paths of the grid; no points without a plan.
    pub plan: Curve,
    /// What targets allow; the payback mark stands where one begins to hold.
    pub targets: Vec<Curve>,
}

impl Ahead {
    fn curves(&self) -> impl Iterator<Item = (&Curve, &'static str)> {
        let targets = self.targets.iter().map(|curve| (curve, "lt-target"));
        let own = [(&self.before, "lt-curve-2"), (&self.plan, "lt-curve-1")];
        targets.chain(own).filter(|(curve, _)| curve.points.len() > 1)
    }

    fn range(&self) -> Option<((f64, f64), f64)> {
        let points = || self.curves().flat_map(|(curve, _)| curve.points.iter().copied());
        let years = points().map(|(year, _)| year).filter(|year| year.is_finite());
        let (first, last) = years.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), y| (a.min(y), b.max(y)));
        let bands = self.curves().flat_map(|(curve, _)| curve.band.iter().map(|(_, _, high)| *high));
        let values = points().map(|(_, value)| value).chain(bands).filter(|value| value.is_finite());
        let highest = values.fold(0.0, f64::max);
        (last > first).then_some(((first, last), if highest > 0.0 { highest } else { 1.0 }))
    }
}

/// The years stand this far below the axis, in text sizes: wide as they are, they would touch the zero.
const DROP: f64 = 0.4;

/// A plot with years along the bottom and emissions from zero up.
pub fn layout(data: &Ahead, tonnes: &dyn TickText, years: &dyn TickText, size: Size) -> Scene {
    let size = size.at_least(200.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let Some((span, highest)) = data.range() else { return scene };
    let (low, high, step) = nice_range(0.0, highest, 5);
    let axis = Axis::new(low, high, step, tonnes);
    let left = axis.label_width(font) + font;
    let (top, bottom) = (font * 1.2, font * 1.2 + (size.width * 0.48).clamp(font * 14.0, font * 22.0));
    let shown: Vec<(&Curve, &'static str)> = data.curves().collect();
    let names = end_names(shown.iter().map(|(curve, _)| *curve), size);
    let named = names.iter().flatten().map(|name| text::bold_width(name, font)).fold(0.0, f64::max);
    let right = size.width - named - font * 0.7;
    let (x, y) = (Scale::new(span, (left, right)), Scale::new((low, high), (bottom, top)));
    axis.rows(&mut scene, y, (left, right));
    let step = nice_step(span.1 - span.0, if size.width > font * 40.0 { 10 } else { 5 }).max(1.0);
    Axis::new(span.0, span.1, step, years).columns(&mut scene, x, (bottom, bottom + font * DROP), true);
    scene.line("lt-axis", (left, bottom), (right, bottom));
    for (curve, _) in &shown {
        band(&mut scene, curve, x, y);
    }
    let mut ends = Vec::new();
    for ((curve, class), lines) in shown.iter().zip(names) {
        line(&mut scene, curve, class, x, y);
        if let Some((year, _)) = &curve.payback
            && let Some((_, value)) = curve.points.iter().find(|(at, _)| at >= year)
        {
            scene.circle("lt-payback", (x.at(*year), y.at(*value)), font * 0.35).tip(curve.label.clone());
        }
        let last = curve.points.iter().rfind(|(year, value)| (year + value).is_finite());
        ends.extend(last.map(|(year, value)| End { curve, lines, x: x.at(*year), y: y.at(*value) }));
    }
    write_ends(&mut scene, ends, false, top - font * 0.4, bottom);
    scene.height = bottom + font * (1.8 + DROP);
    scene
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Shape, Size, assert_inside, drawing, faults},
        Ahead, Curve, layout,
    };

    fn plain(value: f64, _step: f64) -> String {
        format!("{value}")
    }

    fn curve(label: &str, values: &[f64]) -> Curve {
        let points = values.iter().enumerate().map(|(n, value)| (2025.0 + n as f64, *value)).collect();
        Curve { label: label.into(), points, ..Curve::default() }
    }

    fn data() -> Ahead {
        let band = vec![(2025.0, 80.0, 80.0), (2027.0, 30.0, 50.0)];
        let target =
            Curve { payback: Some((2027.0, String::new())), ..curve("Target −30%", &[80.0, 68.0, 56.0]) };
        Ahead {
            before: curve("Without upgrades", &[80.0, 76.0, 72.0]),
            plan: Curve { band, ..curve("With the plan", &[80.0, 50.0, 40.0]) },
            targets: vec![target],
        }
    }

    #[test]
    fn lines_run_through_their_points_from_zero() {
        // Values from 0 to 80 in steps of 20; labels "80" wide: 2 × 0.61 = 1.22 em, so the plot starts at
        // 12.2 + 10 = 22.2. Names take at most 30 % of 600 px. Height 0.48 × 600 = 288, at most 220: from 12 to
        // 232, 2.75 px a tonne.
        let scene = layout(&data(), &plain, &plain, Size { width: 600.0, font: 10.0 });
        let Shape::Path { d } = &scene.of("lt-curve-1")[0].shape else { panic!() };
        let numbers: Vec<f64> =
            d.split(['M', 'L', ' ']).filter(|part| !part.is_empty()).map(|n| n.parse().unwrap()).collect();
        assert!((numbers[0] - 22.2).abs() < 0.05 && (numbers[1] - 12.0).abs() < 0.05, "{d}");
        assert!((numbers[3] - (232.0 - 2.75 * 50.0)).abs() < 0.06, "{d}");
        assert!((numbers[5] - (232.0 - 2.75 * 40.0)).abs() < 0.06, "{d}");
        // The mark of the target stands at its year on its line.
        let Shape::Circle { x, y, .. } = scene.of("lt-payback")[0].shape else { panic!() };
        assert!((x - numbers[4]).abs() < 0.06 && (y - (232.0 - 2.75 * 56.0)).abs() < 0.06);
    }

    #[test]
    fn names_do_not_touch_at_any_width() {
        for width in [200.0, 298.0, 640.0, 1200.0] {
            let scene = layout(&data(), &plain, &plain, Size::wide(width));
            assert_eq!(faults(&scene), Vec::<String>::new(), "{width}");
            assert_inside(&scene);
        }
    }

    #[test]
    fn without_a_plan_there_is_one_line_and_without_years_none() {
        let bare = Ahead { plan: Curve::default(), targets: Vec::new(), ..data() };
        let scene = layout(&bare, &plain, &plain, Size::wide(400.0));
        assert!(scene.of("lt-curve-1").is_empty() && scene.of("lt-curve-2").len() == 1);
        assert!(layout(&Ahead::default(), &plain, &plain, Size::wide(400.0)).marks.is_empty());
    }

    #[test]
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("ahead", drawing(&layout(&data(), &plain, &plain, Size::wide(400.0))));
    }
}
