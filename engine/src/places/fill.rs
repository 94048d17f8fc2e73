//! The names node by node, in the words of the project file where it has them.

use super::{Node, Places, nodes};
use crate::plant::{
    AirPollutant, Boiler, Burner, Cooling, Electric, Fired, Heat, Plant, Source, SourceKind, Special, Stack,
    Supply, Water,
};

const PURE: (&str, &str) = ("", "");
const KWH: (&str, &str) = ("kwh", "");
const GJ: (&str, &str) = ("gj", "");
const DEGC: (&str, &str) = ("degc", "");

impl Places {
    pub(super) fn site(&mut self, plant: &Plant) {
        let site = Node { name: String::new(), dormant: false };
        self.put(
            "",
            &site,
            &[
                (plant.hours, "hours", None),
                (plant.lines, "lines", None),
                (plant.effluent_heat, "effluent_heat", Some(GJ)),
                (plant.absorption_cop, "absorption_cop", None),
                (plant.auxiliary, "auxiliary", Some(KWH)),
                (plant.solvent_heat, "solvent_heat", Some(("gj", "kg"))),
                (plant.solvent_co2, "solvent_co2", Some(("kg_co2", "kg"))),
                (plant.bill_rebate, "bill_rebate", None),
                (plant.bill_remission, "bill_remission", None),
                (plant.running, "running", Some(("money", ""))),
                (plant.gwp_ch4, "gwp_ch4", None),
                (plant.gwp_n2o, "gwp_n2o", None),
                (plant.tax.so2, "tax_so2", None),
                (plant.tax.nox, "tax_nox", None),
                (plant.tax.cod, "tax_cod", None),
            ],
        );
        let solar = &plant.solar;
        self.put(
            "solar",
            &site,
            &[
                (solar.capacity, "capacity", None),
                (solar.yield_base, "specific_yield", None),
                (solar.added, "added", Some(("kwp", ""))),
                (solar.added_yield, "added_yield", Some(("kwh", "kwp"))),
                (solar.self_use, "self_use", None),
                (solar.export_price, "export_price", None),
                (solar.usable_roof, "usable_roof", None),
            ],
        );
    }

    pub(super) fn supply(&mut self, node: &Node, supply: &Supply) {
        let [so2, nox, pm10] = supply.station;
        self.put(
            "bills",
            node,
            &[
                (supply.quantity, "quantity", None),
                (supply.content, "content", None),
                (supply.price, "price", None),
                (supply.fixed_cost, "fixed_cost", None),
                (supply.co2, "co2", None),
                (supply.co2_market, "co2_market", None),
                (supply.upstream, "upstream", None),
                (so2, "station_so2", None),
                (nox, "station_nox", None),
                (pm10, "station_pm10", None),
                (supply.coal_equivalent, "coal_equivalent", None),
            ],
        );
        if let Some(sulphur) = supply.sulphur {
            self.put("bills", node, &[(sulphur, "sulphur", None)]);
        }
    }

    pub(super) fn burner(&mut self, node: &Node, burner: &Burner) {
        const NAMES: [[&str; 3]; 6] = [
            ["so2_factor", "so2_pass", "so2_left"],
            ["nox_factor", "nox_pass", "nox_left"],
            ["pm10_factor", "pm10_pass", "pm10_left"],
            ["pm25_factor", "pm25_pass", "pm25_left"],
            ["voc_factor", "voc_pass", "voc_left"],
            ["co_factor", "co_pass", "co_left"],
        ];
        let rows = burner.pollutants.iter().zip(&burner.pass).zip(&burner.pass_new);
        for (((&factor, &pass), &left), ([of, by, new], _)) in
            rows.zip(NAMES.into_iter().zip(AirPollutant::ALL))
        {
            self.put("burner", node, &[(factor, of, None), (pass, by, None), (left, new, None)]);
        }
        self.put(
            "burner",
            node,
            &[
                (burner.bill_share, "bill_share", None),
                (burner.ch4, "ch4_factor", None),
                (burner.n2o, "n2o_factor", None),
                (burner.sorbent_co2, "sorbent_co2", Some(("kg_co2", "kg"))),
                (burner.power, "cleaning_power", Some(("kwh", "gj"))),
                (burner.surcharge, "surcharge", Some(("money", "gj"))),
                (burner.catalyst, "catalyst", None),
                (burner.reagent_cost, "reagent_cost", None),
            ],
        );
    }

    pub(super) fn electric(&mut self, node: &Node, use_: &Electric) {
        self.put(
            "electricity",
            node,
            &[
                (use_.energy, "energy", None),
                (use_.demand, "demand", None),
                (use_.drive_share, "drive_share", None),
                (use_.drive, "drive", None),
                (use_.heat_share, "heat_share", None),
                (use_.heat, "heat", None),
                (use_.added, "added", Some(KWH)),
            ],
        );
        if let Some(watt) = use_.lamp_watt {
            self.put("electricity", node, &[(watt, "lamp_watt", None)]);
        }
        match &use_.special {
            Special::None | Special::Treatment => {}
            Special::Air(air) => self.put(
                "electricity",
                node,
                &[
                    (air.leak_base, "leak_share_today", None),
                    (air.leak, "leak_share", None),
                    (air.pressure_base, "pressure_today", None),
                    (air.pressure, "pressure", None),
                    (air.exponent, "compression_exponent", None),
                    (air.ambient, "ambient_pressure", None),
                    (air.useful, "useful_air", None),
                    (air.intake, "intake_volume", None),
                    (air.control, "control_factor", None),
                    (air.heat_recovery, "heat_recovery", None),
                ],
            ),
            Special::Cooling(cooling) => self.cooling(node, cooling),
        }
    }

    fn cooling(&mut self, node: &Node, cooling: &Cooling) {
        self.put(
            "electricity",
            node,
            &[
                (cooling.cop_base, "cop_today", None),
                (cooling.cop, "cop", None),
                (cooling.absorption_power, "absorption_power", None),
                (cooling.absorption_water, "absorption_water", Some(("m3", "kwh"))),
                (cooling.free, "free_share", None),
                (cooling.free_power, "free_power", None),
            ],
        );
        for &(_, share) in &cooling.gains {
            self.put("electricity", node, &[(share, "lighting_heat", None)]);
        }
    }

    pub(super) fn heat(&mut self, node: &Node, heat: &Heat) {
        self.put(
            "heat",
            node,
            &[
                (heat.temperature, "temperature", None),
                (heat.pressure, "pressure", None),
                (heat.makeup_temperature, "makeup_temperature", None),
                (heat.steam_heat, "steam_heat", None),
                (heat.added, "added", Some(GJ)),
                (heat.pipe_loss, "pipe_loss", None),
                (heat.pipe_share, "pipe_share", None),
                (heat.pipe_factor, "pipe_factor", None),
                (heat.trap_loss, "trap_loss", None),
                (heat.trap_share, "trap_share", None),
                (heat.trap_factor, "trap_factor", None),
                (heat.return_base, "condensate_return_today", None),
                (heat.condensate_return, "condensate_return", None),
                (heat.condensate_heat, "condensate_heat", None),
                (heat.steam_water, "steam_water", None),
                (heat.bleed.share, "blowdown", None),
                (heat.bleed.heat, "blowdown_heat", None),
                (heat.bleed.factor, "blowdown_factor", None),
                (heat.bleed.recovery, "blowdown_recovery", None),
                (heat.bleed.sink, "blowdown_sink", None),
                (heat.pump.supply, "heat_pump_supply", None),
                (heat.pump.preheat, "heat_pump_preheat", None),
                (heat.pump.cop, "heat_pump_cop", None),
            ],
        );
        let uses = nodes(heat.uses.iter().map(|u| (format!("{}.{}", node.name, u.kind.slug()), false)));
        for (node, use_) in uses.iter().zip(&heat.uses) {
            self.put(
                "heat",
                node,
                &[
                    (use_.share, "share", None),
                    (use_.heat, "heat", None),
                    (use_.demand, "demand", None),
                    (use_.preheatable, "preheatable", None),
                ],
            );
        }
    }

    pub(super) fn source(&mut self, node: &Node, source: &Source) {
        self.put("heat", node, &[(source.share, "source_share", None)]);
        match &source.kind {
            SourceKind::Boiler(boiler) => {
                self.boiler(node, boiler);
                self.stack(node, &boiler.stack);
            }
            SourceKind::Purchased { bill_share, delivery, .. } => {
                self.put("heat", node, &[(*bill_share, "bill_share", None), (*delivery, "delivery", None)]);
            }
        }
    }

    fn boiler(&mut self, node: &Node, boiler: &Boiler) {
        self.put(
            "heat",
            node,
            &[
                (boiler.shell_loss, "shell_loss", None),
                (boiler.unburnt_loss, "unburnt_loss", None),
                (boiler.other_loss, "other_loss", None),
                (boiler.capacity, "capacity", None),
            ],
        );
        if let Some(efficiency) = boiler.efficiency {
            self.put("heat", node, &[(efficiency, "efficiency", None)]);
        }
        if let Some(turbine) = &boiler.turbine {
            self.put(
                "heat",
                node,
                &[
                    (turbine.gross, "gross_generation", None),
                    (turbine.own_use, "own_use", None),
                    (turbine.efficiency, "generator_efficiency", None),
                    (turbine.power_to_heat, "power_to_heat", None),
                    (turbine.own_per_heat, "own_use_per_heat", None),
                ],
            );
        }
    }

    fn stack(&mut self, node: &Node, stack: &Stack) {
        self.put(
            "heat",
            node,
            &[
                (stack.temperature, "stack_temperature", None),
                (stack.air_temperature, "air_temperature", None),
                (stack.oxygen, "oxygen", None),
                (stack.siegert_a, "siegert_a", None),
                (stack.siegert_b, "siegert_b", None),
                (stack.economizer, "economizer_effectiveness", None),
                (stack.feedwater_temperature, "feedwater_temperature", Some(DEGC)),
                (stack.minimum_temperature, "minimum_flue_temperature", Some(DEGC)),
                (stack.vapour, "vapour_heat", None),
                (stack.condenser.treated, "condenser_treated", None),
                (stack.condenser.outlet, "condenser_outlet", Some(DEGC)),
                (stack.condenser.dew_point, "dew_point", Some(DEGC)),
                (stack.condenser.latent, "condenser_latent", None),
            ],
        );
    }

    pub(super) fn fired(&mut self, node: &Node, fired: &Fired) {
        self.put(
            "fired",
            node,
            &[
                (fired.fuel, "fuel", None),
                (fired.demand, "demand", None),
                (fired.efficiency, "efficiency", None),
                (fired.exhaust_heat, "exhaust_heat", Some(GJ)),
                (fired.added, "added", Some(GJ)),
                (fired.recovery, "recovery", None),
                (fired.specific, "specific_fuel", None),
                (fired.flue.preheat, "preheat", None),
                (fired.flue.returned, "preheat_returned", None),
                (fired.flue.cascade, "cascade_heat", None),
                (fired.flue.absorption, "absorption_heat", None),
                (fired.flue.accepts, "cascade_accepts", None),
            ],
        );
        if let Some(exhaust) = &fired.exhaust {
            self.put(
                "fired",
                node,
                &[
                    (exhaust.count, "count", None),
                    (exhaust.flow, "exhaust_flow", None),
                    (exhaust.temperature, "exhaust_temperature", None),
                    (exhaust.hours, "hours", None),
                ],
            );
        }
    }

    pub(super) fn water(&mut self, water: &Water) {
        let site = Node { name: String::new(), dormant: false };
        self.put(
            "water",
            &site,
            &[
                (water.intake, "intake", None),
                (water.price, "price", None),
                (water.fixed_cost, "fixed_cost", None),
                (water.makeup_base, "makeup_today", None),
                (water.demand, "demand", None),
                (water.reuse, "reuse", None),
                (water.reuse_energy, "reuse_energy", Some(("kwh", "m3"))),
                (water.reuse_cost, "reuse_cost", Some(("money", "m3"))),
                (water.recovered_value, "recovered_value", None),
                (water.effluent, "effluent", None),
                (water.effluent_cost, "effluent_cost", None),
                (water.cod_in, "cod_in", None),
                (water.cod_out, "cod_out", None),
                (water.nitrogen_in, "nitrogen_in", None),
                (water.b0, "methane_yield", None),
                (water.mcf, "methane_correction", None),
                (water.n2o, "n2o_factor", None),
                (water.load, "load", None),
                (water.anaerobic, "anaerobic_cod", Some(("kg", ""))),
                (water.gas_yield, "gas_yield", Some(("gj", "kg"))),
                (water.gas_leak, "gas_leak", Some(("kg", "kg"))),
            ],
        );
    }

    pub(super) fn rest(&mut self, plant: &Plant) {
        let numbered =
            |part: &'static str, length: usize| nodes((0..length).map(move |_| (part.to_owned(), false)));
        for (node, engine) in numbered("engine", plant.engines.len()).iter().zip(&plant.engines) {
            self.put(
                "",
                node,
                &[
                    (engine.capacity, "capacity", Some(("kw", ""))),
                    (engine.hours, "hours", Some(("h", ""))),
                    (engine.electrical_efficiency, "electrical_efficiency", Some(PURE)),
                    (engine.steam_share, "steam_share", Some(PURE)),
                    (engine.water_share, "water_share", Some(PURE)),
                    (engine.upkeep, "upkeep", None),
                ],
            );
        }
        for (node, solvent) in numbered("solvents", plant.solvents.len()).iter().zip(&plant.solvents) {
            self.put(
                "",
                node,
                &[
                    (solvent.mass, "tonnes", None),
                    (solvent.volatile, "volatile", None),
                    (solvent.capture, "capture", None),
                    (solvent.removal, "removal", None),
                    (solvent.factor, "emitted", None),
                    (solvent.recovered, "recovered", None),
                    (solvent.recovery_energy, "recovery_energy", Some(("kwh", "kg"))),
                    (solvent.burnt, "burnt", None),
                    (solvent.recovered_value, "recovered_value", None),
                ],
            );
        }
        let refrigerants = numbered("refrigerants", plant.refrigerants.len());
        for (node, lost) in refrigerants.iter().zip(&plant.refrigerants) {
            self.put("", node, &[(lost.amount, "amount", None), (lost.factor, "factor", None)]);
        }
        for (node, activity) in numbered("activities", plant.activities.len()).iter().zip(&plant.activities) {
            self.put(
                "",
                node,
                &[
                    (activity.amount, "amount", None),
                    (activity.factor, "factor", None),
                    (activity.power, "power", None),
                    (activity.price, "price", None),
                    (activity.people, "people", None),
                    (activity.moved, "moved", None),
                    (activity.moved_price, "moved_price", None),
                ],
            );
            if let Some(alternative) = activity.alternative {
                self.put("", node, &[(alternative, "alternative", None)]);
            }
        }
        let biogas = &plant.biogas;
        let node = Node { name: "biogas".to_owned(), dormant: true };
        self.put(
            "",
            &node,
            &[
                (biogas.co2, "co2_factor", None),
                (biogas.ch4, "ch4_factor", None),
                (biogas.n2o, "n2o_factor", None),
            ],
        );
    }
}
