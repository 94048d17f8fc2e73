//! Commands, and undo as their exact inverse.

use super::list::{
    Activities, Bills, ElectricUses, FiredUses, HeatSources, HeatSystems, HeatUses, List, Refrigerants,
    Solvents, Vehicles,
};
use super::*;
use lantian_engine::project::{Bill, HeatSystem, HeatUse, Project};
use leptos::prelude::Owner;
use proptest::prelude::*;

/// Runs `test` with a store on `project`.
fn with_store<R>(project: Project, test: impl FnOnce(ProjectStore) -> R) -> R {
    let owner = Owner::new();
    let result = owner.with(|| test(ProjectStore::new(project)));
    owner.cleanup();
    result
}

fn amount(value: f64) -> Command {
    list::edit(Bills, 0, "amount", move |bill| bill.amount = Some(value))
}

#[test]
fn typing_a_number_is_one_step() {
    with_store(Project::new(), |store| {
        store.run(list::add(Bills, Bill::default()));
        for value in [1.0, 12.0, 120.0] {
            assert_eq!(store.run(amount(value)), Outcome::Changed);
        }
        assert_eq!(store.undoable(), Some(Part::Bills));
        assert!(store.undo());
        assert_eq!(store.with(|p| p.bills[0].amount), None);
        assert!(store.redo());
        assert_eq!(store.with(|p| p.bills[0].amount), Some(120.0));
    });
}

#[test]
fn leaving_the_field_ends_the_step() {
    with_store(Project::new(), |store| {
        store.run(list::add(Bills, Bill::default()));
        store.run(amount(1.0));
        store.seal();
        store.run(amount(2.0));
        store.undo();
        assert_eq!(store.with(|p| p.bills[0].amount), Some(1.0));
    });
}

#[test]
fn another_row_or_field_is_another_step() {
    with_store(Project::new(), |store| {
        store.run(list::set_rows(Bills, vec![Bill::default(), Bill::default()]));
        store.run(amount(1.0));
        store.run(list::edit(Bills, 1, "amount", |bill| bill.amount = Some(9.0)));
        store.run(list::edit(Bills, 1, "price", |bill| bill.price = Some(3.0)));
        store.undo();
        assert_eq!(store.with(|p| (p.bills[1].amount, p.bills[1].price)), (Some(9.0), None));
        store.undo();
        assert_eq!(store.with(|p| (p.bills[0].amount, p.bills[1].amount)), (Some(1.0), None));
    });
}

#[test]
fn typing_after_undo_does_not_join_the_older_step() {
    with_store(Project::new(), |store| {
        store.run(list::add(Bills, Bill::default()));
        store.run(amount(1.0));
        store.run(command::title("A".to_owned()));
        store.undo();
        store.run(amount(2.0));
        assert!(store.redoable().is_none(), "a new edit ends what could be redone");
        store.undo();
        assert_eq!(store.with(|p| p.bills[0].amount), Some(1.0));
    });
}

#[test]
fn what_changes_nothing_makes_no_step() {
    with_store(Project::new(), |store| {
        assert_eq!(store.run(command::title(String::new())), Outcome::Unchanged);
        assert_eq!(store.run(amount(1.0)), Outcome::Unchanged, "there is no such row");
        assert_eq!(store.run(list::remove(Bills, 7)), Outcome::Unchanged);
        assert_eq!(store.run(list::add(HeatUses(3), HeatUse::default())), Outcome::Unchanged);
        assert!(!store.undo() && !store.redo());
    });
}

#[test]
fn numbers_no_file_can_hold_are_refused() {
    with_store(Project::new(), |store| {
        store.run(list::add(Bills, Bill::default()));
        let months = |value: f64| list::edit(Bills, 0, "months", move |bill| bill.months = vec![value; 12]);
        assert_eq!(store.run(months(f64::NAN)), Outcome::Refused);
        assert_eq!(store.run(upgrades::set_param("led", "saving", Some(f64::INFINITY))), Outcome::Refused);
        assert!(store.with(|p| p.bills[0].months.is_empty() && p.plan().measures.is_empty()));
        assert_eq!(store.run(months(5.0)), Outcome::Changed);
    });
}

#[test]
fn only_the_newest_steps_are_kept() {
    with_store(Project::new(), |store| {
        let steps = history::STEPS + 5;
        for n in 0..steps {
            store.run(Command::once(Part::Title, move |p| p.title = n.to_string() + "x"));
        }
        let mut undone = 0;
        while store.undo() {
            undone += 1;
        }
        assert_eq!(undone, history::STEPS);
        // Steps 0..=4 have been forgotten, so the oldest state reached is after the fifth.
        assert_eq!(store.with(|p| p.title.clone()), "4x");
    });
}

#[test]
fn unticking_leaves_no_trace_and_order_neither() {
    let ticked = |slugs: [&'static str; 3]| {
        with_store(Project::new(), |store| {
            for slug in slugs {
                store.run(upgrades::toggle(slug, true));
            }
            store.get_untracked()
        })
    };
    let one = ticked(["led", "pv", "chp"]);
    assert_eq!(one, ticked(["pv", "chp", "led"]));
    with_store(Project::clone(&one), |store| {
        for slug in ["chp", "led", "pv"] {
            store.run(upgrades::toggle(slug, false));
        }
        assert_eq!(*store.get_untracked(), Project::new());
    });
}

#[test]
fn what_was_changed_about_an_upgrade_outlives_unticking() {
    with_store(Project::new(), |store| {
        store.run(upgrades::toggle("led", true));
        store.run(upgrades::set_param("led", "lamp_watt", Some(18.0)));
        store.run(upgrades::set_quote("led", Some(120_000.0)));
        store.run(upgrades::toggle("led", false));
        store.run(upgrades::select(vec!["pv".to_owned(), "led".to_owned()]));
        let plan = store.with(|p| p.plan().clone());
        assert_eq!(plan.measures.len(), 2);
        assert_eq!((plan.measures[0].measure.as_str(), plan.measures[0].on), ("led", true));
        assert_eq!(plan.measures[0].params.get("lamp_watt"), Some(&18.0));
        assert_eq!(plan.measures[0].quote, Some(120_000.0));
        store.run(upgrades::reset("led"));
        assert!(
            store.with(|p| p.plan().measures[0].params.is_empty() && p.plan().measures[0].quote.is_none())
        );
        store.run(upgrades::select(Vec::new()));
        assert!(store.with(|p| p.plan().measures.is_empty()));
    });
}

#[test]
fn dragging_two_parameters_is_two_steps() {
    with_store(Project::new(), |store| {
        for (param, value) in [("a", 1.0), ("a", 2.0), ("b", 3.0), ("b", 4.0)] {
            store.run(upgrades::set_param("led", param, Some(value)));
        }
        store.undo();
        assert_eq!(store.with(|p| p.plan().measures[0].params.clone()), [("a".to_owned(), 2.0)].into());
        store.undo();
        assert!(store.with(|p| p.plan().measures.is_empty()));
    });
}

#[test]
fn a_project_always_has_a_plan_on_screen() {
    with_store(Project::new(), |store| {
        store.run(upgrades::toggle("led", true));
        store.run(upgrades::add_plan("B".to_owned(), true));
        store.run(upgrades::add_plan("C".to_owned(), false));
        assert_eq!(
            store.with(|p| (p.active_plan, p.plans[1].measures.len(), p.plan().measures.len())),
            (2, 1, 0)
        );
        store.run(upgrades::remove_plan(0));
        assert_eq!(store.with(|p| (p.active_plan, p.plan().name.clone())), (1, "C".to_owned()));
        store.run(upgrades::remove_plan(1));
        assert_eq!(store.with(|p| (p.active_plan, p.plan().name.clone())), (0, "B".to_owned()));
        store.run(upgrades::remove_plan(0));
        assert_eq!(*store.get_untracked(), Project::new());
        store.run(upgrades::show_plan(9));
        assert_eq!(store.with(|p| p.active_plan), 0);
    });
}

#[test]
fn rows_move_and_nested_rows_are_reached() {
    with_store(Project::new(), |store| {
        for carrier in ["a", "b", "c"] {
            store.run(list::add(Bills, Bill { carrier: carrier.to_owned(), ..Bill::default() }));
        }
        let carriers = || store.with(|p| p.bills.iter().map(|b| b.carrier.clone()).collect::<String>());
        store.run(list::shift(Bills, 0, 2));
        assert_eq!(carriers(), "bca");
        store.run(list::insert(Bills, 1, Bill { carrier: "d".to_owned(), ..Bill::default() }));
        assert_eq!(carriers(), "bdca");
        store.run(list::remove(Bills, 0));
        assert_eq!(carriers(), "dca");

        store.run(list::add(HeatSystems, HeatSystem::default()));
        store.run(list::add(HeatUses(0), HeatUse::default()));
        store.run(list::edit(HeatUses(0), 0, "share", |r| r.share = Some(40.0)));
        assert_eq!(store.with(|p| p.heat[0].uses[0].share), Some(40.0));
    });
}

/// Any command, on rows and plans that may not exist.
fn any_command() -> impl Strategy<Value = Action> {
    let at = 0_usize..4;
    prop_oneof![
        (0_u8..10, at.clone()).prop_map(|(list, at)| Action::Add(list, at)),
        (0_u8..10, at.clone()).prop_map(|(list, at)| Action::Remove(list, at)),
        (0_u8..10, at.clone(), at.clone()).prop_map(|(list, from, to)| Action::Shift(list, from, to)),
        (at.clone(), sample::number()).prop_map(|(at, value)| Action::Amount(at, value)),
        ("[a-c]", any::<bool>()).prop_map(|(slug, on)| Action::Toggle(slug, on)),
        ("[a-c]", "[xy]", proptest::option::of(sample::number()))
            .prop_map(|(m, p, v)| Action::Param(m, p, v)),
        ("[a-c]", proptest::option::of(sample::number())).prop_map(|(m, v)| Action::Quote(m, v)),
        any::<bool>().prop_map(Action::AddPlan),
        at.clone().prop_map(Action::RemovePlan),
        at.prop_map(Action::ShowPlan),
        "[a-b]{0,2}".prop_map(Action::Title),
        proptest::option::of(sample::number()).prop_map(Action::Hours),
        proptest::option::of(sample::number()).prop_map(Action::Kwp),
        Just(Action::NoSolar),
        sample::project().prop_map(|project| Action::Replace(Box::new(project))),
        Just(Action::Seal),
        Just(Action::Undo),
        Just(Action::Redo),
    ]
}

#[derive(Clone, Debug)]
enum Action {
    Add(u8, usize),
    Remove(u8, usize),
    Shift(u8, usize, usize),
    Amount(usize, f64),
    Toggle(String, bool),
    Param(String, String, Option<f64>),
    Quote(String, Option<f64>),
    AddPlan(bool),
    RemovePlan(usize),
    ShowPlan(usize),
    Title(String),
    Hours(Option<f64>),
    Kwp(Option<f64>),
    NoSolar,
    Replace(Box<Project>),
    Seal,
    Undo,
    Redo,
}

/// Calls `$body` with `$list` bound to the list of that number.
macro_rules! on_list {
    ($number:expr, $at:expr, |$list:ident| $body:expr) => {
        match $number {
            0 => {
                let $list = Bills;
                $body
            }
            1 => {
                let $list = ElectricUses;
                $body
            }
            2 => {
                let $list = HeatSystems;
                $body
            }
            3 => {
                let $list = HeatUses($at);
                $body
            }
            4 => {
                let $list = HeatSources($at);
                $body
            }
            5 => {
                let $list = FiredUses;
                $body
            }
            6 => {
                let $list = Vehicles;
                $body
            }
            7 => {
                let $list = Solvents;
                $body
            }
            8 => {
                let $list = Refrigerants;
                $body
            }
            _ => {
                let $list = Activities;
                $body
            }
        }
    };
}

fn empty_row<L: List>(_: L) -> L::Row
where
    L::Row: Default,
{
    L::Row::default()
}

fn act(store: ProjectStore, action: Action) {
    let command = match action {
        Action::Add(number, at) => on_list!(number, at, |list| list::insert(list, at, empty_row(list))),
        Action::Remove(number, at) => on_list!(number, at, |list| list::remove(list, at)),
        Action::Shift(number, from, to) => on_list!(number, from, |list| list::shift(list, from, to)),
        Action::Amount(at, value) => list::edit(Bills, at, "amount", move |bill| bill.amount = Some(value)),
        Action::Toggle(slug, on) => upgrades::toggle(&slug, on),
        Action::Param(measure, param, value) => upgrades::set_param(&measure, &param, value),
        Action::Quote(measure, quote) => upgrades::set_quote(&measure, quote),
        Action::AddPlan(copy) => upgrades::add_plan("plan".to_owned(), copy),
        Action::RemovePlan(at) => upgrades::remove_plan(at),
        Action::ShowPlan(at) => upgrades::show_plan(at),
        Action::Title(title) => command::title(title),
        Action::Hours(hours) => command::site("hours", move |site| site.hours = hours),
        Action::Kwp(kwp) => command::solar("kwp", move |solar| solar.kwp = kwp),
        Action::NoSolar => command::set_solar(None),
        Action::Replace(project) => command::replace(*project),
        Action::Seal => return store.seal(),
        Action::Undo => {
            store.undo();
            return;
        }
        Action::Redo => {
            store.redo();
            return;
        }
    };
    store.run(command);
}

proptest! {
    /// Whatever was done: undoing everything gives the first project, redoing everything the last,
    /// and each place on the way back is passed again on the way forth.
    #[test]
    fn undo_and_redo_are_exact_inverses(
        first in sample::project(),
        actions in proptest::collection::vec(any_command(), 0..40),
    ) {
        with_store(first.clone(), |store| {
            for action in actions {
                act(store, action);
            }
            while store.redo() {}
            let mut back = vec![store.get_untracked()];
            while store.undo() {
                back.push(store.get_untracked());
            }
            prop_assert_eq!(&*store.get_untracked(), &first);
            for expected in back.iter().rev().skip(1) {
                prop_assert!(store.redo());
                prop_assert_eq!(&store.get_untracked(), expected);
            }
            prop_assert!(!store.redo());
            Ok(())
        })?;
    }

    /// Every project reached by commands can be written and read again, digit for digit.
    #[test]
    fn every_reachable_project_survives_its_file(
        first in sample::project(),
        actions in proptest::collection::vec(any_command(), 0..20),
    ) {
        with_store(first, |store| {
            for action in actions {
                act(store, action);
            }
            let project = store.get_untracked();
            let text = lantian_engine::project::to_json(&project);
            let read = lantian_engine::project::from_json(&text);
            prop_assert_eq!(read.as_ref(), Ok(&*project));
            Ok(())
        })?;
    }
}
