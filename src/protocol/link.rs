//! Two accounts, one person: linking with a reason, and taking it back, so that both are again as they were.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::decide::{changed_history, changed_person, names};
use super::view::PersonView;
use super::{Error, World, alike};
use crate::backup::{read, undo, write};
use crate::history::{Tally, block, once_said};
use crate::people::{Network, Person, Profile, Who, address::profile_at};
use crate::store::{Changes, Key, List, Reading, Record, Records, Section};
use crate::text::Text;

/// Whom the user means to link: as in `person`, or an address.
pub fn meant(text: &str) -> Option<Who> {
    let whole = match text.contains("://") {
        true => text.to_owned(),
        false => format!("https://{text}"),
    };
    // an address on none of the networks is that of a page of theirs
    let by_address = || profile_at(&whole, Some(Network::Web)).map(Who::Profile);
    match Who::read(text) {
        Some(Who::Profile(profile)) => Some(Who::Profile(profile)),
        Some(Who::Key(_)) if text.contains(['.', '/']) => by_address(),
        key => key.or_else(by_address),
    }
}

/// Needs every link that was made: an account may be part of one.
pub fn reads(r: &mut Reading) {
    for key in r.list(List::Documents(Section::Joined)) {
        r.want(Key::Document(Section::Joined, key.clone()));
    }
}

/// Links an account that is nobody's yet.
pub fn link_profile(
    key: &str,
    mut profile: Profile,
    reason: &str,
    records: &Records,
    changes: &mut Changes,
    world: &World,
) -> Result<(PersonView, Vec<String>), Error> {
    let before = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let mut person = before.clone();
    profile.linked = Some(reason.trim().to_owned());
    person.profiles.push(profile);
    Ok(changed_person(
        key,
        Some(before),
        person,
        records,
        changes,
        world,
    ))
}

/// Makes one person of two. Both are kept as they were, beside the store's people, so that it can be taken back.
pub fn join(
    key: &str,
    other: &Person,
    reason: &str,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<(PersonView, Vec<String>), Error> {
    let before = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let element = |person: &Person| -> Value {
        let blocks = records.blocks(person);
        let line = write::line(person, blocks.values().flat_map(|(b, _)| &b.items));
        serde_json::from_str(&line).unwrap_or_default()
    };
    let link = world.dice.key('j');
    let entry = json!({
        "key": link, "into": before.key, "reason": reason.trim(), "time": world.now.moment(),
        "person": element(other), "before": element(before),
    });
    changes.put(
        Key::Document(Section::Joined, link),
        Record::Document(entry),
    );
    let mut person = before.clone();
    for profile in &other.profiles {
        let mut profile = profile.clone();
        profile.linked = Some(reason.trim().to_owned());
        person.profiles.push(profile);
    }
    add(&mut person.notes, &other.notes, |a, b| {
        a.text == b.text && a.time == b.time
    });
    add(&mut person.needs, &other.needs, |a, b| {
        a.text == b.text && a.time == b.time
    });
    add(&mut person.promises, &other.promises, |a, b| {
        a.text == b.text && a.due == b.due
    });
    for label in other.labels() {
        person.set_label(&label, true);
    }
    person.why = person.why.or_else(|| other.why.clone());
    person.rhythm = person.rhythm.or_else(|| other.rhythm.clone());
    person.mute = person.mute.or_else(|| other.mute.clone());
    let mut blocks = records.blocks(before);
    let mut theirs = records.blocks(other);
    let passed = theirs.values().flat_map(|(b, _)| b.items.clone()).collect();
    person.add_passed(&mut blocks, passed);
    theirs.values_mut().for_each(|(b, _)| b.items.clear());
    changes.blocks(&other.key, theirs);
    let gone = changes.forget(other);
    let (view, mut changed) =
        changed_history(key, Some(before), person, blocks, records, changes, world);
    changed.extend(names(gone));
    Ok((view, changed))
}

fn add<T: Clone>(to: &mut Vec<T>, from: &[T], same: impl Fn(&T, &T) -> bool) {
    for each in from {
        if !to.iter().any(|have| same(have, each)) {
            to.push(each.clone());
        }
    }
}

/// The link by which an account came to a person, where it came with a person of its own.
fn link_of<'a>(key: &str, alias: &str, records: &'a Records) -> Option<(&'a String, &'a Value)> {
    let links = records.list(&List::Documents(Section::Joined)).iter();
    let entries = links.filter_map(|link| Some((link, records.document(Section::Joined, link)?)));
    let mut of = entries.filter(|(_, entry)| {
        let profiles = entry["person"]["profiles"].as_array();
        let is = |p: &Value| {
            serde_json::from_value::<Profile>(p.clone())
                .is_ok_and(|p| p.aliases().any(|a| a.as_str() == alias))
        };
        entry["into"] == key && profiles.is_some_and(|all| all.iter().any(is))
    });
    of.next()
}

/// Takes an account away from a person. What it brought along goes with it; what was written since stays where it is.
pub fn unlink(
    key: &str,
    alias: &str,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<(PersonView, Vec<String>), Error> {
    let before = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let mut person = before.clone();
    let is = |p: &Profile| p.aliases().any(|a| a.as_str() == alias);
    if !person.profiles.iter().any(is) || person.profiles.len() < 2 {
        return Err(Error::NoPiece);
    }
    let Some((link, entry)) = link_of(key, alias, records) else {
        person.profiles.retain(|p| !is(p));
        return Ok(changed_person(
            key,
            Some(before),
            person,
            records,
            changes,
            world,
        ));
    };
    let text = Text::english();
    let element = |what: &str| {
        read::person(
            0,
            entry[what].to_string().as_bytes(),
            &text,
            &mut Vec::new(),
        )
        .ok_or(Error::NoPiece)
    };
    let (theirs, ours) = (element("person")?, element("before")?);
    let aliases: BTreeSet<_> = theirs.profiles.iter().flat_map(Profile::aliases).collect();
    person
        .profiles
        .retain(|p| !p.aliases().any(|a| aliases.contains(&a)));
    let came = |new: &[String], old: &[String]| -> BTreeSet<String> {
        let old: BTreeSet<_> = old.iter().collect();
        new.iter().filter(|n| !old.contains(n)).cloned().collect()
    };
    let pieces = |p: &read::Incoming| -> Vec<String> {
        let notes = p.notes.iter().map(|n| undo::piece("note", &n.text, n.time));
        let needs = p.needs.iter().map(|n| undo::piece("need", &n.text, n.time));
        let promises = p.promises.iter();
        let promises = promises.map(|p| undo::piece("promise", &p.text, p.due));
        let passed = p.interactions.iter().map(undo::event);
        notes.chain(needs).chain(promises).chain(passed).collect()
    };
    let brought = came(&pieces(&theirs), &pieces(&ours));
    let goes = |piece: String| brought.contains(&piece);
    // a text that was edited since is still theirs
    person.notes.retain(|n| {
        let edited = theirs
            .notes
            .iter()
            .any(|t| t.time == n.time && once_said(&n.extra, &t.text));
        !goes(undo::piece("note", &n.text, n.time)) && !edited
    });
    person
        .needs
        .retain(|n| !goes(undo::piece("need", &n.text, n.time)));
    person
        .promises
        .retain(|p| !goes(undo::piece("promise", &p.text, p.due)));
    let labels = |incoming: &read::Incoming| {
        let mut of = Person::new(String::new(), String::new(), 0);
        of.extra.clone_from(&incoming.extra);
        of.labels()
    };
    for label in came(&labels(&theirs), &labels(&ours)) {
        person.set_label(&label, false);
    }
    let back = |now: &mut Option<String>, theirs: &Option<String>, ours: &Option<String>| {
        if now == theirs {
            now.clone_from(ours);
        }
    };
    back(&mut person.why, &theirs.why, &ours.why);
    back(&mut person.rhythm, &theirs.rhythm, &ours.rhythm);
    if person.mute == theirs.mute {
        person.mute.clone_from(&ours.mute);
    }
    let mut blocks = records.blocks(before);
    block::remove(&mut person.blocks, &mut blocks, |i| goes(undo::event(i)));
    person.tally = Tally::of(blocks.values().flat_map(|(b, _)| &b.items));
    let (view, mut changed) =
        changed_history(key, Some(before), person, blocks, records, changes, world);
    // the other one again, under the key of old: references to them still hold
    let own = theirs.key.clone().unwrap_or_else(|| world.dice.key('p'));
    let mut other = Person::new(own, theirs.name, world.now.ms);
    other.profiles = theirs.profiles;
    other.notes = theirs.notes;
    other.needs = theirs.needs;
    other.promises = theirs.promises;
    other.why = theirs.why;
    other.rhythm = theirs.rhythm;
    other.mute = theirs.mute;
    other.extra = theirs.extra;
    let mut blocks = Default::default();
    other.add_passed(&mut blocks, theirs.interactions);
    changes.blocks(&other.key, blocks);
    // what was suggested would be suggested again
    if alike::are_said_alike(before, &other) {
        alike::keep_apart(before, &other, changes);
    }
    changed.extend(names(changes.person(None, other)));
    changes.delete(Key::Document(Section::Joined, link.clone()));
    Ok((view, changed))
}
