//! The library bound to the browser's store. `ask` takes the lock where something may be written, reads what the library
//! wants, lets it decide, and commits what it decided; nothing else here knows what any of it means.

#![deny(missing_docs)]

use kith::dice::Dice;
use kith::protocol::{Answer, Ask, Error, World, decide, wants};
use kith::store::Records;
use kith::text::{Now, Text};
use kith_store::{database, lock};
use wasm_bindgen::prelude::*;

thread_local! {
    static TEXT: Text = Text::english();
}

/// Answers an ask: JSON in, JSON out (`extension/protocol.ts` has the types). What cannot be done is answered as `refused`.
///
/// - `now`: milliseconds since 1970
/// - `ahead`: minutes by which local time is ahead of UTC
/// - `random`: 64 random bits, from which new keys grow
#[wasm_bindgen]
pub async fn ask(json: String, now: f64, ahead: i32, random: u64) -> String {
    let now = Now {
        ms: now as i64,
        ahead,
    };
    let answer = answer(&json, now, random).await.unwrap_or_else(refused);
    // Every answer is made of text, numbers and lists.
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Whether an ask may write.
#[wasm_bindgen]
pub fn writes(json: &str) -> bool {
    serde_json::from_str::<Ask>(json).is_ok_and(|ask| ask.writes())
}

async fn answer(json: &str, now: Now, random: u64) -> Result<Answer, Error> {
    let ask: Ask = serde_json::from_str(json).map_err(|e| Error::Malformed(e.to_string()))?;
    if ask.writes() {
        lock::hold(perform(&ask, now, random)).await?
    } else {
        perform(&ask, now, random).await
    }
}

async fn perform(ask: &Ask, now: Now, random: u64) -> Result<Answer, Error> {
    let database = database::open().await?;
    let records = database
        .read(|records: &Records| wants(ask, records))
        .await?;
    let (answer, changes) = TEXT.with(|text| {
        let mut world = World {
            now,
            dice: Dice::new(random),
            text,
        };
        decide(ask, &records, &mut world)
    })?;
    database.commit(changes).await?;
    Ok(answer)
}

fn refused(error: Error) -> Answer {
    Answer::Refused {
        text: TEXT.with(|text| error.say(text)),
    }
}
