//! Conversations with the store: each file of `tests/conversations` is a list of turns, what is asked and what is answered.
//! Here they are held with the store's twin in memory; `tests/browser/conversations.test.mjs` holds the same ones with
//! IndexedDB in both browsers.
//!
//! `KITH_CONVERSATIONS=write cargo test --test conversations` writes the answers anew, to be read before they are committed.

use std::fs;

use kith::backup::import::Import;
use kith::dice::Dice;
use kith::protocol::{Answer, Ask, World, decide, wants};
use kith::store::{Memory, Reading, Records};
use kith::text::{Now, Text};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// 25 November 2026, 09:30 UTC; each turn is a minute later.
const BEGIN: i64 = 1_795_599_000_000;

#[derive(Serialize, Deserialize)]
struct Conversation {
    about: String,
    turns: Vec<Turn>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Turn {
    Ask {
        ask: Ask,
        answer: Option<Value>,
    },
    /// A file is looked at, or brought in.
    Import {
        import: Value,
        apply: bool,
        report: Option<Value>,
    },
}

fn hold(conversation: &mut Conversation) {
    let (mut store, text) = (Memory::default(), Text::english());
    for (turn, nth) in conversation.turns.iter_mut().zip(0u32..) {
        let now = Now {
            ms: BEGIN + 60_000 * i64::from(nth),
            ahead: 0,
        };
        let mut world = World {
            now,
            dice: Dice::new(u64::from(nth)),
            text: &text,
        };
        match turn {
            Turn::Ask { ask, answer } => {
                *answer =
                    Some(serde_json::to_value(answer_of(ask, &mut store, &mut world)).unwrap())
            }
            Turn::Import {
                import,
                apply,
                report,
            } => *report = Some(bring_in(import, *apply, &mut store, &mut world)),
        }
    }
}

fn answer_of(ask: &Ask, store: &mut Memory, world: &mut World) -> Answer {
    let records = read(store, |records| wants(ask, records));
    match decide(ask, &records, world) {
        Ok((answer, changes)) => {
            assert!(
                changes.is_empty() || ask.writes(),
                "{ask:?} writes without saying so"
            );
            store.commit(changes);
            answer
        }
        Err(error) => Answer::Refused {
            text: error.say(world.text),
        },
    }
}

fn bring_in(file: &Value, apply: bool, store: &mut Memory, world: &mut World) -> Value {
    let mut import = Import::new("kith.json", world.dice.key('i'), apply);
    // A file given as text is no JSON, or not whole.
    let text = file
        .as_str()
        .map_or_else(|| file.to_string(), str::to_owned);
    if import.feed(text.as_bytes(), world.text) {
        import.end();
    }
    while import.ready(true) {
        let records = read(store, |records| {
            let mut reading = Reading::new(records);
            import.reads(&mut reading);
            reading.wants()
        });
        let changes = import.decide(&records, world);
        store.commit(changes);
    }
    store.commit(import.close());
    serde_json::to_value(import.report(world.text)).unwrap()
}

fn read(store: &Memory, wants: impl Fn(&Records) -> kith::store::Wants) -> Records {
    let mut records = Records::default();
    for _ in 0..20 {
        let wanted = wants(&records);
        if wanted.is_empty() {
            return records;
        }
        store.read(&wanted, &mut records);
    }
    panic!("an ask that never has enough");
}

#[test]
fn every_conversation_goes_as_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conversations");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let written = fs::read_to_string(&file).unwrap();
        let mut conversation: Conversation =
            serde_json::from_str(&written).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        hold(&mut conversation);
        let held = serde_json::to_string_pretty(&conversation).unwrap() + "\n";
        if std::env::var("KITH_CONVERSATIONS").is_ok_and(|v| v == "write") {
            fs::write(&file, held).unwrap();
        } else if let Some((line, (was, is))) = written
            .lines()
            .zip(held.lines())
            .enumerate()
            .find(|(_, (a, b))| a != b)
        {
            panic!(
                "{}:{}: answered {is}, written {was}",
                file.display(),
                line + 1
            );
        } else {
            assert_eq!(
                written.lines().count(),
                held.lines().count(),
                "{}",
                file.display()
            );
        }
    }
}
