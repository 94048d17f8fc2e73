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
        AirFlow = "air_flow",
        CoolingLoad = "cooling_load",
        HeatUse = "heat_use",
        HeatLoss = "heat_loss",
        CondensateLoss = "condensate_loss",
        RecoveredHeat = "recovered_heat",
        HeatNeeded = "heat_needed",
        EngineSteam = "engine_steam",
        SourceHeat = "source_heat",
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
        Scope3 = "scope3",
        Pollutant = "pollutant",
        StackPollutant = "stack_pollutant",
        SolventVoc = "solvent_voc",
        CarrierCost = "carrier_cost",
        WaterCost = "water_cost",
        Tax = "tax",
        TotalCost = "total_cost",
        Before = "before",
        After = "after",
        Saving = "saving",
    }
}
