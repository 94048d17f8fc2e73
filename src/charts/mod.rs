//! Charts: pure `layout(data, size) -> Scene`, and one thin component that shows a scene.
//!
//! A layout knows no colours (classes only), no language (labels and figures arrive formatted) and no browser.
//! Values that are not numbers are treated as absent, never as zero.

pub mod ahead;
mod axis;
pub mod before_after;
pub mod cashflow;
pub mod frontier;
pub mod histogram;
pub mod payback;
pub mod pollutants;
pub mod sankey;
pub mod scale;
pub mod scene;
mod svg;
mod text;
pub mod waterfall;

mod view;

pub use axis::TickText;
#[cfg(test)]
pub use scene::faults;
pub use scene::{Scene, Size};
pub use view::{ChartFrame, ChartView};
