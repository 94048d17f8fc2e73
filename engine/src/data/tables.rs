//! The rows of the fact tables. Numbers stand in columns of their own and bounds only where a row has them: the
//! page that carries them stays small.
#![expect(clippy::unreadable_literal, reason = "numbers as they stand in the tables")]

use super::fact::Meta;
use super::keys::{
    AbatementScope, AirKind, Application, Basis, Blend, BlendComponent, Equipment, EquivalentCarrier,
    EquivalentKind, EquivalentMethod, Evidence, FactorSet, Fuel, FuelProperty, Gas, GreenhouseGas,
    GridEmission, GridMethod, GwpSet, Industry, Material, Medium, Pollutant, PriceItem, PriceKind, Region,
    Route, ScalesWith, Scenario, SourceId, StageGhg, TaxKind, Technology, Tier, TransportMode,
    TransportVariant, TransportVehicle, Treatment, Use, Vehicle, VocKind, VocPer, VocProcess, WwQuantity,
    WwmActivity, WwmQuantity,
};
use crate::units::UnitId;

include!(concat!(env!("OUT_DIR"), "/facts.rs"));
