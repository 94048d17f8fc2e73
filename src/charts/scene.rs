//! What a chart consists of before anybody draws it.

/// The room a chart has. The height follows from the content.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width in CSS pixels.
    pub width: f64,
    /// Size of ordinary chart text in CSS pixels; every distance grows with it.
    pub font: f64,
}

impl Size {
    /// A size with the usual text of 13 px.
    pub fn wide(width: f64) -> Self {
        Self { width, font: 13.0 }
    }

    /// Never less than what one word and one bar need.
    pub(super) fn at_least(self, width: f64) -> Self {
        let font = if self.font.is_finite() { self.font.clamp(8.0, 64.0) } else { 13.0 };
        let width = if self.width.is_finite() { self.width.max(width) } else { width };
        Self { width, font }
    }

    /// Distance from one line of text to the next.
    pub(super) fn line(self) -> f64 {
        self.font * LINE
    }
}

/// From one line of a text to the next, in parts of the text size.
const LINE: f64 = 1.3;

/// Where a text hangs on its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The text starts there.
    #[default]
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// A fill that stays distinguishable without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// What is saved.
    Save,
    /// What gets worse.
    Worse,
    /// The n-th part of a whole, from 0; repeats after eight.
    Part(u8),
}

/// A shape in scene units.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle from its upper left corner.
    Rect { x: f64, y: f64, width: f64, height: f64, radius: f64 },
    /// A straight line.
    Line { x1: f64, y1: f64, x2: f64, y2: f64 },
    /// A circle.
    Circle { x: f64, y: f64, radius: f64 },
    /// A path in SVG notation.
    Path { d: String },
    /// One line of text; `y` is its base line.
    Text { x: f64, y: f64, anchor: Anchor, text: String },
}

/// A shape with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is drawn.
    pub shape: Shape,
    /// What it means; the style sheet gives it a colour.
    pub class: &'static str,
    /// A fill with a pattern.
    pub pattern: Option<Pattern>,
    /// The full text where the drawn one is shortened, or what the shape stands for.
    pub tip: String,
    /// Key of the figure behind the mark; empty when it opens nothing.
    pub key: String,
}

/// A chart ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Size of ordinary text.
    pub font: f64,
    /// The marks, from back to front.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// An empty scene of a width; the layout sets the height when it knows it.
    pub(super) fn new(size: Size) -> Self {
        Self { width: size.width, height: 0.0, font: size.font, marks: Vec::new() }
    }

    fn push(&mut self, shape: Shape, class: &'static str) -> &mut Mark {
        let index = self.marks.len();
        self.marks.push(Mark { shape, class, pattern: None, tip: String::new(), key: String::new() });
        // The mark was pushed one line above.
        #[expect(clippy::indexing_slicing, reason = "the index of the mark just pushed")]
        &mut self.marks[index]
    }

    /// A rectangle between two corners in any order.
    pub(super) fn rect(
        &mut self,
        class: &'static str,
        x: (f64, f64),
        y: (f64, f64),
        radius: f64,
    ) -> &mut Mark {
        let (left, right) = (x.0.min(x.1), x.0.max(x.1));
        let (top, bottom) = (y.0.min(y.1), y.0.max(y.1));
        let shape = Shape::Rect { x: left, y: top, width: right - left, height: bottom - top, radius };
        self.push(shape, class)
    }

    /// A line.
    pub(super) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) -> &mut Mark {
        self.push(Shape::Line { x1: from.0, y1: from.1, x2: to.0, y2: to.1 }, class)
    }

    /// A circle.
    pub(super) fn circle(&mut self, class: &'static str, centre: (f64, f64), radius: f64) -> &mut Mark {
        self.push(Shape::Circle { x: centre.0, y: centre.1, radius }, class)
    }

    /// A path.
    pub(super) fn path(&mut self, class: &'static str, d: String) -> &mut Mark {
        self.push(Shape::Path { d }, class)
    }

    /// One line of text.
    pub(super) fn text(
        &mut self,
        class: &'static str,
        at: (f64, f64),
        anchor: Anchor,
        text: impl Into<String>,
    ) -> &mut Mark {
        self.push(Shape::Text { x: at.0, y: at.1, anchor, text: text.into() }, class)
    }

    /// A name on several lines under each other; the first base line is at `at`. Each tells the whole name.
    pub(super) fn lines(
        &mut self,
        class: &'static str,
        at: (f64, f64),
        anchor: Anchor,
        lines: &[String],
        name: &str,
    ) {
        let step = self.font * LINE;
        for (index, line) in lines.iter().enumerate() {
            let mark = self.text(class, (at.0, at.1 + step * index as f64), anchor, line.clone());
            if line != name {
                mark.tip(name);
            }
        }
    }

    /// The marks of a class, for tests.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(super) fn of(&self, class: &str) -> Vec<&Mark> {
        self.marks.iter().filter(|mark| mark.class == class).collect()
    }
}

impl Mark {
    pub(super) fn pattern(&mut self, pattern: Pattern) -> &mut Self {
        self.pattern = Some(pattern);
        self
    }

    pub(super) fn tip(&mut self, tip: impl Into<String>) -> &mut Self {
        self.tip = tip.into();
        self
    }

    pub(super) fn key(&mut self, key: impl Into<String>) -> &mut Self {
        self.key = key.into();
        self
    }
}

/// Left, right, top and bottom of a mark, with the widths of texts estimated; nothing for a path.
#[cfg(test)]
fn bounds(mark: &Mark, font: f64) -> Option<[f64; 4]> {
    match &mark.shape {
        Shape::Rect { x, y, width, height, .. } => Some([*x, x + width, *y, y + height]),
        Shape::Line { x1, y1, x2, y2 } => Some([x1.min(*x2), x1.max(*x2), y1.min(*y2), y1.max(*y2)]),
        Shape::Circle { x, y, radius } => Some([x - radius, x + radius, y - radius, y + radius]),
        Shape::Path { .. } => None,
        Shape::Text { x, y, anchor, text } => {
            let width = if matches!(mark.class, "lt-text" | "lt-tick-text") {
                super::text::width(text, font)
            } else {
                super::text::bold_width(text, font)
            };
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some([left, left + width, y - font * 0.8, y + font * 0.25])
        }
    }
}

/// What a reader would find wrong with a drawing: marks outside it, texts that are cut or touch each other.
#[cfg(test)]
pub fn faults(scene: &Scene) -> Vec<String> {
    let slack = 1.0;
    let mut found = Vec::new();
    let mut texts: Vec<(&str, [f64; 4])> = Vec::new();
    for mark in &scene.marks {
        let Some(place @ [left, right, top, bottom]) = bounds(mark, scene.font) else { continue };
        if left < -slack || right > scene.width + slack || top < -slack || bottom > scene.height + slack {
            found.push(format!("outside {} × {}: {mark:?}", scene.width, scene.height));
        }
        if let Shape::Text { text, .. } = &mark.shape {
            if text.chars().count() > 1 && text.ends_with('…') {
                found.push(format!("cut: {text} ({})", mark.tip));
            }
            let touch = |other: &&(&str, [f64; 4])| {
                let [l, r, t, b] = other.1;
                left + slack < r && l + slack < right && top + slack < b && t + slack < bottom
            };
            found.extend(texts.iter().find(touch).map(|(other, _)| format!("“{text}” touches “{other}”")));
            texts.push((text, place));
        }
    }
    found
}

/// Fails when a mark leaves the scene, with the widths of texts estimated.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn assert_inside(scene: &Scene) {
    let outside: Vec<String> =
        faults(scene).into_iter().filter(|fault| fault.starts_with("outside")).collect();
    assert!(outside.is_empty(), "{outside:#?}");
}

/// The drawing with one mark a line, for snapshots.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn drawing(scene: &Scene) -> String {
    format!("{:.1} × {:.1}\n{}", scene.width, scene.height, scene.body("id").replace("><", ">\n<"))
}
