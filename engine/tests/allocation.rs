//! An evaluation and its net present value allocate nothing: what a million trials repeat must not touch the heap.

#![expect(clippy::unwrap_used, reason = "a test; its helper too")]

use lantian_engine::assess::Model;
use lantian_engine::finance::Valuation;
use lantian_engine::lower::lower;
use lantian_engine::project::from_json;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::Study;

fn cases() -> Vec<(String, Model)> {
    // Tests run in the folder of their package.
    let entries = std::fs::read_dir("../cases").unwrap();
    let files = entries.map(|entry| entry.unwrap().path()).filter(|file| file.extension().is_some());
    files
        .map(|file| {
            let project = from_json(&std::fs::read_to_string(&file).unwrap()).unwrap();
            (file.display().to_string(), Model::new(*lower(&project).result.unwrap()))
        })
        .collect()
}

#[test]
fn evaluating_and_valuing_allocate_nothing() {
    let cases = cases();
    assert!(!cases.is_empty());
    for (name, model) in cases {
        let mut scratch = model.scratch();
        let valuation = Valuation::new(&model, &model.lowered.money.terms);
        model.evaluate(MeasureSet::EMPTY, &mut scratch);
        let before = scratch.flows.totals;
        // The base case, each measure alone, and everything at once.
        let alone = (0..model.edits.len()).map(MeasureSet::one);
        let all = MeasureSet::first(model.edits.len());
        let sets: Vec<MeasureSet> = alone.chain([MeasureSet::EMPTY, all]).collect();
        let counted = allocation_counter::measure(|| {
            for &set in &sets {
                model.evaluate(set, &mut scratch);
                let saved = before.minus(&scratch.flows.totals);
                std::hint::black_box(valuation.npv(&model, &model.lowered.params, set, &saved));
            }
        });
        assert_eq!(counted.count_total, 0, "{name}: {counted:?}");
    }
}

/// Nor do trials: only the summary of a chunk is made anew, whatever the number of trials in it.
#[test]
fn trials_allocate_nothing() {
    for (name, model) in cases() {
        let study = Study::new(&model, MeasureSet::first(10), &[0, 1, 2], 1).unwrap();
        let mut space = study.workspace();
        let mut tally = study.chunk(0, &mut space);
        let counted = allocation_counter::measure(|| {
            study.cycle(8, &mut space, &mut tally);
            study.cycle(9, &mut space, &mut tally);
        });
        assert_eq!(counted.count_total, 0, "{name}: {counted:?}");
    }
}

/// The counter sees what it is there to see.
#[test]
fn allocations_are_counted() {
    let counted = allocation_counter::measure(|| drop(std::hint::black_box(vec![0_u8; 100])));
    assert_eq!(counted.count_total, 1);
    assert!(counted.bytes_total >= 100);
}
