//! The module that runs in a compute worker. Beside it `worker.js` passes messages.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Date, Function, Uint8Array};
    use lantian_compute::{Job, Message, decode, encode, run};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Time between two messages about what is known so far, milliseconds.
    const PAUSE: f64 = 100.0;

    /// Computes a job and posts what is known: now and then, and in the end.
    #[wasm_bindgen(js_name = run)]
    pub fn compute(job: &[u8], post: &Function) {
        let tell = |message: &Message| {
            let bytes = Uint8Array::from(&encode(message)[..]);
            // Posting throws for nothing but what cannot be copied.
            let _ = post.call1(&JsValue::NULL, &bytes);
        };
        let Some(job) = decode::<Job>(job) else { return tell(&Message::Refused) };
        let mut last = Date::now();
        let end = run(&job, &mut |known| {
            let now = Date::now();
            if now - last >= PAUSE {
                last = now;
                tell(&Message::SoFar(known));
            }
        });
        tell(&end);
    }
}
