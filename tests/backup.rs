//! Kith's own file, whatever stands in it: out and in again is the same store, twice is once, and undo leaves what was there.

use kith::backup::import::{Import, ImportState};
use kith::dice::Dice;
use kith::protocol::{Answer, Ask, World, decide, wants};
use kith::store::{Memory, Reading};
use kith::text::{Now, Text};
use proptest::prelude::*;
use serde_json::{Value, json};

const NOW: Now = Now {
    ms: 1_795_599_000_000,
    ahead: 60,
};

fn ask(store: &mut Memory, ask: &Ask) -> Answer {
    let text = Text::english();
    let records = store.read_all(|r| wants(ask, r));
    let mut world = World {
        now: NOW,
        dice: Dice::new(1),
        text: &text,
    };
    let (answer, changes) = decide(ask, &records, &mut world).unwrap();
    store.commit(changes);
    answer
}

/// Brings a file in, in slices of so many bytes; gives the import's key where anything was added.
fn import(store: &mut Memory, file: &str, slice: usize, seed: u64) -> Option<String> {
    let text = Text::english();
    let mut world = World {
        now: NOW,
        dice: Dice::new(seed),
        text: &text,
    };
    let mut import = Import::new("kith.json", world.dice.key('i'), true);
    let mut slices = file.as_bytes().chunks(slice).peekable();
    while let Some(bytes) = slices.next() {
        assert!(import.feed(bytes, &text));
        let ended = slices.peek().is_none();
        if ended {
            import.end();
        }
        while import.ready(ended) {
            let records = store.read_all(|records| {
                let mut reading = Reading::new(records);
                import.reads(&mut reading);
                reading.wants()
            });
            let changes = import.decide(&records, &mut world);
            store.commit(changes);
        }
    }
    let report = import.report(&text);
    assert_ne!(report.state, ImportState::Preview);
    report.import
}

/// The whole file, without the line that says when it was made.
fn export(store: &mut Memory) -> Value {
    let (mut whole, mut after) = (String::new(), None);
    loop {
        let Answer::Export { text, next } = ask(store, &Ask::Export { after }) else {
            panic!("no export")
        };
        whole.push_str(&text);
        after = next;
        if after.is_none() {
            let mut file: Value = serde_json::from_str(&whole).unwrap();
            file["made"].take();
            return file;
        }
    }
}

fn time() -> impl Strategy<Value = Value> {
    prop_oneof![
        (1i64..1_000).prop_map(|d| json!(format!(
            "20{:02}-0{}-1{}",
            10 + d % 16,
            1 + d % 9,
            d % 9
        ))),
        (0i64..40).prop_map(|m| json!(format!("2026-01-05T10:{:02}:00Z", m))),
        Just(Value::Null),
    ]
}

fn piece() -> impl Strategy<Value = Value> {
    ("[a-cé]{1,3}", time(), any::<bool>())
        .prop_map(|(text, time, yes)| json!({"text": text, "time": time, "met": yes, "due": time}))
}

fn interaction() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec!["comment", "message", "reply", "meeting"]);
    let direction = prop::sample::select(vec!["given", "received", "mutual"]);
    (kind, direction, time(), "[ab]{0,2}").prop_map(|(kind, direction, time, excerpt)| json!({"kind": kind, "direction": direction, "time": time, "excerpt": excerpt}))
}

fn profile() -> impl Strategy<Value = Value> {
    let network = prop::sample::select(vec!["x", "threads", "facebook"]);
    (network, prop::option::of("[a-c]{2}"), prop::option::of(1u32..6)).prop_map(|(network, handle, id)| json!({"network": network, "handle": handle, "id": id.map(|i| i.to_string())}))
}

fn person() -> impl Strategy<Value = Value> {
    let list = |s: BoxedStrategy<Value>, n| prop::collection::vec(s, 0..n);
    (
        prop::option::of("p[ab]{1,2}"),
        "[A-C][a-c]{0,2}",
        list(profile().boxed(), 3),
        list(piece().boxed(), 3),
        list(piece().boxed(), 2),
        list(interaction().boxed(), 8),
        prop::option::of("[a-c ]{1,4}"),
    )
        .prop_map(|(key, name, profiles, notes, needs, interactions, why)| {
            json!({"key": key, "name": name, "profiles": profiles, "notes": notes, "needs": needs, "interactions": interactions, "why": why, "odd": name})
        })
}

fn file() -> impl Strategy<Value = String> {
    let draft = ("p[ab]{1,2}|x:[a-c]{2}", "[a-c]{1,3}")
        .prop_map(|(who, text)| json!({"who": who, "text": text}));
    let notice = ("x:[a-c]{2}", "p[ab]{1,2}")
        .prop_map(|(alias, person)| json!({"alias": alias, "person": person, "name": "A"}));
    let more = (
        prop::collection::vec(draft, 0..4),
        prop::collection::vec(notice, 0..3),
    );
    (prop::collection::vec(person(), 1..12), more, any::<bool>()).prop_map(|(people, (drafts, notices), pretty)| {
        let file = json!({"kith": 1, "people": people, "drafts": drafts, "notices": notices, "shelf": [{"title": "a"}], "settings": {"sites": {"x": "off"}}});
        if pretty { serde_json::to_string_pretty(&file).unwrap() } else { file.to_string() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once(file in file(), slice in 1usize..300) {
        let mut store = Memory::default();
        import(&mut store, &file, slice, 1);
        let (once, records) = (export(&mut store), store.len());
        prop_assert_eq!(import(&mut store, &file, 4096, 2), None);
        prop_assert_eq!(export(&mut store), once);
        prop_assert_eq!(store.len(), records);
    }

    #[test]
    fn out_and_in_again_is_the_same(file in file()) {
        let (mut store, mut copy) = (Memory::default(), Memory::default());
        import(&mut store, &file, 4096, 1);
        let out = export(&mut store);
        import(&mut copy, &out.to_string(), 977, 2);
        prop_assert_eq!(export(&mut copy), out);
    }

    #[test]
    fn undo_leaves_what_was_there(first in file(), second in file()) {
        let mut store = Memory::default();
        import(&mut store, &first, 4096, 1);
        let (before, records) = (export(&mut store), store.len());
        if let Some(import) = import(&mut store, &second, 4096, 2) {
            while matches!(ask(&mut store, &Ask::Undo { import: import.clone() }), Answer::Undo { more: true, .. }) {}
        }
        prop_assert_eq!(export(&mut store), before);
        prop_assert_eq!(store.len(), records);
    }
}

#[test]
fn undo_keeps_what_was_written_since() {
    let mut store = Memory::default();
    let file = json!({"kith": 1, "people": [{"key": "pa", "name": "Ana", "profiles": [{"network": "x", "handle": "ana"}], "why": "theirs"}], "settings": {"sites": {}, "mutes": {"sites": ["x"]}}});
    let import = import(&mut store, &file.to_string(), 4096, 1).unwrap();
    ask(
        &mut store,
        &Ask::Why {
            who: "pa".into(),
            name: None,
            text: "mine".into(),
        },
    );
    while matches!(
        ask(
            &mut store,
            &Ask::Undo {
                import: import.clone()
            }
        ),
        Answer::Undo { more: true, .. }
    ) {}
    let left = export(&mut store);
    assert_eq!(left["people"][0]["why"], "mine");
    assert_eq!(left["settings"], json!({"sites": {}}));
}
