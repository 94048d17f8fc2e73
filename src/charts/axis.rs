//! Grid lines with their labels, shared by the charts that have an axis.

use super::{
    scale::{Scale, ticks},
    scene::{Anchor, Scene},
    text,
};

/// Writes the value at a tick; `step` tells how many decimals are needed.
pub trait TickText {
    /// The label of a tick.
    fn tick(&self, value: f64, step: f64) -> String;
}

impl<F: Fn(f64, f64) -> String> TickText for F {
    fn tick(&self, value: f64, step: f64) -> String {
        self(value, step)
    }
}

/// The ticks of an axis with their labels.
pub(super) struct Axis {
    pub(super) ticks: Vec<(f64, String)>,
}

impl Axis {
    pub(super) fn new(low: f64, high: f64, step: f64, text: &dyn TickText) -> Self {
        let ticks = ticks(low, high, step).into_iter().map(|value| (value, text.tick(value, step))).collect();
        Self { ticks }
    }

    /// Room the labels need beside the plot.
    pub(super) fn label_width(&self, font: f64) -> f64 {
        self.ticks.iter().map(|(_, label)| text::width(label, font)).fold(0.0, f64::max)
    }

    /// Horizontal grid lines with labels at their start.
    pub(super) fn rows(&self, scene: &mut Scene, scale: Scale, x: (f64, f64)) {
        let drop = scene.font * 0.35;
        for (value, label) in &self.ticks {
            let y = scale.at(*value);
            scene.line("lt-gridline", (x.0, y), (x.1, y));
            scene.text("lt-tick-text", (x.0 - scene.font * 0.6, y + drop), Anchor::End, label.clone());
        }
    }

    /// Vertical grid lines with labels under them. Labels that would touch the one before are left out.
    pub(super) fn columns(&self, scene: &mut Scene, scale: Scale, y: (f64, f64), labels: bool) {
        let mut free_from = f64::NEG_INFINITY;
        for (value, label) in &self.ticks {
            let x = scale.at(*value);
            scene.line("lt-gridline", (x, y.0), (x, y.1));
            let half = text::width(label, scene.font) / 2.0;
            let middle = x.max(half).min(scene.width - half);
            if labels && middle - half >= free_from {
                scene.text("lt-tick-text", (middle, y.1 + scene.font * 1.3), Anchor::Middle, label.clone());
                free_from = middle + half + scene.font * 0.6;
            }
        }
    }
}
