//! The plant as the engine computes it: a fixed graph whose every number sits in one vector.
//!
//! [`Plant`] holds structure only: which nodes there are and which [`Slot`] of the parameter
//! vector each of their numbers occupies. The numbers themselves ([`Params`]) are separate, so
//! the same plant can be evaluated with values, with traced values or with batches of trials.
//!
//! A slot is *given* (a figure of the user, a row of the fact tables, a parameter of a measure),
//! *solved* by [`crate::calibrate`] from the bills, or *neutral*: the handle a measure turns
//! (× 1, + 0). After lowering nothing in here can fail.
//!
//! Units inside the engine: electricity in kWh, heat and fuel in GJ (net calorific value), water
//! in m3, pollutants in kg, greenhouse gases in t CO2e, money in the project's currency; all per
//! year. Shares are fractions of 1.

use crate::carrier::Carrier;
use crate::data::{Evidence, Region, Sector, Vehicle};
use crate::origin::SlotInfo;
use core::ops::{Index, IndexMut};

/// Place of a number in the parameter vector of its plant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub(crate) u16);

impl Slot {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// All numbers of a plant, indexed by [`Slot`].
#[derive(Clone, Debug, PartialEq)]
pub struct Params<S>(pub(crate) Vec<S>);

impl<S: Copy> Params<S> {
    /// The same plant in another number type.
    pub fn map<T>(&self, mut convert: impl FnMut(Slot, S) -> T) -> Params<T> {
        Params(self.0.iter().enumerate().map(|(i, &v)| convert(Slot(i as u16), v)).collect())
    }

    /// Overwrites with the numbers of `other` without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.0.clone_from(&other.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<S> Index<Slot> for Params<S> {
    type Output = S;
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a slot is only made by the builder of its own plant")]
    fn index(&self, slot: Slot) -> &S {
        &self.0[slot.index()]
    }
}

impl<S> IndexMut<Slot> for Params<S> {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a slot is only made by the builder of its own plant")]
    fn index_mut(&mut self, slot: Slot) -> &mut S {
        &mut self.0[slot.index()]
    }
}

/// Air pollutants, in the order of every array over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AirPollutant {
    So2,
    Nox,
    Pm10,
    Pm25,
    Voc,
    Co,
}

impl AirPollutant {
    pub const ALL: [AirPollutant; 6] = [
        AirPollutant::So2,
        AirPollutant::Nox,
        AirPollutant::Pm10,
        AirPollutant::Pm25,
        AirPollutant::Voc,
        AirPollutant::Co,
    ];

    pub fn slug(self) -> &'static str {
        match self {
            AirPollutant::So2 => "so2",
            AirPollutant::Nox => "nox",
            AirPollutant::Pm10 => "pm10",
            AirPollutant::Pm25 => "pm25",
            AirPollutant::Voc => "voc",
            AirPollutant::Co => "co",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.slug() == slug)
    }

    pub fn index(self) -> usize {
        self as usize
    }
}

macro_rules! slugged {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($variant),+ }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            pub fn slug(self) -> &'static str {
                match self { $($name::$variant => $slug),+ }
            }
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use slugged;

slugged! {
    /// Kinds of electricity end use. The slugs are those of the sector tables.
    ElectricKind {
        ProcessMachines = "process_machines",
        MouldingMachines = "moulding_machines",
        Fans = "fans",
        Pumps = "pumps",
        CompressedAir = "compressed_air",
        ProcessCooling = "process_cooling",
        Hvac = "hvac",
        Refrigeration = "refrigeration",
        Lighting = "lighting",
        ProcessHeat = "process_heat",
        Rectifiers = "rectifiers",
        Wastewater = "wastewater",
        OfficeIt = "office_it",
        ItLoad = "it_load",
        Lifts = "lifts",
        KitchenRefrigeration = "kitchen_refrigeration",
        Laundry = "laundry",
        HotWater = "hot_water",
        Cooking = "cooking",
        PowerLoss = "power_loss",
        Other = "other",
        Unmetered = "unmetered",
    }
}

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

slugged! {
    /// Direct-fired uses.
    FiredKind {
        Stenter = "stenter", Oven = "oven", Dryer = "dryer", Furnace = "furnace",
        Oxidiser = "oxidiser", Cooking = "cooking", Other = "other",
    }
}

/// An electricity end use.
///
/// `energy × demand × (1 + drive_share (drive − 1) + heat_share (heat − 1)) + added`
#[derive(Clone, Debug)]
pub struct Electric {
    pub kind: ElectricKind,
    pub size: Size,
    /// Base consumption, kWh (solved).
    pub energy: Slot,
    /// Neutral 1: how much service is asked for.
    pub demand: Slot,
    /// Share of the energy that goes through drives (1 for fans and pumps).
    pub drive_share: Slot,
    /// Neutral 1: what drives use for the same service.
    pub drive: Slot,
    /// Share that heats the process (barrels of moulding machines).
    pub heat_share: Slot,
    /// Neutral 1.
    pub heat: Slot,
    /// Neutral 0: load added by measures, kWh.
    pub added: Slot,
    /// Average power of one machine in kW and number of machines, for sizing, when known.
    pub machines: Option<Machines>,
    /// A moulding machine whose hydraulic pump could be replaced.
    pub retrofit: bool,
    /// Sewing machines with clutch motors, or a line with them.
    pub sewing: bool,
    /// Power of one lamp with ballast, W, when known.
    pub lamp_watt: Option<Slot>,
    pub special: Special,
}

/// Nameplate facts used to size measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machines {
    pub count: f64,
    pub kw: f64,
    pub hours: f64,
}

/// End uses with physics of their own.
#[derive(Clone, Debug)]
pub enum Special {
    None,
    Air(Air),
    Cooling(Cooling),
    /// Wastewater treatment: follows the volume treated.
    Treatment,
}

/// Compressed air.
#[derive(Clone, Debug)]
pub struct Air {
    /// Leak share of output in the base case and now.
    pub leak_base: Slot,
    pub leak: Slot,
    /// Pressure in the base case and now, bar gauge.
    pub pressure_base: Slot,
    pub pressure: Slot,
    /// Exponent c of the compression work ratio.
    pub exponent: Slot,
    /// Ambient pressure, bar.
    pub ambient: Slot,
    /// Neutral 1: air that users take; intake volume for the same air.
    pub useful: Slot,
    pub intake: Slot,
    /// Share of a flow reduction that the control turns into power.
    pub control: Slot,
    /// Runs at variable speed already.
    pub variable: bool,
    /// Neutral 0: share of the electricity recovered as warm water.
    pub heat_recovery: Slot,
}

/// Mechanical cooling.
#[derive(Clone, Debug)]
pub struct Cooling {
    pub cop_base: Slot,
    pub cop: Slot,
    /// Chilled water, not room units.
    pub chilled: bool,
    /// Neutral 0: electricity of pumps and tower for heat-driven chillers, kWh per kWh of cold, and
    /// water evaporated beyond what the electric ones did, m3 per kWh of cold.
    pub absorption_power: Slot,
    pub absorption_water: Slot,
    /// Neutral 0: share of the load that outside air carries away, and kWh for each kWh of it.
    pub free: Slot,
    pub free_power: Slot,
    /// Electricity uses whose heat this cooling carries away: index and share.
    pub gains: Vec<(usize, Slot)>,
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

/// Process heat made by burning a carrier at the machine.
#[derive(Clone, Debug)]
pub struct Fired {
    pub kind: FiredKind,
    pub burner: usize,
    /// Fuel in the base case, GJ (solved).
    pub fuel: Slot,
    pub demand: Slot,
    pub efficiency: Slot,
    /// What leaves through the exhaust duct, when it is known or the kind has a default.
    pub exhaust: Option<Exhaust>,
    /// Neutral 0: exhaust heat above fresh air, GJ, once a measure looks at it.
    pub exhaust_heat: Slot,
    /// Neutral 0: fuel added by measures, GJ.
    pub added: Slot,
    /// Neutral 0: effectiveness of heat recovery to the fresh air.
    pub recovery: Slot,
    /// Neutral 1: fuel for the same throughput.
    pub specific: Slot,
    pub flue: Flue,
    /// Only there so that a measure can use it.
    pub dormant: bool,
    pub machines: Option<f64>,
}

/// What measures do with the flue gas of a direct-fired use.
#[derive(Clone, Debug)]
pub struct Flue {
    /// Neutral 0: heat given back with the combustion air, against the heat available without it,
    /// and against the fuel.
    pub preheat: Slot,
    pub returned: Slot,
    /// Neutral 0: flue heat that suits a cooler process and that suits absorption chillers, per
    /// fuel.
    pub cascade: Slot,
    pub absorption: Slot,
    /// Neutral 0: share of this use that flue gas of others can heat.
    pub accepts: Slot,
}

/// Exhaust duct of a group of like machines.
#[derive(Clone, Debug)]
pub struct Exhaust {
    pub count: Slot,
    /// m3/h of one machine at exhaust temperature.
    pub flow: Slot,
    /// degC.
    pub temperature: Slot,
    /// Hours a year.
    pub hours: Slot,
}

/// A fleet on one fuel.
#[derive(Clone, Debug)]
pub struct Fleet {
    pub kind: Vehicle,
    pub burner: usize,
    pub fuel: Slot,
    pub demand: Slot,
    /// Neutral 0: share of the driving that electric vehicles do, and kWh from the grid for each GJ
    /// of fuel they replace.
    pub electric_share: Slot,
    pub electric_use: Slot,
}

/// Something that burns a carrier and emits.
#[derive(Clone, Debug)]
pub struct Burner {
    /// Index in [`Plant::carriers`].
    pub carrier: usize,
    /// Share of the carrier's bill burnt here in the base case; 0 for dormant ones.
    pub bill_share: Slot,
    /// kg/GJ.
    pub ch4: Slot,
    pub n2o: Slot,
    /// g/GJ before stack cleaning.
    pub pollutants: [Slot; 6],
    /// Part that passes the installed cleaning, and the neutral 1 that measures turn.
    pub pass: [Slot; 6],
    pub pass_new: [Slot; 6],
    /// Neutral 0: CO2 that the sorbent gives off, kg per kg of SO2 that new cleaning holds back.
    pub sorbent_co2: Slot,
    /// Neutral 0: electricity of new cleaning, kWh per GJ burnt.
    pub power: Slot,
    /// Neutral 0: what the fuel costs more than the bill says, money per GJ burnt.
    pub surcharge: Slot,
    /// Neutral 0: part of the NOx that a catalyst removes, and what the reagent for it costs, money
    /// per kg removed.
    pub catalyst: Slot,
    pub reagent_cost: Slot,
    /// Burns nothing until a measure says so.
    pub dormant: bool,
    /// Tailpipes do not pass a chimney; they are listed apart.
    pub mobile: bool,
}

/// What is usually paid for a carrier at the site: a row of the price table, in money per bill unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsualPrice {
    /// Where and when the row holds; some are not dated.
    pub region: Region,
    pub year: Option<u16>,
    pub evidence: Evidence,
    /// Prices from `low` to `high` raise no question.
    pub low: f64,
    pub high: f64,
}

impl UsualPrice {
    /// Whether a price raises no question. Own fuel may cost nothing.
    pub fn allows(&self, price: f64) -> bool {
        price <= 0.0 || (self.low..=self.high).contains(&price)
    }
}

/// A purchased carrier other than water.
#[derive(Clone, Debug)]
pub struct Supply {
    pub carrier: Carrier,
    /// A price is known.
    pub priced: bool,
    /// The price is the user's own, not the table's.
    pub own_price: bool,
    /// The table's price, where there is one.
    pub usual: Option<UsualPrice>,
    /// Index of its bill in the project; none for a carrier only measures bring.
    pub bill: Option<usize>,
    /// Unit of the bill.
    pub unit: crate::units::UnitId,
    /// Bill in its own unit a year (0 for a carrier only a measure brings).
    pub quantity: Slot,
    /// GJ per bill unit; for electricity kWh per bill unit.
    pub content: Slot,
    /// Money per bill unit.
    pub price: Slot,
    /// Money a year.
    pub fixed_cost: Slot,
    /// kg CO2 per GJ burnt; per kWh for electricity; per GJ for bought heat.
    pub co2: Slot,
    /// Per kWh, for the market-based method (electricity only).
    pub co2_market: Slot,
    /// kg CO2e per GJ before the plant's gate (scope 3).
    pub upstream: Slot,
    /// Biogenic carriers count CO2 apart.
    pub biogenic: bool,
    /// g per kWh at the power station (electricity): SO2, NOx, PM10.
    pub station: [Slot; 3],
    /// kgce per GJ (per kWh for electricity).
    pub coal_equivalent: Slot,
    /// Per cent by mass, of coal and oil, where it is known.
    pub sulphur: Option<Slot>,
}

/// Intake, effluent and treatment.
#[derive(Clone, Debug)]
pub struct Water {
    /// m3 a year.
    pub intake: Slot,
    pub price: Slot,
    pub fixed_cost: Slot,
    /// Make-up of the steam systems in the base case, m3 (solved).
    pub makeup_base: Slot,
    /// Neutral 1: process demand. Neutral 0: share of the intake replaced by reuse.
    pub demand: Slot,
    pub reuse: Slot,
    /// kWh per m3 of reused water.
    pub reuse_energy: Slot,
    /// Neutral 0: membranes and chemicals, money per m3 reused.
    pub reuse_cost: Slot,
    /// Neutral 0: chemicals recovered, money per m3 of the effluent at today's load.
    pub recovered_value: Slot,
    /// Effluent in the base case, m3.
    pub effluent: Slot,
    pub effluent_cost: Slot,
    /// kg/m3 in and out.
    pub cod_in: Slot,
    pub cod_out: Slot,
    pub nitrogen_in: Slot,
    /// kg CH4 per kg COD removed and kg N2O-N per kg N.
    pub b0: Slot,
    pub mcf: Slot,
    pub n2o: Slot,
    pub on_site: bool,
    /// Neutral 1: load of the effluent, whatever its volume.
    pub load: Slot,
    /// Neutral 0: COD that an anaerobic stage removes, kg.
    pub anaerobic: Slot,
    /// Neutral 0: GJ of biogas to burn and kg of CH4 that escapes, for each kg of that COD.
    pub gas_yield: Slot,
    pub gas_leak: Slot,
}

/// What burning the gas of an anaerobic stage emits, by GJ.
#[derive(Clone, Debug)]
pub struct Biogas {
    /// kg, biogenic.
    pub co2: Slot,
    /// kg.
    pub ch4: Slot,
    pub n2o: Slot,
    /// g.
    pub pollutants: [Slot; 6],
}

/// Photovoltaics: what stands and what a measure adds.
#[derive(Clone, Debug)]
pub struct Solar {
    pub capacity: Slot,
    pub yield_base: Slot,
    /// Neutral 0, kWp and kWh/kWp.
    pub added: Slot,
    pub added_yield: Slot,
    /// Share of the added generation used on site; what already stands is used on site.
    pub self_use: Slot,
    pub export_price: Slot,
    /// Roof that could still carry panels, m2; 0 when not said.
    pub usable_roof: Slot,
}

/// A solvent-bearing material.
#[derive(Clone, Debug)]
pub struct SolventNode {
    /// t a year.
    pub mass: Slot,
    pub volatile: Slot,
    pub capture: Slot,
    pub removal: Slot,
    /// Neutral 1: what is still emitted.
    pub factor: Slot,
    /// Neutral 0: part of that which new equipment recovers, kWh per kg recovered, and part that it
    /// burns.
    pub recovered: Slot,
    pub recovery_energy: Slot,
    pub burnt: Slot,
    /// Neutral 0: what recovered solvent is worth, money per kg.
    pub recovered_value: Slot,
}

/// A refrigerant lost, or an amount times a factor.
#[derive(Clone, Debug)]
pub struct Emission {
    pub amount: Slot,
    /// kg CO2e per unit of amount.
    pub factor: Slot,
}

/// Environmental-protection tax, money per kg.
#[derive(Clone, Debug)]
pub struct Tax {
    pub so2: Slot,
    pub nox: Slot,
    pub cod: Slot,
}

/// `target = constant × Π times ÷ Π over`.
#[derive(Clone, Debug)]
pub struct Derived {
    pub target: Slot,
    pub constant: f64,
    pub times: Vec<Slot>,
    pub over: Vec<Slot>,
}

/// How the size of an electricity use is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// kWh a year.
    Given(Slot),
    /// Share of the site's electricity.
    Share(Slot),
    /// What the others leave of the bill.
    Rest,
}

/// The structure of one plant.
#[derive(Clone, Debug)]
pub struct Plant {
    /// What the site makes: some measures act on one trade's machines only.
    pub sector: Sector,
    pub electricity: usize,
    pub supplies: Vec<Supply>,
    pub burners: Vec<Burner>,
    pub electric: Vec<Electric>,
    pub heat: Vec<Heat>,
    pub engines: Vec<Engine>,
    pub fired: Vec<Fired>,
    pub fleets: Vec<Fleet>,
    pub water: Option<Water>,
    pub solar: Solar,
    pub solvents: Vec<SolventNode>,
    pub refrigerants: Vec<Emission>,
    pub activities: Vec<Emission>,
    pub tax: Tax,
    /// Slots computed from other slots, in order, before the bills are solved.
    pub derived: Vec<Derived>,
    /// The equipment list exceeds the bill and is scaled to it.
    pub scale_list: bool,
    /// Operating hours of the site a year.
    pub hours: Slot,
    /// Neutral 1: electricity at the meter for the same use. Lines and transformers lose a part of
    /// every metered kilowatt-hour.
    pub lines: Slot,
    /// Where the site is.
    pub region: Region,
    /// Neutral 0: heat of warm effluent and of the sun offered to the preheating sink, GJ.
    pub effluent_heat: Slot,
    /// Neutral 0: cold per flue heat that reaches heat-driven chillers.
    pub absorption_cop: Slot,
    /// Neutral 0: electricity of fans and pumps that measures add, kWh.
    pub auxiliary: Slot,
    /// Neutral 0: heat, GJ, and CO2, kg, of each kg of solvent that new equipment burns.
    pub solvent_heat: Slot,
    pub solvent_co2: Slot,
    /// Neutral 0: part of the electricity bill that is remitted, and a sum of it, money a year.
    pub bill_rebate: Slot,
    pub bill_remission: Slot,
    /// Neutral 0: what measures cost to run whatever the flows are, money a year.
    pub running: Slot,
    pub biogas: Biogas,
    /// GWP of CH4 and N2O.
    pub gwp_ch4: Slot,
    pub gwp_n2o: Slot,
    /// What each slot is, for explanations and uncertainty.
    pub slots: Vec<SlotInfo>,
}

impl Plant {
    /// The handles through which measures cost something to run, or spare it, besides energy.
    pub fn running_handles(&self) -> impl Iterator<Item = Slot> {
        let water = self.water.iter().flat_map(|node| [node.reuse_cost, node.recovered_value]);
        let solvents = self.solvents.iter().map(|node| node.recovered_value);
        let engines = self.engines.iter().map(|node| node.upkeep);
        let burners = self.burners.iter().map(|node| node.reagent_cost);
        [self.running].into_iter().chain(water).chain(solvents).chain(engines).chain(burners)
    }
}
