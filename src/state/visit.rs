//! What outlives the page that made it.
//!
//! A page is taken down when another one is shown. What it started and what was typed into it, but does
//! not belong to the project, lives as long as the visit: it is made when first asked for, so that the
//! first screen does not carry it.

use leptos::prelude::*;

/// The owner of the whole page. A context.
#[derive(Clone, Debug)]
pub struct Visit(Owner);

impl Visit {
    /// Makes the calling component the one that outlives the pages.
    pub fn provide() {
        if let Some(owner) = Owner::current() {
            provide_context(Visit(owner));
        }
    }

    /// The one value of its type in this visit, made when first asked for. Where no component outlives
    /// the pages, it lives as long as the calling one.
    pub fn lasting<T: Clone + Send + Sync + 'static>(make: impl FnOnce() -> T) -> T {
        if let Some(known) = use_context::<T>() {
            return known;
        }
        let keep = || {
            let made = make();
            provide_context(made.clone());
            made
        };
        match use_context::<Visit>() {
            Some(Visit(owner)) => owner.with(keep),
            None => keep(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_page_made_the_next_one_finds() {
        let root = Owner::new();
        root.with(|| {
            Visit::provide();
            let page = Owner::new();
            page.with(|| Visit::lasting(|| RwSignal::new(1)).set(2));
            page.cleanup();
            drop(page);
            Owner::new().with(|| assert_eq!(Visit::lasting(|| RwSignal::new(7)).get_untracked(), 2));
        });
    }
}
