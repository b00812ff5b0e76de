//! What is done with each damaged file: all that a user would do with it, into a store in memory.

use std::collections::BTreeMap;
use std::rc::Rc;

use kith::archive::file::{Held, Source};
use kith::archive::{self, Gather};
use kith::backup::import::Import;
use kith::dice::Dice;
use kith::people::Person;
use kith::protocol::{Answer, Ask, World, decide, wants};
use kith::store::{List, Memory, Reading, Records, Wants};
use kith::text::{Now, Text};

thread_local! {
    static TEXT: Text = Text::english();
}

/// Brings a file in by its name and bytes, twice, carries all of it into another store, and takes it back: as an archive or a table, or as
/// Kith's own file. Nothing may panic or run out of memory, the second time nothing may be new, the other store must hold the same, and at
/// the end nothing may be left.
pub fn bring(name: &str, bytes: &[u8]) {
    TEXT.with(|text| {
        let mut store = Memory::default();
        once(name, bytes, &mut store, text, 1);
        let first = people(&store);
        once(name, bytes, &mut store, text, 2);
        assert_eq!(first, people(&store), "brought in twice");
        let mut other = Memory::default();
        once(
            "kith.json",
            &exported(&mut store, text),
            &mut other,
            text,
            9,
        );
        assert_eq!(first, people(&other), "out and in again");
        for (seed, import) in (3..).zip(["i2", "i1"]) {
            let undo = Ask::Undo {
                import: import.into(),
            };
            while let Some(Answer::Undo { more: true, .. }) = ask(&undo, &mut store, text, seed) {}
        }
        assert_eq!(people(&store), "", "taken back");
    });
}

/// Everybody in a store, and what is known of them.
fn people(store: &Memory) -> String {
    let list = List::People(None, u32::MAX);
    let wants = Wants {
        lists: [list.clone()].into(),
        ..Wants::default()
    };
    let mut records = Records::default();
    store.read(&wants, &mut records);
    let keys = records.list(&list).to_vec();
    let person = |key: &String| {
        let records = store.read_all(|records| {
            let mut reading = Reading::new(records);
            reading.person(key);
            reading.wants()
        });
        let person = records.person(key).expect("it is listed");
        let Person {
            name,
            profiles,
            notes,
            extra,
            tally,
            ..
        } = person;
        let extra: BTreeMap<_, _> = extra.iter().collect();
        format!("{name:?} {profiles:?} {notes:?} {extra:?} {tally:?}\n")
    };
    keys.iter().map(person).collect()
}

/// Kith's own file.
fn exported(store: &mut Memory, text: &Text) -> Vec<u8> {
    let (mut whole, mut after) = (String::new(), None);
    loop {
        let part = ask(&Ask::Export { after }, store, text, 8);
        let Some(Answer::Export { text: part, next }) = part else {
            panic!("no file");
        };
        whole.push_str(&part);
        after = next;
        if after.is_none() {
            return whole.into_bytes();
        }
    }
}

fn ask(ask: &Ask, store: &mut Memory, text: &Text, seed: u64) -> Option<Answer> {
    let records = store.read_all(|records| wants(ask, records));
    let (answer, changes) = decide(ask, &records, &mut world(text, seed)).ok()?;
    store.commit(changes);
    Some(answer)
}

fn world(text: &Text, seed: u64) -> World<'_> {
    World {
        now: Now {
            ms: 1_790_000_000_000,
            ahead: 0,
        },
        dice: Dice::new(seed),
        text,
    }
}

fn once(name: &str, bytes: &[u8], store: &mut Memory, text: &Text, seed: u64) {
    let mut world = world(text, seed);
    let source: Rc<dyn Source> = Rc::new(Held::new(name, bytes.to_vec()));
    let mut import = match archive::open(&[source], &[], None) {
        Some(Err(_)) => return,
        Some(Ok(opened)) => {
            let mut import = Import::of_archive(name, format!("i{seed}"), true, &[]);
            for told in Gather::of(opened.telling).flatten() {
                import.tell(told, text);
                batches(&mut import, store, &mut world, false);
            }
            import
        }
        None => {
            let mut import = Import::new(name, format!("i{seed}"), true);
            for slice in bytes.chunks(777) {
                if !import.feed(slice, text) {
                    break;
                }
                batches(&mut import, store, &mut world, false);
            }
            import
        }
    };
    import.end();
    batches(&mut import, store, &mut world, true);
    store.commit(import.close());
    import.report(text);
}

fn batches(import: &mut Import, store: &mut Memory, world: &mut World, ended: bool) {
    while import.ready(ended) {
        let records = store.read_all(|records| {
            let mut reading = Reading::new(records);
            import.reads(&mut reading);
            reading.wants()
        });
        let changes = import.decide(&records, world);
        store.commit(changes);
    }
}
