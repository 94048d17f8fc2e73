//! Cumulative cash over the years, for one plan with its range or for several side by side.

use std::fmt::Write as _;

use super::{
    axis::{Axis, TickText},
    scale::{Scale, nice_range, nice_step},
    scene::{Anchor, Scene, Size},
    text,
};

/// A curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// What it is, written at its end.
    pub label: String,
    /// Year and cumulative cash, in order of years.
    pub points: Vec<(f64, f64)>,
    /// Year, low and high of the range around it; empty without.
    pub band: Vec<(f64, f64, f64)>,
    /// When it has paid back: year, and the text at the mark.
    pub payback: Option<(f64, String)>,
    /// Key of the figure behind its end.
    pub key: String,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashFlow {
    /// One curve, or several to compare; the order gives the line style.
    pub curves: Vec<Curve>,
}

/// Line styles, solid first.
const LINES: [&str; 4] = ["lt-curve-1", "lt-curve-2", "lt-curve-3", "lt-curve-4"];

impl CashFlow {
    fn values(&self) -> impl Iterator<Item = f64> {
        let points = self.curves.iter().flat_map(|curve| curve.points.iter().map(|(_, value)| *value));
        let bands =
            self.curves.iter().flat_map(|curve| curve.band.iter().flat_map(|(_, low, high)| [*low, *high]));
        points.chain(bands).filter(|value| value.is_finite())
    }

    fn years(&self) -> impl Iterator<Item = f64> {
        self.curves
            .iter()
            .flat_map(|curve| curve.points.iter().map(|(year, _)| *year))
            .filter(|year| year.is_finite())
    }
}

/// A plot with years along zero.
pub fn layout(data: &CashFlow, money: &dyn TickText, years: &dyn TickText, size: Size) -> Scene {
    let size = size.at_least(200.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let (first, last) =
        (data.years().fold(f64::INFINITY, f64::min), data.years().fold(f64::NEG_INFINITY, f64::max));
    if last <= first || !(last - first).is_finite() {
        return scene;
    }
    let (low, high) = (data.values().fold(0.0, f64::min), data.values().fold(0.0, f64::max));
    let (low, high, step) = nice_range(low, if high > low { high } else { low + 1.0 }, 5);
    let axis = Axis::new(low, high, step, money);
    let left = axis.label_width(font) + font;
    let (top, bottom) = (font * 1.6, font * 1.6 + (size.width * 0.48).clamp(font * 12.0, font * 22.0));
    let room = if data.curves.len() > 1 { size } else { Size { width: size.width / BESIDE, ..size } };
    let names = end_names(data.curves.iter(), room);
    let named = names.iter().flatten().map(|line| text::bold_width(line, font)).fold(0.0, f64::max);
    let right = if data.curves.len() > 1 { named + font * 0.5 } else { font * 0.7 };
    let x = Scale::new((first, last), (left, size.width - right));
    let y = Scale::new((low, high), (bottom, top));
    axis.rows(&mut scene, y, (left, size.width - right));
    // Labels that do not fit are left out by the axis; this only keeps the steps round.
    let step = nice_step(last - first, if size.width > font * 40.0 { 10 } else { 5 }).max(1.0);
    Axis::new(first, last, step, years).columns(&mut scene, x, (bottom, bottom), true);
    scene.line("lt-axis", (left, y.at(0.0)), (size.width - right, y.at(0.0)));
    for (curve, class) in data.curves.iter().zip(LINES.iter().cycle()) {
        band(&mut scene, curve, x, y);
        line(&mut scene, curve, class, x, y);
    }
    let mut ends = Vec::new();
    for (curve, lines) in data.curves.iter().zip(names) {
        payback(&mut scene, curve, x, y);
        let last = curve.points.iter().rfind(|(year, value)| (year + value).is_finite());
        ends.extend(last.map(|(year, value)| End { curve, lines, x: x.at(*year), y: y.at(*value) }));
    }
    let alone = ends.len() == 1;
    write_ends(&mut scene, ends, alone, top - font * 0.4, bottom);
    scene.height = bottom + font * 1.8;
    scene
}

/// The part of the width that names beside the plot may take.
const BESIDE: f64 = 0.3;

/// The names of curves beside the plot, broken where they would take too much of it.
pub(super) fn end_names<'a>(curves: impl Iterator<Item = &'a Curve>, size: Size) -> Vec<Vec<String>> {
    let room = size.width * BESIDE;
    curves.map(|curve| text::whole(&curve.label, room, size.font * text::BOLD)).collect()
}

pub(super) fn band(scene: &mut Scene, curve: &Curve, x: Scale, y: Scale) {
    let known = || curve.band.iter().filter(|(year, low, high)| (year + low + high).is_finite());
    let upper = known().map(|(year, _, high)| (x.at(*year), y.at(*high)));
    let lower = known().rev().map(|(year, low, _)| (x.at(*year), y.at(*low)));
    let d = joined(upper.chain(lower));
    if !d.is_empty() {
        scene.path("lt-band", d + "Z");
    }
}

pub(super) fn line(scene: &mut Scene, curve: &Curve, class: &'static str, x: Scale, y: Scale) {
    let known = curve.points.iter().filter(|(year, value)| (year + value).is_finite());
    let d = joined(known.map(|(year, value)| (x.at(*year), y.at(*value))));
    scene.path(class, d).tip(curve.label.clone());
}

fn joined(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    for (x, y) in points {
        // Writing to a string cannot fail.
        let _ = write!(d, "{}{x:.1} {y:.1}", if d.is_empty() { 'M' } else { 'L' });
    }
    d
}

fn payback(scene: &mut Scene, curve: &Curve, x: Scale, y: Scale) {
    let font = scene.font;
    let Some((year, label)) = curve.payback.as_ref().filter(|(year, _)| year.is_finite()) else { return };
    let at = (x.at(*year), y.at(0.0));
    scene.circle("lt-payback", at, font * 0.4);
    // The curve comes from below left, so below right is free.
    let fits = at.0 + font * 0.7 + text::bold_width(label, font) <= scene.width;
    let (dx, anchor) = if fits { (font * 0.7, Anchor::Start) } else { (-font * 0.7, Anchor::End) };
    scene.text("lt-text-strong", (at.0 + dx, at.1 + font * 1.35), anchor, label.clone());
}

/// Where a curve ends and what is written there.
pub(super) struct End<'a> {
    pub(super) curve: &'a Curve,
    /// Its name in lines.
    pub(super) lines: Vec<String>,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Writes the name of a curve that stands alone above its end, and others beside their ends, moved apart.
pub(super) fn write_ends(scene: &mut Scene, mut ends: Vec<End>, alone: bool, top: f64, bottom: f64) {
    let font = scene.font;
    let step = font * 1.25;
    ends.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free_from = top;
    // The ones still to come need their lines too.
    let mut to_come: f64 = ends.iter().map(|end| end.lines.len() as f64 * step).sum();
    for end in &ends {
        let high = end.lines.len() as f64 * step;
        let (at, anchor) = if alone {
            ((end.x, (end.y - font * 0.7 - (high - step)).max(top)), Anchor::End)
        } else {
            let y = (end.y + font * 0.35 - (high - step) / 2.0).max(free_from).min(bottom + step - to_come);
            free_from = y + high;
            ((end.x + font * 0.5, y), Anchor::Start)
        };
        to_come -= high;
        for (index, line) in end.lines.iter().enumerate() {
            scene
                .text("lt-text-strong", (at.0, at.1 + step * index as f64), anchor, line.clone())
                .tip(end.curve.label.clone())
                .key(end.curve.key.clone());
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Shape, Size, assert_inside, drawing, faults},
        CashFlow, Curve, layout,
    };

    fn plain(value: f64, _step: f64) -> String {
        format!("{value}")
    }

    fn curve(values: &[f64]) -> Curve {
        Curve {
            label: "NPV 10".into(),
            points: values.iter().enumerate().map(|(year, value)| (year as f64, *value)).collect(),
            payback: Some((2.0, "2 yr".into())),
            ..Curve::default()
        }
    }

    #[test]
    fn the_curve_runs_through_its_points() {
        // Money from −20 to 20 in steps of 10, labels "-20" wide: 0.42 + 2 × 0.61 = 1.64 em, so the plot starts at
        // 16.4 + 10 = 26.4 and ends at 400 − 7 = 393. Height 0.48 × 400 = 192 from 16 to 208: 4.8 px a unit.
        let data = CashFlow { curves: vec![curve(&[-20.0, -10.0, 0.0, 10.0, 20.0])] };
        let scene = layout(&data, &plain, &plain, Size { width: 400.0, font: 10.0 });
        let Shape::Path { d } = &scene.of("lt-curve-1")[0].shape else { panic!() };
        assert_eq!(d, "M26.4 208.0L118.1 160.0L209.7 112.0L301.4 64.0L393.0 16.0");
        let Shape::Circle { x, y, .. } = scene.of("lt-payback")[0].shape else { panic!() };
        assert!((x - 209.7).abs() < 0.01 && (y - 112.0).abs() < 0.01);
    }

    #[test]
    fn a_plan_that_never_pays_back_has_no_mark() {
        let data = CashFlow { curves: vec![Curve { payback: None, ..curve(&[-20.0, -22.0, -24.0]) }] };
        let scene = layout(&data, &plain, &plain, Size::wide(400.0));
        assert!(scene.of("lt-payback").is_empty());
        assert_inside(&scene);
    }

    #[test]
    fn several_plans_get_their_own_line_and_their_names_do_not_touch() {
        let data = CashFlow { curves: vec![curve(&[-5.0, 10.0]), curve(&[-9.0, 10.5]), curve(&[-1.0, 9.8])] };
        let scene = layout(&data, &plain, &plain, Size::wide(400.0));
        assert_eq!(["lt-curve-1", "lt-curve-2", "lt-curve-3"].map(|class| scene.of(class).len()), [1, 1, 1]);
        let mut ends: Vec<f64> = scene
            .of("lt-text-strong")
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Text { y, text, .. } if text == "NPV 10" => Some(*y),
                _ => None,
            })
            .collect();
        ends.sort_by(f64::total_cmp);
        assert!(ends.windows(2).all(|pair| pair[1] - pair[0] >= 13.0), "{ends:?}");
    }

    #[test]
    fn long_names_wrap_beside_the_plot() {
        let named =
            |label: &str, values: &[f64]| Curve { label: label.into(), payback: None, ..curve(values) };
        let data = CashFlow {
            curves: vec![named("Cash flow", &[-20.0, 60.0]), named("In today's money", &[-20.0, 50.0])],
        };
        for width in [200.0, 298.0, 640.0] {
            let scene = layout(&data, &plain, &plain, Size::wide(width));
            assert_eq!(faults(&scene), Vec::<String>::new(), "{width}");
        }
    }

    #[test]
    fn unknown_points_are_left_out() {
        let data = CashFlow { curves: vec![curve(&[-20.0, f64::NAN, 20.0])] };
        let scene = layout(&data, &plain, &plain, Size::wide(400.0));
        let Shape::Path { d } = &scene.of("lt-curve-1")[0].shape else { panic!() };
        assert_eq!(d.matches('L').count(), 1);
        assert!(layout(&CashFlow::default(), &plain, &plain, Size::wide(400.0)).marks.is_empty());
        assert!(
            layout(&CashFlow { curves: vec![curve(&[3.0])] }, &plain, &plain, Size::wide(400.0))
                .marks
                .is_empty()
        );
    }

    #[test]
    fn the_drawing_is_unchanged() {
        let band = vec![(0.0, -20.0, -20.0), (4.0, 5.0, 30.0)];
        let data = CashFlow { curves: vec![Curve { band, ..curve(&[-20.0, -10.0, 0.0, 10.0, 20.0]) }] };
        for width in [300.0, 1200.0] {
            assert_inside(&layout(&data, &plain, &plain, Size::wide(width)));
        }
        insta::assert_snapshot!("cashflow", drawing(&layout(&data, &plain, &plain, Size::wide(400.0))));
    }
}
