//! One writer at a time: the Web Lock `store`, held around read, decide and commit. Without it two saves at once lose one.

use std::future::Future;

use js_sys::{Function, Promise};
use kith::protocol::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"])]
    fn request(
        name: &str,
        work: &Closure<dyn FnMut(JsValue) -> Promise>,
    ) -> Result<Promise, JsValue>;
}

/// A promise, and the function that fulfils it.
fn gate() -> (Promise, Function) {
    let mut open = None;
    let promise = Promise::new(&mut |fulfil, _| open = Some(fulfil));
    (promise, open.unwrap_or_default())
}

/// Runs `work` while nobody else writes.
pub async fn hold<T>(work: impl Future<Output = T>) -> Result<T, Error> {
    let failed = |why: JsValue| Error::Store(format!("no lock: {why:?}"));
    let (ours, taken) = gate();
    let (done, release) = gate();
    // The browser holds the lock until the promise that this returns is fulfilled.
    let work_begins = Closure::new(move |_| {
        let _ = taken.call0(&JsValue::NULL);
        done.clone()
    });
    let request = request("store", &work_begins).map_err(failed)?;
    JsFuture::from(ours).await.map_err(failed)?;
    let result = work.await;
    release.call0(&JsValue::NULL).map_err(failed)?;
    JsFuture::from(request).await.map_err(failed)?;
    Ok(result)
}
