//! Which row is chosen for a site: the rules of `data/README.md`, case by case.

use lantian_engine::data::{
    self, AbatementScope, Application, Equipment, FactId, FactorSet, Fit, Fuel, FuelGhg, Gas, GridEmission,
    GridMethod, Industry, Material, Pollutant, PriceItem, PriceKind, Region, Route, StageGhg, Technology,
    TransportMode, TransportVariant, TransportVehicle, Treatment, Vehicle, VocKind, VocProcess, WwQuantity,
    WwmActivity, WwmQuantity,
};
use lantian_engine::units::UnitId;

#[track_caller]
fn is(id: Option<FactId>, slug: &str) {
    let id = id.unwrap_or_else(|| panic!("no row instead of {slug}"));
    assert_eq!(id.slug(), slug);
}

#[test]
fn grid_climbs_to_the_province_and_stops_in_the_territory() {
    let average = |region| data::grid(region, GridEmission::Co2, GridMethod::LocationAverage);
    for site in [Region::CnPrd, Region::CnShenzhen, Region::CnGuangzhou, Region::CnGuangdong] {
        is(average(site), "cn.prov.guangdong.2023");
        is(data::grid_ghg(site), "cn.prov.guangdong.2023");
    }
    is(data::grid_ghg(Region::HkClp), "hk.clp.2024");
    is(data::grid_ghg(Region::HkHke), "hk.hke.2023");
    is(data::grid_ghg(Region::Hk), "hk.default.territory");
    is(data::grid_ghg(Region::Mo), "mo.blend.2023");
    assert_eq!(data::grid_ghg(Region::Int), None);
    // A life-cycle footprint is never the factor of scope 2.
    assert_eq!(data::grid(Region::Hk, GridEmission::Co2e, GridMethod::LocationAverage), None);
    is(data::grid(Region::CnPrd, GridEmission::Co2, GridMethod::ResidualLike), "cn.nat.2023.excl");
}

#[test]
fn grid_pollutants_come_from_the_supplier_the_cap_or_the_fleet() {
    is(data::grid_pollutant(Region::HkHke, GridEmission::Nox), "grid.hkelectric_2019.nox");
    is(data::grid_pollutant(Region::HkClp, GridEmission::Nox), "grid.hk_cap2026.nox");
    is(data::grid_pollutant(Region::CnPrd, GridEmission::So2), "grid.cn_thermal.so2");
    assert_eq!(data::grid_pollutant(Region::HkClp, GridEmission::Co2e), None);
}

#[test]
fn grid_of_a_baseline_year() {
    let guangdong =
        |year| data::grid_for_year(Region::CnPrd, GridEmission::Co2, GridMethod::LocationAverage, year);
    is(guangdong(2021), "cn.prov.guangdong.2021");
    is(guangdong(2022), "cn.prov.guangdong.2022");
    is(guangdong(2023), "cn.prov.guangdong.2023");
    is(guangdong(2025), "cn.prov.guangdong.2023");
    assert_eq!(guangdong(2018), None);
    let hke =
        |year| data::grid_for_year(Region::HkHke, GridEmission::Co2e, GridMethod::LocationAverage, year);
    is(hke(2019), "hk.hke.2019");
    is(hke(2024), "hk.hke.2024");
    is(hke(2026), "hk.hke.2023");
    let ets = data::grid_for_year(Region::CnPrd, GridEmission::Co2, GridMethod::EtsDefault, 2017);
    is(ets, "cn.ets.2015_2020");
}

#[test]
fn methane_and_nitrous_oxide_stand_on_the_fuel_group() {
    let factor =
        |fuel, gas, application, region| data::fuel_ghg(fuel, gas, application, StageGhg::Combustion, region);
    let (industry, commerce) = (Application::Manufacturing, Application::Commercial);
    let gas = factor(Fuel::NaturalGas, Gas::Ch4, industry, Region::CnPrd);
    is(gas, "ipcc_2006.ch4.manufacturing.group_gas");
    let coal = factor(Fuel::BituminousCoal, Gas::N2o, industry, Region::HkClp);
    is(coal, "ipcc_2006.n2o.manufacturing.group_coal");
    is(factor(Fuel::Diesel, Gas::Ch4, industry, Region::Hk), "ipcc_2006.ch4.manufacturing.group_liquid");
    is(factor(Fuel::Diesel, Gas::Ch4, commerce, Region::Hk), "ipcc_2006.ch4.commercial.group_liquid");
    // A row of the fuel itself goes before its group.
    let station = factor(Fuel::BituminousCoal, Gas::Ch4, Application::EnergyIndustry, Region::CnPrd);
    is(station, "ipcc_2006.ch4.energy_industry.bituminous_coal");
}

#[test]
fn fuel_gases_by_place() {
    let factor =
        |fuel, gas, stage, region| data::fuel_ghg(fuel, gas, Application::Manufacturing, stage, region);
    let co2 = |region| factor(Fuel::NaturalGas, Gas::Co2, StageGhg::Combustion, region);
    is(co2(Region::CnPrd), "china.co2.natural_gas");
    is(co2(Region::HkClp), "ipcc_2006.co2.natural_gas");
    is(co2(Region::Us), "epa_2025.co2.natural_gas");
    is(factor(Fuel::PurchasedHeat, Gas::Co2, StageGhg::Supply, Region::CnPrd), "china.co2.purchased_heat");
    // Upstream emissions are known in the British factors only.
    let upstream = factor(Fuel::Diesel, Gas::Co2e, StageGhg::Upstream, Region::CnPrd);
    is(upstream, "desnz_2025.upstream.diesel.per_l");
    let in_set = data::fuel_ghg_in_set(
        Fuel::Diesel,
        Gas::Co2,
        Application::Manufacturing,
        StageGhg::Combustion,
        Region::CnPrd,
        FactorSet::ChinaFlatGlass,
    );
    is(in_set, "china_flat_glass.co2.diesel");
}

#[test]
fn gases_of_a_fuel_come_as_the_place_publishes_them() {
    let towngas =
        data::fuel_ghg_set(Fuel::Towngas, Application::Commercial, StageGhg::Combustion, Region::HkHke);
    let Some(FuelGhg::Co2e { total, split: Some(split) }) = towngas else { panic!("{towngas:?}") };
    assert_eq!(total.slug(), "hk_2010.co2e.stationary.towngas");
    // 2.549 + 28 x 4.46e-5 + 265 x 9.9e-6 = 2.5529 kg CO2e per unit of 48 MJ.
    let [co2, ch4, n2o] = split.map(FactId::value);
    assert!((co2 + 28.0 * ch4 + 265.0 * n2o - total.value()).abs() < 5e-4 * total.value());
    let gas =
        data::fuel_ghg_set(Fuel::NaturalGas, Application::Manufacturing, StageGhg::Combustion, Region::CnPrd);
    let Some(FuelGhg::PerGas { co2, ch4, n2o }) = gas else { panic!("{gas:?}") };
    is(Some(co2), "china.co2.natural_gas");
    is(ch4, "ipcc_2006.ch4.manufacturing.group_gas");
    is(n2o, "ipcc_2006.n2o.manufacturing.group_gas");
}

#[test]
fn combustion_pollutants_by_equipment_and_fuel() {
    let nox = |equipment, fuel| data::air_combustion(equipment, fuel, Pollutant::Nox, Region::CnPrd);
    is(nox(Equipment::Boiler150mw, Fuel::NaturalGas), "emep.boiler_1_50mw.natural_gas.nox");
    // The same size under the name the table uses for oil, for small boilers, and the same gas as LNG.
    is(nox(Equipment::Boiler150mw, Fuel::FuelOil), "emep.boiler_gt1mw.fuel_oil.nox");
    is(nox(Equipment::Boiler50kw1mw, Fuel::Diesel), "emep.boiler_le1mw.diesel.nox");
    is(nox(Equipment::BoilerGt1mw, Fuel::Lng), "emep.boiler_1_50mw.natural_gas.nox");
    is(nox(Equipment::GasTurbineLarge, Fuel::NaturalGas), "emep.gas_turbine_large.group_gas.nox");
    // Recalled, but nothing that was read is about this burner.
    is(nox(Equipment::BoilerLowNoxBest, Fuel::NaturalGas), "cn_4430.boiler_low_nox_best.natural_gas.nox");
    assert_eq!(nox(Equipment::Boiler150mw, Fuel::Lpg), None);
}

#[test]
fn sulphur_dioxide_of_coal_and_oil_has_no_factor() {
    for fuel in [Fuel::BituminousCoal, Fuel::RawCoal, Fuel::Diesel, Fuel::FuelOil] {
        for equipment in [Equipment::Boiler150mw, Equipment::Boiler50kw1mw, Equipment::PowerPlant] {
            let so2 = data::air_combustion_nearest(equipment, fuel, Pollutant::So2, Region::CnPrd);
            assert_eq!(so2, None, "{equipment:?} {fuel:?}");
        }
    }
    let gas = data::air_combustion(Equipment::Boiler150mw, Fuel::NaturalGas, Pollutant::So2, Region::CnPrd);
    is(gas, "emep.boiler_1_50mw.natural_gas.so2");
}

#[test]
fn stand_ins_say_that_they_are() {
    let near = |equipment, fuel| {
        let nearest = data::air_combustion_nearest(equipment, fuel, Pollutant::Nox, Region::HkClp);
        nearest.map(|(id, fit)| (id.slug(), fit))
    };
    let large = Equipment::Boiler150mw;
    assert_eq!(near(large, Fuel::NaturalGas), Some(("emep.boiler_1_50mw.natural_gas.nox", Fit::Exact)));
    assert_eq!(near(large, Fuel::Towngas), Some(("emep.boiler_1_50mw.natural_gas.nox", Fit::ProxyFuel)));
    assert_eq!(near(large, Fuel::RawCoal), Some(("emep.boiler_1_50mw.bituminous_coal.nox", Fit::ProxyFuel)));
    assert_eq!(near(large, Fuel::WoodPellets), Some(("emep.boiler_gt1mw.wood.nox", Fit::ProxyFuel)));
    assert_eq!(near(large, Fuel::Diesel), Some(("emep.boiler_le1mw.diesel.nox", Fit::OtherSize)));
    let grate = near(Equipment::BoilerGrate, Fuel::BituminousCoal);
    assert_eq!(grate, Some(("emep.industry_generic.bituminous_coal.nox", Fit::Generic)));
    assert_eq!(near(large, Fuel::MunicipalWaste), None);
}

#[test]
fn permit_limits_apply_in_their_province() {
    let limit = |region| data::air_limit(Equipment::Boiler150mw, Fuel::NaturalGas, Pollutant::Nox, region);
    is(limit(Region::CnPrd), "limit.db44_765_table3.gas_boiler.nox");
    assert_eq!(limit(Region::HkClp), None);
    assert_eq!(limit(Region::CnFujian), None);
}

#[test]
fn abatement_prefers_the_fuel_it_was_measured_on() {
    let scr = |scope| data::abatement(Technology::Scr, Pollutant::Nox, scope, Region::CnPrd);
    is(scr(AbatementScope::NaturalGas), "abate.eia.scr.natural_gas.nox");
    is(scr(AbatementScope::GasEngine), "abate.typical.scr.nox");
    let rto = data::abatement(Technology::Rto, Pollutant::Voc, AbatementScope::Any, Region::HkClp);
    is(rto, "abate.typical.rto.voc");
}

#[test]
fn vehicles_and_processes() {
    let forklift =
        data::air_mobile(Vehicle::Forklift, Fuel::Lpg, Pollutant::Nox, Region::CnPrd).expect("a row");
    // 28,571 g/t in the guidebook.
    let per_kg = forklift.fact().value_in(UnitId::G, Some(UnitId::Kg)).expect("converts");
    assert!((per_kg - 28.571).abs() < 1e-9);
    let voc = |process| data::process_voc(process, VocKind::EmissionFactor, Region::CnPrd);
    assert!(voc(VocProcess::PrintGravure).is_some());
    // Only a report has a figure for dyeing.
    assert_eq!(voc(VocProcess::TextileDyeing), None);
}

#[test]
fn water_by_industry_and_treatment() {
    let dyeing =
        |quantity, treatment| data::wastewater(quantity, Industry::DyeingCotton, treatment, Region::CnPrd);
    is(dyeing(WwQuantity::Mcf, Treatment::AerobicManaged), "ww.mcf.aerobic_managed");
    is(dyeing(WwQuantity::Generation, Treatment::Unspecified), "ww.generation.dyeing_cotton");
    is(dyeing(WwQuantity::CodRemoval, Treatment::Mbr), "ww.cod_removal.textile.mbr");
    is(dyeing(WwQuantity::ElectricityVolume, Treatment::UfRo), "ww.electricity.uf_ro.per_m3");
    is(dyeing(WwQuantity::ReuseShare, Treatment::Mbr), "ww.reuse_share.dyeing");
    assert_eq!(dyeing(WwQuantity::Mcf, Treatment::Unspecified), None);
    let supply = data::waste_water_materials(
        WwmActivity::WaterSupply,
        Material::FreshWater,
        Route::Unspecified,
        WwmQuantity::Electricity,
        Region::CnPrd,
    );
    // The latest of seven yearly reports.
    assert!((supply.expect("a row").value() - 0.264).abs() < 1e-12);
}

#[test]
fn transport_variants() {
    let van = |variant, per| {
        let (mode, vehicle) = (TransportMode::RoadFreight, TransportVehicle::VanAverage);
        data::transport(mode, vehicle, variant, Gas::Co2e, per, Region::HkClp)
    };
    is(van(None, UnitId::TonneKm), "desnz_2025.van_average.diesel.per_tonne_km");
    let electric = Some(TransportVariant::BatteryElectric);
    is(van(electric, UnitId::VehicleKm), "desnz_2025.van_average.battery_electric.per_vehicle_km");
    assert_eq!(van(None, UnitId::RoomNight), None);
    let (mode, vehicle) = (TransportMode::LandTravel, TransportVehicle::Taxi);
    let taxi =
        data::transport(mode, vehicle, None, Gas::Co2e, UnitId::PassengerKm, Region::Hk).expect("a row");
    let parts = taxi.parts().expect("the British factors print their parts");
    assert!((parts.iter().sum::<f64>() - taxi.value()).abs() < 2.1e-5);
}

#[test]
fn prices_by_place() {
    let electricity = |region| data::price(PriceItem::Electricity, region);
    is(electricity(Region::CnPrd), "price.cn_prd.electricity.avg.2026_01");
    // The Guangzhou list is a report only.
    is(electricity(Region::CnGuangzhou), "price.cn_prd.electricity.avg.2026_01");
    assert_eq!(electricity(Region::Hk), None);
    // No default above the site: the supplier's sheet serves.
    is(electricity(Region::CnJiangsu), "price.cn.electricity.supplier_sheet");
    is(data::price(PriceItem::NaturalGas, Region::CnPrd), "price.cn.natural_gas.supplier_sheet");
    let valley = data::price_of_kind(PriceItem::Electricity, PriceKind::Valley, Region::CnShenzhen);
    is(valley, "price.cn_prd.electricity.valley.2026_01");
    is(data::price(PriceItem::NaturalGas, Region::CnShenzhen), "price.cn_shenzhen.natural_gas.2024");
    is(data::price(PriceItem::EtsNational, Region::CnPrd), "price.cn.ets_national.case_mid");
    is(data::exchange_rate(PriceItem::HkdPerUsd), "fx.hkd_per_usd");
    is(data::exchange_rate(PriceItem::MopPerHkd), "fx.mop_per_hkd");
    assert_eq!(data::exchange_rate(PriceItem::Electricity), None);
}
