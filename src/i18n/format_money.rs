//! Money: sentences, tables and unit prices, by language and currency.

use super::currency::Currency;
use super::format::{Format, NBSP};
use super::key::{Key, k};

impl Format {
    /// Money in a headline or sentence: `HK$7.9 million`, 港幣 790 萬元, 790 万港元, 720 万元.
    pub fn money_sentence(self, value: f64, currency: Currency) -> String {
        self.decimal(value, |number| {
            let sign = if number.is_negative() { "−" } else { "" };
            self.texts
                .fill(sentence(currency), [("sign", sign), ("amount", &self.scaled(number.magnitude()))])
        })
    }

    /// A yearly change of money: `−HK$7.9 million`, `+…`, or the word for unchanged.
    pub fn money_change(self, value: f64, currency: Currency) -> String {
        let shown = self.money_sentence(value, currency);
        self.signed(value, |number| (number.is_zero(), shown))
    }

    /// A range of money in a sentence: `HK$1.2 million to HK$3 million`, 港幣 120 萬至 300 萬元.
    pub fn money_range(self, low: f64, high: f64, currency: Currency) -> String {
        let signed = |value: f64| {
            self.decimal(value, |number| {
                let sign = if number.is_negative() { "−" } else { "" };
                format!("{sign}{}", self.scaled(number.magnitude()))
            })
        };
        if self.texts.lang().is_chinese() {
            let span = self.texts.fill(k::FORMAT_RANGE, [("low", &signed(low)), ("high", &signed(high))]);
            return self.texts.fill(sentence(currency), [("sign", ""), ("amount", &span)]);
        }
        let (low, high) = (self.money_sentence(low, currency), self.money_sentence(high, currency));
        self.texts.fill(k::FORMAT_RANGE, [("low", &low), ("high", &high)])
    }

    /// A full figure with its currency, for a table of mixed lines: `HK$7,904,210`, `RMB 7,200,000`,
    /// `¥7,200,000` on Mainland pages.
    pub fn money_table(self, value: f64, currency: Currency) -> String {
        self.price(value, currency, 0)
    }

    /// A price or a bill with decimals: `HK$1.32`, `¥0.68`.
    pub fn price(self, value: f64, currency: Currency, decimals: u8) -> String {
        let digits = self.table(value, decimals);
        let (sign, digits) = match digits.strip_prefix('−') {
            Some(digits) => ("−", digits),
            None => ("", digits.as_str()),
        };
        let symbol = self.currency(currency);
        // A symbol touches its number, a code does not.
        let space = if symbol.ends_with(['$', '¥']) { String::new() } else { NBSP.to_string() };
        [sign, symbol, &space, digits].concat()
    }

    /// A price in a sentence: `HK$12.40`, 12.40 港元, 0.68 元.
    pub fn price_words(self, value: f64, currency: Currency, decimals: u8) -> String {
        self.decimal(value, |number| {
            let rounded = number.rounded(i32::from(decimals));
            let sign = if rounded.is_negative() { "−" } else { "" };
            let amount = rounded.magnitude().grouped(Some(usize::from(decimals)));
            self.texts.fill(price_sentence(currency), [("sign", sign), ("amount", &amount)])
        })
    }

    /// A range of prices, which are never negative: `HK$0.90–1.60`, 0.90–1.60 港元.
    pub fn price_range(self, low: f64, high: f64, currency: Currency, decimals: u8) -> String {
        let amount = self.range_table(low, high, decimals);
        self.texts.fill(price_sentence(currency), [("sign", ""), ("amount", &amount)])
    }

    /// The symbol a table column is headed with: `HK$`, `RMB`, `¥`.
    pub fn currency(self, currency: Currency) -> &'static str {
        self.texts.get(match currency {
            Currency::Hkd => k::CURRENCY_SYMBOL_HKD,
            Currency::Cny => k::CURRENCY_SYMBOL_CNY,
            Currency::Mop => k::CURRENCY_SYMBOL_MOP,
            Currency::Usd => k::CURRENCY_SYMBOL_USD,
        })
    }

    /// The currency's name in a picker: `Hong Kong dollar`, 港元.
    pub fn currency_name(self, currency: Currency) -> &'static str {
        self.texts.get(match currency {
            Currency::Hkd => k::CURRENCY_NAME_HKD,
            Currency::Cny => k::CURRENCY_NAME_CNY,
            Currency::Mop => k::CURRENCY_NAME_MOP,
            Currency::Usd => k::CURRENCY_NAME_USD,
        })
    }
}

fn sentence(currency: Currency) -> Key<2> {
    match currency {
        Currency::Hkd => k::CURRENCY_SENTENCE_HKD,
        Currency::Cny => k::CURRENCY_SENTENCE_CNY,
        Currency::Mop => k::CURRENCY_SENTENCE_MOP,
        Currency::Usd => k::CURRENCY_SENTENCE_USD,
    }
}

fn price_sentence(currency: Currency) -> Key<2> {
    match currency {
        Currency::Hkd => k::CURRENCY_PRICE_HKD,
        Currency::Cny => k::CURRENCY_PRICE_CNY,
        Currency::Mop => k::CURRENCY_PRICE_MOP,
        Currency::Usd => k::CURRENCY_PRICE_USD,
    }
}
