//! Reading and writing the project as JSON without generated code for every type.
//!
//! A record names its fields once ([`record!`]); one reader and one writer serve all of them.
//! Derived serialisers did the same at four times the size of the page's budget for it
//! (decision 0004), and could not say which field of a file was wrong.
//!
//! Absence, `null` and the default mean the same, so defaults are not written.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Access to one field, by kind.
pub(super) enum Place<'a> {
    Text(&'a mut String),
    MaybeText(&'a mut Option<String>),
    Number(&'a mut Option<f64>),
    Numbers(&'a mut Vec<f64>),
    Flag(&'a mut bool),
    Whole(&'a mut dyn Whole),
    Word(&'a mut dyn Word),
    Table(&'a mut BTreeMap<String, f64>),
    One(&'a mut dyn Record),
    Maybe(&'a mut dyn Maybe),
    Many(&'a mut dyn Many),
}

/// Something with named fields.
pub(super) trait Record {
    /// Visits every field in the order of declaration.
    fn fields(&mut self, visit: &mut dyn FnMut(&'static str, Place<'_>));
}

/// A whole number of any width.
pub(super) trait Whole {
    fn read(&mut self, value: u64) -> bool;
    fn write(&self) -> Option<u64>;
}

/// An enumeration written as a word.
pub(super) trait Word {
    fn read(&mut self, word: &str) -> bool;
    /// `None` for the default.
    fn write(&self) -> Option<&'static str>;
}

/// A record that may be absent.
pub(super) trait Maybe {
    fn make(&mut self) -> &mut dyn Record;
    fn get(&mut self) -> Option<&mut dyn Record>;
}

/// A list of records.
pub(super) trait Many {
    fn push(&mut self) -> &mut dyn Record;
    fn each(&mut self, visit: &mut dyn FnMut(&mut dyn Record));
    fn is_empty(&self) -> bool;
}

impl<R: Record + Default> Maybe for Option<R> {
    fn make(&mut self) -> &mut dyn Record {
        self.insert(R::default())
    }
    fn get(&mut self) -> Option<&mut dyn Record> {
        self.as_mut().map(|record| record as &mut dyn Record)
    }
}

impl<R: Record + Default> Many for Vec<R> {
    fn push(&mut self) -> &mut dyn Record {
        self.push(R::default());
        let last = self.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "pushed on the line before")]
        &mut self[last]
    }
    fn each(&mut self, visit: &mut dyn FnMut(&mut dyn Record)) {
        for record in self {
            visit(record);
        }
    }
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}

macro_rules! whole {
    ($($kind:ty => $widen:expr),+) => {$(
        impl Whole for $kind {
            fn read(&mut self, value: u64) -> bool {
                <$kind>::try_from(value).map(|v| *self = v).is_ok()
            }
            fn write(&self) -> Option<u64> {
                (*self != 0).then_some($widen(*self))
            }
        }
        impl Whole for Option<$kind> {
            fn read(&mut self, value: u64) -> bool {
                <$kind>::try_from(value).map(|v| *self = Some(v)).is_ok()
            }
            fn write(&self) -> Option<u64> {
                self.map($widen)
            }
        }
    )+};
}
whole!(u16 => u64::from, u32 => u64::from, usize => |v| v as u64);

/// A field's type as a [`Place`].
pub(super) trait AsPlace {
    fn place(&mut self) -> Place<'_>;
}

macro_rules! places {
    ($($kind:ty => $variant:ident),+ $(,)?) => {$(
        impl AsPlace for $kind {
            fn place(&mut self) -> Place<'_> {
                Place::$variant(self)
            }
        }
    )+};
}
places! {
    String => Text, Option<String> => MaybeText, Option<f64> => Number, Vec<f64> => Numbers,
    bool => Flag, u32 => Whole, usize => Whole, Option<u16> => Whole, BTreeMap<String, f64> => Table,
}

/// Declares a record: its struct, its field list and how others hold it.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default, deny_unknown_fields))]
        pub struct $name { $($(#[$doc])* pub $field: $kind,)+ }
        impl $crate::project::record::Record for $name {
            fn fields(&mut self, visit: &mut dyn FnMut(&'static str, $crate::project::record::Place<'_>)) {
                $(visit(stringify!($field), $crate::project::record::AsPlace::place(&mut self.$field));)+
            }
        }
        impl $crate::project::record::AsPlace for $name {
            fn place(&mut self) -> $crate::project::record::Place<'_> {
                $crate::project::record::Place::One(self)
            }
        }
        impl $crate::project::record::AsPlace for Option<$name> {
            fn place(&mut self) -> $crate::project::record::Place<'_> {
                $crate::project::record::Place::Maybe(self)
            }
        }
        impl $crate::project::record::AsPlace for Vec<$name> {
            fn place(&mut self) -> $crate::project::record::Place<'_> {
                $crate::project::record::Place::Many(self)
            }
        }
    };
}

/// Declares an enumeration that files write as a word; the first variant is the default.
macro_rules! word {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ } default $default:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)+ }
        impl Default for $name {
            fn default() -> Self {
                $name::$default
            }
        }
        impl $crate::project::record::Word for $name {
            fn read(&mut self, word: &str) -> bool {
                match word {
                    $($word => *self = $name::$variant,)+
                    _ => return false,
                }
                true
            }
            fn write(&self) -> Option<&'static str> {
                if *self == $name::$default {
                    return None;
                }
                Some(match self { $($name::$variant => $word,)+ })
            }
        }
        impl $crate::project::record::AsPlace for $name {
            fn place(&mut self) -> $crate::project::record::Place<'_> {
                $crate::project::record::Place::Word(self)
            }
        }
    };
}
pub(super) use {record, word};

/// Fills a record from a JSON object. On failure gives the path of the field that does not fit.
pub(super) fn read(record: &mut dyn Record, fields: &Map<String, Value>) -> Result<(), String> {
    for (name, value) in fields {
        let mut outcome = Err(name.clone());
        record.fields(&mut |field, place| {
            if field == name {
                outcome = read_place(place, value).map_err(|inner| join(name, &inner));
            }
        });
        outcome?;
    }
    Ok(())
}

fn join(name: &str, inner: &str) -> String {
    match inner {
        "" => name.to_owned(),
        _ if inner.starts_with('[') => format!("{name}{inner}"),
        _ => format!("{name}.{inner}"),
    }
}

fn read_place(place: Place<'_>, value: &Value) -> Result<(), String> {
    let here = String::new;
    if value.is_null() {
        return Ok(());
    }
    match place {
        Place::Text(text) => value.as_str().ok_or_else(here)?.clone_into(text),
        Place::MaybeText(text) => *text = Some(value.as_str().ok_or_else(here)?.to_owned()),
        Place::Number(number) => *number = Some(value.as_f64().ok_or_else(here)?),
        Place::Numbers(numbers) => {
            for (index, item) in value.as_array().ok_or_else(here)?.iter().enumerate() {
                numbers.push(item.as_f64().ok_or_else(|| format!("[{index}]"))?);
            }
        }
        Place::Flag(flag) => *flag = value.as_bool().ok_or_else(here)?,
        Place::Whole(whole) => {
            if !value.as_u64().is_some_and(|v| whole.read(v)) {
                return Err(here());
            }
        }
        Place::Word(word) => {
            if !value.as_str().is_some_and(|v| word.read(v)) {
                return Err(here());
            }
        }
        Place::Table(table) => {
            for (key, item) in value.as_object().ok_or_else(here)? {
                table.insert(key.clone(), item.as_f64().ok_or_else(|| key.clone())?);
            }
        }
        Place::One(record) => read(record, value.as_object().ok_or_else(here)?)?,
        Place::Maybe(maybe) => read(maybe.make(), value.as_object().ok_or_else(here)?)?,
        Place::Many(many) => {
            for (index, item) in value.as_array().ok_or_else(here)?.iter().enumerate() {
                let fields = item.as_object().ok_or_else(|| format!("[{index}]"))?;
                read(many.push(), fields).map_err(|inner| join(&format!("[{index}]"), &inner))?;
            }
        }
    }
    Ok(())
}

/// Writes records as JSON text.
pub(super) struct Writer {
    pub text: String,
    /// Line breaks and two blanks a level; else everything on one line.
    pub pretty: bool,
    depth: usize,
}

impl Writer {
    pub fn new(pretty: bool) -> Self {
        Writer { text: String::new(), pretty, depth: 0 }
    }

    /// Writes one object; fields at their default are left out.
    pub fn record(&mut self, record: &mut dyn Record) {
        self.open('{');
        let mut first = true;
        record.fields(&mut |name, place| {
            let start = self.text.len();
            self.next(&mut first);
            self.string(name);
            self.text.push_str(if self.pretty { ": " } else { ":" });
            if !self.place(place) {
                self.text.truncate(start);
                first = self.text.ends_with('{');
            }
        });
        self.close('}', first);
    }

    /// False when the value is the default and need not stand.
    fn place(&mut self, place: Place<'_>) -> bool {
        match place {
            Place::Text(text) if text.is_empty() => return false,
            Place::Text(text) => self.string(text),
            Place::MaybeText(text) => match text {
                Some(text) => self.string(text),
                None => return false,
            },
            Place::Number(number) => return number.is_some_and(|n| self.number(n)),
            Place::Numbers(numbers) if numbers.is_empty() => return false,
            Place::Numbers(numbers) => {
                self.text.push('[');
                for (index, &number) in numbers.iter().enumerate() {
                    self.text.push_str(if index == 0 { "" } else { "," });
                    if !self.number(number) {
                        self.text.push_str("null");
                    }
                }
                self.text.push(']');
            }
            Place::Flag(flag) => {
                if !*flag {
                    return false;
                }
                self.text.push_str("true");
            }
            Place::Whole(whole) => return whole.write().is_some_and(|n| write!(self.text, "{n}").is_ok()),
            Place::Word(word) => match word.write() {
                Some(word) => self.string(word),
                None => return false,
            },
            Place::Table(table) if table.is_empty() => return false,
            Place::Table(table) => {
                self.open('{');
                let mut first = true;
                for (key, &number) in table.iter() {
                    if number.is_finite() {
                        self.next(&mut first);
                        self.string(key);
                        self.text.push_str(if self.pretty { ": " } else { ":" });
                        self.number(number);
                    }
                }
                self.close('}', first);
            }
            Place::One(record) => {
                let start = self.text.len();
                self.record(record);
                return self.text.get(start..) != Some("{}");
            }
            Place::Maybe(maybe) => match maybe.get() {
                Some(record) => self.record(record),
                None => return false,
            },
            Place::Many(many) if many.is_empty() => return false,
            Place::Many(many) => {
                self.open('[');
                let mut first = true;
                many.each(&mut |record| {
                    self.next(&mut first);
                    self.record(record);
                });
                self.close(']', first);
            }
        }
        true
    }

    /// The shortest decimal that reads back to the same number; false for what JSON cannot hold.
    fn number(&mut self, number: f64) -> bool {
        number.is_finite() && write!(self.text, "{number}").is_ok()
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                c if u32::from(c) < 0x20 => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(c));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    fn close(&mut self, bracket: char, empty: bool) {
        self.depth -= 1;
        if !empty {
            self.line();
        }
        self.text.push(bracket);
    }

    fn next(&mut self, first: &mut bool) {
        if !*first {
            self.text.push(',');
        }
        *first = false;
        self.line();
    }

    fn line(&mut self) {
        if self.pretty {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }
}
