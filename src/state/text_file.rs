//! Bytes of a chosen or dropped file to text.

/// Why bytes are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("empty")]
    Empty,
    /// Neither UTF-8 nor marked UTF-16: another encoding (GBK, Big5) or not a text at all.
    #[error("not text: byte {at} is not UTF-8")]
    NotUtf8 { at: usize },
    /// It begins like a workbook or archive (ZIP).
    #[error("a zip archive or workbook")]
    Archive,
}

/// Reads UTF-8 with or without a byte-order mark, and UTF-16 with one (spreadsheet programs write
/// both as "Unicode text").
pub fn decode(bytes: &[u8]) -> Result<String, TextError> {
    let text = match bytes {
        [] => return Err(TextError::Empty),
        [0x50, 0x4b, 0x03, 0x04, ..] => return Err(TextError::Archive),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, 3)?,
        _ => utf8(bytes, 0)?,
    };
    if text.trim().is_empty() { Err(TextError::Empty) } else { Ok(text) }
}

fn utf8(bytes: &[u8], offset: usize) -> Result<String, TextError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(TextError::NotUtf8 { at: offset + error.valid_up_to() }),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TextError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(TextError::NotUtf8 { at: 0 }),
    }
}

/// Longest file name without its ending, characters; file systems stop at 255 bytes and a
/// Chinese character takes three.
const NAME_LIMIT: usize = 60;

/// A file name from a title: without what file systems refuse, never empty.
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for c in title.trim().chars().take(NAME_LIMIT) {
        let refused = c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
        name.push(if refused { '-' } else { c });
    }
    let name = name.trim_matches(|c: char| c == '.' || c == ' ');
    format!("{}.{ending}", if name.is_empty() { "lantian" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_understood() {
        assert_eq!(decode("廠".as_bytes()).as_deref(), Ok("廠"));
        assert_eq!(decode(b"\xef\xbb\xbf{}").as_deref(), Ok("{}"));
        // U+5EE0 as two bytes, low first and high first.
        assert_eq!(decode(b"\xff\xfe\xe0\x5e").as_deref(), Ok("廠"));
        assert_eq!(decode(b"\xfe\xff\x5e\xe0").as_deref(), Ok("廠"));
    }

    #[test]
    fn what_is_not_text_is_named() {
        assert_eq!(decode(b""), Err(TextError::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(TextError::Empty));
        assert_eq!(decode(b"PK\x03\x04rest"), Err(TextError::Archive));
        // "廠" in Big5 is BC 74; 0xBC cannot begin a UTF-8 sequence.
        assert_eq!(decode(b"name\xbc\x74"), Err(TextError::NotUtf8 { at: 4 }));
        assert_eq!(decode(b"\xff\xfe\xe0"), Err(TextError::NotUtf8 { at: 0 }));
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), Err(TextError::NotUtf8 { at: 0 }));
    }

    #[test]
    fn names_for_files() {
        assert_eq!(file_name("藍天 印染", "json"), "藍天 印染.json");
        assert_eq!(file_name("a/b:c\n", "json"), "a-b-c.json");
        assert_eq!(file_name("..\\..", "json"), "-.json");
        assert_eq!(file_name("  ", "csv"), "lantian.csv");
    }
}
