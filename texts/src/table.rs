//! The two text tables of one language, as the app loads them: what the first screen may show, and
//! the rest, each in the same form.
//!
//! First line `lantian-texts <fingerprint> <texts> <names>` with how many of each follow, then one
//! line a key in the order of the key list, then one `slug<TAB>name` line a name, sorted by slug. No
//! text holds a line break or a tab (checked), so nothing needs escaping and the app can keep the
//! file as it is.

use crate::keys::{KeyEntry, KeyList};
use crate::locale::Locale;
use crate::names::Names;
use crate::reach::First;

pub fn write(keys: &KeyList, first: &First, locale: &Locale, names: &Names) -> [String; 2] {
    let (first_keys, other_keys) = keys.parts();
    let (first_names, other_names): (Vec<_>, Vec<_>) =
        names.entries.iter().partition(|(slug, _)| first.has_name(slug));
    let hash = keys.hash();
    [part(&hash, first_keys, locale, &first_names), part(&hash, other_keys, locale, &other_names)]
}

fn part(hash: &str, keys: &[KeyEntry], locale: &Locale, names: &[(&String, &String)]) -> String {
    let mut out = format!("lantian-texts {hash} {} {}\n", keys.len(), names.len());
    for key in keys {
        // The check has seen to it that every language has every key.
        out.push_str(locale.texts.get(&key.name).map_or("", |text| text));
        out.push('\n');
    }
    for (slug, name) in names {
        out.push_str(slug);
        out.push('\t');
        out.push_str(name);
        out.push('\n');
    }
    out
}
