//! The plant model of Lantian: pure Rust, no browser, no text for people.
//!
//! bills + equipment ─lower→ [`plant::Plant`] + numbers ─[`calibrate`]→ demands ─[`edit::apply`]→
//! changed numbers ─[`evaluate`]→ [`flows::Flows`] → [`finance`]. One engine, generic over its
//! number type ([`scalar::Scalar`]); [`assess`] ties the stages together for screens, the command
//! line and tests.

pub mod assess;
pub mod attribution;
pub mod best;
pub mod calibrate;
pub mod carrier;
pub mod cashflow;
pub mod data;
pub mod difference;
pub mod edit;
pub mod evaluate;
pub mod explain;
pub mod finance;
pub mod flows;
pub mod impacts;
pub mod inspect;
pub mod interval;
pub mod irr;
pub mod lower;
pub mod measures;
pub mod metric;
pub mod notice;
pub mod origin;
pub mod places;
pub mod plant;
pub mod portfolio;
pub mod program;
pub mod project;
pub mod reference;
pub mod scalar;
pub mod set;
pub mod steam;
pub mod step;
pub mod trace;
pub mod trajectory;
pub mod uncertainty;
pub mod units;
