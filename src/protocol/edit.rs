//! Changing what is there: another text, a pin, another name; moving to the bin, and back.

use serde_json::{Value, json};

use super::decide::{changed_history, changed_person, names};
use super::view::{BinView, OpenView, PersonView};
use super::{Answer, Error, World};
use crate::backup::undo::events_of;
use crate::backup::{element, undo, write};
use crate::history::{Interaction, Moment, Source, Tally, block, one_line, rewrite};
use crate::people::{NEEDING, PROMISED, Person, Profile, Who};
use crate::store::{Changes, Key, List, Reading, Record, Records, Section};

/// How long something lies in the bin (ms).
const KEPT: i64 = 30 * 24 * 60 * 60 * 1000;

/// What of a person a piece is, by the word with which it begins; the rest is its fingerprint.
const NOTE: &str = "note";
const NEED: &str = "need";
const PROMISE: &str = "promise";
const PASSED: &str = "passed";
const PERSON: &str = "person";

/// By what a view names a note, a need (`since`) or a promise (`due`).
pub fn piece(kind: &str, text: &str, time: Option<Moment>) -> String {
    format!("{kind}:{}", undo::piece(kind, text, time))
}

/// By what a view names an interaction.
pub fn passed(i: &Interaction) -> String {
    format!("{PASSED}:{}", undo::event(i))
}

/// Whether a piece stands in the blocks.
pub fn in_blocks(piece: &str) -> bool {
    piece.starts_with(PASSED)
}

fn gone(records: &Records, key: &str) -> Result<Person, Error> {
    let person = records.person(key).cloned();
    person.ok_or_else(|| Error::Gone(key.to_owned()))
}

/// Puts another text in the place of a piece's.
pub fn edit(
    key: &str,
    which: &str,
    text: &str,
    records: &Records,
    changes: &mut Changes,
    world: &World,
) -> Result<(PersonView, Vec<String>), Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let now = world.now.moment();
    let mut person = gone(records, key)?;
    let mut found = false;
    for n in &mut person.notes {
        if piece(NOTE, &n.text, n.time) == which {
            rewrite(&mut n.text, &mut n.extra, text, now);
            found = true;
        }
    }
    for n in &mut person.needs {
        if piece(NEED, &n.text, n.time) == which {
            rewrite(&mut n.text, &mut n.extra, text, now);
            found = true;
        }
    }
    for p in &mut person.promises {
        if piece(PROMISE, &p.text, p.due) == which {
            rewrite(&mut p.text, &mut p.extra, text, now);
            found = true;
        }
    }
    let mut blocks = records.blocks(&person);
    for (block, touched) in blocks.values_mut() {
        for i in block.items.iter_mut().filter(|i| passed(i) == which) {
            let mut excerpt = i.excerpt.take().unwrap_or_default();
            rewrite(&mut excerpt, &mut i.extra, text, now);
            i.excerpt = Some(excerpt);
            *touched = true;
            found = true;
        }
    }
    if !found {
        return Err(Error::NoPiece);
    }
    Ok(changed_history(
        key,
        records.person(key),
        person,
        blocks,
        records,
        changes,
        world,
    ))
}

/// Changes a person's pieces in place; an error where none was meant.
pub fn change(
    key: &str,
    records: &Records,
    changes: &mut Changes,
    world: &World,
    work: impl FnOnce(&mut Person) -> bool,
) -> Result<(PersonView, Vec<String>), Error> {
    let mut person = gone(records, key)?;
    if !work(&mut person) {
        return Err(Error::NoPiece);
    }
    let before = records.person(key);
    Ok(changed_person(key, before, person, records, changes, world))
}

/// Lets the feed show a note first, or no longer.
pub fn pin(person: &mut Person, which: &str, on: bool) -> bool {
    let mut notes = person.notes.iter_mut();
    let note = notes.find(|n| piece(NOTE, &n.text, n.time) == which);
    note.map(|note| note.pinned = on).is_some()
}

/// Marks a promise as kept, or as open again.
pub fn keep(person: &mut Person, which: &str, kept: bool) -> bool {
    let mut promises = person.promises.iter_mut();
    let promise = promises.find(|p| piece(PROMISE, &p.text, p.due) == which);
    promise.map(|promise| promise.kept = kept).is_some()
}

/// How many people with something open are looked at.
const MANY: usize = 500;

/// Needs everybody with whom something is open.
pub fn open_reads(r: &mut Reading) {
    for word in [PROMISED, NEEDING] {
        for key in r.list(List::Word(word.to_owned())).iter().take(MANY) {
            r.person(key);
        }
    }
}

/// What is open with everybody.
pub fn open(records: &Records, world: &World) -> Answer {
    let people = |word: &str| {
        let keys = records.list(&List::Word(word.to_owned()));
        let people = keys.iter().take(MANY).filter_map(|key| records.person(key));
        people.collect::<Vec<_>>()
    };
    let view = |person: &Person, kind: &str, text: &str, at: Option<Moment>| OpenView {
        who: person.key.clone(),
        name: person.name.clone(),
        piece: piece(kind, text, at),
        text: text.to_owned(),
        when: at.map(|at| world.text.when(at, world.now)),
        exact: at.map(|at| world.text.exact(at, world.now)),
    };
    let mut promises = Vec::new();
    for person in people(PROMISED) {
        for p in person.promises.iter().filter(|p| !p.kept) {
            let due = p.due.map_or(i64::MAX, Moment::ms);
            promises.push((due, view(person, PROMISE, &p.text, p.due)));
        }
    }
    let mut needs = Vec::new();
    for person in people(NEEDING) {
        for n in person.needs.iter().filter(|n| !n.met) {
            let since = n.time.map_or(i64::MAX, |t| -t.ms());
            needs.push((since, view(person, NEED, &n.text, n.time)));
        }
    }
    let sorted = |mut all: Vec<(i64, OpenView)>| {
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, view)| view).collect()
    };
    Answer::Open {
        promises: sorted(promises),
        needs: sorted(needs),
    }
}

/// Needs everything in the bin: what has lain there too long goes whenever something is put in or looked for.
pub fn bin_reads(r: &mut Reading) {
    for key in r.list(List::Documents(Section::Bin)) {
        r.want(Key::Document(Section::Bin, key.clone()));
    }
}

/// When an entry of the bin was put there.
fn since(entry: &Value) -> Option<Moment> {
    entry.get("time")?.as_str()?.parse().ok()
}

fn throw_old(records: &Records, changes: &mut Changes, world: &World) {
    for key in records.list(&List::Documents(Section::Bin)) {
        let entry = records.document(Section::Bin, key);
        let old = |at: Moment| at.ms() < world.now.ms - KEPT;
        if entry.and_then(since).is_some_and(old) {
            changes.delete(Key::Document(Section::Bin, key.clone()));
        }
    }
}

/// Moves a piece of a person, or the whole person, to the bin.
pub fn delete(
    key: &str,
    which: Option<&str>,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let before = gone(records, key)?;
    let mut blocks = records.blocks(&before);
    let bin = world.dice.key('b');
    let put = |kind: &str, element: String, changes: &mut Changes| {
        let person: Value = serde_json::from_str(&element).unwrap_or_default();
        let time = world.now.moment();
        let entry = json!({"key": bin, "kind": kind, "time": time, "person": person});
        changes.put(
            Key::Document(Section::Bin, bin.clone()),
            Record::Document(entry),
        );
    };
    throw_old(records, changes, world);
    let Some(which) = which else {
        let items = blocks.values().flat_map(|(b, _)| &b.items);
        put(PERSON, write::line(&before, items), changes);
        blocks.values_mut().for_each(|(b, _)| b.items.clear());
        changes.blocks(&before.key, blocks);
        let mut settings = records.settings();
        settings
            .forgotten
            .extend(before.profiles.iter().map(Who::write));
        changes.put(Key::Settings, Record::Settings(settings));
        let changed = names(changes.forget(&before));
        return Ok(Answer::Delete {
            bin,
            person: None,
            changed,
        });
    };
    // what goes, as a person of whom nothing else is known
    let mut away = Person::new(before.key.clone(), before.name.clone(), 0);
    let mut person = before.clone();
    let is = |kind: &str, text: &str, time| piece(kind, text, time) == which;
    away.notes = take(&mut person.notes, |n| is(NOTE, &n.text, n.time));
    away.needs = take(&mut person.needs, |n| is(NEED, &n.text, n.time));
    away.promises = take(&mut person.promises, |p| is(PROMISE, &p.text, p.due));
    let mut events = Vec::new();
    if in_blocks(which) {
        block::remove(&mut person.blocks, &mut blocks, |i| {
            let gone = passed(i) == which;
            if gone {
                events.push(i.clone());
            }
            gone
        });
        person.tally = Tally::of(blocks.values().flat_map(|(b, _)| &b.items));
        let imported = events.iter().filter(|i| i.source == Some(Source::Imported));
        let mut gone = person.gone();
        gone.extend(imported.flat_map(events_of));
        person.set_gone(gone);
    }
    let kind = which.split(':').next().unwrap_or_default();
    if away.is_bare() && events.is_empty() {
        return Err(Error::NoPiece);
    }
    put(kind, write::line(&away, events.iter()), changes);
    let (view, changed) =
        changed_history(key, Some(&before), person, blocks, records, changes, world);
    Ok(Answer::Delete {
        bin,
        person: Some(view),
        changed,
    })
}

fn take<T>(from: &mut Vec<T>, mut gone: impl FnMut(&T) -> bool) -> Vec<T> {
    let (away, left) = std::mem::take(from)
        .into_iter()
        .partition(|each| gone(each));
    *from = left;
    away
}

/// What is in the bin, newest first.
pub fn bin(records: &Records, changes: &mut Changes, world: &World) -> Answer {
    throw_old(records, changes, world);
    let mut entries: Vec<(i64, BinView)> = records
        .list(&List::Documents(Section::Bin))
        .iter()
        .filter_map(|key| {
            let entry = records.document(Section::Bin, key)?;
            let at = since(entry);
            if at.is_some_and(|at| at.ms() < world.now.ms - KEPT) {
                return None;
            }
            let view = BinView {
                bin: key.clone(),
                text: said(entry, world),
                when: at.map(|at| world.text.when(at, world.now)),
                exact: at.map(|at| world.text.exact(at, world.now)),
            };
            Some((-at.map_or(0, Moment::ms), view))
        })
        .collect();
    entries.sort_by_key(|(time, _)| *time);
    Answer::Bin {
        entries: entries.into_iter().map(|(_, view)| view).collect(),
    }
}

/// What an entry is, in a line.
fn said(entry: &Value, world: &World) -> String {
    let person = entry.get("person").unwrap_or(&Value::Null);
    let name = person.get("name").and_then(Value::as_str).unwrap_or("?");
    let lists = ["notes", "needs", "promises", "interactions"];
    let piece = lists.iter().find_map(|list| person.get(list)?.get(0));
    let text = piece.and_then(|piece| piece.get("text").or_else(|| piece.get("excerpt")));
    let text = one_line(text.and_then(Value::as_str).unwrap_or_default());
    let kind = entry.get("kind").and_then(Value::as_str);
    match kind {
        Some(PERSON) | None => world.text.say("binPerson", &[("name", name)]),
        Some(PASSED) if text.is_empty() => world.text.say("binPassed", &[("name", name)]),
        _ => world
            .text
            .say("binPiece", &[("name", name), ("text", &text)]),
    }
}

/// Needs what it takes to put something back.
pub fn restore_reads(bin: &str, r: &mut Reading) {
    let key = Key::Document(Section::Bin, bin.to_owned());
    r.want(key);
    r.want(Key::Settings);
    let entry = r.records.document(Section::Bin, bin);
    if let Some(person) = entry.and_then(|entry| entry.get("person")) {
        element::reads(person, r);
    }
}

/// Puts something back.
pub fn restore(
    bin: &str,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let entry = records.document(Section::Bin, bin).ok_or(Error::NoPiece)?;
    let person = entry.get("person").ok_or(Error::NoPiece)?;
    let (who, changed, left_out) = element::bring(person, records, changes, world);
    changes.delete(Key::Document(Section::Bin, bin.to_owned()));
    remember(person, records, changes);
    Ok(Answer::Restore {
        who,
        left_out,
        changed: names(changed),
    })
}

/// Whoever is back is forgotten no longer.
fn remember(person: &Value, records: &Records, changes: &mut Changes) {
    let profiles = person.get("profiles").cloned().unwrap_or_default();
    let profiles: Vec<Profile> = serde_json::from_value(profiles).unwrap_or_default();
    let mut settings = records.settings();
    let before = settings.forgotten.len();
    for who in profiles.iter().map(Who::write) {
        settings.forgotten.remove(&who);
    }
    if settings.forgotten.len() < before {
        changes.put(Key::Settings, Record::Settings(settings));
    }
}

/// Throws away one entry, or all.
pub fn empty(bin: Option<&str>, records: &Records, changes: &mut Changes) -> Answer {
    match bin {
        Some(bin) => changes.delete(Key::Document(Section::Bin, bin.to_owned())),
        None => {
            for key in records.list(&List::Documents(Section::Bin)) {
                changes.delete(Key::Document(Section::Bin, key.clone()));
            }
        }
    }
    Answer::Empty {}
}
