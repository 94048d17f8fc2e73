use lantian_engine::{
    assess::Model, lower::lower, measures::missing, project::from_json, set::MeasureSet, uncertainty::*,
};
use std::time::Instant;
fn main() {
    for case in ["dyeing_mill", "electroplating", "plastics", "hk_hotel"] {
        let text = std::fs::read_to_string(format!("cases/{case}.json")).unwrap();
        let project = from_json(&text).unwrap();
        let model = Model::new(*lower(&project).result.unwrap());
        let set: MeasureSet =
            model.lowered.measures.iter().enumerate().filter(|(_, e)| e.on).map(|(p, _)| p).collect();
        let alone: Vec<usize> = model
            .lowered
            .measures
            .iter()
            .enumerate()
            .filter(|(_, e)| missing(e.slots.id, &model.lowered.plant).is_none())
            .map(|(p, _)| p)
            .take(10)
            .collect();
        let t = Instant::now();
        let study = Study::new(&model, set, &alone, 1).unwrap();
        let made = t.elapsed();
        let t = Instant::now();
        let r = study.finish(100_000);
        let e = t.elapsed();
        let mut s = model.scratch();
        let t = Instant::now();
        for i in 0..20000 {
            model.evaluate(if i % 2 == 0 { set } else { MeasureSet::EMPTY }, &mut s);
            std::hint::black_box(&s.flows.totals);
        }
        let one = t.elapsed() / 20000;
        println!(
            "{case}: sources {} ops {} made {made:?} {} trials {e:?} = {:?}/trial; one evaluation {one:?}",
            study.sources.len(),
            study.operations(),
            r.trials,
            e / (r.trials as u32)
        );
        model.evaluate(MeasureSet::EMPTY, &mut s);
        let b = s.flows.totals;
        model.evaluate(set, &mut s);
        let a = s.flows.totals;
        for m in HEADLINES {
            let x = r.of(Figure::Yearly(Case::Before, m)).unwrap();
            let y = r.of(Figure::Yearly(Case::Plan, m)).unwrap();
            println!(
                "  {:10} base {:12.1} [{:.1} {:.1} {:.1}]  plan {:.1} [{:.1} {:.1} {:.1}]",
                m.slug(),
                b[m],
                x.p10,
                x.p50,
                x.p90,
                b[m] - a[m],
                y.p10,
                y.p50,
                y.p90
            );
        }
        let n = r.of(Figure::Npv(Case::Plan)).unwrap();
        let sv = b.minus(&a);
        println!(
            "  npv {:.0} [{:.0} {:.0} {:.0}] positive {:.3}",
            model.appraise(set, &sv).npv,
            n.p10,
            n.p50,
            n.p90,
            n.positive
        );
        for (f, i) in &r.influences {
            println!("  {f:?}");
            for k in i.iter().take(4) {
                println!("     {:.3} {:?}", k.share, study.sources[k.source].identity);
            }
        }
    }
}
