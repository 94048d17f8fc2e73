//! Heat systems: what they serve, lose and return, and the boilers and engines that feed them.

use super::{Slot, slugged};

slugged! {
    /// What a heat system carries.
    Service { Steam = "steam", HotWater = "hot_water", ThermalOil = "thermal_oil" }
}

slugged! {
    /// What the heat of a system is used for.
    HeatKind {
        Dyeing = "dyeing", Washing = "washing", Drying = "drying", HotWater = "hot_water",
        Tanks = "tanks", Space = "space", Other = "other",
    }
}

/// A heat system: uses, losses, return and sources.
#[derive(Clone, Debug)]
pub struct Heat {
    pub service: Service,
    /// Saturation or supply temperature, degC.
    pub temperature: Slot,
    /// Steam pressure, MPa gauge (0 without steam).
    pub pressure: Slot,
    /// Make-up water, degC.
    pub makeup_temperature: Slot,
    /// Water vapour enthalpy less make-up water, GJ/t (steam only).
    pub steam_heat: Slot,
    pub uses: Vec<HeatUse>,
    /// Neutral 0: heat used by what measures add, GJ.
    pub added: Slot,
    /// Pipe and vessel loss, GJ (solved), its share in the base case, neutral factor.
    pub pipe_loss: Slot,
    pub pipe_share: Slot,
    pub pipe_factor: Slot,
    /// The same for failed traps.
    pub trap_loss: Slot,
    pub trap_share: Slot,
    pub trap_factor: Slot,
    /// Condensate return in the base case and now.
    pub return_base: Slot,
    pub condensate_return: Slot,
    /// Heat of condensate above make-up water per heat given up by the steam (0 without steam).
    pub condensate_heat: Slot,
    /// Water in the steam per heat given up, m3/GJ (0 without steam).
    pub steam_water: Slot,
    pub bleed: Bleed,
    pub pump: HeatPump,
    pub sources: Vec<Source>,
    /// Steam of engines, GJ, is taken before the sources.
    pub engines: Vec<usize>,
}

/// Blowdown of the boilers of a system (zero without steam).
#[derive(Clone, Debug)]
pub struct Bleed {
    /// Water let down per steam raised, and its heat per heat raised, in the base case.
    pub share: Slot,
    pub heat: Slot,
    /// Neutral 1: water let down against the base case.
    pub factor: Slot,
    /// Neutral 0: share of its heat that a heat exchanger offers to the make-up water.
    pub recovery: Slot,
    /// Heat that make-up water can take up to its boiling point, per heat in the steam it becomes.
    pub sink: Slot,
}

/// Heat pumps on a heat system.
#[derive(Clone, Debug)]
pub struct HeatPump {
    /// Neutral 0: share of the heat sent out, and of the cold water still to be preheated.
    pub supply: Slot,
    pub preheat: Slot,
    /// Neutral 1: coefficient of performance.
    pub cop: Slot,
}

/// A consumer on a heat system.
#[derive(Clone, Debug)]
pub struct HeatUse {
    pub kind: HeatKind,
    pub share: Slot,
    /// Heat used, GJ (solved).
    pub heat: Slot,
    /// Neutral 1.
    pub demand: Slot,
    /// Share that warms cold water and could be preheated.
    pub preheatable: Slot,
}

/// A source of a heat system.
#[derive(Clone, Debug)]
pub struct Source {
    /// Only there so that a measure can move heat to it.
    pub dormant: bool,
    /// Share of the net heat that this source supplies (solved; a fuel switch moves it).
    pub share: Slot,
    pub kind: SourceKind,
}

#[derive(Clone, Debug)]
pub enum SourceKind {
    Boiler(Box<Boiler>),
    /// Bought heat: index of the carrier in [`Plant::carriers`] and the bill's share used here.
    Purchased {
        carrier: usize,
        bill_share: Slot,
        /// Neutral 1: heat bought per heat that arrives.
        delivery: Slot,
    },
}

/// A boiler, optionally with a back-pressure turbine behind it.
#[derive(Clone, Debug)]
pub struct Boiler {
    pub burner: usize,
    /// Per cent of fuel, all as fractions.
    pub shell_loss: Slot,
    pub unburnt_loss: Slot,
    pub other_loss: Slot,
    /// Stated efficiency: calibration then puts what is unexplained into `other_loss`.
    pub efficiency: Option<Slot>,
    pub stack: Stack,
    /// Blowdown heat per heat raised.
    pub blowdown: Slot,
    pub turbine: Option<Turbine>,
    /// Steam capacity in use, t/h, for sizing; estimated from the heat sent when not known.
    pub capacity: Slot,
    pub capacity_known: bool,
    /// GJ per tonne of steam above make-up, for that estimate.
    pub tonne_heat: f64,
}

/// Flue gas after the boiler: Siegert's formula with an optional economizer.
#[derive(Clone, Debug)]
pub struct Stack {
    pub temperature: Slot,
    pub air_temperature: Slot,
    /// Oxygen in dry flue gas, per cent.
    pub oxygen: Slot,
    pub siegert_a: Slot,
    pub siegert_b: Slot,
    /// Neutral 0: effectiveness of an economizer.
    pub economizer: Slot,
    pub feedwater_temperature: Slot,
    /// Flue gas is not cooled below this, degC.
    pub minimum_temperature: Slot,
    /// Heat of the vapour in the flue gas per net heat of the fuel: gross over net calorific value less one.
    pub vapour: Slot,
    pub condenser: Condenser,
}

/// A condensing economizer behind the boiler; it warms cold water.
#[derive(Clone, Debug)]
pub struct Condenser {
    /// Neutral 0: share of the flue gas and of the year that it works.
    pub treated: Slot,
    /// Neutral 0: flue gas leaves it at this temperature, degC.
    pub outlet: Slot,
    /// Neutral 0: dew point of the flue gas, degC.
    pub dew_point: Slot,
    /// Neutral 0: heat of the vapour that condenses, per heat of the fuel.
    pub latent: Slot,
}

/// A back-pressure steam turbine, led by heat.
#[derive(Clone, Debug)]
pub struct Turbine {
    /// Gross generation in the base case, kWh.
    pub gross: Slot,
    pub own_use: Slot,
    /// Mechanical and generator efficiency.
    pub efficiency: Slot,
    /// kWh gross and own use per GJ of heat sent (solved).
    pub power_to_heat: Slot,
    pub own_per_heat: Slot,
}

/// A gas engine or gas turbine led by electricity; dormant until a measure gives it a size.
#[derive(Clone, Debug)]
pub struct Engine {
    pub burner: usize,
    /// Neutral 0: electrical capacity, kW.
    pub capacity: Slot,
    /// Full-load hours a year.
    pub hours: Slot,
    pub electrical_efficiency: Slot,
    /// Share of the fuel that leaves as steam and as hot water.
    pub steam_share: Slot,
    pub water_share: Slot,
    /// Neutral 0: operation and maintenance, money per kWh generated.
    pub upkeep: Slot,
    /// Heat system whose steam it raises.
    pub heat: Option<usize>,
}
