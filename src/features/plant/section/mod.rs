//! The sections of the plant page, one file each.

mod activities;
mod bill;
mod bills;
mod devices;
mod electricity;
mod finance;
mod fired;
mod heat;
mod months;
mod site;
mod small;
mod source;
mod water;

pub use activities::ActivitiesSection;
pub use bills::BillsSection;
pub use electricity::ElectricitySection;
pub use finance::FinanceSection;
pub use fired::{FiredSection, VehiclesSection};
pub use heat::HeatSection;
pub use site::SiteSection;
pub use small::{RefrigerantsSection, SolarSection, SolventsSection};
pub use water::WastewaterSection;
