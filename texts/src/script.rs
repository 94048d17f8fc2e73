//! What kind of character stands where: for typesetting and for the checks.

/// A Chinese character (not Chinese punctuation).
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A Latin letter, Greek letter, digit or subscript: what wants a space beside a Chinese character.
pub fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '²' | '³' | '\u{2080}'..='\u{2089}')
}

/// Chinese written dates keep their digits close: 3月, 2026年3月5日.
pub fn is_date_word(character: char) -> bool {
    matches!(character, '年' | '月' | '日')
}
