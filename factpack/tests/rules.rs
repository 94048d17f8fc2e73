//! Every rule has an example that breaks it: the real tables with one cell changed.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

use lantian_factpack::{Files, Pack, data_folder, licences};

fn real() -> Files {
    Files::read(&data_folder()).expect("the data folder can be read")
}

/// The real tables with one cell changed: the row whose first cells are `row`.
fn with_cell(file: &str, row: &[&str], column: &str, cell: &str) -> Files {
    let mut files = real();
    let mut reader = csv::Reader::from_reader(files.text(file).as_bytes());
    let header = reader.headers().expect("a header").clone();
    let place = header.iter().position(|name| name == column).unwrap_or_else(|| panic!("no column {column}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("written");
    let mut found = false;
    for record in reader.records() {
        let record = record.expect("a row");
        let is_wanted = row.iter().zip(record.iter()).all(|(want, have)| *want == have);
        let cells: Vec<&str> = record
            .iter()
            .enumerate()
            .map(|(index, old)| if is_wanted && !found && index == place { cell } else { old })
            .collect();
        found |= is_wanted;
        writer.write_record(cells).expect("written");
    }
    assert!(found, "{file} has no row {row:?}");
    let text = String::from_utf8(writer.into_inner().expect("flushed")).expect("text");
    files.set(file, text);
    files
}

/// The real tables with one line added at the end of a file.
fn with_line(file: &str, line: &str) -> Files {
    let mut files = real();
    let text = format!("{}{line}\n", files.text(file));
    files.set(file, text);
    files
}

/// The problems of files that must not pass, as printed.
fn problems(files: &Files) -> Vec<String> {
    let Err(problems) = Pack::from_files(files) else { panic!("a broken row has passed") };
    problems.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn breaks(files: &Files, file: &str, rule: &str) {
    let problems = problems(files);
    assert!(
        problems.iter().any(|problem| problem.starts_with(&format!("{file}:")) && problem.contains(rule)),
        "no {file} … {rule} in {problems:#?}"
    );
}

#[track_caller]
fn cell_breaks(file: &str, row: &[&str], column: &str, cell: &str, rule: &str) {
    breaks(&with_cell(file, row, column, cell), file, rule);
}

#[test]
fn real_tables_keep_every_rule() {
    let pack = Pack::load(&data_folder()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(pack.version, "2026.2");
    assert_eq!(pack.measures.len(), 76);
    // A row of parameters is a line; the first names the columns.
    let file = std::fs::read_to_string(data_folder().join("measure_params.csv")).unwrap();
    let params: usize = pack.measures.iter().map(|measure| measure.params.len()).sum();
    assert_eq!(params, file.lines().count() - 1);
    assert_eq!(pack.hash.len(), 16);
}

#[test]
fn problems_name_file_line_and_rule() {
    // The second row after the header stands on line 3.
    let files = with_cell("prices.csv", &["price.hk_hke.electricity.2026"], "unit_num", "bushel");
    assert!(
        problems(&files).contains(&"prices.csv:3: unit_num \"bushel\" is not allowed here".to_owned()),
        "{:#?}",
        problems(&files)
    );
}

#[test]
fn shape_of_files() {
    let first = ["cn.nat.2023"];
    cell_breaks("grid_electricity.csv", &first, "note", " lost", "spaces around note");
    breaks(&with_line("keys.csv", "region,xx"), "keys.csv", "2 fields instead of 7");
    let mut files = real();
    files.set("gwp.csv", files.text("gwp.csv").replacen("basis", "base", 1));
    breaks(&files, "gwp.csv", "no column basis");
    let mut files = real();
    files.set("gwp.csv", String::new());
    breaks(&files, "gwp.csv", "missing or empty");
    let mut files = real();
    files.set("gwp.csv", files.text("gwp.csv").replacen("value,lower", "lower,value", 1));
    breaks(&files, "gwp.csv", "order of the house");
    let mut files = real();
    files.set("gwp.csv", files.text("gwp.csv").replace('\n', "\r\n"));
    breaks(&files, "gwp.csv", "line ends");
    let mut files = real();
    files.set("weather.csv", "id\n".to_owned());
    breaks(&files, "weather.csv", "no rule reads this file");
    let mut files = real();
    files.set("pack.toml", "version = \"next\"\n".to_owned());
    breaks(&files, "pack.toml", "version");
    cell_breaks("left_out.csv", &["factors/abatement.csv"], "reason", "", "no reason");
}

#[test]
fn units() {
    let file = "units.csv";
    cell_breaks(file, &["gj"], "slug", "GJ", "bad or repeated slug");
    cell_breaks(file, &["gj"], "slug", "tj", "bad or repeated slug");
    cell_breaks(file, &["gj"], "symbol_zh_hans", "", "symbol_zh_hans is empty");
    cell_breaks(file, &["gj"], "factor_to_base", "one", "factor_to_base is not a number");
    cell_breaks(file, &["gj"], "factor_to_base", "", "factor_to_base is empty");
    cell_breaks(file, &["gj"], "factor_to_base", "-1000", "must be positive");
    cell_breaks(file, &["degc"], "offset_to_base", "1.2.3", "offset_to_base is not a number");
    cell_breaks(file, &["gj"], "exact", "maybe", "yes or no");
    cell_breaks(file, &["gj"], "aliases", "GJ|GJ", "already means gj");
    cell_breaks(file, &["gj"], "aliases", "kWh", "already means");
    cell_breaks(file, &["gj"], "base_unit", "erg", "unknown base unit");
    cell_breaks(file, &["gj"], "base_unit", "kg", "another dimension");
    cell_breaks(file, &["gj"], "dimension", "Energy", "dimension is not a slug");
    cell_breaks(file, &["kwh"], "factor_to_base", "3.61", "kwh: 3.61 against 3.6");
}

#[test]
fn keys_and_sources() {
    cell_breaks("keys.csv", &["region", "hk"], "slug", "HK", "bad or repeated slug");
    cell_breaks("keys.csv", &["region", "hk"], "slug", "cn", "bad or repeated slug");
    cell_breaks("keys.csv", &["region", "hk"], "name_zh_hant", "", "name_zh_hant is empty");
    cell_breaks("keys.csv", &["region", "hk"], "parent", "atlantis", "unknown parent");
    cell_breaks("keys.csv", &["region", "int"], "parent", "hk", "circle");
    cell_breaks("sources.csv", &["ember"], "id", "Ember", "bad or repeated id");
    cell_breaks("sources.csv", &["ember"], "id", "mee_2023", "bad or repeated id");
    cell_breaks("sources.csv", &["ember"], "title", "", "no title");
    cell_breaks("sources.csv", &["ember"], "licence", "free", "licence \"free\"");
    cell_breaks("sources.csv", &["ember"], "year", "last", "is not a year");
    breaks(&with_line("sources.csv", "lonely,Title,,,,facts only,"), "sources.csv", "never used");
}

#[test]
fn facts() {
    let file = "grid_electricity.csv";
    let row = ["cn.nat.2023"];
    cell_breaks(file, &row, "id", "CN 2023", "not a snake_case slug");
    cell_breaks(file, &row, "id", "cn.nat.2022", "id cn.nat.2022 also in grid_electricity");
    cell_breaks(file, &row, "name_en", "", "name_en is empty");
    cell_breaks(file, &row, "region", "mars", "region \"mars\" is not in keys.csv");
    cell_breaks(file, &row, "region", "", "region is empty");
    cell_breaks(file, &row, "value", "", "value is empty");
    cell_breaks(file, &row, "value", "0,5306", "value is not a number");
    cell_breaks(file, &row, "lower", "0.6", "lower 0.6 > value");
    cell_breaks(file, &row, "upper", "0.5", "upper 0.5 < value");
    cell_breaks(file, &row, "value", "530.6", "outside 0..3");
    cell_breaks(file, &row, "unit_num", "m3", "unit_num \"m3\" is not allowed here");
    cell_breaks(file, &row, "unit_num", "stone", "unit_num \"stone\" is not allowed here");
    cell_breaks(file, &row, "unit_den", "kg", "unit_den \"kg\" is not allowed here");
    cell_breaks(file, &row, "unit_den", "", "unit_den \"\" is not allowed here");
    cell_breaks(file, &row, "unit_num", "kg_co2e", "emission co2 but unit kg_co2e");
    cell_breaks(file, &row, "basis", "dry", "basis \"dry\"");
    cell_breaks(file, &row, "source_id", "hearsay", "unknown source");
    cell_breaks(file, &row, "evidence", "sure", "evidence \"sure\"");
    cell_breaks(file, &row, "use", "maybe", "use \"maybe\"");
    cell_breaks(file, &row, "year", "23", "year \"23\" is not a year");
    cell_breaks(file, &row, "review_by", "", "review_by");
    cell_breaks(file, &row, "valid_from", "2023/01", "is not a date");
    cell_breaks(file, &row, "valid_to", "2020", "valid_from after valid_to");
    cell_breaks(file, &["cn.nat.2022"], "valid_to", "", "history row without valid_to");
    cell_breaks(file, &["hk.hke.2024"], "use", "default", "two defaults for hk_hke/co2e/location_average");
    cell_breaks(file, &["hk.hke.2018"], "year", "2017", "same keys, year, unit, source and use");
    cell_breaks("tables.csv", &["gwp"], "default_key", "colour", "no column of the key");
}

#[test]
fn arithmetic() {
    let cell = |file, row: &str, cell, rule| cell_breaks(file, &[row], "value", cell, rule);
    let diesel = "desnz_2025.co2e.diesel";
    cell_breaks("fuel_ghg.csv", &[diesel], "part_co2", "1.9", "parts sum to");
    cell_breaks("fuel_ghg.csv", &[diesel], "part_ch4", "", "part_ch4 is empty");
    // 15.3 kg C/GJ x 44/12 = 56,100 kg/TJ; 0.9 % less is beyond rounding.
    cell("fuel_ghg.csv", "ipcc_2006.co2.natural_gas", "55600", "CO2 from carbon");
    cell("fuel_ghg.csv", "china.co2.diesel", "3.1452", "CO2 from carbon");
    cell("fuel_ghg.csv", "china_flat_glass.co2.diesel", "3.1", "CO2 from carbon");
    let files = with_cell("fuel_properties.csv", &["china_flat_glass.ncv.diesel"], "value", "42.8");
    breaks(&files, "fuel_ghg.csv", "heating value in the note: 42.8 against 42.7");
    cell("blends.csv", "blend.r_410a.hfc_32", "0.49", "r_410a mass shares");
    // Half HFC-32 (677) and half HFC-125 (3,170).
    let files = with_cell("gwp.csv", &["gwp.r_410a.ar5"], "value", "2088");
    breaks(&files, "blends.csv", "r_410a ar5 from mass shares: 2088 against 1923.5");
    cell("fuel_ghg.csv", "hk_2010.co2e.stationary.diesel", "2.63", "CO2e from its gases");
    cell("energy_equivalents.csv", "unit.kwh", "3.61", "unit definition");
    cell("energy_equivalents.csv", "tce.electricity.calorific", "0.1235", "kgce per kWh");
    cell("grid_electricity.csv", "cn.cm.southern.2019", "0.5089", "combined margin");
    cell("air_combustion.csv", "flue_gas.natural_gas.slope", "0.286", "flue gas of 35 MJ/m3");
    cell("prices.csv", "price.cn_prd.electricity.avg.2026_01", "0.8", "flat-load tariff");
    cell("trajectories.csv", "path.cn_guangdong.base.2030", "0.5", "base above slow in 2030");
    cell("trajectories.csv", "path.cn_guangdong.fast.2030", "0.4", "fast above base in 2030");
    let row = ["path.cn_guangdong.base.2030"];
    cell_breaks("trajectories.csv", &row, "year", "", "a point of a path needs its year");
    cell_breaks("trajectories.csv", &row, "year", "2035", "two defaults for cn_guangdong/co2/base/2035");
    cell_breaks("trajectories.csv", &["path.mo.base.2030"], "scenario", "fast", "has one point");
}

#[test]
fn measures() {
    let file = "measures.csv";
    let row = ["boiler_coal_to_gas"];
    cell_breaks(file, &row, "id", "boiler_oil_to_gas", "bad or repeated id");
    cell_breaks(file, &row, "code", "boiler", "bad or repeated code");
    cell_breaks(file, &row, "code", "BOI-02", "bad or repeated code");
    cell_breaks(file, &row, "name_en", "", "name_en is empty");
    cell_breaks(file, &row, "group", "magic", "group \"magic\"");
    cell_breaks(file, &row, "stage", "9", "stage \"9\"");
    cell_breaks(file, &row, "stage_part", "c", "stage_part \"c\"");
    cell_breaks(file, &row, "sectors", "hotel|casino", "sector \"casino\"");
    cell_breaks(file, &row, "sectors", "", "no sector");
    cell_breaks(file, &row, "exclusive_group", "club", "exclusive_group \"club\"");
    cell_breaks(file, &row, "source_ids", "hearsay", "unknown source");
    cell_breaks(file, &row, "source_ids", "", "no source");
    cell_breaks(file, &row, "lifetime_years", "", "lifetime_years is empty");
    cell_breaks(file, &row, "evidence", "sure", "evidence \"sure\"");
    // district_steam and one other share heat_supply; without the other the group excludes nothing.
    let pack = Pack::load(&data_folder()).expect("the real tables pass");
    let is_heat =
        |measure: &&lantian_factpack::Measure| measure.exclusive_groups.contains(&"heat_supply".to_owned());
    let heat: Vec<_> = pack.measures.iter().filter(is_heat).collect();
    assert_eq!(heat.len(), 2);
    cell_breaks(file, &[&heat[1].id], "exclusive_group", "", "exclusive group heat_supply has one member");
}

#[test]
fn measure_parameters() {
    let file = "measure_params.csv";
    let row = ["boiler_coal_to_gas", "boiler_efficiency_old"];
    cell_breaks(file, &row, "measure_id", "perpetual_motion", "unknown measure");
    cell_breaks(file, &row, "param", "boiler_efficiency_new", "bad or repeated param");
    cell_breaks(file, &row, "param", "Old", "bad or repeated param");
    cell_breaks(file, &row, "name_zh_hans", "", "name_zh_hans is empty");
    cell_breaks(file, &row, "unit_num", "stone", "unknown unit");
    cell_breaks(file, &row, "unit_den", "stone", "unknown unit");
    cell_breaks(file, &row, "default", "0.9", "default outside min..max");
    cell_breaks(file, &row, "default", "0.5", "default outside min..max");
    cell_breaks(file, &row, "min", "0.83", "min > max");
    cell_breaks(file, &row, "default", "high", "default is not a number");
    cell_breaks(file, &row, "source_id", "hearsay", "unknown source");
    cell_breaks(file, &row, "evidence", "sure", "evidence \"sure\"");
    let capex = ["boiler_coal_to_gas", "capex"];
    cell_breaks(file, &capex, "low", "", "must all be there");
    cell_breaks(file, &capex, "low", "200000", "must all be there and rise");
    cell_breaks(file, &capex, "default", "100000", "default differs from typical");
    breaks(&with_cell(file, &capex, "param", "price"), "measures.csv", "boiler_coal_to_gas has no capex");
    let line = "boiler_coal_to_gas,colour,Colour,顏色,颜色,fraction,,,,,,,,engineering_judgement,unverified,";
    breaks_measures_line(file, line);
}

#[track_caller]
fn breaks_measures_line(file: &str, line: &str) {
    breaks(&with_line(file, line), file, "does not say that the user enters it");
    // With the note there is nothing to complain about.
    let files = with_line(file, &format!("{line}User enters."));
    assert!(Pack::from_files(&files).is_ok());
}

#[test]
fn sectors() {
    let file = "sectors.csv";
    let row = ["textile_dyeing", "intensity", "electricity_per_t"];
    cell_breaks(file, &row, "sector", "piracy", "sector \"piracy\"");
    cell_breaks(file, &row, "quantity_kind", "mood", "quantity_kind \"mood\"");
    cell_breaks(file, &row, "key", "fuel_per_t", "stands here twice");
    cell_breaks(file, &row, "key", "Per T", "is not a slug");
    cell_breaks(file, &row, "low", "2000", "must rise");
    cell_breaks(file, &row, "low", "a few", "low is not a number");
    cell_breaks(file, &row, "unit_num", "stone", "unknown unit");
    cell_breaks(file, &row, "unit_den", "stone", "unknown unit");
    cell_breaks(file, &row, "base", "moon", "sector_base \"moon\"");
    cell_breaks(file, &row, "basis", "dry", "basis \"dry\"");
    cell_breaks(file, &row, "source_id", "hearsay", "unknown source");
    cell_breaks(file, &row, "evidence", "sure", "evidence \"sure\"");
    breaks(&with_line(file, "garment,norm,nothing,,,,kwh,,none,na,itac,,unverified,"), file, "no number");
    breaks(
        &with_line(
            file,
            "hotel,fuel_share_default,thermal_oil,,5,,percent,,fuel_energy,na,itac,,unverified,",
        ),
        file,
        "hotel fuel_share_default sums to",
    );
    let month = ["all", "monthly_share", "factory_prd_02"];
    cell_breaks(file, &month, "key", "factory_prc_02", "has 11 months");
    let file = "sector_measures.csv";
    cell_breaks(file, &["garment"], "sector", "piracy", "sector \"piracy\"");
    cell_breaks(file, &["garment"], "measure_id", "perpetual_motion", "unknown measure");
    cell_breaks(file, &["garment"], "evidence", "sure", "evidence \"sure\"");
    breaks(&with_line(file, "hotel,lighting_led,unverified\nhotel,lighting_led,unverified"), file, "again");
}

#[test]
fn licences_name_every_source() {
    let pack = Pack::load(&data_folder()).expect("the real tables pass");
    let file = std::fs::read_to_string(data_folder().join("LICENSES.md")).expect("LICENSES.md is there");
    assert!(file == licences(&pack), "run `cargo run -p lantian-factpack --example licences`");
    for source in &pack.sources {
        assert!(file.contains(&format!("| `{}` |", source.id)), "{} is not in LICENSES.md", source.id);
    }
    assert!(file.contains("Open Government Licence v3.0"));
}
