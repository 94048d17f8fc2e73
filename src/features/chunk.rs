//! Pages that arrive on their own.
//!
//! The first screen must open fast on a cheap phone, so the code of the other pages is not part of
//! what is loaded before it: a release build cuts the module at the functions below (feature
//! `split`, decision 0004). The pieces follow when the browser is idle, so that afterwards nothing
//! is asked of the network any more. Without the feature everything is one module and each page
//! is there at once.

use crate::i18n::{k, use_i18n};
use crate::platform::texts::{LoadError, RestOfTexts};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

/// A view that may still have to arrive.
pub type Arriving = Pin<Box<dyn Future<Output = Result<AnyView, Missing>>>>;

/// The piece did not come: the connection is gone, or the files on the server have changed.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Missing
    }
}

impl From<LoadError> for Missing {
    fn from(_: LoadError) -> Self {
        Missing
    }
}

/// What a piece shows is not among the texts of the first screen: its view waits for the rest, which
/// comes beside it.
fn with_texts(piece: Pin<Box<dyn Future<Output = ()>>>, view: Arriving) -> Arriving {
    let rest = use_context::<RestOfTexts>().map(RestOfTexts::arrive);
    Box::pin(async move {
        piece.await;
        if let Some(rest) = rest {
            rest.await?;
        }
        view.await
    })
}

/// Declares a function that makes a view of its arguments, and the piece it arrives in.
macro_rules! piece {
    ($(#[$doc:meta])* in $piece:ident, $name:ident ($($arg:ident: $kind:ty),*) => $view:expr) => {
        $(#[$doc])*
        pub mod $name {
            use super::*;

            #[cfg(feature = "split")]
            #[wasm_split_helpers::wasm_split($piece, fallible, preload(load))]
            fn make($($arg: $kind),*) -> Result<AnyView, Missing> {
                Ok($view)
            }

            /// The view, once the piece and its texts are there.
            #[cfg(feature = "split")]
            pub fn view($($arg: $kind),*) -> Arriving {
                with_texts(Box::pin(fetch()), Box::pin(make($($arg),*)))
            }

            /// The view, once its texts are there.
            #[cfg(not(feature = "split"))]
            pub fn view($($arg: $kind),*) -> Arriving {
                with_texts(Box::pin(std::future::ready(())), Box::pin(async move { Ok($view) }))
            }

            /// Fetches the piece ahead of its use. A failure shows when the piece is used.
            #[cfg(feature = "split")]
            pub async fn fetch() {
                let _ = load().await;
            }
        }
    };
}

piece! {
    /// The page of the plant.
    in pages, plant() => view! { <crate::features::plant::PlantPage /> }.into_any()
}
piece! {
    /// The page of the upgrades.
    in pages, upgrades() => view! { <crate::features::upgrades::UpgradesPage /> }.into_any()
}
piece! {
    /// The page of the results.
    in pages, results() => view! { <crate::features::results::ResultsPage /> }.into_any()
}
piece! {
    /// The report.
    in report, report() => view! { <crate::features::report::ReportPage /> }.into_any()
}
piece! {
    /// The list of worked cases, or one of them.
    in pages, cases(slug: Option<String>) => crate::features::cases::page(slug)
}
piece! {
    /// What the panel shows for a subject.
    in pages, why(subject: crate::features::why::Subject) => crate::features::why::body(subject)
}
piece! {
    /// What the menu at the top holds.
    in pages, menu(close: Callback<()>) => view! { <crate::features::menu::MenuBody close /> }.into_any()
}

piece! {
    /// The first answer, beside the form of the first screen.
    in engine, answer() => view! { <crate::features::start::FirstAnswer /> }.into_any()
}
piece! {
    /// The grid factor of a place.
    in engine, factor(region: lantian_engine::data::Region) => {
        view! { <crate::features::start::FactorLine region /> }.into_any()
    }
}

/// The engine, in a piece without the pages: the form of the first screen does not wait for it.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(engine, fallible)]
fn engine() -> Result<crate::state::Engine, Missing> {
    Ok(lantian_engine::assess::assess)
}

/// Fetches the engine and hands it to the answers once what it finds can be worded.
#[cfg(feature = "split")]
pub fn fetch_engine(answers: crate::state::Answers, texts: RestOfTexts) {
    // Asked for now, so that both come at once.
    let texts = texts.arrive();
    leptos::task::spawn_local(async move {
        if let (Ok(engine), Ok(())) = (engine().await, texts.await) {
            answers.install(engine);
        }
    });
}

/// Shows a view when it has arrived; a word about it when it does not.
pub fn arriving(view: Arriving) -> AnyView {
    let i18n = use_i18n();
    let view = send_wrapper::SendWrapper::new(view);
    view! {
        <Suspense fallback=|| {
            view! { <div class="lt-arriving" aria-busy="true"></div> }
        }>
            {Suspend::new(async move {
                match view.await {
                    Ok(view) => view,
                    Err(Missing) => {
                        view! {
                            <p role="alert" class="lt-notice">
                                {move || i18n.t(k::ERROR_LOAD)}
                            </p>
                        }
                            .into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// Fetches the pieces that nobody has asked for yet, in the order in which visitors go.
#[cfg(feature = "split")]
pub async fn fetch_all() {
    upgrades::fetch().await;
    report::fetch().await;
}

/// What fetches the code of the workers, in the piece of the pages that use them.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(pages, fallible)]
fn workers() -> Result<Pin<Box<dyn Future<Output = ()>>>, Missing> {
    Ok(Box::pin(crate::platform::compute::fetch()))
}

/// Fetches what runs in the workers.
#[cfg(feature = "split")]
pub async fn fetch_workers() {
    if let Ok(fetch) = workers().await {
        fetch.await;
    }
}

/// Fetches what runs in the workers.
#[cfg(not(feature = "split"))]
pub async fn fetch_workers() {
    crate::platform::compute::fetch().await;
}

/// Everything is there.
#[cfg(not(feature = "split"))]
pub fn fetch_all() -> impl Future<Output = ()> {
    std::future::ready(())
}
