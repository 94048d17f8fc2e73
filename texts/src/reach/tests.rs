use super::*;

fn first(files: &[(&str, &str)], doors: &[&str]) -> Result<First, String> {
    let mut modules = source::Modules::new();
    for (place, text) in files {
        let place = place.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        source::add(text, place, &mut modules)?;
    }
    walk::walk(&modules, START, PIECES, doors)
}

/// The keys met in an app of these files besides `app`, whose `start` is given.
fn keys(start: &str, files: &[(&str, &str)]) -> Vec<String> {
    let app = [("", "pub mod app;"), ("app", start)];
    let found = first(&app.into_iter().chain(files.iter().copied()).collect::<Vec<_>>(), &[]).unwrap();
    found.keys.into_iter().collect()
}

#[test]
fn what_is_named_is_met_and_what_is_not_is_left() {
    let page = ("page", "pub fn shown() { i18n.t(k::SHOWN); } pub fn other() { i18n.t(k::OTHER); }");
    for start in [
        "fn start() { crate::page::shown(); }",
        "use crate::page; fn start() { page::shown(); }",
        "use crate::page::shown; fn start() { let now = shown; }",
        "use crate::page::{self as p}; fn start() { p::shown(); }",
        "use crate::page::*; fn start() { view! { <div>{move || shown()}</div> } }",
        "fn start() { use super::page::shown; shown() }",
        "fn start() { step() } fn step() { super::page::shown() }",
    ] {
        assert_eq!(keys(start, &[page]), ["SHOWN"], "{start}");
    }
}

#[test]
fn re_exports_lead_to_what_they_stand_for() {
    let files = [
        ("page", "mod form; pub use form::{Form, Long as Short};"),
        (
            "page::form",
            "pub struct Form; impl Form { fn text() { k::FORM } } fn long() { k::NO } pub fn Long() { k::LONG }",
        ),
    ];
    assert_eq!(keys("fn start() { crate::page::Form::text() }", &files), ["FORM"]);
    assert_eq!(keys("use crate::page::Short; fn start() { view! { <Short /> } }", &files), ["LONG"]);
}

#[test]
fn a_module_and_its_function_may_share_a_name() {
    let files = [("page", "mod site; pub use site::site;"), ("page::site", "pub fn site() { k::SITE }")];
    assert_eq!(keys("use crate::page::site; fn start() { site(1) }", &files), ["SITE"]);
}

#[test]
fn a_piece_is_not_entered_and_tests_are_left_aside() {
    let files = [
        ("chunk", "piece! { in pages, late() => crate::page::late() } pub fn wait() { k::WAIT }"),
        ("page", "pub fn late() { k::LATE }"),
    ];
    let start = "use crate::chunk; fn start() { chunk::late::view(); chunk::wait() }
        #[cfg(test)] mod tests { fn try_it() { crate::page::late() } }
        #[cfg(test)] fn one() { k::TEST }";
    assert_eq!(keys(start, &files), ["WAIT"]);
}

#[test]
fn what_is_implemented_for_a_type_of_another_file_is_met_with_it() {
    let files = [
        ("money", "use crate::format::Format; impl Format { pub fn money() { k::MONEY } }"),
        ("trait_", "impl<T: Into<Own>> Show for Vec<T> where T: Copy { fn show() { k::SHOW } } struct Own;"),
        ("own", "struct Alone; impl From<u8> for Alone { fn from() { k::ALONE } }"),
    ];
    assert_eq!(keys("fn start() {}", &files), ["MONEY", "SHOW"]);
}

#[test]
fn braces_do_not_end_a_constant() {
    let start = "const A: [Key; 1] = { [k::A] }; static B: B = B { b: k::B }; const fn start() { (A, B) } fn c() { k::C }";
    assert_eq!(keys(start, &[]), ["A", "B"]);
}

#[test]
fn families_are_read_and_an_unknown_one_stands_for_all() {
    let families = |body: &str| {
        let start = format!("fn start() {{ {body} }}");
        first(&[("app", &start)], &[]).unwrap().families.map(|found| found.into_iter().collect::<Vec<_>>())
    };
    let found = families(r#"i18n.name("step", s); texts.key_name("region", r); i18n.own_name(n)"#);
    assert_eq!(found.unwrap(), ["case", "key.region", "step"]);
    assert_eq!(
        families("i18n.symbol(unit); i18n.param(m, p); measure.param(p)").unwrap(),
        ["param", "symbol", "unit"]
    );
    assert_eq!(families("file.name()").unwrap(), [""; 0]);
    assert_eq!(families("i18n.name(family, slug)"), None);
}

#[test]
fn a_family_is_a_whole_part_of_a_slug() {
    let first = First { families: Some(BTreeSet::from(["key.fuel".to_owned()])), ..First::default() };
    assert!(
        first.has_name("key.fuel.coal") && !first.has_name("key.fuel_cell.x") && !first.has_name("key.fuel")
    );
    assert!(First::default().has_name("anything"));
}

#[test]
fn a_door_stays_closed_and_must_exist() {
    let files = [("app", "fn start() { word(); } fn word() { k::WORD }")];
    assert_eq!(first(&files, &["app::word"]).unwrap().keys.len(), 0);
    assert!(first(&files, &["app::gone"]).unwrap_err().contains("app::gone"));
}

#[test]
fn a_key_put_together_by_a_macro_is_refused_where_it_can_be_met() {
    let put_together = "macro_rules! text { ($key:ident) => { k::$key } }";
    let with = |start: &str| first(&[("app", &format!("{start} {put_together}"))], &[]);
    assert!(with("fn start() { text!(A) }").is_err());
    assert!(with("fn start() {}").is_ok());
}
