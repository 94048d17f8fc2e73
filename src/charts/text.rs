//! How wide a text will be, and where it may break, without asking a browser.
//!
//! The widths are a little generous, so that a label which fits here fits in every system font.

/// Width of a character in parts of the text size.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{a0}' | '(' | ')'
        | '/' | '·' => 0.36,
        'f' | 't' | 'r' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.92,
        'A'..='Z' | '+' | '−' | '=' | '▲' | '▼' | '→' => 0.72,
        '\u{2080}'..='\u{209c}' | '\u{2009}' | '\u{202f}' => 0.4,
        c if is_wide(c) => 1.0,
        _ => 0.61,
    }
}

/// Characters of the Chinese type area: ideographs, full-width signs, Chinese punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Signs that must not begin a line.
fn sticks_to_left(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '》'
            | '”'
            | '’'
            | '％'
            | '／'
    )
}

/// Signs that must not end a line.
fn sticks_to_right(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '《' | '“' | '‘')
}

/// How much wider bold text may be.
pub(super) const BOLD: f64 = 1.1;

/// Width of a line of text.
pub(super) fn width(text: &str, font: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * font
}

/// Width of a line of bold text. Chinese characters stay as wide as they are.
pub(super) fn bold_width(text: &str, font: f64) -> f64 {
    let bold = |c: char| if is_wide(c) { advance(c) } else { advance(c) * BOLD };
    text.chars().map(bold).sum::<f64>() * font
}

/// Width of the longest part that cannot be broken.
pub(super) fn widest_word(text: &str, font: f64) -> f64 {
    pieces(text).into_iter().map(|piece| width(piece.trim_end(), font)).fold(0.0, f64::max)
}

/// Splits a text where lines may break: after spaces and the hyphens of words, and between Chinese characters.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let Some(&(next_at, next)) = chars.peek() else { break };
        let hyphen = c == '-' && before.is_lowercase() && next.is_lowercase();
        before = c;
        let between =
            (is_wide(c) || is_wide(next)) && c != ' ' && next != ' ' && c != '\u{a0}' && next != '\u{a0}';
        if c == ' ' || hyphen || (between && !sticks_to_left(next) && !sticks_to_right(c)) {
            cuts.push(next_at);
        }
        debug_assert!(at < next_at);
    }
    let mut rest = text;
    let mut from = 0;
    let mut parts = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts {
        let (part, tail) = rest.split_at(cut - from);
        parts.push(part);
        rest = tail;
        from = cut;
    }
    parts.push(rest);
    parts
}

/// Cuts a text so that it fits with an ellipsis.
fn shorten(text: &str, room: f64, font: f64) -> String {
    let mut short = String::new();
    let mut used = width("…", font);
    for c in text.trim_end().chars() {
        used += advance(c) * font;
        if used > room {
            break;
        }
        short.push(c);
    }
    let mut short = short.trim_end().to_owned();
    short.push('…');
    short
}

/// Breaks a text into at most `max_lines` lines of a width; what does not fit ends in an ellipsis.
pub(super) fn wrap(text: &str, room: f64, font: f64, max_lines: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut parts = pieces(text).into_iter().peekable();
    while let Some(part) = parts.next() {
        let mut longer = line.clone();
        longer.push_str(part);
        if line.is_empty() || width(longer.trim_end(), font) <= room {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= max_lines {
            // The last line: everything left goes here and is cut.
            line = longer;
            line.extend(parts.by_ref());
            break;
        }
        lines.push(line.trim_end().to_owned());
        part.clone_into(&mut line);
    }
    lines.push(line.trim_end().to_owned());
    // The widths are generous: a single word that is a hair too long is left whole.
    let cut = |line: String| if width(&line, font) > room * 1.06 { shorten(&line, room, font) } else { line };
    lines.into_iter().map(cut).collect()
}

/// Breaks like `wrap` and then narrows the lines as far as their number allows, so none is left with one character.
pub(super) fn balanced(text: &str, room: f64, font: f64, max_lines: usize) -> Vec<String> {
    let lines = wrap(text, room, font, max_lines);
    if lines.len() < 2 || lines.iter().any(|line| line.ends_with('…')) {
        return lines;
    }
    let fits = |share: &f64| {
        let narrower = wrap(text, room * share, font, max_lines);
        (narrower.len() == lines.len() && !narrower.iter().any(|line| line.ends_with('…')))
            .then_some(narrower)
    };
    [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].iter().find_map(fits).unwrap_or(lines)
}

/// Breaks like `balanced`, or nothing where a word would have to be cut.
pub(super) fn uncut(text: &str, room: f64, font: f64, max_lines: usize) -> Option<Vec<String>> {
    Some(balanced(text, room, font, max_lines)).filter(|lines| !lines.iter().any(|line| line.ends_with('…')))
}

/// As many lines as it takes; only a single word wider than the room is cut.
pub(super) fn whole(text: &str, room: f64, font: f64) -> Vec<String> {
    balanced(text, room.max(widest_word(text, font)), font, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{balanced, bold_width, uncut, whole, widest_word, width, wrap};

    #[test]
    fn bold_words_are_wider_and_bold_characters_are_not() {
        // Three letters of 0.61 em.
        assert!((bold_width("abc", 10.0) - 3.0 * 6.1 * 1.1).abs() < 1e-9);
        assert!((bold_width("定型機", 10.0) - 30.0).abs() < 1e-9);
    }

    #[test]
    fn words_break_after_their_hyphens_and_codes_do_not() {
        assert_eq!(wrap("Servo-hydraulic drive", 75.0, 13.0, 3), ["Servo-", "hydraulic", "drive"]);
        assert_eq!(wrap("R-410A blend", 60.0, 13.0, 3), ["R-410A", "blend"]);
        // "hydraulic" is the longest part.
        assert!((widest_word("Servo-hydraulic drive", 10.0) - width("hydraulic", 10.0)).abs() < 1e-9);
    }

    #[test]
    fn what_would_be_cut_has_no_uncut_form() {
        assert_eq!(uncut("Gas engine CHP", 80.0, 13.0, 2).unwrap(), ["Gas engine", "CHP"]);
        assert_eq!(uncut("Condensate return", 50.0, 13.0, 3), None);
        assert_eq!(uncut("Condensate return and flash steam recovery", 90.0, 13.0, 2), None);
        assert_eq!(uncut("鍋爐及引擎損失", 40.0, 10.0, 2).unwrap(), ["鍋爐及引", "擎損失"]);
    }

    #[test]
    fn the_whole_text_is_kept_whatever_the_room() {
        assert_eq!(whole("Condensate return", 10.0, 13.0), ["Condensate", "return"]);
    }

    #[test]
    fn no_line_is_left_with_one_character() {
        assert_eq!(wrap("風機水泵變頻", 50.0, 10.0, 3), ["風機水泵變", "頻"]);
        assert_eq!(balanced("風機水泵變頻", 50.0, 10.0, 3), ["風機水", "泵變頻"]);
        assert_eq!(balanced("LED", 50.0, 10.0, 3), ["LED"]);
    }

    #[test]
    fn chinese_characters_are_one_em_wide() {
        assert!((width("定型機", 10.0) - 30.0).abs() < 1e-9);
    }

    #[test]
    fn words_break_at_spaces() {
        assert_eq!(wrap("Gas engine CHP", 80.0, 13.0, 2), ["Gas engine", "CHP"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        // Four characters fit; the comma would begin the next line and so takes its character along.
        assert_eq!(wrap("凝結水回，收", 40.0, 10.0, 3), ["凝結水", "回，收"]);
    }

    #[test]
    fn opening_brackets_do_not_end_a_line() {
        assert_eq!(wrap("熱電聯（甲）", 40.0, 10.0, 3), ["熱電聯", "（甲）"]);
    }

    #[test]
    fn figure_and_unit_stay_together_at_a_no_break_space() {
        assert_eq!(wrap("保存 3\u{a0}噸", 40.0, 10.0, 3), ["保存", "3\u{a0}噸"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap("Condensate return and flash steam recovery", 90.0, 13.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 13.0) <= 90.0), "{lines:?}");
    }

    #[test]
    fn a_short_text_is_left_alone() {
        assert_eq!(wrap("LED", 50.0, 13.0, 3), ["LED"]);
        assert_eq!(wrap("", 50.0, 13.0, 3), [""]);
    }
}
