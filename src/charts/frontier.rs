//! What plans cost against what they do: the plans that none beats, and the plan on screen beside them.

use std::fmt::Write as _;

use super::{
    axis::{Axis, TickText},
    scale::{Scale, nice_range},
    scene::{Anchor, Scene, Size},
    text,
};

/// A plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    pub cost: f64,
    pub worth: f64,
    /// Written beside it; empty for most.
    pub label: String,
    /// What it is, when pointed at.
    pub tip: String,
    /// Handed back when it is picked.
    pub key: String,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frontier {
    /// By rising cost and worth.
    pub points: Vec<Point>,
    /// The plan on screen.
    pub plan: Option<Point>,
    /// Which of the points is picked.
    pub picked: Option<usize>,
}

/// Steps from plan to plan: between two, more money brings nothing more.
pub fn layout(data: &Frontier, money: &dyn TickText, worth: &dyn TickText, size: Size) -> Scene {
    let size = size.at_least(200.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let known = |point: &&Point| (point.cost + point.worth).is_finite();
    let points: Vec<&Point> = data.points.iter().filter(known).collect();
    let plan = data.plan.as_ref().filter(known);
    if points.is_empty() {
        return scene;
    }
    let all = || points.iter().copied().chain(plan);
    let range = |value: fn(&Point) -> f64| {
        let (low, high) = all().map(value).fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
        nice_range(low, if high > low { high } else { low + 1.0 }, 4)
    };
    let (left_end, right_end, step) = range(|point| point.cost);
    let costs = Axis::new(left_end, right_end, step, money);
    let (low, high, step) = range(|point| point.worth);
    let worths = Axis::new(low, high, step, worth);
    let left = worths.label_width(font) + font;
    let right = size.width - font;
    let (top, bottom) = (font * 2.0, font * 2.0 + (size.width * 0.48).clamp(font * 12.0, font * 22.0));
    let x = Scale::new((left_end, right_end), (left, right));
    let y = Scale::new((low, high), (bottom, top));
    worths.rows(&mut scene, y, (left, right));
    costs.columns(&mut scene, x, (bottom, bottom), true);
    scene.line("lt-axis", (left, y.at(0.0)), (right, y.at(0.0)));
    scene.path("lt-curve-1", steps(&points, x, y));
    for (index, point) in data.points.iter().enumerate().filter(|(_, point)| known(point)) {
        let picked = data.picked == Some(index);
        let (class, radius) = if picked { ("lt-payback", 0.5) } else { ("lt-solid-save", 0.3) };
        let mark = scene.circle(class, (x.at(point.cost), y.at(point.worth)), font * radius);
        mark.tip(point.tip.clone()).key(point.key.clone());
    }
    if let Some(plan) = plan {
        let (across, up) = (x.at(plan.cost), y.at(plan.worth));
        let half = font * 0.4;
        scene
            .rect("lt-before", (across - half, across + half), (up - half, up + half), 0.0)
            .tip(plan.tip.clone());
    }
    let mut taken = Vec::new();
    for point in plan.into_iter().chain(points).filter(|point| !point.label.is_empty()) {
        write_label(&mut scene, point, (x.at(point.cost), y.at(point.worth)), (left, bottom), &mut taken);
    }
    scene.height = bottom + font * 1.8;
    scene
}

/// From each plan along its worth to the cost of the next, then up.
fn steps(points: &[&Point], x: Scale, y: Scale) -> String {
    let mut d = String::new();
    for point in points {
        let (across, up) = (x.at(point.cost), y.at(point.worth));
        // Writing to a string cannot fail.
        let _ =
            if d.is_empty() { write!(d, "M{across:.1} {up:.1}") } else { write!(d, "H{across:.1}V{up:.1}") };
    }
    d
}

/// Writes a label above left or below right of its point, where the steps leave room, unless it would
/// leave the plot or touch another.
fn write_label(
    scene: &mut Scene,
    point: &Point,
    (x, y): (f64, f64),
    (left, bottom): (f64, f64),
    taken: &mut Vec<[f64; 4]>,
) {
    let font = scene.font;
    let wide = text::bold_width(&point.label, font);
    let gap = font * 0.6;
    let places = [
        (x - gap, y - gap, Anchor::End),
        (x + gap, y + gap + font * 0.8, Anchor::Start),
        (x - gap, y + gap + font * 0.8, Anchor::End),
    ];
    let place = places.into_iter().find_map(|(at, base, anchor)| {
        let from = if anchor == Anchor::End { at - wide } else { at };
        let room = [from, from + wide, base - font * 0.9, base + font * 0.3];
        let inside = from >= left
            && from + wide <= scene.width
            && base - font * 0.9 >= 0.0
            && base <= bottom - font * 0.3;
        let apart = |other: &[f64; 4]| {
            let [l, r, t, b] = *other;
            room[1] < l || r < room[0] || room[3] < t || b < room[2]
        };
        (inside && taken.iter().all(apart)).then_some((at, base, anchor, room))
    });
    if let Some((at, base, anchor, room)) = place {
        taken.push(room);
        scene.text("lt-text-strong", (at, base), anchor, point.label.clone()).key(point.key.clone());
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Shape, Size, assert_inside, drawing, faults},
        Frontier, Point, layout,
    };

    fn plain(value: f64, _step: f64) -> String {
        format!("{value}")
    }

    fn point(cost: f64, worth: f64, label: &str) -> Point {
        Point { cost, worth, label: label.into(), tip: format!("{cost} {worth}"), key: format!("{cost}") }
    }

    fn data() -> Frontier {
        let points = vec![point(0.0, 10.0, ""), point(10.0, 40.0, "40 t"), point(40.0, 80.0, "80 t")];
        Frontier { points, plan: Some(point(20.0, 30.0, "Plan")), picked: Some(1) }
    }

    #[test]
    fn steps_lead_from_plan_to_plan() {
        // Costs and worths from 0: costs to 40 in steps of 10, worths to 80 in steps of 20. Labels "80" are
        // 2 × 0.61 = 1.22 em wide, so the plot starts at 12.2 + 10 = 22.2 and ends at 400 − 10 = 390: 9.195 px
        // a unit of cost. Height 0.48 × 400 = 192 from 20 to 212: 2.4 px a unit of worth.
        let scene = layout(&data(), &plain, &plain, Size { width: 400.0, font: 10.0 });
        let Shape::Path { d } = &scene.of("lt-curve-1")[0].shape else { panic!() };
        assert_eq!(d, "M22.2 188.0H114.2V116.0H390.0V20.0");
        let Shape::Circle { x, y, .. } = scene.of("lt-payback")[0].shape else { panic!() };
        assert!((x - 114.15).abs() < 0.01 && (y - 116.0).abs() < 0.01);
        assert_eq!((scene.of("lt-solid-save").len(), scene.of("lt-before").len()), (2, 1));
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        for width in [200.0, 298.0, 640.0, 1200.0] {
            let scene = layout(&data(), &plain, &plain, Size::wide(width));
            assert_eq!(faults(&scene), Vec::<String>::new(), "{width}");
            assert_inside(&scene);
            assert_eq!(scene.of("lt-text-strong").len(), 3, "{width}");
        }
    }

    #[test]
    fn what_is_no_number_is_left_out() {
        let odd =
            Frontier { points: vec![point(f64::NAN, 1.0, ""), point(1.0, 1.0, "")], ..Frontier::default() };
        assert_eq!(layout(&odd, &plain, &plain, Size::wide(300.0)).of("lt-solid-save").len(), 1);
        assert!(layout(&Frontier::default(), &plain, &plain, Size::wide(300.0)).marks.is_empty());
    }

    #[test]
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("frontier", drawing(&layout(&data(), &plain, &plain, Size::wide(400.0))));
    }
}
