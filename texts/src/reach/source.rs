//! The source of the app as items and the names in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::TextsError;

/// The parts of a path: `crate::i18n::k` as `["crate", "i18n", "k"]`.
pub type Place = Vec<String>;

/// Modules by their place below the crate's root.
pub type Modules = BTreeMap<Place, Module>;

/// One module.
#[derive(Debug, Default)]
pub struct Module {
    pub items: Vec<Item>,
    /// Imported names with the path they stand for, as written.
    pub imports: BTreeMap<String, Place>,
    /// Paths whose names are all imported.
    pub globs: Vec<Place>,
}

/// An item of a module: a function, a type with what is implemented for it, a constant, a macro call.
#[derive(Debug, Default)]
pub struct Item {
    /// What other items call it; none for a macro call and for what is implemented for another file's type.
    pub name: Option<String>,
    /// The macro it calls.
    pub call: Option<String>,
    /// Whether it implements something for a type that is not of this module.
    pub foreign: bool,
    /// Paths and single names in it.
    pub paths: BTreeSet<Place>,
    pub keys: BTreeSet<String>,
    pub families: BTreeSet<String>,
    /// Whether it asks for a name of a family that only running it tells.
    pub any_family: bool,
    /// Whether a macro of it puts a key together, `k::$key`.
    pub any_key: bool,
    /// Imports inside of it.
    uses: Vec<Vec<TokenTree>>,
}

/// Reads every module below `src`.
pub fn read(src: &Path) -> Result<Modules, TextsError> {
    let mut modules = Modules::new();
    read_folder(src, &[], &mut modules)?;
    Ok(modules)
}

fn read_folder(folder: &Path, place: &[String], modules: &mut Modules) -> Result<(), TextsError> {
    let shown = || folder.display().to_string();
    let failed = |source| TextsError::Read { path: shown(), source };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let below = || place.iter().cloned().chain([stem.to_owned()]).collect::<Vec<_>>();
        if path.is_dir() {
            read_folder(&path, &below(), modules)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let shown = path.display().to_string();
            let text = std::fs::read_to_string(&path)
                .map_err(|source| TextsError::Read { path: shown.clone(), source })?;
            let place = if matches!(stem, "mod" | "lib") { place.to_vec() } else { below() };
            add(&text, place, modules).map_err(|error| TextsError::Source(format!("{shown}: {error}")))?;
        }
    }
    Ok(())
}

/// Leaves aside which families a module looks up.
pub fn forget_lookups(modules: &mut Modules, place: &str) -> Result<(), String> {
    let parts: Place = place.split("::").map(str::to_owned).collect();
    let module = modules.get_mut(&parts).ok_or_else(|| missing(place))?;
    for item in &mut module.items {
        item.families.clear();
        item.any_family = false;
    }
    Ok(())
}

/// What a list of `reach.rs` names is gone.
pub fn missing(path: &str) -> String {
    format!("the app has no {path}, which texts/src/reach.rs names")
}

/// Adds the module whose source is `text`.
pub fn add(text: &str, place: Place, modules: &mut Modules) -> Result<(), String> {
    let tokens = TokenStream::from_str(text).map_err(|error| error.to_string())?;
    add_tokens(tokens, place, modules)
}

fn add_tokens(tokens: TokenStream, place: Place, modules: &mut Modules) -> Result<(), String> {
    let mut module = Module::default();
    for item in split(tokens) {
        let words = words(&item);
        let word = |at: usize| words.get(at).map(String::as_str);
        match (word(0), item.last()) {
            (Some("use"), _) => read_use(&item, &mut module),
            (Some("mod"), Some(TokenTree::Punct(_))) => {}
            (Some("mod"), Some(TokenTree::Group(body))) => {
                let name = word(1).ok_or("a module without a name")?;
                let below = place.iter().cloned().chain([name.to_owned()]).collect();
                add_tokens(body.stream(), below, modules)?;
            }
            _ => {
                let mut item = read_item(item, &words);
                for inside in std::mem::take(&mut item.uses) {
                    read_use(&inside, &mut module);
                }
                module.items.push(item);
            }
        }
    }
    name_implementations(&mut module);
    modules.insert(place, module);
    Ok(())
}

/// Tells implementations for a type of the module, which go with it, from those for others.
fn name_implementations(module: &mut Module) {
    let types: BTreeSet<String> =
        module.items.iter().filter(|item| !item.foreign).filter_map(|item| item.name.clone()).collect();
    for item in module.items.iter_mut().filter(|item| item.foreign) {
        item.foreign = item.name.as_ref().is_none_or(|name| !types.contains(name));
        if item.foreign {
            item.name = None;
        }
    }
}

/// Cuts a file into its items, without attributes and without what is for tests alone.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut items = Vec::new();
    let mut item: Vec<TokenTree> = Vec::new();
    let mut for_tests = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if item.is_empty() && is_punct(&token, '#') {
            if tokens.peek().is_some_and(|next| is_punct(next, '!')) {
                tokens.next();
            }
            if let Some(TokenTree::Group(attribute)) = tokens.next() {
                let text = attribute.stream().to_string().replace(' ', "");
                for_tests |= text == "cfg(test)";
            }
            continue;
        }
        let ends = match &token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !ends_with_semicolon(&item),
            _ => false,
        };
        item.push(token);
        if ends {
            let whole = std::mem::take(&mut item);
            if !std::mem::take(&mut for_tests) {
                items.push(whole);
            }
        }
    }
    items
}

/// Whether an item that begins like this may hold braces before its end.
fn ends_with_semicolon(item: &[TokenTree]) -> bool {
    let words = words(item);
    let at = |place: usize| words.get(place).map(String::as_str);
    match at(0) {
        Some("use" | "static" | "type") => true,
        Some("const") => !matches!(at(1), Some("fn" | "unsafe" | "async" | "extern")),
        _ => false,
    }
}

/// The identifiers at the top of an item, without its visibility.
fn words(item: &[TokenTree]) -> Vec<String> {
    let words = item.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    words.skip_while(|word| word == "pub").collect()
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// What an item defines: its name, and whether it is an implementation.
fn read_item(tokens: Vec<TokenTree>, words: &[String]) -> Item {
    let mut item = Item::default();
    let kinds = ["fn", "struct", "enum", "trait", "union", "type", "static", "const", "macro_rules"];
    if words.first().is_some_and(|word| word == "impl") {
        item.name = implemented(&tokens);
        item.foreign = true;
    } else if let Some(kind) = words.iter().position(|word| kinds.contains(&word.as_str())) {
        // `const fn`: the last of the kinds that stand together counts.
        let next = words.get(kind + 1).is_some_and(|word| word == "fn");
        item.name = words.get(kind + 1 + usize::from(next)).cloned();
    } else {
        item.call = words.first().cloned();
    }
    let body: TokenStream = tokens.into_iter().collect();
    scan(body, &mut item);
    item
}

/// The type of an implementation: the last name before its braces, outside of what is in angle brackets.
fn implemented(tokens: &[TokenTree]) -> Option<String> {
    let mut depth = 0usize;
    let mut last = None;
    let mut before = ' ';
    for token in tokens {
        match token {
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '<' => depth += 1,
                    '>' if before != '-' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                before = punct.as_char();
            }
            TokenTree::Ident(ident) if depth == 0 => {
                if ident == "where" {
                    break;
                }
                last = Some(ident.to_string());
            }
            _ => {}
        }
    }
    last
}

/// Collects paths, keys and families.
fn scan(tokens: TokenStream, item: &mut Item) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => scan(group.stream(), item),
            TokenTree::Ident(word) if word == "use" => {
                let rest = tokens.get(at..).unwrap_or_default();
                let end = rest.iter().position(|token| is_punct(token, ';')).unwrap_or(rest.len());
                item.uses.push(rest.iter().take(end).cloned().collect());
                at += end;
                continue;
            }
            TokenTree::Ident(_) => {
                let path = path_at(&tokens, at);
                let after = at + 3 * (path.len() - 1) + 1;
                let method = at > 0 && tokens.get(at - 1).is_some_and(|before| is_punct(before, '.'));
                if let (true, [name], Some(TokenTree::Group(given))) = (method, &*path, tokens.get(after)) {
                    read_lookup(name, given, item);
                }
                match &*path {
                    [.., table, key] if table == "k" => {
                        item.keys.insert(key.clone());
                    }
                    [.., table] if table == "k" && tokens.get(after).is_some_and(|t| is_punct(t, ':')) => {
                        item.any_key = true;
                    }
                    _ => {
                        item.paths.insert(path);
                    }
                }
                at = after;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// The path that begins at a token: `a::b::c`.
fn path_at(tokens: &[TokenTree], start: usize) -> Place {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        path.push(ident.to_string());
        let colons = [at + 1, at + 2].iter().all(|at| tokens.get(*at).is_some_and(|t| is_punct(t, ':')));
        if !colons || !matches!(tokens.get(at + 3), Some(TokenTree::Ident(_))) {
            break;
        }
        at += 3;
    }
    path
}

/// The methods of `I18n` and `Texts` that look a name up.
fn read_lookup(method: &str, given: &Group, item: &mut Item) {
    let before = match method {
        // A measure has a method of that name too, which takes the parameter alone.
        "param" if has_two(given) => return add_families(item, &["param"]),
        "unit" => return add_families(item, &["unit"]),
        "symbol" => return add_families(item, &["symbol", "unit"]),
        "own_name" => return add_families(item, &["case"]),
        "name" => "",
        "key_name" => "key.",
        _ => return,
    };
    match given.stream().into_iter().next() {
        Some(TokenTree::Literal(family)) => {
            let family = family.to_string();
            add_families(item, &[&format!("{before}{}", family.trim_matches('"'))]);
        }
        Some(_) => item.any_family = true,
        None => {}
    }
}

fn has_two(given: &Group) -> bool {
    given.stream().into_iter().any(|token| is_punct(&token, ','))
}

fn add_families(item: &mut Item, families: &[&str]) {
    item.families.extend(families.iter().map(|&family| family.to_owned()));
}

fn read_use(item: &[TokenTree], module: &mut Module) {
    let start = item.iter().position(|token| matches!(token, TokenTree::Ident(word) if word == "use"));
    let tree = item.get(start.map_or(0, |at| at + 1)..).unwrap_or_default();
    read_tree(tree, &[], module);
}

/// One tree of a `use`: `a::{b, c as d, e::*}`.
fn read_tree(tokens: &[TokenTree], before: &[String], module: &mut Module) {
    let mut path = before.to_vec();
    let mut renamed = None;
    let mut tokens = tokens.iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "as" => {
                renamed = tokens.next().map(ToString::to_string);
            }
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Punct(punct) if punct.as_char() == '*' => {
                module.globs.push(path);
                return;
            }
            TokenTree::Group(group) => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for tree in inside.split(|token| is_punct(token, ',')).filter(|tree| !tree.is_empty()) {
                    read_tree(tree, &path, module);
                }
                return;
            }
            _ => {}
        }
    }
    // `a::{self}` stands for `a`.
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(name) = renamed.or_else(|| path.last().cloned()) {
        module.imports.insert(name, path);
    }
}
