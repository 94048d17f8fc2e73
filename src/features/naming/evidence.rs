//! How far a number can be trusted: its origin as badge and word.

use crate::i18n::{I18n, Key, k};
use crate::ui::BadgeKind;
use lantian_engine::data::Evidence;
use lantian_engine::origin::Origin;

/// The badge of an evidence class.
pub fn evidence_badge(evidence: Evidence) -> (BadgeKind, Key) {
    match evidence {
        Evidence::ReadDocument => (BadgeKind::Document, k::BADGE_READ_DOCUMENT),
        Evidence::ReadDataset => (BadgeKind::Dataset, k::BADGE_READ_DATASET),
        Evidence::Derived => (BadgeKind::Derived, k::BADGE_DERIVED),
        Evidence::ByDefinition => (BadgeKind::Definition, k::BADGE_BY_DEFINITION),
        Evidence::Unverified => (BadgeKind::Unverified, k::BADGE_UNVERIFIED),
    }
}

/// The word of an evidence class.
pub fn evidence_word(i18n: I18n, evidence: Evidence) -> &'static str {
    i18n.t(evidence_badge(evidence).1)
}

/// The badges of an origin: what kind of number it is, and its evidence where there is a source.
pub fn kind_of(origin: &Origin) -> Vec<(BadgeKind, Key)> {
    match origin {
        Origin::Input(field) if field.part == "bill" => vec![(BadgeKind::Bill, k::BADGE_FROM_BILL)],
        Origin::Input(_) | Origin::Measure { changed: true, .. } => {
            vec![(BadgeKind::Measured, k::BADGE_OWN)]
        }
        Origin::Fact(id) => vec![evidence_badge(id.fact().evidence)],
        Origin::Sector(row, _) => {
            vec![(BadgeKind::Default, k::BADGE_DEFAULT), evidence_badge(row.evidence)]
        }
        Origin::Measure { measure, param, changed: false } => {
            let spec = measure.spec().params.get(usize::from(*param));
            let mut badges = vec![(BadgeKind::Default, k::BADGE_DEFAULT)];
            badges.extend(spec.map(|spec| evidence_badge(spec.evidence)));
            badges
        }
        Origin::Suggested { .. } => vec![(BadgeKind::Estimated, k::BADGE_ESTIMATED)],
        Origin::Derived | Origin::Solved => vec![(BadgeKind::Derived, k::BADGE_DERIVED)],
        Origin::Neutral | Origin::Definition => vec![(BadgeKind::Definition, k::BADGE_BY_DEFINITION)],
    }
}

/// Whether a number carries a source that has only been recalled.
pub fn is_unverified(origin: &Origin) -> bool {
    kind_of(origin).iter().any(|(kind, _)| *kind == BadgeKind::Unverified)
}

/// Whether a number is a published factor or default rather than the user's own figure.
pub fn is_factor(origin: &Origin) -> bool {
    matches!(origin, Origin::Fact(_) | Origin::Sector(..) | Origin::Measure { changed: false, .. })
}
