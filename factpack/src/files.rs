//! The files of a factor pack in memory, and their content hash.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// File name to text; sorted, so that everything derived from it is stable.
#[derive(Clone, Debug, Default)]
pub struct Files {
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Reads every CSV file and `pack.toml` of a folder.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut texts = BTreeMap::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let is_table = path.extension().is_some_and(|ending| ending == "csv");
            if is_table || name == "pack.toml" {
                // A checkout may turn line ends into CRLF; the hash must not depend on that.
                let text = fs::read_to_string(&path)?.replace("\r\n", "\n");
                texts.insert(name.to_owned(), text);
            }
        }
        Ok(Self { texts })
    }

    /// The text of a file, empty if it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// Puts `text` in place of a file: for tests that break one row.
    pub fn set(&mut self, name: &str, text: String) {
        self.texts.insert(name.to_owned(), text);
    }

    /// FNV-1a, 64 bit, over names and texts of the CSV files: 16 hexadecimal digits.
    /// It tells packs apart; it is no protection against forgery.
    pub fn hash(&self) -> String {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut eat = |bytes: &[u8]| {
            for byte in bytes.iter().chain([&0]) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for (name, text) in &self.texts {
            if Path::new(name).extension().is_some_and(|ending| ending == "csv") {
                eat(name.as_bytes());
                eat(text.as_bytes());
            }
        }
        format!("{hash:016x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn hash_sees_names_and_texts() {
        let mut one = Files::default();
        one.set("a.csv", "b".to_owned());
        // By hand from the definition: FNV-1a of the bytes 61 2e 63 73 76 00 62 00.
        let mut by_hand = 0xcbf2_9ce4_8422_2325_u64;
        for byte in [0x61, 0x2e, 0x63, 0x73, 0x76, 0, 0x62, 0] {
            by_hand = (by_hand ^ byte).wrapping_mul(0x0100_0000_01b3);
        }
        assert_eq!(one.hash(), format!("{by_hand:016x}"));
        let mut other = one.clone();
        other.set("pack.toml", "version".to_owned());
        assert_eq!(one.hash(), other.hash());
        other.set("a.csv", "c".to_owned());
        assert_ne!(one.hash(), other.hash());
    }
}
