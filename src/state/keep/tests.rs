use super::*;
use lantian_engine::project::{Bill, FORMAT};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A shelf in memory that can be full or blocked, shared by several windows.
#[derive(Clone, Debug, Default)]
struct Memory {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Rc<RefCell<Option<ShelfError>>>,
}

impl Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn fail(&self, fault: Option<ShelfError>) {
        *self.fault.borrow_mut() = fault;
    }
}

impl Shelf for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        match *self.fault.borrow() {
            Some(ShelfError::Blocked) => Err(ShelfError::Blocked),
            _ => Ok(self.get(key)),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        if let Some(fault) = *self.fault.borrow() {
            return Err(fault);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

fn project(title: &str) -> Project {
    Project { title: title.to_owned(), ..Project::new() }
}

fn window(shelf: &Memory) -> Keeper<Memory> {
    let mut keeper = Keeper::new(shelf.clone());
    keeper.restore();
    keeper
}

const DAY: Day = (2026, 3, 5);

fn titles<S: Shelf>(keeper: &Keeper<S>) -> Vec<String> {
    keeper.previous().into_iter().map(|aside| aside.project.title).collect()
}

fn put_aside<S: Shelf>(keeper: &Keeper<S>, title: &str) -> bool {
    keeper.put_aside(&project(title), &project("opened"), DAY)
}

#[test]
fn reload_keeps_everything() {
    let shelf = Memory::default();
    let mut keeper = Keeper::new(shelf.clone());
    assert_eq!(keeper.restore(), Restored::default());
    assert_eq!(keeper.save(&project("mine")), SaveState::Saved);
    assert_eq!(Keeper::new(shelf).restore().project, Some(project("mine")));
}

#[test]
fn what_cannot_be_read_is_moved_before_anything_is_written() {
    let newer = to_json(&Project { format: FORMAT + 1, ..project("newer") });
    for damaged in ["{\"format\":1,\"ti", "hello", newer.as_str()] {
        let shelf = Memory::default();
        shelf.write(PROJECT, damaged).unwrap();
        shelf.write("lantian/1/project-unreadable-1", "older").unwrap();
        let mut keeper = Keeper::new(shelf.clone());
        let restored = keeper.restore();
        let key = "lantian/1/project-unreadable-2";
        assert_eq!(restored.project, None);
        assert_eq!(restored.unreadable.map(|(_, key)| key), Some(Some(key.to_owned())));
        assert_eq!(keeper.save(&project("mine")), SaveState::Saved);
        assert_eq!(shelf.get(key).as_deref(), Some(damaged));
        assert_eq!(shelf.get("lantian/1/project-unreadable-1").as_deref(), Some("older"));
        assert_eq!(keeper.unreadable(Some(key)).as_deref(), Some(damaged));
        assert_eq!(keeper.unreadable(Some(PREFS)), None);
    }
}

#[test]
fn what_can_neither_be_read_nor_moved_is_left_alone() {
    let shelf = Memory::default();
    shelf.write(PROJECT, "damaged").unwrap();
    shelf.fail(Some(ShelfError::Full));
    let mut keeper = Keeper::new(shelf.clone());
    let restored = keeper.restore();
    assert_eq!((restored.state, restored.unreadable.unwrap().1), (SaveState::Unreadable, None));
    shelf.fail(None);
    assert_eq!(keeper.save(&project("mine")), SaveState::Unreadable);
    assert_eq!(shelf.get(PROJECT).as_deref(), Some("damaged"));
    assert_eq!(keeper.unreadable(None).as_deref(), Some("damaged"));
    assert_eq!(keeper.keep_mine(&project("mine"), DAY), SaveState::Saved);
    assert_eq!(keeper.save(&project("mine too")), SaveState::Saved);
    assert_eq!(keeper.unreadable(Some("lantian/1/project-unreadable-1")).as_deref(), Some("damaged"));
}

#[test]
fn blocked_and_full_are_said_and_end() {
    let shelf = Memory::default();
    let mut keeper = window(&shelf);
    for (fault, state) in [(ShelfError::Blocked, SaveState::Blocked), (ShelfError::Full, SaveState::Full)] {
        shelf.fail(Some(fault));
        assert_eq!(keeper.save(&project("mine")), state);
    }
    shelf.fail(None);
    assert_eq!(keeper.save(&project("mine")), SaveState::Saved);

    shelf.fail(Some(ShelfError::Blocked));
    assert_eq!(Keeper::new(shelf).restore().state, SaveState::Blocked);
}

#[test]
fn two_windows_never_overwrite_each_other_unasked() {
    let shelf = Memory::default();
    shelf.write(PROJECT, &to_json(&project("start"))).unwrap();
    let (mut one, mut two) = (window(&shelf), window(&shelf));
    assert_eq!(one.save(&project("one")), SaveState::Saved);
    assert_eq!(one.save(&project("one again")), SaveState::Saved);
    assert_eq!(two.look(), SaveState::ChangedElsewhere);
    assert_eq!(two.save(&project("two")), SaveState::ChangedElsewhere);
    assert_eq!(Keeper::new(shelf.clone()).restore().project, Some(project("one again")));

    assert_eq!(two.take_theirs(), Ok(Some(project("one again"))));
    assert_eq!(two.save(&project("two")), SaveState::Saved);
    assert_eq!(one.save(&project("one")), SaveState::ChangedElsewhere);
    assert_eq!(one.keep_mine(&project("one"), DAY), SaveState::Saved);
    assert_eq!(two.look(), SaveState::ChangedElsewhere);
    assert_eq!(titles(&one), ["two"], "what was overwritten can be opened again");
}

#[test]
fn cleared_site_data_is_no_conflict() {
    let shelf = Memory::default();
    let mut keeper = window(&shelf);
    keeper.save(&project("mine"));
    shelf.remove(PROJECT).unwrap();
    assert_eq!(keeper.look(), SaveState::Saved);
    assert_eq!(keeper.save(&project("mine")), SaveState::Saved);
    assert!(shelf.get(PROJECT).is_some());
}

#[test]
fn replaced_projects_are_kept_once_each_with_their_day() {
    let keeper = window(&Memory::default());
    assert!(!keeper.put_aside(&Project::new(), &project("opened"), DAY));
    for title in ["a", "b", "c", "d", "e", "f", "g"] {
        assert!(put_aside(&keeper, title));
    }
    assert_eq!(titles(&keeper), ["g", "f", "e", "d", "c", "b"]);
    assert!(keeper.put_aside(&project("c"), &project("opened"), (2027, 12, 31)));
    assert_eq!(titles(&keeper), ["c", "g", "f", "e", "d", "b"]);
    let days: Vec<Option<Day>> = keeper.previous().into_iter().take(2).map(|aside| aside.day).collect();
    assert_eq!(days, [Some((2027, 12, 31)), Some(DAY)]);
}

#[test]
fn going_back_and_forth_loses_nothing() {
    let keeper = window(&Memory::default());
    for title in ["a", "b", "c", "d", "e", "f"] {
        put_aside(&keeper, title);
    }
    // "a" goes back on the screen in place of "g": no other gives way for it.
    assert!(keeper.put_aside(&project("g"), &project("a"), DAY));
    assert_eq!(titles(&keeper), ["g", "f", "e", "d", "c", "b"]);
    assert!(keeper.put_aside(&project("a"), &project("d"), DAY));
    assert_eq!(titles(&keeper), ["a", "g", "f", "e", "c", "b"]);
}

#[test]
fn worked_cases_give_way_before_the_visitors_own() {
    let keeper = window(&Memory::default());
    let case = |title| Project { illustrative: true, ..project(title) };
    put_aside(&keeper, "mine");
    for title in ["case 1", "case 2"] {
        keeper.put_aside(&case(title), &project("opened"), DAY);
    }
    for title in ["a", "b", "c", "d"] {
        put_aside(&keeper, title);
    }
    assert_eq!(titles(&keeper), ["d", "c", "b", "a", "case 2", "mine"]);
    put_aside(&keeper, "e");
    assert_eq!(titles(&keeper), ["e", "d", "c", "b", "a", "mine"]);
    keeper.put_aside(&case("case 3"), &project("opened"), DAY);
    assert_eq!(titles(&keeper), ["case 3", "e", "d", "c", "b", "a"], "what was on screen is always kept");
}

#[test]
fn what_was_put_aside_without_a_day_is_still_read() {
    let shelf = Memory::default();
    shelf.write("lantian/1/previous-1", &to_json(&project("old"))).unwrap();
    shelf.write("lantian/1/previous-2", "2026-03-05\nnot a project").unwrap();
    let keeper = window(&shelf);
    assert_eq!(keeper.previous(), [Aside { project: project("old"), day: None }]);
    put_aside(&keeper, "new");
    assert_eq!(shelf.get("lantian/1/previous-3").as_deref(), Some("2026-03-05\nnot a project"));
}

#[test]
fn no_room_to_put_aside_is_said() {
    let shelf = Memory::default();
    let keeper = window(&shelf);
    assert!(put_aside(&keeper, "a"));
    shelf.fail(Some(ShelfError::Full));
    assert!(!put_aside(&keeper, "b"));
    assert_eq!(titles(&keeper), ["a"]);
}

#[test]
fn empty_means_nothing_was_said() {
    let mut fresh = Project::new();
    assert!(is_empty(&fresh));
    fresh.finance.currency = "hkd".to_owned();
    assert!(is_empty(&fresh), "a currency set by region is not work");
    fresh.bills.push(Bill::default());
    assert!(!is_empty(&fresh));
}
