//! Names of intermediate results, shown as the steps of an explanation.

use crate::plant::slugged;

slugged! {
    /// A named result of the model. Its slug is the text key `step.<slug>`; the index given with
    /// it says which of several (end use, source, carrier …).
    Step {
        BillEnergy = "bill_energy",
        HeatSent = "heat_sent",
        SiteTotal = "site_total",
        ElectricUse = "electric_use",
        AirLeaks = "air_leaks",
        AirVolume = "air_volume",
        AirWork = "air_work",
        AirFlow = "air_flow",
        CoolingLoad = "cooling_load",
        HeatUse = "heat_use",
        HeatLoss = "heat_loss",
        CondensateLoss = "condensate_loss",
        RecoveredHeat = "recovered_heat",
        FlueHeat = "flue_heat",
        HeatPump = "heat_pump",
        HeatNeeded = "heat_needed",
        EngineSteam = "engine_steam",
        SourceHeat = "source_heat",
        FlueTemperature = "flue_temperature",
        StackLoss = "stack_loss",
        BoilerEfficiency = "boiler_efficiency",
        BoilerFuel = "boiler_fuel",
        EngineFuel = "engine_fuel",
        FiredFuel = "fired_fuel",
        FleetFuel = "fleet_fuel",
        OwnGeneration = "own_generation",
        SolarGeneration = "solar_generation",
        SiteElectricity = "site_electricity",
        GridElectricity = "grid_electricity",
        CarrierEnergy = "carrier_energy",
        WaterIntake = "water_intake",
        Effluent = "effluent",
        FuelCo2 = "fuel_co2",
        FuelCh4 = "fuel_ch4",
        FuelN2o = "fuel_n2o",
        Refrigerants = "refrigerants",
        TreatmentGas = "treatment_gas",
        Scope1 = "scope1",
        Scope2 = "scope2",
        Activity = "activity",
        SupplyGas = "supply_gas",
        Scope3Category = "scope3_category",
        Scope3 = "scope3",
        Pollutant = "pollutant",
        StackPollutant = "stack_pollutant",
        SolventVoc = "solvent_voc",
        CarrierCost = "carrier_cost",
        WaterCost = "water_cost",
        Tax = "tax",
        ActivityCost = "activity_cost",
        TotalCost = "total_cost",
        RunningCost = "running_cost",
        FlueTemperatureNew = "flue_temperature_new",
        HeadRatio = "head_ratio",
        FlowRatio = "flow_ratio",
        IdealPowerRatio = "ideal_power_ratio",
        PowerRatio = "power_ratio",
        SpeedPower = "speed_power",
        PartLoad = "part_load",
        PartLoadAfter = "part_load_after",
        IdealCop = "ideal_cop",
        MachineCop = "machine_cop",
        CondensedShare = "condensed_share",
        AvailableHeat = "available_heat",
        AvailableHeatAfter = "available_heat_after",
        SurfaceLoss = "surface_loss",
        SurfaceLossAfter = "surface_loss_after",
        SteamTemperature = "steam_temperature",
        SteamTemperatureAfter = "steam_temperature_after",
        ExhaustHeat = "exhaust_heat",
        PowerSaved = "power_saved",
        Capacitors = "capacitors",
        RinseRatio = "rinse_ratio",
        ElectricalEfficiency = "electrical_efficiency",
        HeatEfficiency = "heat_efficiency",
        WaterSaved = "bath_water_saved",
        SolarHeat = "solar_heat",
        GasYield = "gas_yield",
        HeatOffered = "heat_offered",
        AirDelivered = "air_delivered",
        LeakFlow = "leak_flow",
        FlowPerLeak = "flow_per_leak",
        SteamLost = "steam_lost",
        FlowPerTrap = "flow_per_trap",
        Before = "before",
        After = "after",
        Saving = "saving",
    }
}

impl Step {
    /// Unit slugs of its value: numerator and denominator, both empty for a pure number. `None` where the
    /// unit is that of the carrier (kWh of electricity, GJ of the others) or of the figure explained.
    pub fn unit(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Step::BillEnergy | Step::CarrierEnergy | Step::Before | Step::After | Step::Saving => {
                return None;
            }
            Step::ElectricUse
            | Step::SiteTotal
            | Step::CoolingLoad
            | Step::HeatPump
            | Step::OwnGeneration
            | Step::SolarGeneration
            | Step::SiteElectricity
            | Step::GridElectricity => ("kwh", ""),
            Step::AirFlow
            | Step::StackLoss
            | Step::BoilerEfficiency
            | Step::AirLeaks
            | Step::AirVolume
            | Step::AirWork
            | Step::HeadRatio
            | Step::FlowRatio
            | Step::IdealPowerRatio
            | Step::PowerRatio
            | Step::SpeedPower
            | Step::PartLoad
            | Step::PartLoadAfter
            | Step::CondensedShare
            | Step::AvailableHeat
            | Step::AvailableHeatAfter
            | Step::ElectricalEfficiency
            | Step::HeatEfficiency => ("fraction", ""),
            Step::HeatSent
            | Step::HeatUse
            | Step::HeatLoss
            | Step::CondensateLoss
            | Step::RecoveredHeat
            | Step::FlueHeat
            | Step::HeatNeeded
            | Step::EngineSteam
            | Step::SourceHeat
            | Step::BoilerFuel
            | Step::EngineFuel
            | Step::FiredFuel
            | Step::FleetFuel
            | Step::ExhaustHeat
            | Step::SolarHeat
            | Step::HeatOffered => ("gj", ""),
            Step::WaterIntake | Step::Effluent | Step::WaterSaved => ("m3", ""),
            Step::AirDelivered | Step::LeakFlow | Step::FlowPerLeak => ("m3_per_min", ""),
            Step::SteamLost | Step::FlowPerTrap => ("kg_per_h", ""),
            Step::FuelCo2 => ("t_co2", ""),
            Step::FuelCh4
            | Step::FuelN2o
            | Step::TreatmentGas
            | Step::Pollutant
            | Step::StackPollutant
            | Step::SolventVoc => ("kg", ""),
            Step::Activity | Step::SupplyGas => ("kg_co2e", ""),
            Step::Refrigerants | Step::Scope1 | Step::Scope2 | Step::Scope3Category | Step::Scope3 => {
                ("t_co2e", "")
            }
            Step::CarrierCost
            | Step::WaterCost
            | Step::Tax
            | Step::ActivityCost
            | Step::TotalCost
            | Step::RunningCost => ("money", ""),
            Step::FlueTemperature
            | Step::FlueTemperatureNew
            | Step::SteamTemperature
            | Step::SteamTemperatureAfter => ("degc", ""),
            Step::IdealCop | Step::MachineCop | Step::RinseRatio => ("", ""),
            Step::SurfaceLoss | Step::SurfaceLossAfter => ("w", "m2"),
            Step::PowerSaved => ("kw", ""),
            Step::Capacitors => ("kvar", "kw"),
            Step::GasYield => ("gj", "kg"),
        })
    }
}
