//! Checks that the colours of the style sheets keep the contrast WCAG 2.2 asks for, in both themes.

#![expect(clippy::disallowed_methods, reason = "the last digits of a contrast ratio do not matter")]

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Text on the surfaces it stands on: at least 4.5 to 1 (WCAG 1.4.3).
const TEXT: [(&str, &[&str]); 12] = [
    ("ink", &["paper", "sheet", "sunken", "save-soft", "sky-soft"]),
    ("ink-2", &["paper", "sheet", "sunken"]),
    ("ink-3", &["paper", "sheet", "sunken"]),
    ("sky", &["paper", "sheet", "sky-soft"]),
    ("sky-strong", &["sheet", "sky-soft"]),
    ("on-sky", &["sky", "sky-strong"]),
    ("save", &["paper", "sheet", "save-soft"]),
    ("worse", &["paper", "sheet", "worse-soft"]),
    ("danger", &["sheet", "danger-soft"]),
    ("sheet", &["ink", "save"]),
    ("paper", &["ink"]),
    ("after", &["sheet"]),
];

/// Frames of controls, focus and chart shapes: at least 3 to 1 (WCAG 1.4.11).
const SHAPES: [(&str, &[&str]); 15] = [
    ("edge", &["sheet", "paper"]),
    ("focus", &["sheet", "paper", "sunken"]),
    ("before", &["sheet"]),
    ("after", &["sheet"]),
    ("save", &["save-soft", "sheet"]),
    ("worse", &["worse-soft", "sheet"]),
    ("danger", &["sheet"]),
    ("part-1", &["sheet"]),
    ("part-2", &["sheet"]),
    ("part-3", &["sheet"]),
    ("part-4", &["sheet"]),
    ("part-5", &["sheet"]),
    ("part-6", &["sheet"]),
    ("part-7", &["sheet"]),
    ("part-8", &["sheet"]),
];

type Colours = HashMap<String, [f64; 3]>;

/// The `--lt-name: #rrggbb;` lines of the first rule after `selector`.
fn colours(selector: &str) -> Colours {
    let rule = TOKENS.split_once(selector).expect("the selector is in the style sheet").1;
    let rule = rule.split_once('}').expect("the rule ends").0;
    let entry = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--lt-")?.split_once(": #")?;
        let value = value.trim_end_matches(';');
        let channel = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok().map(f64::from);
        Some((name.to_owned(), [channel(0)?, channel(2)?, channel(4)?]))
    };
    rule.lines().filter_map(entry).collect()
}

/// Relative luminance, WCAG 2.2 definition.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        |c: f64| if c <= 10.313_725 { c / 255.0 / 12.92 } else { ((c / 255.0 + 0.055) / 1.055).powf(2.4) };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn check(theme: &str, colours: &Colours, pairs: &[(&str, &[&str])], least: f64) {
    for (front, backs) in pairs {
        for back in *backs {
            let ratio = contrast(colours[*front], colours[*back]);
            assert!(ratio >= least, "{theme}: {front} on {back} has {ratio:.2}, needs {least}");
        }
    }
}

#[test]
fn the_ratio_follows_the_published_examples() {
    // WCAG 2.2: black on white is 21 to 1; #777777 on white is the well-known near miss of 4.48.
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119.0; 3], [255.0; 3]) - 4.48).abs() < 0.005);
}

#[test]
fn both_themes_are_readable() {
    for (theme, selector) in [("light", ":root {"), ("dark", ":root[data-theme=\"dark\"] {")] {
        let colours = colours(selector);
        check(theme, &colours, &TEXT, 4.5);
        check(theme, &colours, &SHAPES, 3.0);
    }
}
