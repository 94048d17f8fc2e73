//! A scene as SVG text: the same for the page, the printed report and the exported file.
//!
//! Text from the outside is escaped here; nothing else in the drawing comes from outside.

use std::fmt::Write as _;

use super::scene::{Anchor, Mark, Pattern, Scene, Shape};

/// Patterns repeat after this many parts.
const PARTS: u8 = 8;

impl Scene {
    /// The content of an `<svg>` element of the scene's size. `id` keeps the patterns of several charts apart.
    pub fn body(&self, id: &str) -> String {
        let mut out = String::with_capacity(64 * self.marks.len() + 256);
        self.patterns(&mut out, id);
        for mark in &self.marks {
            write_mark(&mut out, mark, id);
        }
        out
    }

    /// A whole file that looks the same outside the page, in the light theme on paper.
    ///
    /// `lang` chooses the fonts; `css` is the text of the style sheets it needs, tokens and charts.
    pub fn to_file(&self, title: &str, lang: &str, css: &str) -> String {
        let mut out =
            String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" class="lt-chart" data-theme="light""#);
        let (width, height) = (Short(self.width), Short(self.height));
        let _ = write!(out, r#" width="{width}" height="{height}" viewBox="0 0 {width} {height}""#);
        let _ = write!(out, r#" font-size="{}" role="img" lang=""#, Short(self.font));
        escape(&mut out, lang);
        out.push_str(r#""><title>"#);
        escape(&mut out, title);
        out.push_str("</title><style>");
        escape(&mut out, css);
        out.push_str(r#"</style><rect class="lt-ground" width="100%" height="100%"/>"#);
        out.push_str(&self.body("lt-file"));
        out.push_str("</svg>");
        out
    }

    fn patterns(&self, out: &mut String, id: &str) {
        let mut used: Vec<_> = self.marks.iter().filter_map(|mark| mark.pattern.map(wrapped)).collect();
        used.sort_unstable();
        used.dedup();
        if used.is_empty() {
            return;
        }
        out.push_str("<defs>");
        for pattern in used {
            let _ = write!(out, r#"<pattern id="{id}-{}" patternUnits="userSpaceOnUse""#, Name(pattern));
            out.push_str(drawing(pattern));
            out.push_str("</pattern>");
        }
        out.push_str("</defs>");
    }
}

fn wrapped(pattern: Pattern) -> Pattern {
    match pattern {
        Pattern::Part(n) => Pattern::Part(n % PARTS),
        other => other,
    }
}

/// The name of a pattern inside its chart.
struct Name(Pattern);

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Pattern::Save => f.write_str("save"),
            Pattern::Worse => f.write_str("worse"),
            Pattern::Part(n) => write!(f, "part{}", n % PARTS),
        }
    }
}

/// Size and content of a pattern's tile. Colours come from the classes.
fn drawing(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Save => {
            r#" width="6" height="6" patternTransform="rotate(45)"><rect class="lt-save-ground" width="6" height="6"/><rect class="lt-save-line" width="2.2" height="6"/>"#
        }
        Pattern::Worse => {
            r#" width="6" height="6"><rect class="lt-worse-ground" width="6" height="6"/><circle class="lt-worse-dot" cx="3" cy="3" r="1.7"/>"#
        }
        Pattern::Part(0) => r#" width="8" height="8"><rect class="lt-part-1" width="8" height="8"/>"#,
        Pattern::Part(1) => {
            r#" width="7" height="7" patternTransform="rotate(45)"><rect class="lt-part-2" width="7" height="7"/><rect class="lt-part-line" width="1.6" height="7"/>"#
        }
        Pattern::Part(2) => {
            r#" width="7" height="7"><rect class="lt-part-3" width="7" height="7"/><circle class="lt-part-line" cx="3.5" cy="3.5" r="1.3"/>"#
        }
        Pattern::Part(3) => {
            r#" width="7" height="7" patternTransform="rotate(-45)"><rect class="lt-part-4" width="7" height="7"/><rect class="lt-part-line" width="1.6" height="7"/>"#
        }
        Pattern::Part(4) => {
            r#" width="6" height="6"><rect class="lt-part-5" width="6" height="6"/><rect class="lt-part-line" width="6" height="1.5"/>"#
        }
        Pattern::Part(5) => {
            r#" width="6" height="6"><rect class="lt-part-6" width="6" height="6"/><rect class="lt-part-line" width="1.5" height="6"/>"#
        }
        Pattern::Part(6) => {
            r#" width="8" height="8"><rect class="lt-part-7" width="8" height="8"/><path class="lt-part-line" d="M0 0h8v1.3H0zM0 0h1.3v8H0z"/>"#
        }
        Pattern::Part(_) => {
            r#" width="8" height="8" patternTransform="rotate(45)"><rect class="lt-part-8" width="8" height="8"/><path class="lt-part-line" d="M0 0h8v1.3H0zM0 0h1.3v8H0z"/>"#
        }
    }
}

/// A coordinate with at most one decimal: finer than a pixel on any screen, and short.
struct Short(f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = if self.0.is_finite() { (self.0 * 10.0).round() as i64 } else { 0 };
        let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
        match (tenths / 10, tenths % 10) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, tenth) => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

fn write_mark(out: &mut String, mark: &Mark, id: &str) {
    let tag = match &mark.shape {
        Shape::Rect { .. } => "rect",
        Shape::Line { .. } => "line",
        Shape::Circle { .. } => "circle",
        Shape::Path { .. } => "path",
        Shape::Text { .. } => "text",
    };
    let _ = write!(out, r#"<{tag} class="{}""#, mark.class);
    write_geometry(out, &mark.shape);
    if let Some(pattern) = mark.pattern {
        let _ = write!(out, r#" fill="url(#{id}-{})""#, Name(pattern));
    }
    if !mark.key.is_empty() {
        out.push_str(r#" data-key=""#);
        escape(out, &mark.key);
        out.push('"');
    }
    let text = match &mark.shape {
        Shape::Text { text, .. } => text.as_str(),
        _ => "",
    };
    if text.is_empty() && mark.tip.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    escape(out, text);
    if !mark.tip.is_empty() {
        out.push_str("<title>");
        escape(out, &mark.tip);
        out.push_str("</title>");
    }
    let _ = write!(out, "</{tag}>");
}

fn write_geometry(out: &mut String, shape: &Shape) {
    let mut put = |name: &str, value: f64| {
        let _ = write!(out, r#" {name}="{}""#, Short(value));
    };
    match shape {
        Shape::Rect { x, y, width, height, radius } => {
            put("x", *x);
            put("y", *y);
            put("width", *width);
            put("height", *height);
            if *radius > 0.0 {
                put("rx", *radius);
            }
        }
        Shape::Line { x1, y1, x2, y2 } => {
            put("x1", *x1);
            put("y1", *y1);
            put("x2", *x2);
            put("y2", *y2);
        }
        Shape::Circle { x, y, radius } => {
            put("cx", *x);
            put("cy", *y);
            put("r", *radius);
        }
        Shape::Path { d } => {
            let _ = write!(out, r#" d="{d}""#);
        }
        Shape::Text { x, y, anchor, .. } => {
            put("x", *x);
            put("y", *y);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => out.push_str(r#" text-anchor="middle""#),
                Anchor::End => out.push_str(r#" text-anchor="end""#),
            }
        }
    }
}

/// Writes text so that no sign of it can become markup. Control characters, which XML forbids, are left out.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::scene::{Anchor, Pattern, Scene, Size},
        Short,
    };

    #[test]
    fn coordinates_are_short_and_never_minus_zero() {
        for (value, text) in [
            (1.0, "1"),
            (1.04, "1"),
            (1.05, "1.1"),
            (-0.04, "0"),
            (-2.5, "-2.5"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ] {
            assert_eq!(Short(value).to_string(), text);
        }
    }

    #[test]
    fn text_from_outside_stays_text() {
        let mut scene = Scene::new(Size::wide(100.0));
        scene.text("lt-text", (0.0, 0.0), Anchor::Start, "<script>\"&'\u{0}").tip("</title><b>").key("a\"b");
        assert_eq!(
            scene.body("c"),
            "<text class=\"lt-text\" x=\"0\" y=\"0\" data-key=\"a&quot;b\">&lt;script&gt;&quot;&amp;&#39;\
             <title>&lt;/title&gt;&lt;b&gt;</title></text>"
        );
    }

    #[test]
    fn each_pattern_is_defined_once_under_the_chart_s_own_name() {
        let mut scene = Scene::new(Size::wide(100.0));
        for pattern in [Pattern::Save, Pattern::Save, Pattern::Part(1), Pattern::Part(9)] {
            scene.rect("lt-part", (0.0, 1.0), (0.0, 1.0), 0.0).pattern(pattern);
        }
        let body = scene.body("c7");
        assert_eq!(body.matches("<pattern ").count(), 2);
        assert_eq!(body.matches("fill=\"url(#c7-save)\"").count(), 2);
        // The tenth part wraps round to the second.
        assert_eq!(body.matches("fill=\"url(#c7-part1)\"").count(), 2);
    }

    #[test]
    fn a_file_carries_its_size_its_title_and_its_styles() {
        let mut scene = Scene::new(Size::wide(320.0));
        scene.height = 90.5;
        let file = scene.to_file("A & B", "zh-Hant-HK", ".lt-gridline{stroke:red}");
        assert!(file.starts_with("<svg xmlns="));
        assert!(file.contains("width=\"320\" height=\"90.5\" viewBox=\"0 0 320 90.5\""));
        assert!(file.contains("lang=\"zh-Hant-HK\""));
        assert!(file.contains("<title>A &amp; B</title><style>.lt-gridline{stroke:red}</style>"));
    }
}
