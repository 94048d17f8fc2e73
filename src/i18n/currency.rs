//! The four currencies of the product.

/// A currency a bill or a result may be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    Hkd,
    Cny,
    Mop,
    Usd,
}

impl Currency {
    pub const ALL: [Self; 4] = [Self::Hkd, Self::Cny, Self::Mop, Self::Usd];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Hkd => "HKD",
            Self::Cny => "CNY",
            Self::Mop => "MOP",
            Self::Usd => "USD",
        }
    }

    /// The currency of a code, in any case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code().eq_ignore_ascii_case(code))
    }
}
