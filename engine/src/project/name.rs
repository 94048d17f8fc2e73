//! Names in a project that stand for words: the worked cases are read in every language.

/// The key behind a name like `@case.forklifts`; the interface has its words. `None` for a name that
/// is words already, which is what everybody types.
pub fn case_key(name: &str) -> Option<&str> {
    name.strip_prefix("@case.")
}

#[cfg(test)]
mod tests {
    use super::case_key;

    #[test]
    fn what_people_type_is_no_key() {
        assert_eq!(case_key("@case.forklifts"), Some("forklifts"));
        for words in ["", "@", "@home", "Line @case.1", "鏟車", "@CASE.x"] {
            assert_eq!(case_key(words), None, "{words}");
        }
    }
}
