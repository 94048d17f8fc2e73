//! The lying form of the waterfall for narrow screens: name and figure above each bar.

use super::{
    super::{
        axis::TickText,
        scale::{Scale, nice_step},
        scene::{Anchor, Scene, Size},
        text,
    },
    Bar, Bars, Kind,
};

pub(super) fn layout(bars: &Bars, ticks: &dyn TickText, size: Size) -> Scene {
    let font = size.font;
    let mut scene = Scene::new(size);
    let x = Scale::new((bars.bottom(), bars.high), (0.0, size.width));
    let zero = x.at(bars.bottom().max(0.0));
    let thick = font * 1.05;
    let mut y = 0.0;
    let mut before_ended = None;
    for bar in &bars.list {
        let figure = if bar.kind == Kind::Gap { "≠" } else { bar.item.text.as_str() };
        let room = size.width - text::bold_width(figure, font) - font;
        let name = text::whole(&bar.item.label, room, font);
        let class = if bar.kind.is_total() { "lt-text-strong" } else { "lt-text" };
        scene.lines(class, (0.0, y + font), Anchor::Start, &name, &bar.item.label);
        scene.text(bar.kind.text_class(), (size.width, y + font), Anchor::End, figure);
        let top = y + font * 0.35 + size.line() * name.len() as f64;
        let level = x.at(if bar.kind.is_total() { bar.to } else { bar.from });
        if let Some(ended) = before_ended {
            scene.line("lt-connector", (level, ended), (level, top));
        }
        draw_bar(&mut scene, bar, x, zero, (top, top + thick));
        if bar.kind.is_total() && bars.floor.is_some() {
            break_mark(&mut scene, font * 1.2, (top, top + thick));
        }
        before_ended = Some(top + thick);
        y = top + thick + font * 0.75;
    }
    // At the edge the bars show by themselves where the axis is.
    if let Some(ended) = before_ended.filter(|_| zero > 0.0) {
        scene.line("lt-axis", (zero, 0.0), (zero, ended));
    }
    if let Some(floor) = bars.floor {
        // Without grid lines the ends of the broken axis have to be named.
        let step = nice_step(bars.high - floor, 5);
        y += font * 0.6;
        scene.text("lt-tick-text", (0.0, y), Anchor::Start, ticks.tick(floor, step));
        y += font * 0.5;
    }
    scene.height = y;
    scene
}

fn draw_bar(scene: &mut Scene, bar: &Bar, x: Scale, zero: f64, y: (f64, f64)) {
    let from = if bar.kind.is_total() { zero } else { x.at(bar.from) };
    let mark = scene.rect(bar.kind.bar_class(), (from, x.at(bar.to)), y, 2.0);
    mark.pattern = bar.kind.pattern();
    mark.tip(format!("{}: {}", bar.item.label, bar.item.text)).key(bar.item.key.clone());
}

/// The torn edge that says: this bar does not start at zero.
fn break_mark(scene: &mut Scene, x: f64, y: (f64, f64)) {
    let step = (y.1 - y.0) / 4.0;
    let rise = scene.font * 0.45;
    let d = format!(
        "M{x:.1} {:.1}l{:.1} {step:.1} {rise:.1} {step:.1} {:.1} {step:.1} {rise:.1} {step:.1}",
        y.0, -rise, -rise
    );
    scene.path("lt-break", d);
}
