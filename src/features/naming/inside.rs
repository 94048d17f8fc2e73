//! Names in the middle of a sentence.

use crate::i18n::{I18n, Lang};

/// Names that keep their capital everywhere.
const PROPER: [&str; 2] = ["Towngas", "Siegert"];

/// A name as it stands inside a sentence: English ones begin small, unless they are proper names or
/// abbreviations.
pub fn inside(i18n: I18n, name: &str) -> String {
    if i18n.lang() == Lang::En { small(name) } else { name.to_owned() }
}

fn small(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second))
            if first.is_ascii_uppercase()
                && second.is_ascii_lowercase()
                && !PROPER.iter().any(|proper| name.starts_with(proper)) =>
        {
            let rest = name.strip_prefix(first).unwrap_or_default();
            format!("{}{rest}", first.to_ascii_lowercase())
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn only_ordinary_words_begin_small() {
        for (name, inside) in [
            ("Variable-speed drive on pump", "variable-speed drive on pump"),
            ("LED lighting", "LED lighting"),
            ("NOx", "NOx"),
            ("CO₂e, scope 1 + 2", "CO₂e, scope 1 + 2"),
            ("Towngas", "Towngas"),
            ("Fresh water", "fresh water"),
            ("屋頂太陽能", "屋頂太陽能"),
            ("", ""),
        ] {
            assert_eq!(small(name), inside);
        }
    }
}
