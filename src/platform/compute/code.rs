//! What runs in a worker: fetched once and kept in memory, so that workers start without the network.

use crate::platform::fetch::{self, Copy};
use crate::platform::page;
use js_sys::{Array, Promise, Uint8Array, WebAssembly};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Url;

/// A module with one instruction of 128-bit SIMD, which a browser without it refuses. From the
/// browsers' own feature list (GoogleChromeLabs/wasm-feature-detect, `simd`).
const SIMD: [u8; 31] = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253,
    98, 11,
];

/// The script, as an address in memory, and the compiled module.
#[derive(Clone, Debug)]
pub struct Code {
    pub script: String,
    pub module: WebAssembly::Module,
}

/// Why a worker cannot start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what runs in the worker did not come")]
pub struct Unavailable;

/// Where the code comes from. What is under way is waited for, not asked for again.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// `[address of the script, bytes of the module]`.
    files: Rc<RefCell<Option<Promise>>>,
    module: Rc<RefCell<Option<Promise>>>,
}

impl Source {
    /// Fetches script and module.
    pub async fn fetch(&self) -> Result<(String, JsValue), Unavailable> {
        let files: Array = once(&self.files, fetch_files).await?.unchecked_into();
        Ok((files.get(0).as_string().ok_or(Unavailable)?, files.get(1)))
    }

    /// The code, ready to start workers with. The module is compiled when first asked for.
    pub async fn code(&self) -> Result<Code, Unavailable> {
        let (script, bytes) = self.fetch().await?;
        let compile = || async move { JsFuture::from(WebAssembly::compile(&bytes)).await };
        let module = once(&self.module, compile).await?;
        Ok(Code { script, module: module.dyn_into().map_err(|_| Unavailable)? })
    }
}

/// What `begin` gives, begun once; after a failure it may be begun again.
async fn once<F>(place: &RefCell<Option<Promise>>, begin: impl FnOnce() -> F) -> Result<JsValue, Unavailable>
where
    F: Future<Output = Result<JsValue, JsValue>> + 'static,
{
    let known = place.borrow().clone();
    let promise = known.unwrap_or_else(|| place.borrow_mut().insert(future_to_promise(begin())).clone());
    let result = JsFuture::from(promise).await;
    if result.is_err() {
        drop(place.take());
    }
    result.map_err(|_| Unavailable)
}

async fn fetch_files() -> Result<JsValue, JsValue> {
    let simd = WebAssembly::validate(&Uint8Array::from(&SIMD[..])) == Ok(true);
    let module = if simd { "simd.wasm" } else { "plain.wasm" };
    let bytes = |name: &'static str| async move {
        let address = page::beside_script(&format!("compute/{name}")).ok_or(JsValue::NULL)?;
        fetch::bytes(&address, Copy::Stored).await.map_err(|_| JsValue::NULL)
    };
    let (script, module) = (bytes("worker.js").await?, bytes(module).await?);
    let script = Uint8Array::new(&script).to_vec();
    let blob: web_sys::Blob = gloo::file::Blob::new_with_options(&script[..], Some("text/javascript")).into();
    let address = Url::create_object_url_with_blob(&blob)?;
    Ok(Array::of2(&address.into(), &module).into())
}
