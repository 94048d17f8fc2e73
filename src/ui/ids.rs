//! Element ids that are unique on the page, so labels, hints and messages can point at their control.

use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A fresh id such as `lt-field-7`. A counter, not a random number: the same page gets the same ids.
pub fn unique_id(prefix: &str) -> String {
    let mut id = String::from("lt-");
    id.push_str(prefix);
    id.push('-');
    id.push_str(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    id
}

#[cfg(test)]
mod tests {
    use super::unique_id;

    #[test]
    fn ids_never_repeat() {
        let (first, second) = (unique_id("field"), unique_id("field"));
        assert!(first.starts_with("lt-field-"));
        assert_ne!(first, second);
    }
}
