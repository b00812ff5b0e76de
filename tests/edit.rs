//! Changing what is there, and putting it back: whatever is deleted comes back from the bin exactly.

use std::sync::LazyLock;

use kith::dice::Dice;
use kith::protocol::{Answer, Ask, Filter, PersonView, World, decide, wants};
use kith::store::{Memory, Records};
use kith::text::{Now, Text};
use serde_json::{Value, json};

struct Kith {
    store: Memory,
    text: Text,
    now: i64,
}

const DAY: i64 = 24 * 60 * 60 * 1000;

impl Kith {
    fn new() -> Kith {
        Kith {
            store: Memory::default(),
            text: Text::english(),
            now: 1_795_599_000_000,
        }
    }

    fn try_ask(&mut self, ask: Value) -> Result<Answer, String> {
        let ask: Ask = serde_json::from_value(ask).unwrap();
        self.now += 1000;
        let mut records = Records::default();
        loop {
            let wanted = wants(&ask, &records);
            if wanted.is_empty() {
                break;
            }
            self.store.read(&wanted, &mut records);
        }
        let mut world = World {
            now: Now {
                ms: self.now,
                ahead: 0,
            },
            dice: Dice::new(self.now as u64),
            text: &self.text,
        };
        let (answer, changes) =
            decide(&ask, &records, &mut world).map_err(|e| e.say(&self.text))?;
        self.store.commit(changes);
        Ok(answer)
    }

    fn ask(&mut self, ask: Value) -> Answer {
        self.try_ask(ask).unwrap()
    }

    fn person(&mut self) -> PersonView {
        match self.ask(json!({"kind": "person", "who": "x:anar"})) {
            Answer::Person { person } => person,
            other => panic!("{other:?}"),
        }
    }

    /// Everything as Kith's own file tells it, without when the file was made.
    fn all(&mut self) -> Value {
        let (mut text, mut after) = (String::new(), None);
        loop {
            let Answer::Export { text: part, next } =
                self.ask(json!({"kind": "export", "after": after}))
            else {
                panic!("no export");
            };
            text.push_str(&part);
            if next.is_none() {
                let mut file: Value = serde_json::from_str(&text).unwrap();
                file.as_object_mut().unwrap().remove("made");
                return file;
            }
            after = next;
        }
    }

    fn delete(&mut self, key: &str, piece: Option<&str>) -> String {
        match self.ask(json!({"kind": "delete", "key": key, "piece": piece})) {
            Answer::Delete { bin, .. } => bin,
            other => panic!("{other:?}"),
        }
    }

    fn bin(&mut self) -> usize {
        match self.ask(json!({"kind": "bin"})) {
            Answer::Bin { entries } => entries.len(),
            other => panic!("{other:?}"),
        }
    }
}

/// Ana, with one piece of each kind and six hundred interactions, which stand in two blocks.
fn with_ana() -> (Kith, PersonView) {
    static ANA: LazyLock<(Memory, i64)> = LazyLock::new(|| {
        let kith = made();
        (kith.store, kith.now)
    });
    let mut kith = Kith::new();
    (kith.store, kith.now) = ANA.clone();
    let ana = kith.person();
    (kith, ana)
}

fn made() -> Kith {
    let mut kith = Kith::new();
    for text in ["met in Oslo", "needs: a Rust mentor", "moved to Bergen"] {
        kith.ask(json!({"kind": "note", "who": "x:anar", "name": "Ana Ruiz", "text": text}));
    }
    kith.ask(
        json!({"kind": "promise", "who": "x:anar", "text": "send the paper", "due": "2026-12-01"}),
    );
    for n in 0..600 {
        let passed = json!({"kind": if n == 7 { "help" } else { "message" }, "direction": "given"});
        kith.ask(
            json!({"kind": "note", "who": "x:anar", "text": format!("word {n}"), "passed": passed}),
        );
    }
    kith
}

#[test]
fn whatever_is_deleted_comes_back_exactly() {
    let (mut kith, ana) = with_ana();
    let before = kith.all();
    let pieces = [
        Some(&ana.notes[1].piece),
        Some(&ana.needs[0].piece),
        Some(&ana.promises[0].piece),
        Some(&ana.history[3].piece),
        None,
    ];
    for piece in pieces {
        let bin = kith.delete(&ana.who, piece.map(|p| &**p));
        assert_ne!(kith.all()["people"], before["people"]);
        assert_eq!(kith.bin(), 1);
        kith.ask(json!({"kind": "restore", "bin": bin}));
        let mut after = kith.all();
        // what came back stands last; in which order notes were written is told by their times
        for list in ["notes", "needs", "promises"] {
            let by_time = |v: &Value| v["time"].as_str().map(str::to_owned);
            if let Some(all) = after["people"][0][list].as_array_mut() {
                all.sort_by_key(by_time);
            }
        }
        assert_eq!(after, before, "{piece:?}");
        assert_eq!(kith.person().years, ana.years);
    }
    assert_eq!(kith.bin(), 0);
}

#[test]
fn what_is_deleted_twice_or_was_changed_is_refused() {
    let (mut kith, ana) = with_ana();
    let piece = &ana.notes[0].piece;
    kith.delete(&ana.who, Some(piece));
    let again = kith.try_ask(json!({"kind": "delete", "key": ana.who, "piece": piece}));
    assert!(again.unwrap_err().contains("changed or deleted meanwhile"));
    let edit = json!({"kind": "edit", "key": ana.who, "piece": piece, "text": "x"});
    assert!(kith.try_ask(edit).is_err());
    assert_eq!(kith.bin(), 1);
}

#[test]
fn the_bin_keeps_things_for_thirty_days() {
    let (mut kith, ana) = with_ana();
    kith.delete(&ana.who, Some(&ana.notes[0].piece));
    kith.now += 29 * DAY;
    assert_eq!(kith.bin(), 1);
    kith.now += 2 * DAY;
    assert_eq!(kith.bin(), 0);
    assert_eq!(kith.all()["bin"], json!([]));
}

#[test]
fn an_edit_keeps_what_stood_there_and_undoes_it() {
    let (mut kith, ana) = with_ana();
    let edit = |kith: &mut Kith, piece: &str, text: &str| match kith
        .ask(json!({"kind": "edit", "key": ana.who, "piece": piece, "text": text}))
    {
        Answer::Edit { person, .. } => person,
        other => panic!("{other:?}"),
    };
    let after = edit(&mut kith, &ana.notes[0].piece, "moved to Bergen in May");
    assert_eq!(after.notes[0].was[0].text, "moved to Bergen");
    let undone = edit(&mut kith, &after.notes[0].piece, "moved to Bergen");
    assert_eq!(undone.notes, ana.notes);
    let passed = edit(&mut kith, &ana.history[0].piece, "another word");
    assert_eq!(passed.history[0].text, "another word");
    assert_eq!(passed.history[0].was[0].text, "word 599");
}

#[test]
fn a_filter_looks_through_everything() {
    let (mut kith, ana) = with_ana();
    let filter = serde_json::to_value(Filter {
        kind: Some(kith::history::Kind::Help),
        ..Filter::default()
    });
    let ask = json!({"kind": "history", "key": ana.who, "skip": 0, "filter": filter.unwrap()});
    let Answer::History { items, more, .. } = kith.ask(ask) else {
        panic!("no history");
    };
    assert_eq!((items.len(), more), (1, false));
    assert_eq!(items[0].text, "word 7");
}

#[test]
fn promises_are_kept_and_notes_pinned() {
    let (mut kith, ana) = with_ana();
    let kept =
        json!({"kind": "kept", "key": ana.who, "piece": ana.promises[0].piece, "kept": true});
    let open = |kith: &mut Kith| match kith.ask(json!({"kind": "open"})) {
        Answer::Open { promises, needs } => (promises.len(), needs.len()),
        other => panic!("{other:?}"),
    };
    assert_eq!(open(&mut kith), (1, 1));
    kith.ask(kept);
    assert_eq!(open(&mut kith), (0, 1));
    let pin = json!({"kind": "pin", "key": ana.who, "piece": ana.notes[1].piece, "on": true});
    kith.ask(pin);
    let after = kith.person();
    assert!(after.promises[0].kept);
    assert_eq!(
        (&*after.notes[0].text, after.notes[0].pinned),
        ("met in Oslo", true)
    );
    let wrong = json!({"kind": "promise", "who": "x:anar", "text": "x", "due": "soon"});
    assert!(kith.try_ask(wrong).unwrap_err().contains("no day"));
}

#[test]
fn one_note_is_written_for_everybody_at_a_table() {
    let (mut kith, ana) = with_ana();
    kith.ask(json!({"kind": "note", "who": "x:benok", "name": "Ben", "text": "mentors"}));
    kith.ask(json!({"kind": "draft", "who": "x:benok", "text": "half a thought"}));
    kith.ask(json!({"kind": "note", "who": ana.who, "text": "dinner in Oslo", "also": ["x:benok", "x:benok", "x:anar"]}));
    let notes = |kith: &mut Kith, who: &str| match kith.ask(json!({"kind": "person", "who": who})) {
        Answer::Person { person } => {
            let said = person.notes.iter().filter(|n| n.text == "dinner in Oslo");
            (said.count(), person.draft)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(notes(&mut kith, "x:anar"), (1, String::new()));
    assert_eq!(
        notes(&mut kith, "x:benok"),
        (1, "half a thought".to_owned())
    );
}

#[test]
fn labels_are_given_listed_and_found() {
    let (mut kith, ana) = with_ana();
    let give = |kith: &mut Kith, on: bool| {
        kith.ask(json!({"kind": "label", "who": ana.who, "label": " gardener ", "on": on}));
        kith.person().labels
    };
    assert!(give(&mut kith, true)[0].on);
    let Answer::Find { people, .. } = kith.ask(json!({"kind": "find", "query": "garde"})) else {
        panic!("no answer");
    };
    assert_eq!(people.len(), 1);
    let labels = give(&mut kith, false);
    assert_eq!((&*labels[0].label, labels[0].on), ("gardener", false));
    kith.ask(json!({"kind": "unlist", "label": "gardener"}));
    assert!(kith.person().labels.is_empty());
}

#[test]
fn two_people_become_one_and_are_as_they_were_again() {
    let (mut kith, ana) = with_ana();
    for text in ["mentors", "needs: a room"] {
        kith.ask(
            json!({"kind": "note", "who": "linkedin:ana-ruiz", "name": "Ana R.", "text": text}),
        );
    }
    let passed = json!({"kind": "help", "direction": "received"});
    kith.ask(json!({"kind": "note", "who": "linkedin:ana-ruiz", "text": "showed me around", "passed": passed}));
    kith.ask(json!({"kind": "label", "who": "linkedin:ana-ruiz", "label": "gardener", "on": true}));
    let before = kith.all();
    let link = json!({"kind": "link", "key": ana.who, "with": "https://www.linkedin.com/in/ana-ruiz/", "reason": "same website"});
    let Answer::Link {
        person, account, ..
    } = kith.ask(link)
    else {
        panic!("not linked");
    };
    assert_eq!((person.profiles.len(), person.notes.len()), (2, 3));
    assert_eq!(person.profiles[1].linked.as_deref(), Some("same website"));
    assert_eq!(kith.all()["people"].as_array().unwrap().len(), 1);
    let twice = json!({"kind": "link", "key": ana.who, "with": "linkedin:ana-ruiz", "reason": ""});
    assert!(kith.try_ask(twice).unwrap_err().contains("the same person"));
    // what is written meanwhile stays where it was written
    kith.ask(json!({"kind": "note", "who": "linkedin:ana-ruiz", "text": "since then"}));
    let ours = kith
        .person()
        .notes
        .iter()
        .find(|n| n.text == "since then")
        .unwrap()
        .piece
        .clone();
    kith.ask(json!({"kind": "unlink", "key": ana.who, "account": account}));
    let kept = kith.person().notes.iter().any(|n| n.text == "since then");
    assert!(kept);
    kith.ask(json!({"kind": "delete", "key": ana.who, "piece": ours}));
    kith.ask(json!({"kind": "empty"}));
    assert_eq!(kith.all(), before);
}

#[test]
fn an_account_that_is_nobodys_is_linked_and_unlinked() {
    let (mut kith, ana) = with_ana();
    let before = kith.all();
    let link = json!({"kind": "link", "key": ana.who, "with": "https://ana.example/", "reason": "she said so"});
    kith.ask(link);
    assert_eq!(kith.person().profiles.len(), 2);
    let account = kith.person().profiles[1].account.clone();
    kith.ask(json!({"kind": "unlink", "key": ana.who, "account": account}));
    assert_eq!(kith.all(), before);
    let last = kith.person().profiles[0].account.clone();
    assert!(
        kith.try_ask(json!({"kind": "unlink", "key": ana.who, "account": last}))
            .is_err()
    );
}
