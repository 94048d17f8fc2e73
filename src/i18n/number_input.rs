//! Reads what people type or paste as a number.
//!
//! Nothing is guessed: what can be read in two ways is asked back, and what cannot be read names
//! the place. The result is the number with whatever stood around it (unit, currency, percent sign),
//! for the field to accept or refuse. No text for people is made here.

use super::currency::Currency;

/// Above this no plant has anything to count; larger numbers are slips of the finger.
const LARGEST: f64 = 1e15;

/// A number and what was typed around it.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedNumber {
    pub value: f64,
    /// The unit words after the number, as typed: `kWh`, 度, 萬 already multiplied in.
    pub unit: Option<String>,
    pub currency: Option<Currency>,
    /// A percent sign stood there; `value` is still the number before it.
    pub percent: bool,
}

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq)]
pub enum InputIssue {
    Empty,
    /// A letter stands among the digits: `12,3O0`. Places count characters from 1.
    Letter {
        typed: String,
        letter: char,
        place: usize,
    },
    /// Two readings: `1,5` is 1.5 or 15.
    Ambiguous {
        typed: String,
        first: f64,
        second: f64,
    },
    /// Commas and points that no number has: `1.2.3`, `1,23,456`.
    Separators {
        typed: String,
    },
    /// More than one number: `12 / 14`, `100-200`.
    SeveralNumbers {
        typed: String,
    },
    NotANumber {
        typed: String,
    },
    Negative {
        typed: String,
        value: f64,
    },
    TooLarge {
        typed: String,
    },
}

/// Reads an amount of something: a number that is not below zero.
pub fn parse_amount(typed: &str) -> Result<TypedNumber, InputIssue> {
    let number = parse_number(typed)?;
    if number.value < 0.0 {
        return Err(InputIssue::Negative { typed: typed.trim().to_owned(), value: number.value });
    }
    Ok(number)
}

/// Reads a number of either sign.
pub fn parse_number(typed: &str) -> Result<TypedNumber, InputIssue> {
    let plain = half_width(typed);
    let kept = || typed.trim().to_owned();
    if plain.is_empty() {
        return Err(InputIssue::Empty);
    }
    let (mut negative, mut rest) = sign(&plain);
    let (mut currency, after) = currency_prefix(rest);
    if currency.is_some() || after.len() < rest.len() {
        let (again, after) = sign(after);
        negative ^= again;
        rest = after;
    }
    if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        // Accounts write losses in brackets.
        negative = !negative;
        rest = inner.trim();
    }

    let (digits, after) = number_run(rest);
    if let Some((letter, at)) = letter_among_digits(digits, after) {
        let place = plain.chars().count() - rest.chars().count() + digits.chars().count() + at + 1;
        return Err(InputIssue::Letter { typed: kept(), letter, place });
    }
    if !digits.contains(|digit: char| digit.is_ascii_digit()) {
        return Err(InputIssue::NotANumber { typed: kept() });
    }
    let decimal = reading(digits).map_err(|doubt| doubt.issue(kept(), if negative { -1.0 } else { 1.0 }))?;
    let (exponent, after) = exponent(after);
    let (multiplier, after) = multiplier(after.trim_start());
    let mut unit = after.trim();
    let percent = unit.starts_with('%');
    unit = unit.trim_start_matches('%').trim();
    if let Some((named, left)) = currency_suffix(unit) {
        currency = currency.or(Some(named));
        unit = left;
    }
    if holds_second_number(unit) {
        return Err(InputIssue::SeveralNumbers { typed: kept() });
    }
    // One reading of digits and power together: 12.3 萬 is 123000, not 12.3 × 10000 in binary.
    let value = value_of(&format!("{decimal}e{}", exponent + multiplier));
    if value > LARGEST {
        return Err(InputIssue::TooLarge { typed: kept() });
    }
    let value = if negative && value > 0.0 { -value } else { value };
    Ok(TypedNumber { value, unit: (!unit.is_empty()).then(|| unit.to_owned()), currency, percent })
}

/// Full-width and typographic characters as the plain ones they stand for, trimmed.
fn half_width(typed: &str) -> String {
    let plain: String = typed
        .chars()
        .map(|character| match character {
            '\u{ff01}'..='\u{ff5e}' => half_width_form(character),
            '−' | '–' | '—' | '﹣' | '‐' | '‑' => '-',
            '’' | '‘' | '`' => '\'',
            '￥' => '¥',
            '。' => '.',
            '、' => ',',
            '\u{3000}' => ' ',
            other if other.is_whitespace() => ' ',
            other => other,
        })
        .filter(|character| !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .collect();
    plain.trim().to_owned()
}

/// The full-width forms stand 0xfee0 above ASCII.
fn half_width_form(character: char) -> char {
    char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
    }
}

/// Longer names first, so that `HK$` is not read as `$`.
const CURRENCIES: [(&str, Option<Currency>); 22] = [
    ("HK$", Some(Currency::Hkd)),
    ("HKD", Some(Currency::Hkd)),
    ("港幣", Some(Currency::Hkd)),
    ("港币", Some(Currency::Hkd)),
    ("港元", Some(Currency::Hkd)),
    ("RMB", Some(Currency::Cny)),
    ("CNY", Some(Currency::Cny)),
    ("CN¥", Some(Currency::Cny)),
    ("¥", Some(Currency::Cny)),
    ("人民幣", Some(Currency::Cny)),
    ("人民币", Some(Currency::Cny)),
    ("MOP$", Some(Currency::Mop)),
    ("MOP", Some(Currency::Mop)),
    ("澳門元", Some(Currency::Mop)),
    ("澳门元", Some(Currency::Mop)),
    ("澳門幣", Some(Currency::Mop)),
    ("澳门币", Some(Currency::Mop)),
    ("US$", Some(Currency::Usd)),
    ("USD", Some(Currency::Usd)),
    ("美元", Some(Currency::Usd)),
    ("美金", Some(Currency::Usd)),
    // A bare dollar says money but not which.
    ("$", None),
];

fn currency_prefix(text: &str) -> (Option<Currency>, &str) {
    CURRENCIES
        .iter()
        .find_map(|(name, currency)| {
            strip_prefix_any_case(text, name).map(|rest| (*currency, rest.trim_start()))
        })
        .unwrap_or((None, text))
}

/// A currency after the number; the 元 of 萬元 and 人民幣元 goes with it.
fn currency_suffix(unit: &str) -> Option<(Currency, &str)> {
    CURRENCIES.iter().find_map(|(name, currency)| {
        let rest = strip_prefix_any_case(unit, name)?;
        let rest = rest.strip_prefix('元').unwrap_or(rest).trim_start();
        currency.filter(|_| rest.is_empty() || rest.starts_with('/')).map(|currency| (currency, rest))
    })
}

fn strip_prefix_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The digits with their separators at the start of the text; a space or an apostrophe belongs to
/// them only between digits.
fn number_run(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let digit_follows = characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        match character {
            '0'..='9' | '.' | ',' => end = at + 1,
            ' ' | '\'' if digit_follows && at == end => {}
            _ => break,
        }
        if matches!(character, ' ' | '\'') {
            end = at + 1;
        }
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Letters that are taken for digits.
const LOOKALIKES: [char; 11] = ['O', 'o', 'Q', 'D', 'l', 'I', 'i', 'S', 'B', 'Z', '〇'];

/// A letter that stands where a digit should: right after a digit (or at the start) and before
/// another digit, or an O at the very end. `m3` and `CO2` after a number are units.
fn letter_among_digits(digits: &str, after: &str) -> Option<(char, usize)> {
    let mut characters = after.chars();
    let letter = characters.next()?;
    let lookalike = LOOKALIKES.contains(&letter);
    let rest = characters.as_str();
    let number_goes_on = rest.starts_with(|next: char| next.is_ascii_digit() || matches!(next, ',' | '.'));
    let ends_in_o = matches!(letter, 'O' | 'o') && rest.trim().is_empty() && !digits.is_empty();
    (lookalike && (number_goes_on || ends_in_o)).then_some((letter, 0))
}

/// What is doubtful about the separators.
enum Doubt {
    TwoReadings(f64, f64),
    Separators,
    SeveralNumbers,
}

impl Doubt {
    fn issue(self, typed: String, sign: f64) -> InputIssue {
        match self {
            Self::TwoReadings(first, second) => {
                InputIssue::Ambiguous { typed, first: sign * first, second: sign * second }
            }
            Self::Separators => InputIssue::Separators { typed },
            Self::SeveralNumbers => InputIssue::SeveralNumbers { typed },
        }
    }
}

/// The digits and point of a number with separators, if it has exactly one reading.
fn reading(digits: &str) -> Result<String, Doubt> {
    let digits = digits.trim_end_matches(',');
    let spaced = digits.contains([' ', '\'']);
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    if spaced && commas == 0 && points <= 1 {
        return if grouped(digits, &[' ', '\'']) { Ok(plain(digits)) } else { Err(Doubt::SeveralNumbers) };
    }
    match (commas, points) {
        (0, 0 | 1) => Ok(plain(digits)),
        (1, 0) if !spaced => {
            let zero_first = digits.starts_with('0');
            if grouped(digits, &[',']) && !zero_first {
                return Ok(plain(digits));
            }
            Err(Doubt::TwoReadings(value_of(&digits.replace(',', ".")), value_of(&plain(digits))))
        }
        (_, 0 | 1) if !spaced && grouped(digits, &[',']) => Ok(plain(digits)),
        // 1.234,56 and 1 234,56: a decimal comma, or a slip.
        (1, 0 | 1) if digits.rfind(',') > digits.rfind('.') => {
            let decimal_comma: String = digits.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
            Err(Doubt::TwoReadings(value_of(&decimal_comma.replace(',', ".")), value_of(&plain(digits))))
        }
        _ => Err(Doubt::Separators),
    }
}

/// Whether the separators stand every three digits: 1,234,567 or 12'345.6.
fn grouped(digits: &str, separators: &[char]) -> bool {
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
    let mut groups = whole.split(separators);
    let first = groups.next().unwrap_or_default().len();
    (1..=3).contains(&first) && groups.all(|group| group.len() == 3) && !fraction.contains(separators)
}

/// The digits and points alone.
fn plain(digits: &str) -> String {
    digits.chars().filter(|digit| digit.is_ascii_digit() || *digit == '.').collect()
}

/// Digits with at most one point always parse; what is too large becomes infinite and is refused.
fn value_of(decimal: &str) -> f64 {
    decimal.parse().unwrap_or(f64::INFINITY)
}

/// `e6`, `E+6`: spreadsheets paste large numbers so.
fn exponent(after: &str) -> (i32, &str) {
    let none = (0, after);
    let Some(rest) = after.strip_prefix(['e', 'E']) else { return none };
    let digits = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let Some((power, after)) = digits.split_at_checked(end).filter(|_| end > 0) else { return none };
    // Four digits are more than any number has.
    let power = power.parse().unwrap_or(9999).min(9999);
    (if rest.starts_with('-') { -power } else { power }, after)
}

/// The power of ten of 萬, 億, k and M; a k or M that begins a unit (`kWh`, `MJ`) is not one.
fn multiplier(after: &str) -> (i32, &str) {
    const WORDS: [(&str, i32); 12] = [
        ("百萬", 6),
        ("百万", 6),
        ("千萬", 7),
        ("千万", 7),
        ("萬億", 12),
        ("万亿", 12),
        ("萬", 4),
        ("万", 4),
        ("億", 8),
        ("亿", 8),
        ("million", 6),
        ("billion", 9),
    ];
    if let Some((power, rest)) =
        WORDS.iter().find_map(|(word, power)| after.strip_prefix(word).map(|rest| (*power, rest)))
    {
        return (power, rest.trim_start());
    }
    let letter = after.strip_prefix(['k', 'K']).map(|rest| (3, rest));
    let letter = letter.or_else(|| after.strip_prefix('M').map(|rest| (6, rest)));
    match letter {
        Some((power, rest)) if rest.is_empty() || rest.starts_with(' ') => (power, rest.trim_start()),
        _ => (0, after),
    }
}

/// A digit in the unit begins a second number unless it belongs to the unit: `m3`, `CO2`, `10^4 m3`.
fn holds_second_number(unit: &str) -> bool {
    let mut before = ' ';
    unit.chars().any(|character| {
        let joined = before.is_alphanumeric() && !is_han(before);
        let starts = character.is_ascii_digit() && !joined && before != '^';
        before = character;
        starts
    })
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "number_input_tests.rs"]
mod tests;
