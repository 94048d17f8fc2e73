//! The text table of one language, as the app loads it.
//!
//! First line `lantian-texts <fingerprint>`, then one line a key in the order of the key list, an
//! empty line, then one `slug<TAB>name` line a name, sorted by slug. No text holds a line break or a
//! tab (checked), so nothing needs escaping and the app can keep the file as it is.

use crate::locale::Locale;
use crate::names::Names;

pub fn write(hash: &str, locale: &Locale, names: &Names) -> String {
    let mut out = format!("lantian-texts {hash}\n");
    for text in locale.texts.values() {
        out.push_str(text);
        out.push('\n');
    }
    out.push('\n');
    for (slug, name) in &names.entries {
        out.push_str(slug);
        out.push('\t');
        out.push_str(name);
        out.push('\n');
    }
    out
}
