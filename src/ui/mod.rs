//! Reusable controls: thin, accessible, and free of sentences, rules and colours.
//!
//! Every text is a prop, every decision is a callback. What a control looks like stands in the style sheet
//! of the same name under `style/`. The calculation and its state are not known here.

mod badge;
mod button;
mod card;
mod checkbox;
mod chips;
mod choice;
mod data_table;
mod dialog;
mod disclosure;
mod dom;
mod empty_state;
mod field;
mod icon;
mod ids;
mod live_region;
mod message;
mod number_input;
mod progress_steps;
mod quantity_input;
mod radio_set;
mod segmented;
mod select;
mod stat_row;
mod table;
mod text_input;
mod toast;
mod toggle_card;
mod why_figure;

#[cfg(test)]
mod contrast;

pub use badge::{Badge, BadgeKind};
pub use button::{Button, ButtonKind, IconButton};
pub use card::Card;
pub use checkbox::Checkbox;
pub use chips::Chips;
pub use choice::Choice;
pub use data_table::DataTable;
pub use dialog::{Dialog, DialogKind};
pub use disclosure::Disclosure;
pub use dom::{element_font, element_width, key_of, on_resize};
pub use empty_state::EmptyState;
pub use field::{Field, FieldIds};
pub use icon::{Icon, IconName};
pub use ids::unique_id;
pub use live_region::{LiveRegion, Urgency};
pub use message::{Message, Severity};
pub use number_input::NumberInput;
pub use progress_steps::{ProgressSteps, Step};
pub use quantity_input::{QuantityInput, QuantityText};
pub use segmented::Segmented;
pub use select::Select;
pub use stat_row::{Stat, StatRow, Trend};
pub use table::{Cell, Column, Row, RowKind, Table};
pub use text_input::TextInput;
pub use toast::{Toast, ToastHost, Toasts};
pub use toggle_card::ToggleCard;
pub use why_figure::WhyFigure;
