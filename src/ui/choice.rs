//! One option of a select, a segmented control or a row of chips.

/// A value with the label people see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is handed back when it is chosen.
    pub value: String,
    /// What people read.
    pub label: String,
    /// The language of the label when it differs from the page's (language switch, foreign names).
    pub lang: Option<&'static str>,
    /// The accessible name when the label is an abbreviation (`繁` for 繁體中文（香港）).
    pub name: Option<String>,
    /// Heading under which a `Select` gathers neighbouring choices.
    pub group: Option<String>,
    /// Shown but not selectable.
    pub disabled: bool,
}

impl Choice {
    /// A plain choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// Sets the language of the label.
    #[must_use]
    pub fn in_language(mut self, lang: &'static str) -> Self {
        self.lang = Some(lang);
        self
    }

    /// Sets the accessible name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Puts the choice under a heading.
    #[must_use]
    pub fn in_group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Shows the choice without letting it be chosen.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }
}

impl<V: Into<String>, L: Into<String>> From<(V, L)> for Choice {
    fn from((value, label): (V, L)) -> Self {
        Self::new(value, label)
    }
}
