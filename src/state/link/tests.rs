use super::*;
use crate::state::sample;
use lantian_engine::project::{Bill, FORMAT};
use proptest::prelude::*;

fn payload(project: &Project) -> String {
    let link = encode(project);
    link.fragment.strip_prefix("#/s/1/").unwrap().to_owned()
}

fn small() -> Project {
    let mut project = Project { title: "藍天印染廠 & 蓝天".to_owned(), ..Project::new() };
    project.bills.push(Bill {
        carrier: "electricity".to_owned(),
        amount: Some(1_234_567.8),
        ..Bill::default()
    });
    project
}

/// Texts packed by lz-string 1.5.0 in a JavaScript engine.
#[test]
fn reads_what_the_reference_library_writes() {
    for (packed, text) in [
        ("Q", ""),
        ("IZA", "a"),
        ("IY1o", "aaaaaaaaaa"),
        (
            "N4IgZg9gTgtghgFxALgIwBoQIJYIDYCmKIgs6GCUmoA7Kgy+aAHeiAL5A",
            "{\"format\":1,\"title\":\"藍天印染廠\"}",
        ),
        ("IYI17EGNR6AJC8G4AD2nKA", "abababababcabcabc \u{1f600} \u{1f600}"),
        (
            "CoCwpgBAjgrglgYwNYQEYCcD2B3AdhAM0wA8IArGAWwAcBnCTANzHQgBdwIAbAQwC8AnhAAmmAOYA6CKEixEKDDnxFSFGvSYt2\
             nXoJHiJQA",
            "The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog.",
        ),
    ] {
        assert_eq!(unpack::unpack(packed).as_deref(), Ok(text), "{packed}");
    }
}

#[test]
fn the_link_is_safe_in_an_address() {
    let payload = payload(&small());
    assert!(
        payload.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')),
        "{payload}"
    );
}

#[test]
fn a_cut_link_says_so() {
    let whole = payload(&small());
    let check = CHECK_DIGITS + 1;
    for keep in 1..whole.len() - check - 1 {
        let cut = &whole[..keep];
        assert_eq!(decode(1, cut), Err(LinkError::CutShort), "{cut}");
    }
    for keep in whole.len() - check + 2..whole.len() {
        assert_eq!(decode(1, &whole[..keep]), Err(LinkError::CutShort));
    }
    assert_eq!(decode(1, ""), Err(LinkError::CutShort));
}

#[test]
fn one_wrong_character_is_never_another_project() {
    let project = small();
    let whole = payload(&project);
    for at in 0..whole.len() {
        for other in ["A", "Q", "9", "-", ".", "\u{fe0f}", "%"] {
            let mut damaged = whole.clone();
            damaged.replace_range(at..=at, other);
            if let Ok(read) = decode(1, &damaged) {
                assert_eq!(read, project, "{damaged}");
            }
        }
    }
}

#[test]
fn what_messengers_do_is_mended() {
    let project = small();
    let whole = payload(&project);
    for changed in [
        format!("{whole}."),
        format!("{whole}。"),
        format!("{whole})\n"),
        whole.replace('+', "%2B"),
        whole.replace('+', " "),
    ] {
        assert_eq!(decode(1, &changed).as_ref(), Ok(&project), "{changed}");
    }
}

#[test]
fn newer_links_and_newer_files_are_named() {
    let whole = payload(&small());
    assert_eq!(decode(2, &whole), Err(LinkError::Newer { found: 2, supported: VERSION }));
    assert_eq!(decode(0, &whole), Err(LinkError::Damaged));
    let newer = Project { format: FORMAT + 1, ..Project::new() };
    assert_eq!(decode(1, &payload(&newer)), Err(LinkError::Newer { found: FORMAT + 1, supported: FORMAT }));
}

#[test]
fn what_is_not_a_project_is_refused() {
    let packed = lz_str::compress_to_encoded_uri_component(r#"{"format":1,"colour":"blue"}"#);
    assert!(matches!(decode(1, &packed), Err(LinkError::Content(FileError::NotAProject { .. }))));
    let packed = lz_str::compress_to_encoded_uri_component("hello");
    assert!(matches!(decode(1, &packed), Err(LinkError::Content(FileError::Damaged { .. }))));
}

#[test]
fn too_long_is_refused_before_it_is_read() {
    let long = "N".repeat(LIMIT + 1);
    assert_eq!(decode(1, &long), Err(LinkError::TooLong { length: LIMIT + 1, limit: LIMIT }));
}

/// Equal characters pack so well that a short link could ask for any amount of memory.
#[test]
fn a_bomb_is_refused_without_being_unpacked() {
    let bomb = lz_str::compress_to_encoded_uri_component("a".repeat(20_000).as_str());
    assert!(bomb.len() < 500);
    assert_eq!(unpack::unpack_within(&bomb, 19_999), Err(UnpackError::Damaged));
    assert_eq!(unpack::unpack_within(&bomb, 20_000).map(|text| text.len()), Ok(20_000));
}

#[test]
fn a_long_link_is_marked() {
    assert!(!encode(&small()).long);
    let mut project = small();
    for n in 0..1200_u32 {
        let name = format!("{:x}", n.wrapping_mul(2_654_435_761));
        project.bills.push(Bill { carrier: name, ..Bill::default() });
    }
    let link = encode(&project);
    assert!(link.long && link.fragment.len() > 8_000);
}

proptest! {
    #[test]
    fn round_trip(project in sample::project()) {
        prop_assert_eq!(decode(1, &payload(&project)), Ok(project));
    }

    #[test]
    fn unpack_agrees_with_the_crate(text in "\\PC{0,300}|[ab]{0,300}") {
        let packed = lz_str::compress_to_encoded_uri_component(&text);
        prop_assert_eq!(unpack::unpack(&packed), Ok(text));
    }

    #[test]
    fn decode_never_panics(version in 0_u32..3, text in "\\PC*|[A-Za-z0-9+. -]{0,400}") {
        let _ = decode(version, &text);
    }

    #[test]
    fn damaged_links_never_panic(project in sample::project(), at in any::<prop::sample::Index>(), with in any::<char>()) {
        let mut chars: Vec<char> = payload(&project).chars().collect();
        let at = at.index(chars.len());
        chars[at] = with;
        let text: String = chars.into_iter().collect();
        if let Ok(read) = decode(1, &text) {
            prop_assert_eq!(read, project);
        }
    }
}
