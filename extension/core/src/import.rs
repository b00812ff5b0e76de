//! Feeding a file to the library, slice by slice, in a worker of its own.

use js_sys::{Function, Uint8Array};
use kith::backup::import::{Import, ImportReport, ImportState};
use kith::dice::Dice;
use kith::protocol::{Error, World};
use kith::store::{Reading, Records};
use kith::text::Now;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::{TEXT, database, lock};

/// How much of the file is read at once, in bytes.
const SLICE: f64 = 1_048_576.0;

/// Looks at a file, or brings it in where `apply`; answers with an `ImportReport` as JSON.
///
/// `progress` is called with the bytes read so far. Clock and random bits are those of `ask`.
#[wasm_bindgen(js_name = importFile)]
pub async fn import(
    file: web_sys::File,
    apply: bool,
    now: f64,
    ahead: i32,
    random: u64,
    progress: Function,
) -> String {
    let mut world = Clock {
        now: Now {
            ms: now as i64,
            ahead,
        },
        dice: Dice::new(random),
    };
    let key = world.dice.key('i');
    let mut import = Import::new(&file.name(), key, apply);
    let report = match run(&file, &mut import, &mut world, &progress).await {
        Ok(()) => TEXT.with(|text| import.report(text)),
        Err(error) => failed(&import, &error),
    };
    serde_json::to_string(&report).unwrap_or_default()
}

struct Clock {
    now: Now,
    dice: Dice,
}

async fn run(
    file: &web_sys::File,
    import: &mut Import,
    clock: &mut Clock,
    progress: &Function,
) -> Result<(), Error> {
    let unread = |e: JsValue| Error::Store(format!("{}: {e:?}", file.name()));
    let mut at = 0.0;
    let mut going = true;
    while going && at < file.size() {
        let slice = file
            .slice_with_f64_and_f64(at, at + SLICE)
            .map_err(unread)?;
        let buffer = JsFuture::from(slice.array_buffer()).await.map_err(unread)?;
        going = TEXT.with(|text| import.feed(&Uint8Array::new(&buffer).to_vec(), text));
        at += SLICE;
        batches(import, clock, !going).await?;
        let _ = progress.call1(&JsValue::NULL, &at.min(file.size()).into());
    }
    if going {
        import.end();
    }
    batches(import, clock, true).await
}

async fn batches(import: &mut Import, clock: &mut Clock, ended: bool) -> Result<(), Error> {
    while import.ready(ended) {
        // A note typed meanwhile waits for this batch and no longer.
        lock::hold(batch(import, clock)).await??;
    }
    Ok(())
}

async fn batch(import: &mut Import, clock: &mut Clock) -> Result<(), Error> {
    let database = database::open().await?;
    let records = database
        .read(|records: &Records| {
            let mut reading = Reading::new(records);
            import.reads(&mut reading);
            reading.wants()
        })
        .await?;
    let changes = TEXT.with(|text| {
        let mut world = World {
            now: clock.now,
            dice: clock.dice.clone(),
            text,
        };
        let changes = import.decide(&records, &mut world);
        clock.dice = world.dice;
        changes
    });
    database.commit(changes).await
}

/// The store or the file failed midway: what was written so far can be undone.
fn failed(import: &Import, error: &Error) -> ImportReport {
    TEXT.with(|text| ImportReport {
        state: ImportState::Refused,
        text: error.say(text),
        ..import.report(text)
    })
}
