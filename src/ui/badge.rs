//! Small marks with an icon and a word: where a number comes from, and what to watch.

use leptos::{prelude::*, text_prop::TextProp};

use super::icon::{Icon, IconName};

/// What the badge says. The word comes as a prop, the icon and the tone from here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// A plain remark.
    #[default]
    Plain,
    /// The user measured it.
    Measured,
    /// Read off the user's bill.
    Bill,
    /// Read in the document itself.
    Document,
    /// Read in a data set.
    Dataset,
    /// Worked out from read values.
    Derived,
    /// True by definition (unit conversions).
    Definition,
    /// A default of the product.
    Default,
    /// Recalled, not checked.
    Unverified,
    /// Filled in by a model.
    Estimated,
    /// Trust in a saving: high, medium or low, the word tells.
    Confidence,
    /// Do this first.
    First,
    /// Excludes another one.
    ChooseOne,
    /// Something gets worse.
    Worse,
    /// Something gets better.
    Better,
}

impl BadgeKind {
    fn icon(self) -> Option<IconName> {
        Some(match self {
            Self::Plain => return None,
            Self::Measured => IconName::Gauge,
            Self::Bill => IconName::File,
            Self::Document => IconName::Document,
            Self::Dataset => IconName::Dataset,
            Self::Derived => IconName::Derived,
            Self::Definition => IconName::Definition,
            Self::Default => IconName::Settings,
            Self::Unverified => IconName::Question,
            Self::Estimated => IconName::Estimate,
            Self::Confidence => IconName::Info,
            Self::First => IconName::Flag,
            Self::ChooseOne => IconName::Swap,
            Self::Worse => IconName::Up,
            Self::Better => IconName::Down,
        })
    }

    fn class(self) -> &'static str {
        match self {
            Self::Measured | Self::Bill | Self::Document | Self::Dataset | Self::First | Self::Better => {
                "lt-badge lt-badge--good"
            }
            Self::Unverified | Self::ChooseOne | Self::Worse => "lt-badge lt-badge--check",
            _ => "lt-badge",
        }
    }
}

/// A badge.
#[component]
pub fn Badge(
    /// What it says.
    #[prop(optional)]
    kind: BadgeKind,
    /// The word for it.
    #[prop(into)]
    text: TextProp,
) -> impl IntoView {
    view! {
        <span class=kind.class()>
            {kind.icon().map(|name| view! { <Icon name /> })}
            <span>{move || text.get()}</span>
        </span>
    }
}
