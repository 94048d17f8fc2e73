//! Reads lz-str's URI-safe text.
//!
//! The crate's own decoder drops unknown characters, tells a cut text no different from a damaged
//! one, and keeps every dictionary entry as a vector of its own, so that a hostile link of a few
//! ten thousand characters asks for gigabytes. This one keeps entries as (parent, last unit) and
//! stops at a stated length. Format: LZ-based compression, P. Pieroxy, `lz-string` 1.4.

/// Longest text that is unpacked, UTF-16 units; a project file has the same limit in bytes.
const LIMIT: usize = 2 * 1024 * 1024;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

/// Why a text could not be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// It ends before its end mark.
    CutShort,
    /// A character outside the alphabet, an impossible code, or an absurd length.
    Damaged,
}

/// Codes with a meaning of their own; entries follow.
const UNIT_8: u32 = 0;
const UNIT_16: u32 = 1;
const END: u32 = 2;
const FIRST_ENTRY: usize = 3;

/// Least significant bit first, six bits a character, most significant bit of each first.
struct Bits<'a> {
    text: std::slice::Iter<'a, u8>,
    value: u8,
    left: u32,
}

impl Bits<'_> {
    fn bit(&mut self) -> Result<u32, UnpackError> {
        if self.left == 0 {
            let byte = self.text.next().ok_or(UnpackError::CutShort)?;
            self.value = sextet(*byte).ok_or(UnpackError::Damaged)?;
            self.left = 6;
        }
        self.left -= 1;
        Ok(u32::from(self.value >> self.left) & 1)
    }

    fn bits(&mut self, count: u32) -> Result<u32, UnpackError> {
        let mut value = 0;
        for place in 0..count {
            value |= self.bit()? << place;
        }
        Ok(value)
    }

    fn unit(&mut self, bits: u32) -> Result<u16, UnpackError> {
        u16::try_from(self.bits(bits)?).map_err(|_| UnpackError::Damaged)
    }
}

fn sextet(byte: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u8::try_from(at).ok())
}

/// A phrase: another phrase and one unit more.
#[derive(Clone, Copy)]
struct Entry {
    parent: Option<usize>,
    first: u16,
    unit: u16,
    length: usize,
}

#[derive(Default)]
struct Dictionary(Vec<Entry>);

impl Dictionary {
    fn get(&self, code: usize) -> Option<Entry> {
        code.checked_sub(FIRST_ENTRY).and_then(|at| self.0.get(at)).copied()
    }

    fn next(&self) -> usize {
        self.0.len() + FIRST_ENTRY
    }

    fn push(&mut self, parent: Option<usize>, unit: u16) -> Result<usize, UnpackError> {
        let (first, length) = match parent {
            Some(parent) => {
                let parent = self.get(parent).ok_or(UnpackError::Damaged)?;
                (parent.first, parent.length + 1)
            }
            None => (unit, 1),
        };
        self.0.push(Entry { parent, first, unit, length });
        Ok(self.next() - 1)
    }

    /// Appends the phrase to `text`.
    fn write(&self, code: usize, text: &mut Vec<u16>, limit: usize) -> Result<(), UnpackError> {
        let mut entry = self.get(code).ok_or(UnpackError::Damaged)?;
        let from = text.len();
        if from + entry.length > limit {
            return Err(UnpackError::Damaged);
        }
        text.push(entry.unit);
        while let Some(next) = entry.parent.and_then(|parent| self.get(parent)) {
            entry = next;
            text.push(entry.unit);
        }
        if let Some(phrase) = text.get_mut(from..) {
            phrase.reverse();
        }
        Ok(())
    }
}

/// Width of the codes: one bit more whenever the dictionary may have outgrown it.
struct Width {
    bits: u32,
    /// Entries until it grows.
    room: u64,
}

impl Width {
    fn entry_made(&mut self) {
        self.room -= 1;
        if self.room == 0 {
            self.room = 1 << self.bits;
            self.bits += 1;
        }
    }
}

/// Unpacks `text`.
pub fn unpack(text: &str) -> Result<String, UnpackError> {
    unpack_within(text, LIMIT)
}

/// Unpacks `text` unless that takes more than `limit` UTF-16 units.
pub fn unpack_within(text: &str, limit: usize) -> Result<String, UnpackError> {
    let mut bits = Bits { text: text.as_bytes().iter(), value: 0, left: 0 };
    let mut dictionary = Dictionary::default();
    let mut units: Vec<u16> = Vec::new();
    let mut width = Width { bits: 2, room: 4 };
    let mut previous: Option<usize> = None;
    loop {
        let code = bits.bits(width.bits)?;
        let literal = match code {
            UNIT_8 => Some(bits.unit(8)?),
            UNIT_16 => Some(bits.unit(16)?),
            END => break,
            _ => None,
        };
        let phrase = match literal {
            Some(unit) => {
                if previous.is_some() {
                    width.entry_made();
                }
                dictionary.push(None, unit)?
            }
            None => usize::try_from(code).map_err(|_| UnpackError::Damaged)?,
        };
        if let Some(before) = previous {
            // A phrase one past the end is the one this very step makes: the phrase before and
            // its own first unit.
            let own = phrase == dictionary.next();
            let source = dictionary.get(if own { before } else { phrase }).ok_or(UnpackError::Damaged)?;
            dictionary.push(Some(before), source.first)?;
            width.entry_made();
        } else {
            // The first code is always a literal and two bits wide; those after it need three.
            width.bits = 3;
        }
        dictionary.write(phrase, &mut units, limit)?;
        previous = Some(phrase);
    }
    String::from_utf16(&units).map_err(|_| UnpackError::Damaged)
}
