//! The upright form of the waterfall.

use super::{
    super::{
        axis::{Axis, TickText},
        scale::{Scale, nice_range},
        scene::{Anchor, Scene, Size},
        text,
    },
    Bar, Bars, Kind,
};

/// Lines a name may take under its column.
const NAME_LINES: usize = 3;

/// The columns; nothing where a name would be cut or a figure would touch the next one.
pub(super) fn layout(bars: &Bars, ticks: &dyn TickText, size: Size) -> Option<Scene> {
    let font = size.font;
    let mut scene = Scene::new(size);
    let (low, high, step) = nice_range(bars.bottom(), bars.high, 5);
    let bottom = bars.floor.unwrap_or(low);
    // The topmost tick may lie above the highest bar; the axis ends at the bar.
    let axis = Axis::new(bottom, bars.high.max(bottom), step, ticks);
    let left = axis.label_width(font) + font;
    let slot = (size.width - left) / bars.list.len() as f64;
    let bar_width = (slot * 0.72).min(font * 6.5);
    if bars.list.iter().any(|bar| text::bold_width(&bar.item.text, font) > slot - font * 0.2) {
        return None;
    }
    let names = bars.list.iter().map(|bar| text::uncut(name(bar), slot - font * 0.4, font, NAME_LINES));
    let names: Vec<Vec<String>> = names.collect::<Option<_>>()?;
    let name_lines = names.iter().map(Vec::len).max().unwrap_or(1);

    let top = font * 1.9;
    let floor_y = top + (size.width * 0.3).clamp(font * 15.0, font * 26.0);
    let y = Scale::new((bottom, high.min(bars.high).max(bottom)), (floor_y, top));
    axis.rows(&mut scene, y, (left, size.width));

    let zero = y.at(bottom.max(0.0));
    for (index, (bar, lines)) in bars.list.iter().zip(&names).enumerate() {
        let middle = left + slot * (index as f64 + 0.5);
        let (x1, x2) = (middle - bar_width / 2.0, middle + bar_width / 2.0);
        if index > 0 {
            // From the level the bar before ended at to this one.
            let level = if bar.kind.is_total() { bar.to } else { bar.from };
            scene.line("lt-connector", (x1 - slot + bar_width, y.at(level)), (x1, y.at(level)));
        }
        draw_bar(&mut scene, bar, (x1, x2), y, zero);
        if bar.kind.is_total() && bars.floor.is_some() {
            break_mark(&mut scene, (x1, x2), floor_y - font);
        }
        value_text(&mut scene, bar, middle, y, floor_y);
        scene.lines("lt-text", (middle, floor_y + font * 1.5), Anchor::Middle, lines, name(bar));
    }
    scene.line("lt-axis", (left, zero), (size.width, zero));
    scene.height = floor_y + font * 0.8 + size.line() * name_lines as f64;
    Some(scene)
}

fn name<'a>(bar: &Bar<'a>) -> &'a str {
    // The gap has no name of its own; its sign and colour say that something is open.
    if bar.kind == Kind::Gap { "≠" } else { &bar.item.label }
}

fn draw_bar(scene: &mut Scene, bar: &Bar, x: (f64, f64), y: Scale, zero: f64) {
    let from = if bar.kind.is_total() { zero } else { y.at(bar.from) };
    let to = y.at(bar.to);
    let mark = scene.rect(bar.kind.bar_class(), x, (from, to), 2.0);
    mark.pattern = bar.kind.pattern();
    mark.tip(format!("{}: {}", bar.item.label, bar.item.text)).key(bar.item.key.clone());
}

fn value_text(scene: &mut Scene, bar: &Bar, middle: f64, y: Scale, floor: f64) {
    let font = scene.font;
    let (upper, lower) = (y.at(bar.from.max(bar.to)), y.at(bar.from.min(bar.to)));
    // Under a falling step, above everything else; above too where the axis is near.
    let under = lower + font * 1.15;
    let falls = !bar.kind.is_total() && bar.to < bar.from && under + font * 0.3 < floor;
    let at = if falls { under } else { upper - font * 0.45 };
    let text = if bar.kind == Kind::Gap { String::new() } else { bar.item.text.clone() };
    scene.text(bar.kind.text_class(), (middle, at), Anchor::Middle, text);
}

/// The torn edge that says: this bar does not start at zero.
fn break_mark(scene: &mut Scene, x: (f64, f64), y: f64) {
    let step = (x.1 - x.0) / 4.0;
    let rise = scene.font * 0.45;
    let d = format!(
        "M{:.1} {:.1}l{step:.1} {:.1} {step:.1} {rise:.1} {step:.1} {:.1} {step:.1} {rise:.1}",
        x.0, y, -rise, -rise
    );
    scene.path("lt-break", d);
}
