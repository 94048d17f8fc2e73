//! What a field says about its content.

/// How serious a message is. Amber for "please check"; red only when something would be lost or unusable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// Worth a look; the value is used as it stands.
    #[default]
    Notice,
    /// The value cannot be used until it is mended.
    Problem,
}

impl Severity {
    /// The suffix of the style class.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Problem => "problem",
        }
    }
}

/// A message at a field, already in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How serious it is.
    pub severity: Severity,
    /// Where, what, how to mend it.
    pub text: String,
}

impl Message {
    /// Something to check.
    pub fn notice(text: impl Into<String>) -> Self {
        Self { severity: Severity::Notice, text: text.into() }
    }

    /// Something to mend.
    pub fn problem(text: impl Into<String>) -> Self {
        Self { severity: Severity::Problem, text: text.into() }
    }

    /// True when the value cannot be used.
    pub fn is_problem(&self) -> bool {
        self.severity == Severity::Problem
    }
}
