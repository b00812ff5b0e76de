//! The sample archives of `../shared/exports`, right to the last interaction.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use kith::archive::file::{Held, Source};
use kith::archive::{self, Gather};
use kith::backup::import::{Import, ImportReport, ImportState};
use kith::dice::Dice;
use kith::history::{Interaction, Moment};
use kith::mark::Sighting;
use kith::people::{Network, Person};
use kith::protocol::{Answer, Ask, World, decide, wants};
use kith::store::{Changes, List, Memory, Reading, Records, Section, Wants};
use kith::text::{Now, Text};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/exports");
    folder.join("EXPECTED.json").is_file().then_some(folder)
}

/// Brings in all batches that are full.
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

fn bring(
    files: &[PathBuf],
    store: &mut Memory,
    apply: bool,
    seed: u64,
) -> Result<ImportReport, String> {
    let text = Text::english();
    let mut world = World {
        now: Now {
            ms: 1_790_000_000_000,
            ahead: 0,
        },
        dice: Dice::new(seed),
        text: &text,
    };
    let sources: Vec<Rc<dyn Source>> = files
        .iter()
        .map(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            Rc::new(Held::new(&name, std::fs::read(file).unwrap())) as Rc<dyn Source>
        })
        .collect();
    let telling = match archive::open(&sources, &[], None) {
        None => return Err("not known".into()),
        Some(Err(refusal)) => return Err(refusal.say("file", &text)),
        Some(Ok(opened)) => opened.telling,
    };
    let mut import = Import::of_archive("file", world.dice.key('i'), apply, &[]);
    for told in Gather::of(telling) {
        for one in told {
            import.tell(one, &text);
        }
        batches(&mut import, store, &mut world, false);
    }
    import.end();
    batches(&mut import, store, &mut world, true);
    store.commit(import.close());
    Ok(import.report(&text))
}

/// Everybody in a store, with all that passed with them.
fn everybody(store: &Memory) -> Vec<(Person, Vec<Interaction>)> {
    let mut records = Records::default();
    let list = List::People(None, 1_000_000);
    let wants = Wants {
        lists: [list.clone()].into(),
        ..Wants::default()
    };
    store.read(&wants, &mut records);
    let keys = records.list(&list).to_vec();
    let person = |key: String| {
        let records = store.read_all(|records| {
            let mut reading = Reading::new(records);
            if let Some(person) = reading.person(&key) {
                reading.blocks(person);
            }
            reading.wants()
        });
        let person = records.person(&key).unwrap().clone();
        let blocks = records.blocks(&person);
        let passed = blocks.values().flat_map(|(block, _)| block.items.clone());
        (person, passed.collect())
    };
    keys.into_iter().map(person).collect()
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

fn counts<'a>(passed: impl IntoIterator<Item = &'a Interaction>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for one in passed {
        let kind = format!("{}/{}", word(one.kind), word(one.direction));
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

fn counted(store: &Memory) -> (usize, BTreeMap<String, usize>) {
    let all = everybody(store);
    (all.len(), counts(all.iter().flat_map(|(_, passed)| passed)))
}

/// Whether a person of the store is the one that EXPECTED.json means: `name:Ann Lee`, `x:123`, `x:@ann`, `linkedin:ann-lee`.
fn is(person: &Person, wanted: &str) -> bool {
    let (network, rest) = wanted.split_once(':').unwrap();
    if network == "name" {
        return person.name == rest;
    }
    let rest = rest.trim_start_matches('@');
    person.profiles.iter().any(|p| {
        p.network.word() == network
            && (p.id.as_deref() == Some(rest) || p.handle.as_deref() == Some(rest))
    })
}

/// What is wrong with one file.
fn wrong(folder: &Path, file: &str, want: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut no = |what: &str, got: String, want: String| {
        if got != want {
            wrong.push(format!("{file}: {what}: {got}\n   not {want}"));
        }
    };
    let path = folder.join(file);
    let mut store = Memory::default();
    let report = bring(std::slice::from_ref(&path), &mut store, true, 1);
    let Some(people) = want.get("people") else {
        let said = report.err().unwrap_or_default();
        no("refused", said.contains("HTML").to_string(), "true".into());
        return wrong;
    };
    let report = match report {
        Ok(report) => report,
        Err(why) => return vec![format!("{file}: {why}")],
    };
    no("state", format!("{:?}", report.state), "Done".into());
    let all = everybody(&store);
    no("people", all.len().to_string(), people["total"].to_string());
    let passed = || all.iter().flat_map(|(_, passed)| passed);
    let kinds: BTreeMap<String, usize> =
        serde_json::from_value(want["interactions"].clone()).unwrap();
    no(
        "interactions",
        format!("{:?}", counts(passed())),
        format!("{kinds:?}"),
    );
    let timeless = passed().filter(|i| i.time.is_none()).count();
    no(
        "without time",
        timeless.to_string(),
        want["without_time"].to_string(),
    );
    let times = || passed().filter_map(|i| i.time);
    let ends = [
        ("earliest", times().min_by_key(|t| t.ms())),
        ("latest", times().max_by_key(|t| t.ms())),
    ];
    for (end, time) in ends {
        let got = time.map(|t| t.to_string()).unwrap_or_default();
        no(end, got, want[end].as_str().unwrap_or_default().to_owned());
    }
    let notes = all
        .iter()
        .map(|(person, _)| person.notes.len())
        .sum::<usize>();
    no("notes", notes.to_string(), want["notes"].to_string());
    let loose: usize = want["not_attributable"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_u64)
        .sum::<u64>() as usize;
    let list = List::Documents(Section::Loose);
    let mut records = Records::default();
    let wants = Wants {
        lists: [list.clone()].into(),
        ..Wants::default()
    };
    store.read(&wants, &mut records);
    no(
        "loose",
        records.list(&list).len().to_string(),
        loose.to_string(),
    );

    let left: u64 = want["left_out"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_u64)
        .sum::<u64>()
        + want["ambiguous_name"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_u64)
            .sum::<u64>();
    let counted = report.left_out.iter().filter(|l| l.place == "file");
    let counted = counted.filter_map(|l| l.why.split(' ').next()?.parse::<u64>().ok());
    no(
        "left out",
        counted.sum::<u64>().to_string(),
        left.to_string(),
    );
    let mut places: Vec<String> = report
        .left_out
        .iter()
        .map(|l| l.place.clone())
        .filter(|p| p != "file")
        .collect();
    let mut wanted: Vec<String> = want["unreadable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| format!("{}, line {}", u["file"].as_str().unwrap(), u["line"]))
        .collect();
    places.sort();
    wanted.sort();
    no("unreadable", places.join("; "), wanted.join("; "));

    for spot in want["spot_checks"].as_array().unwrap() {
        let who = spot["person"].as_str().unwrap();
        let found: Vec<_> = all.iter().filter(|(person, _)| is(person, who)).collect();
        let [(person, passed)] = found[..] else {
            no(who, format!("{} people", found.len()), "one".into());
            continue;
        };
        let kinds: BTreeMap<String, usize> =
            serde_json::from_value(spot["counts"].clone()).unwrap();
        no(who, format!("{:?}", counts(passed)), format!("{kinds:?}"));
        if let Some([name, ..]) = spot["names"].as_array().map(Vec::as_slice) {
            no(who, person.name.clone(), name.as_str().unwrap().to_owned());
        }
        for handle in spot["handles"].as_array().unwrap() {
            let handle = handle.as_str().unwrap().to_owned();
            let known = person
                .profiles
                .iter()
                .any(|p| p.handle.as_ref() == Some(&handle) || p.former.contains(&handle));
            no(who, format!("{handle} {known}"), format!("{handle} true"));
        }
        if let Some(profiles) = spot.get("profiles") {
            let mut got: Vec<String> = person
                .aliases()
                .map(|a| a.to_string())
                .filter(|a| !a.starts_with("name:"))
                .collect();
            got.sort();
            no(
                who,
                format!("{got:?}"),
                format!(
                    "{:?}",
                    serde_json::from_value::<Vec<String>>(profiles.clone()).unwrap()
                ),
            );
        }
        if let Some(newest) = spot.get("newest").filter(|n| n["excerpt"].is_string()) {
            let last = passed
                .iter()
                .filter(|i| i.excerpt.is_some())
                .max_by_key(|i| i.ms());
            let got = last.map(|i| (i.ms(), i.excerpt.clone().unwrap()));
            let time: Moment = newest["time"].as_str().unwrap().parse().unwrap();
            no(
                who,
                format!("{got:?}"),
                format!(
                    "{:?}",
                    Some((time.ms(), newest["excerpt"].as_str().unwrap().to_owned()))
                ),
            );
        }
    }

    let before = self::counted(&store);
    bring(&[path], &mut store, true, 2).ok();
    no(
        "twice",
        format!("{:?}", self::counted(&store)),
        format!("{before:?}"),
    );
    wrong
}

fn expected(folder: &Path) -> Value {
    let text = std::fs::read(folder.join("EXPECTED.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

#[test]
fn every_sample_comes_in_as_it_should() {
    let Some(folder) = folder() else {
        println!("skipped: no ../shared/exports");
        return;
    };
    let expected = expected(&folder);
    let files = expected["files"].as_object().unwrap();
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|(file, want)| wrong(&folder, file, want))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_overlaps_comes_in_once_in_either_order_and_together() {
    let Some(folder) = folder() else {
        println!("skipped: no ../shared/exports");
        return;
    };
    let [first, whole] =
        ["linkedin-first-mail.zip", "linkedin-complete.zip"].map(|f| folder.join(f));
    let mut alone = Memory::default();
    bring(std::slice::from_ref(&whole), &mut alone, true, 1).unwrap();
    for order in [[&first, &whole], [&whole, &first]] {
        let mut store = Memory::default();
        for (seed, file) in order.into_iter().enumerate() {
            bring(
                std::slice::from_ref(file),
                &mut store,
                true,
                seed as u64 + 1,
            )
            .unwrap();
        }
        assert_eq!(counted(&store), counted(&alone));
    }
    let mut store = Memory::default();
    bring(&[first, whole], &mut store, true, 1).unwrap();
    assert_eq!(counted(&store), counted(&alone));
}

#[test]
fn a_look_says_what_would_come_in_and_writes_nothing() {
    let Some(folder) = folder() else {
        println!("skipped: no ../shared/exports");
        return;
    };
    for file in [
        "linkedin-complete.zip",
        "x-archive.zip",
        "facebook-new.zip",
        "mastodon.zip",
    ] {
        let mut store = Memory::default();
        let path = [folder.join(file)];
        let look = bring(&path, &mut store, false, 1).unwrap();
        assert_eq!(
            (look.state, store.len()),
            (ImportState::Preview, 0),
            "{file}"
        );
        let done = bring(&path, &mut store, true, 2).unwrap();
        let counted = |report: &ImportReport| {
            report
                .text
                .split(" It is in ")
                .next()
                .unwrap()
                .split(" Nothing has ")
                .next()
                .unwrap()
                .to_owned()
        };
        assert_eq!(counted(&look), counted(&done), "{file}");
    }
}

static ASKED: AtomicU64 = AtomicU64::new(9);

/// An ask, as `core` holds it.
fn ask(store: &mut Memory, ask: &Ask) -> Answer {
    let text = Text::english();
    let mut world = World {
        now: Now {
            ms: 1_790_000_000_000,
            ahead: 0,
        },
        // another key for each thing
        dice: Dice::new(ASKED.fetch_add(1, Ordering::Relaxed)),
        text: &text,
    };
    let records = store.read_all(|records| wants(ask, records));
    let (answer, changes) = decide(ask, &records, &mut world).unwrap();
    store.commit(changes);
    answer
}

/// One file in an empty store, by the import `i1`.
fn brought(name: &str, text: &str) -> (Memory, ImportReport) {
    brought_all(&[(name, text)])
}

/// Several files, given together.
fn brought_all(files: &[(&str, &str)]) -> (Memory, ImportReport) {
    let mut store = Memory::default();
    let report = bring_texts(files, &mut store, "i1");
    (store, report)
}

/// The same into a store that is there.
fn bring_texts(files: &[(&str, &str)], store: &mut Memory, import: &str) -> ImportReport {
    let (report, last) = bring_open(files, store, import);
    store.commit(last);
    report
}

/// The same up to what says that it ended, which is given back.
fn bring_open(files: &[(&str, &str)], store: &mut Memory, import: &str) -> (ImportReport, Changes) {
    let words = Text::english();
    let seed = import.bytes().map(u64::from).sum();
    let mut world = World {
        now: Now {
            ms: 1_790_000_000_000,
            ahead: 0,
        },
        dice: Dice::new(seed),
        text: &words,
    };
    let source = |(name, text): &(&str, &str)| -> Rc<dyn Source> {
        Rc::new(Held::new(name, (*text).into()))
    };
    let sources: Vec<_> = files.iter().map(source).collect();
    let opened = archive::open(&sources, &[], None).unwrap().ok().unwrap();
    let mut import = Import::of_archive(files[0].0, import.into(), true, &[]);
    Gather::of(opened.telling)
        .flatten()
        .for_each(|told| import.tell(told, &words));
    import.end();
    batches(&mut import, store, &mut world, true);
    let last = import.close();
    (import.report(&words), last)
}

#[test]
fn what_broke_off_is_whole_once_the_same_file_came_in_to_its_end() {
    let mut store = Memory::default();
    let listed = |store: &mut Memory| -> BTreeMap<String, bool> {
        let Answer::Imports { imports } = ask(store, &Ask::Imports {}) else {
            panic!()
        };
        imports.into_iter().map(|i| (i.key, i.ended)).collect()
    };
    let [part, whole] = [&CONNECTIONS[..150], CONNECTIONS];
    bring_open(&[("Connections.csv", part)], &mut store, "i1");
    assert_eq!(listed(&mut store), [("i1".into(), false)].into());
    bring_texts(&[("others.csv", whole)], &mut store, "i2");
    let two = [("i1".into(), false), ("i2".into(), true)];
    assert_eq!(listed(&mut store), two.into());
    undo(&mut store, "i2");
    bring_texts(&[("Connections.csv", whole)], &mut store, "i3");
    let both = [("i1".into(), true), ("i3".into(), true)];
    assert_eq!(listed(&mut store), both.into());
}

#[test]
fn what_was_done_on_a_post_joins_its_author_when_the_post_is_met_and_goes_with_the_import() {
    let like = r#"window.YTD.like.part0 = [ {"like": {"tweetId": "77", "fullText": "On moss", "expandedUrl": "https://twitter.com/i/web/status/77"}} ]"#;
    let (mut store, report) = brought("like.js", like);
    assert_eq!(report.state, ImportState::Done);
    assert_eq!(counted(&store), (0, BTreeMap::new()));

    let sighting = |spot: &str| Sighting {
        network: Network::X,
        handle: Some("anar".into()),
        id: None,
        name: Some("Ana Ruiz".into()),
        post: Some("https://x.com/anar/status/77".into()),
        spot: Some(spot.into()),
    };
    // somebody else's name on the same post
    let quoted = vec![sighting("quoted")];
    let Answer::Posts { met, .. } = ask(&mut store, &Ask::Posts { sightings: quoted }) else {
        panic!()
    };
    assert!(met.is_empty());
    let author = vec![sighting("author")];
    let Answer::Posts { met, .. } = ask(&mut store, &Ask::Posts { sightings: author }) else {
        panic!()
    };
    assert_eq!(met.len(), 1);
    let Answer::Met { changed } = ask(&mut store, &Ask::Met { sightings: met }) else {
        panic!()
    };
    assert_eq!(changed, ["x:anar"]);
    let all = everybody(&store);
    assert_eq!(all[0].0.name, "Ana Ruiz");
    assert_eq!(all[0].1[0].excerpt.as_deref(), Some("On moss"));
    let again = vec![sighting("author")];
    let Answer::Posts { met, .. } = ask(&mut store, &Ask::Posts { sightings: again }) else {
        panic!()
    };
    assert!(met.is_empty(), "it joins once");

    while let Answer::Undo { more: true, .. } = ask(
        &mut store,
        &Ask::Undo {
            import: "i1".into(),
        },
    ) {}
    assert_eq!(counted(&store), (0, BTreeMap::new()));
}

/// Takes an import back, whole.
fn undo(store: &mut Memory, import: &str) {
    let import = import.to_owned();
    while let Answer::Undo { more: true, .. } = ask(
        store,
        &Ask::Undo {
            import: import.clone(),
        },
    ) {}
}

const CONNECTIONS: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Zoë,Brandt,https://www.linkedin.com/in/zoe-brandt,,,,08 Feb 2026\n\
    Ole,Vik,https://www.linkedin.com/in/ole-vik,,,,09 Feb 2026\n";
const INVITATIONS: &str = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
    Zoë Brandt,Robin S,\"1/29/26, 2:37 PM\",Hello there,INCOMING,https://www.linkedin.com/in/zoe-brandt,https://www.linkedin.com/in/robin-s\n\
    Mara Lind,Robin S,\"1/30/26, 2:37 PM\",Shall we?,INCOMING,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/robin-s\n";

fn shown(store: &mut Memory, who: &str) -> kith::protocol::PersonView {
    let who = who.to_owned();
    match ask(store, &Ask::Person { who, name: None }) {
        Answer::Person { person } => person,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_user_made_of_it_since_is_neither_brought_again_nor_taken_back() {
    let files = [
        ("Connections.csv", CONNECTIONS),
        ("Invitations.csv", INVITATIONS),
    ];
    let (mut store, _) = brought_all(&files);
    // edited, deleted, and somebody deleted
    let zoe = shown(&mut store, "linkedin:zoe-brandt");
    let piece = |person: &kith::protocol::PersonView, text: &str| {
        let found = person.history.iter().find(|item| item.text == text);
        found.unwrap().piece.clone()
    };
    ask(
        &mut store,
        &Ask::Edit {
            key: zoe.who.clone(),
            piece: piece(&zoe, "Hello there"),
            text: "Hello there, at the fair".into(),
        },
    );
    let mara = shown(&mut store, "linkedin:mara-lind");
    let Answer::Delete { bin, .. } = ask(
        &mut store,
        &Ask::Delete {
            key: mara.who.clone(),
            piece: Some(piece(&mara, "Shall we?")),
        },
    ) else {
        panic!()
    };
    let ole = shown(&mut store, "linkedin:ole-vik");
    let key = ole.key.unwrap();
    ask(&mut store, &Ask::Delete { key, piece: None });

    let again = bring_texts(&files, &mut store, "i2");
    insta::assert_snapshot!(again.text);
    assert_eq!(again.import, None);
    let zoe = shown(&mut store, "linkedin:zoe-brandt");
    assert_eq!(zoe.history.len(), 2);
    assert_eq!(shown(&mut store, "linkedin:mara-lind").history.len(), 0);
    assert_eq!(shown(&mut store, "linkedin:ole-vik").key, None);

    // what is put back is there, and known again
    ask(&mut store, &Ask::Restore { bin });
    assert_eq!(shown(&mut store, "linkedin:mara-lind").history.len(), 1);
    assert_eq!(bring_texts(&files, &mut store, "i3").import, None);

    undo(&mut store, "i1");
    let zoe = shown(&mut store, "linkedin:zoe-brandt");
    let left: Vec<&str> = zoe.history.iter().map(|item| &*item.text).collect();
    assert_eq!(left, ["Hello there, at the fair"]);
}

#[test]
fn of_two_archives_that_overlap_nobody_stays_when_both_are_taken_back() {
    let (mut store, _) = brought_all(&[("Connections.csv", CONNECTIONS)]);
    let both = [
        ("Connections.csv", CONNECTIONS),
        ("Invitations.csv", INVITATIONS),
    ];
    bring_texts(&both, &mut store, "i2");
    undo(&mut store, "i1");
    assert!(shown(&mut store, "linkedin:zoe-brandt").key.is_some());
    undo(&mut store, "i2");
    assert_eq!(counted(&store), (0, BTreeMap::new()));
}

#[test]
fn what_a_table_says_beside_the_account_is_shown_and_found() {
    let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
        Zoë,Brandt,https://www.linkedin.com/in/zoe-brandt,zoe@mail.example,\"Kettles, Inc.\",Smith,08 Feb 2026\n";
    let (mut store, _) = brought("Connections.csv", connections);
    let query = "kettles".to_owned();
    let Answer::Find { people, .. } = ask(&mut store, &Ask::Find { query, most: None }) else {
        panic!()
    };
    assert_eq!(people[0].name, "Zoë Brandt");
    let who = people[0].who.clone();
    let Answer::Person { person } = ask(&mut store, &Ask::Person { who, name: None }) else {
        panic!()
    };
    assert_eq!(person.work.as_deref(), Some("Smith at Kettles, Inc."));
    assert_eq!(person.email.as_deref(), Some("zoe@mail.example"));
}

#[test]
fn a_message_to_several_and_a_reaction_say_so() {
    let thread = r#"{"participants": [{"name": "Ana Ruiz"}, {"name": "Ole Vik"}, {"name": "Robin Sampleowner"}],
        "messages": [{"sender_name": "Robin Sampleowner", "timestamp_ms": 1700000000000, "content": "Soup?",
            "reactions": [{"reaction": "\u00f0\u009f\u0091\u008d", "actor": "Ana Ruiz"}]}]}"#;
    let profile = r#"{"profile_v2": {"name": {"full_name": "Robin Sampleowner"}}}"#;
    let (mut store, _) = brought_all(&[
        ("profile_information.json", profile),
        ("message_1.json", thread),
    ]);
    let all = everybody(&store);
    let ana = all.iter().find(|(p, _)| p.name == "Ana Ruiz").unwrap();
    let who = ana.0.key.clone();
    let Answer::Person { person } = ask(&mut store, &Ask::Person { who, name: None }) else {
        panic!()
    };
    let headings: Vec<&str> = person
        .history
        .iter()
        .filter_map(|item| item.heading.as_deref())
        .collect();
    insta::assert_debug_snapshot!(headings);
}

#[test]
fn somebody_known_by_number_gets_handle_and_name_when_a_page_tells_them() {
    let follower = r#"window.YTD.follower.part0 = [ {"follower": {"accountId": "900123"}} ]"#;
    let (mut store, _) = brought("follower.js", follower);
    let number = Ask::Person {
        who: "x:#900123".into(),
        name: None,
    };
    let Answer::Person { person } = ask(&mut store, &number) else {
        panic!()
    };
    assert_eq!(person.name, "X account 900123");
    let seen = Sighting {
        network: Network::X,
        handle: Some("AnaR".into()),
        id: Some("900123".into()),
        name: Some("Ana Ruiz".into()),
        post: None,
        spot: None,
    };
    ask(
        &mut store,
        &Ask::Met {
            sightings: vec![seen],
        },
    );
    let (person, _) = &everybody(&store)[0];
    assert_eq!(
        (person.name.as_str(), person.profiles[0].handle.as_deref()),
        ("Ana Ruiz", Some("anar"))
    );
}

#[test]
fn two_cards_of_one_name_and_website_are_asked_about_and_of_another_name_are_not() {
    let card = |name: &str, account: &str| {
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nURL:{account}\r\nURL:https://lind.example/\r\nEND:VCARD\r\n"
        )
    };
    let all = [
        card("Bo Lind", "https://x.com/bolind"),
        card("bo lind", "https://www.linkedin.com/in/bo-lind"),
        card("The Firm", "https://x.com/lindfirm"),
    ];
    let (mut store, _) = brought("all.vcf", &all.concat());
    let mut ask_of = |who: &str| {
        let Answer::Person { person } = ask(
            &mut store,
            &Ask::Person {
                who: who.into(),
                name: None,
            },
        ) else {
            panic!()
        };
        let key = person.key.unwrap();
        let Answer::Alike { alike } = ask(&mut store, &Ask::Alike { key }) else {
            panic!()
        };
        alike
            .into_iter()
            .map(|a| (a.name, a.why))
            .collect::<Vec<_>>()
    };
    let why = "The same name and the same website: lind.example".to_owned();
    assert_eq!(ask_of("x:bolind"), [("bo lind".to_owned(), why.clone())]);
    assert_eq!(ask_of("linkedin:bo-lind"), [("Bo Lind".to_owned(), why)]);
    assert!(ask_of("x:lindfirm").is_empty());
}
