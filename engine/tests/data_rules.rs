//! The generated tables against published values and against the pack they were made from.
//!
//! Expected numbers come from the documents named beside them or from arithmetic written out here.
#![expect(clippy::expect_used, reason = "a test that finds no row has failed")]

use lantian_engine::data::{
    self, Application, Blend, BlendComponent, EquivalentCarrier, EquivalentKind, Evidence, ExclusiveGroup,
    FactId, FactKey, FactorSet, Fuel, FuelProperty, Gas, GreenhouseGas, GridEmission, GridMethod, GwpSet,
    MeasureId, Medium, MonthlyProfile, Pollutant, PriceItem, Region, Sector, SectorKey, SectorQuantity,
    SourceId, StageGhg, Table, TaxKind, Use,
};
use lantian_engine::units::UnitId;
use lantian_factpack::{Pack, data_folder};

/// Two numbers are the same but for rounding in binary.
#[track_caller]
fn same(have: f64, want: f64) {
    assert!((have - want).abs() <= 1e-12 * want.abs(), "{have} is not {want}");
}

#[track_caller]
fn found(id: Option<FactId>) -> FactId {
    id.expect("a row")
}

#[test]
fn published_grid_factors() {
    // MEE and NBS announcement of 2025-12-31: Guangdong 0.4419, national 0.5306 kg CO2/kWh for 2023.
    let guangdong = data::grid(Region::CnGuangdong, GridEmission::Co2, GridMethod::LocationAverage);
    let fact = found(guangdong).fact();
    same(fact.value, 0.4419);
    assert_eq!((fact.num, fact.den), (UnitId::KgCo2, Some(UnitId::Kwh)));
    assert_eq!((fact.year, fact.evidence), (Some(2023), Evidence::ReadDataset));
    same(found(data::grid(Region::Cn, GridEmission::Co2, GridMethod::LocationAverage)).value(), 0.5306);
    // 0.4419 kg per 3.6 MJ.
    same(fact.value_in(UnitId::TCo2, Some(UnitId::Gj)).expect("converts"), 0.4419 / 3.6);
    same(fact.base_value(), 0.4419 / 3.6);
    assert!(fact.value_in(UnitId::KgCo2e, Some(UnitId::Kwh)).is_err());
    assert!(fact.value_in(UnitId::KgCo2, None).is_err());
}

#[test]
fn published_fuel_factors() {
    // IPCC 2006 volume 2 table 1.4: natural gas 56,100 (54,300 to 58,300) kg/TJ.
    let industry = Application::Manufacturing;
    let gas = data::fuel_ghg(Fuel::NaturalGas, Gas::Co2, industry, StageGhg::Combustion, Region::Hk);
    let fact = found(gas).fact();
    same(fact.value, 56_100.0);
    assert_eq!((fact.lower, fact.upper), (Some(54_300.0), Some(58_300.0)));
    same(fact.value_in(UnitId::TCo2, Some(UnitId::Gj)).expect("converts"), 0.0561);
    let range = fact.range_in(UnitId::TCo2, Some(UnitId::Gj)).expect("converts");
    same(range[2].expect("an upper bound"), 0.0583);
    // Table 1.2: diesel 43.0 TJ/Gg. China guideline: 43.33 GJ/t. GB/T 2589: 42.652 MJ/kg.
    let ncv = |region, set| found(data::fuel_property(Fuel::Diesel, FuelProperty::Ncv, region, set)).fact();
    same(ncv(Region::Hk, None).value_in(UnitId::Mj, Some(UnitId::Kg)).expect("converts"), 43.0);
    same(ncv(Region::CnPrd, None).value, 43.33);
    same(ncv(Region::CnPrd, Some(FactorSet::Gbt2589)).value, 42.652);
}

#[test]
fn published_warming_potentials() {
    // IPCC AR4 table 2.14 and AR5 table 8.A.1.
    for (gas, set, want) in [
        (GreenhouseGas::Ch4, GwpSet::Ar4, 25.0),
        (GreenhouseGas::Ch4, GwpSet::Ar5, 28.0),
        (GreenhouseGas::N2o, GwpSet::Ar4, 298.0),
        (GreenhouseGas::N2o, GwpSet::Ar5, 265.0),
        (GreenhouseGas::Sf6, GwpSet::Ar5, 23_500.0),
    ] {
        same(found(data::gwp(gas, set)).value(), want);
    }
    // R-410A is half HFC-32 (677) and half HFC-125 (3,170): 1,923.5, printed as 1,924.
    let blend: Vec<(BlendComponent, f64)> =
        data::blend(Blend::R410a).map(|(component, id)| (component, id.value())).collect();
    assert_eq!(blend, [(BlendComponent::Hfc32, 0.5), (BlendComponent::Hfc125, 0.5)]);
    let printed = found(data::gwp(GreenhouseGas::R410a, GwpSet::Ar5)).value();
    same(printed, 1924.0);
    assert!((printed - (0.5 * 677.0 + 0.5 * 3170.0)).abs() <= 0.5);
    assert_eq!(data::gwp(GreenhouseGas::R290, GwpSet::Ar5), None);
}

#[test]
fn published_standard_coal() {
    // GB/T 2589: raw coal 0.7143, electricity 0.1229, natural gas 1.33 kgce; steam by enthalpy 0.0943.
    for (carrier, want) in [
        (EquivalentCarrier::RawCoal, 0.7143),
        (EquivalentCarrier::Electricity, 0.1229),
        (EquivalentCarrier::NaturalGas, 1.33),
        (EquivalentCarrier::Steam, 0.0943),
    ] {
        same(found(data::energy_equivalent(carrier, EquivalentKind::StandardCoal, None)).value(), want);
    }
    let per_unit = Some(UnitId::TowngasUnit);
    let towngas = data::energy_equivalent(EquivalentCarrier::Towngas, EquivalentKind::Definition, per_unit);
    same(found(towngas).fact().value_in(UnitId::Mj, per_unit).expect("converts"), 48.0);
}

#[test]
fn published_tax_tariff_and_sulphur() {
    // Guangdong: 1.8 CNY per equivalent; SO2 0.95 kg per equivalent: 1.895 CNY/kg.
    let tax = |kind, pollutant, region| data::tax(kind, Medium::Air, pollutant, region);
    let rate = found(tax(TaxKind::Rate, Pollutant::Unspecified, Region::CnPrd)).value();
    let mass = found(tax(TaxKind::EquivalentMass, Pollutant::So2, Region::CnPrd)).value();
    assert!((rate / mass - 1.895).abs() < 5e-4);
    assert_eq!(tax(TaxKind::Rate, Pollutant::Unspecified, Region::Hk), None);
    // CLP net tariff 2026: 140.6 cents.
    same(found(data::price(PriceItem::Electricity, Region::HkClp)).value(), 1.406);
    // 64 g SO2 from 32 g sulphur; HJ 953: 0.285 x 35 + 0.343 = 10.318 Nm3 per m3.
    same(found(data::so2_per_sulphur()).value(), 2.0);
    same(found(data::sulphur_retained_in_ash(Fuel::BituminousCoal)).value(), 0.05);
    assert_eq!(data::sulphur_retained_in_ash(Fuel::Diesel), None);
    let (slope, intercept) = data::flue_gas(Fuel::NaturalGas).expect("both rows");
    same(slope.value() * 35.0 + intercept.value(), 10.318);
}

#[test]
fn measures_and_parameters() {
    assert_eq!((data::measures().len(), MeasureId::ALL.len()), (76, 76));
    let spec = MeasureId::BoilerCoalToGas.spec();
    assert_eq!((spec.id, spec.code, spec.stage), (MeasureId::BoilerCoalToGas, "BOI-01", 6));
    assert_eq!(spec.exclusive_groups, [ExclusiveGroup::BoilerHeatSource]);
    assert!(spec.suits(Sector::TextileDyeing) && !spec.suits(Sector::DataCentre));
    // Bakeries are a part of food and beverage.
    assert!(spec.suits(Sector::FoodBakery));
    let (place, param) = MeasureId::BoilerCoalToGas.param("ncv_coal").expect("a parameter");
    assert_eq!((place, param.num, param.den), (2, UnitId::Gj, Some(UnitId::T)));
    assert_eq!((param.default, param.min, param.max), (Some(20.9), Some(18.0), Some(27.0)));
    let (_, capex) = MeasureId::BoilerCoalToGas.param("capex").expect("a parameter");
    assert_eq!((capex.low, capex.typical, capex.high), (Some(8e4), Some(1.5e5), Some(3e5)));
    assert!(MeasureId::BoilerCoalToGas.param("colour").is_none());
    for spec in data::measures() {
        assert_eq!(spec.id.spec().code, spec.code);
        assert_eq!(MeasureId::from_code(spec.code), Some(spec.id));
    }
}

#[test]
fn unverified_parameters_stay_marked() {
    let params: Vec<_> = data::measures().iter().flat_map(|spec| spec.params).collect();
    let unverified = params.iter().filter(|param| param.evidence == Evidence::Unverified).count();
    assert_eq!((params.len(), unverified), (449, 340));
}

#[test]
fn sector_figures() {
    // Assessment database, textile finishing: 1,140, 1,520 and 3,980 kWh/t.
    let row =
        data::sector_default(Sector::TextileDyeing, SectorQuantity::Intensity, SectorKey::ElectricityPerT)
            .expect("a row");
    assert_eq!((row.low(), row.typical(), row.high()), (Some(1140.0), Some(1520.0), Some(3980.0)));
    assert_eq!((row.num, row.den, row.source), (UnitId::Kwh, Some(UnitId::T), SourceId::Itac));
    // A boiler is the same in every sector.
    let row =
        data::sector_default(Sector::Hotel, SectorQuantity::BoilerDefault, SectorKey::EffGasNoEconomizer)
            .expect("a row");
    assert_eq!(row.sector, Sector::All);
    let range = row.range_in(UnitId::Fraction, None).expect("converts");
    for (have, want) in range.into_iter().zip([0.86, 0.89, 0.92]) {
        same(have.expect("a number"), want);
    }
    // Bakeries take the split of food and beverage, whole.
    let split: Vec<_> = data::sector_split(Sector::FoodBakery, SectorQuantity::ElecShareDefault).collect();
    assert!(split.iter().all(|row| row.sector == Sector::FoodBeverage));
    assert_eq!(data::sector_measures(Sector::FoodBakery), data::sector_measures(Sector::FoodBeverage));
    let first = data::sector_measures(Sector::Garment).first();
    assert_eq!(first.map(|measure| measure.spec().code), Some("ELT-01"));
}

#[test]
fn every_pickable_sector_splits_its_electricity() {
    for sector in Sector::ALL {
        let is_reference = matches!(sector, Sector::All | Sector::HkCommercial | Sector::HkTerritory);
        let split = data::sector_split(*sector, SectorQuantity::ElecShareDefault);
        let sum: f64 = split.filter_map(data::SectorRow::typical).sum();
        assert!(is_reference || (sum - 100.0).abs() < 0.051, "{sector:?} {sum}");
    }
}

#[test]
fn months_of_a_year() {
    let year = data::monthly_shares(MonthlyProfile::FactoryPrd);
    // January, and the February of the Chinese New Year.
    same(year[0], 0.0767);
    same(year[1], 0.0375);
    for profile in MonthlyProfile::ALL {
        let sum: f64 = data::monthly_shares(*profile).iter().sum();
        assert!((sum - 1.0).abs() < 5.1e-4, "{profile:?} {sum}");
    }
}

#[test]
fn rows_are_those_of_the_pack() {
    let pack = Pack::load(&data_folder()).expect("the tables keep their rules");
    let rows: Vec<_> = pack.tables.iter().flat_map(|table| &table.facts).collect();
    assert_eq!(rows.len(), FactId::COUNT);
    for (id, row) in FactId::all().zip(&rows) {
        let fact = id.fact();
        assert_eq!(id.slug(), row.id);
        assert_eq!(fact.value.to_bits(), row.value.to_bits(), "{}", row.id);
        assert_eq!((fact.lower, fact.upper), (row.lower, row.upper), "{}", row.id);
        assert_eq!((fact.num.slug(), fact.den.map(UnitId::slug)), (row.num.as_str(), row.den.as_deref()));
        assert_eq!((fact.source.slug(), fact.evidence.slug()), (row.source.as_str(), row.evidence.as_str()));
        assert_eq!((fact.usage.slug(), fact.basis.slug()), (row.usage.as_str(), row.basis.as_str()));
        assert_eq!((fact.year, fact.review_by), (row.year, row.review_by), "{}", row.id);
        assert_eq!(id.parts(), row.parts, "{}", row.id);
    }
    assert_eq!(
        (data::FACTOR_PACK_VERSION, data::FACTOR_PACK_HASH),
        (pack.version.as_str(), pack.hash.as_str())
    );
}

#[test]
fn every_source_stands_behind_a_row() {
    let mut used: Vec<SourceId> = FactId::all().map(|id| id.fact().source).collect();
    for spec in data::measures() {
        used.extend(spec.sources);
        used.extend(spec.params.iter().map(|param| param.source));
    }
    for sector in Sector::ALL {
        used.extend(data::sector_rows(*sector).iter().map(|row| row.source));
    }
    for source in SourceId::ALL {
        assert!(used.contains(source), "{} is an orphan", source.slug());
    }
}

#[test]
fn a_row_knows_its_table_and_keys() {
    for table in Table::ALL {
        assert!(FactId::of_table(*table).all(|id| id.table() == *table), "{table:?}");
    }
    let id = FactId::from_slug("ipcc_2006.co2.natural_gas").expect("a row");
    let FactKey::FuelGhg(key) = id.key() else { panic!("{:?}", id.key()) };
    assert_eq!((key.fuel, key.gas, key.gwp_set), (Fuel::NaturalGas, Gas::Co2, None));
    assert_eq!((id.fact().usage, id.fact().valid_to), (Use::Default, None));
    let last = FactId::all().last().expect("rows");
    assert_eq!(FactId::from_slug(last.slug()), Some(last));
}

#[test]
fn keys_are_written_by_slug() {
    assert_eq!(serde_json::to_string(&Region::CnPrd).expect("written"), "\"cn_prd\"");
    assert_eq!(serde_json::from_str::<Region>("\"hk_clp\"").expect("read"), Region::HkClp);
    let error = serde_json::from_str::<Region>("\"atlantis\"").expect_err("no such place");
    assert!(error.to_string().contains("atlantis"), "{error}");
    let id: FactId = serde_json::from_str("\"cn.nat.2023\"").expect("read");
    assert_eq!(serde_json::to_string(&id).expect("written"), "\"cn.nat.2023\"");
    assert!(serde_json::from_str::<FactId>("\"cn.nat.1823\"").is_err());
    for sector in Sector::ALL {
        assert_eq!(Sector::from_slug(sector.slug()), Some(*sector));
    }
}
