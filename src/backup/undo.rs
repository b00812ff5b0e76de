//! Taking an import back: each batch of an import leaves a record of what it added, and only that is removed. What was
//! typed since, or was there before, stays.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::history::{Interaction, Moment, Tally, block, former};
use crate::people::{Alias, Person, Profile};
use crate::prompt::Outcome;
use crate::store::{
    Changes, Draft, Key, List, Notice, Reading, Record, Records, Section, Settings,
};

/// What a batch added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// The file's name.
    pub file: String,
    /// When it came in.
    pub time: Option<Moment>,
    /// Person by person.
    #[serde(default)]
    pub people: Vec<Added>,
    /// Documents, by section and key.
    #[serde(default)]
    pub documents: Vec<(String, String)>,
    /// Drafts, by whom they are about.
    #[serde(default)]
    pub drafts: BTreeMap<String, Draft>,
    /// What the user is to be told.
    #[serde(default)]
    pub notices: Vec<Notice>,
    /// What became of prompts.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// Choices that were not made before.
    #[serde(default)]
    pub settings: Option<Settings>,
    /// Whether the import came to its end with it.
    #[serde(default)]
    pub ended: bool,
}

/// What a batch added to a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// The person's key.
    pub person: String,
    /// Whether the person came with the import.
    #[serde(default)]
    pub created: bool,
    /// The accounts as they were, where they changed.
    #[serde(default)]
    pub profiles_before: Option<Vec<Profile>>,
    /// And as they were left.
    #[serde(default)]
    pub profiles_after: Vec<Profile>,
    /// Fingerprints of notes, needs, promises and interactions that came.
    #[serde(default)]
    pub pieces: BTreeSet<String>,
    /// Fields that were empty before, and what came to stand in them.
    #[serde(default)]
    pub fields: BTreeMap<String, Value>,
}

/// Under this word a name stands that came for somebody who was called by an account until then.
pub const NAME: &str = "name";

/// By what a piece is known again.
pub fn piece(kind: &str, text: &str, time: Option<Moment>) -> String {
    super::fingerprint(&format!(
        "{kind}\n{text}\n{}",
        time.map(|t| t.to_string()).unwrap_or_default()
    ))
}

/// By what an interaction is known again.
pub fn event(i: &Interaction) -> String {
    super::fingerprint(&format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        i.kind, i.direction, i.time, i.network, i.place, i.excerpt
    ))
}

/// By what it is known again as it stands and as it stood before it was edited.
pub fn events_of(i: &Interaction) -> Vec<String> {
    let before = former(&i.extra).into_iter().map(|was| {
        event(&Interaction {
            excerpt: Some(was.text),
            ..i.clone()
        })
    });
    std::iter::once(event(i)).chain(before).collect()
}

/// The batch that is taken back next: the last one.
fn last(import: &str, records: &Records) -> Option<u32> {
    records
        .list(&List::Undo(import.to_owned()))
        .iter()
        .filter_map(|n| n.parse().ok())
        .max()
}

/// Needs the last batch, its people and all of their blocks.
pub fn reads(import: &str, r: &mut Reading) {
    r.list(List::Undo(import.to_owned()));
    r.want(Key::Settings);
    r.want(Key::Notices);
    r.want(Key::Outcomes);
    let Some(number) = last(import, r.records) else {
        return;
    };
    r.want(Key::Undo(import.to_owned(), number));
    let Some(batch) = r.records.undo(import, number) else {
        return;
    };
    for who in batch.drafts.keys() {
        r.want(Key::Draft(who.clone()));
    }
    for added in &batch.people {
        if let Some(person) = r.person(&added.person) {
            r.blocks(person);
        }
    }
}

/// Takes the last batch back. `None` where there is none; else whether there is more, and whose marks changed.
pub fn decide(
    import: &str,
    records: &Records,
    changes: &mut Changes,
    now: i64,
) -> Option<(bool, BTreeSet<Alias>)> {
    let number = last(import, records)?;
    let batch = records.undo(import, number)?;
    let mut changed = BTreeSet::new();
    for added in &batch.people {
        if let Some(person) = records.person(&added.person) {
            changed.extend(take_back(import, added, person, records, changes, now));
        }
    }
    for (section, key) in &batch.documents {
        if let Some(section) = Section::ALL.into_iter().find(|s| s.word() == section) {
            changes.delete(Key::Document(section, key.clone()));
        }
    }
    for (who, draft) in &batch.drafts {
        if records.draft(who) == Some(draft) {
            changes.delete(Key::Draft(who.clone()));
        }
    }
    if !batch.notices.is_empty() {
        let mut notices = records.notices();
        notices.items.retain(|n| !batch.notices.contains(n));
        match notices.items.is_empty() {
            true => changes.delete(Key::Notices),
            false => changes.put(Key::Notices, Record::Notices(notices)),
        }
    }
    if !batch.outcomes.is_empty() {
        let mut outcomes = records.outcomes();
        outcomes.items.retain(|o| !batch.outcomes.contains(o));
        match outcomes.items.is_empty() {
            true => changes.delete(Key::Outcomes),
            false => changes.put(Key::Outcomes, Record::Outcomes(outcomes)),
        }
    }
    if let Some(added) = &batch.settings {
        let mut settings = records.settings();
        settings.take_back(added);
        changes.put(Key::Settings, Record::Settings(settings));
    }
    changes.delete(Key::Undo(import.to_owned(), number));
    Some((
        records.list(&List::Undo(import.to_owned())).len() > 1,
        changed,
    ))
}

fn take_back(
    import: &str,
    added: &Added,
    before: &Person,
    records: &Records,
    changes: &mut Changes,
    now: i64,
) -> BTreeSet<Alias> {
    let mut person = before.clone();
    let came = |piece: String| added.pieces.contains(&piece);
    person
        .notes
        .retain(|n| !came(piece("note", &n.text, n.time)));
    person
        .needs
        .retain(|n| !came(piece("need", &n.text, n.time)));
    person
        .promises
        .retain(|p| !came(piece("promise", &p.text, p.due)));
    let mut blocks = records.blocks(&person);
    // those of an archive carry its key, those of Kith's own file are known by what they say; in what was edited since are the
    // user's own words
    let brought = |i: &Interaction| {
        (i.import.as_deref() == Some(import) && former(&i.extra).is_empty())
            || (!added.pieces.is_empty() && came(event(i)))
    };
    block::remove(&mut person.blocks, &mut blocks, brought);
    person.tally = Tally::of(blocks.values().flat_map(|(b, _)| &b.items));
    // What was written in its place since stays.
    let is = |have: &Option<String>, came: &Value| have.as_deref() == came.as_str();
    for (field, came) in &added.fields {
        match field.as_str() {
            "why" if is(&person.why, came) => person.why = None,
            "rhythm" if is(&person.rhythm, came) => person.rhythm = None,
            NAME if Some(&*person.name) == came.as_str() => {
                let before = added.profiles_before.as_deref().unwrap_or(&person.profiles);
                if let Some(profile) = before.first() {
                    person.name = profile.label();
                }
            }
            "mute" if person.mute.as_ref() == Some(came) => person.mute = None,
            extra if person.extra.get(extra) == Some(came) => drop(person.extra.remove(extra)),
            _ => {}
        }
    }
    changes.blocks(&person.key, blocks);
    if (added.created && person.is_bare()) || person.is_nobody() {
        return changes.forget(before);
    }
    if added.created {
        // what keeps them here may be taken back too
        person.set_only_met();
    }
    if let Some(profiles) = added.profiles_before.as_ref().filter(|_| !added.created) {
        if person.profiles == added.profiles_after {
            person.profiles = profiles.clone();
        } else {
            // Something was learned since: only accounts that came whole go.
            let came = |p: &Profile| added.profiles_after.contains(p) && !profiles.contains(p);
            person.profiles.retain(|p| !came(p));
        }
    }
    person.touched = now;
    changes.person(Some(before), person)
}
