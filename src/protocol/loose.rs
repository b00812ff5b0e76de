//! What the user did on a post whose author the archive does not name: it waits under the post's address, and joins the author when
//! that post is met on a page.

use std::collections::BTreeSet;

use super::{Answer, World};
use crate::backup::undo::{Added, Batch, event};
use crate::history::{Interaction, Kind, post};
use crate::mark::Sighting;
use crate::people::{Alias, Person};
use crate::store::{Changes, Key, List, Reading, Record, Records, Section};

/// The spot at which the name of a post's author stands.
const AUTHOR: &str = "author";
/// So many acts on one post are looked for.
const MOST: u32 = 20;

/// The post whose author's name this is, as loose things are kept by it.
fn post_of(sighting: &Sighting) -> Option<String> {
    let post = sighting
        .post()
        .filter(|_| sighting.spot.as_deref() == Some(AUTHOR))?;
    Some(format!("{} ", post::key(&post)))
}

fn list(post: String) -> List {
    List::Loose(post, MOST)
}

fn anything() -> List {
    List::Loose(String::new(), 1)
}

/// Needs to know whether anything loose waits for the authors seen.
pub fn looks(sightings: &[Sighting], r: &mut Reading) {
    let posts: BTreeSet<String> = sightings.iter().filter_map(post_of).collect();
    // most stores hold nothing loose: then one look is enough
    if !posts.is_empty() && !r.list(anything()).is_empty() {
        for post in posts {
            r.list(list(post));
        }
    }
}

/// The keys of what waits for the author seen.
fn waiting<'a>(sighting: &Sighting, records: &'a Records) -> &'a [String] {
    post_of(sighting).map_or(&[], |post| records.list(&list(post)))
}

/// For which of the authors seen something waits.
pub fn posts(sightings: &[Sighting], records: &Records) -> Answer {
    let waits = |s: &&Sighting| !waiting(s, records).is_empty();
    Answer::Posts {
        met: sightings.iter().filter(waits).cloned().collect(),
        any: !records.list(&anything()).is_empty(),
    }
}

/// Needs what waits, and of the one whom it joins the blocks that it belongs to.
pub fn reads(sighting: &Sighting, known: Option<&Person>, r: &mut Reading) {
    for key in waiting(sighting, r.records) {
        r.want(Key::Document(Section::Loose, key.clone()));
    }
    let waiting = acts(sighting, r.records);
    if let Some(person) = known {
        r.blocks(person);
    }
    for import in waiting.iter().filter_map(|(_, one)| one.import.as_ref()) {
        r.list(List::Undo(import.clone()));
    }
}

fn last(numbers: &[String]) -> Option<u32> {
    numbers.iter().filter_map(|n| n.parse().ok()).max()
}

fn acts(sighting: &Sighting, records: &Records) -> Vec<(String, Interaction)> {
    let keys = waiting(sighting, records).iter();
    keys.filter_map(|key| {
        let value = records.document(Section::Loose, key)?.clone();
        Some((key.clone(), serde_json::from_value(value).ok()?))
    })
    .collect()
}

/// Gives the author seen what waited for them; the author becomes somebody of Kith by it. An undo of the import takes it away again.
pub fn join(
    sighting: &Sighting,
    before: Option<&Person>,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Option<(String, BTreeSet<Alias>)> {
    let profile = sighting.profile()?;
    let waited = acts(sighting, records);
    if waited.is_empty() {
        return None;
    }
    let mut person = before.cloned().unwrap_or_else(|| {
        let name = sighting.name.clone().filter(|n| !n.trim().is_empty());
        let name = name.unwrap_or_else(|| profile.label());
        let mut person = Person::new(world.dice.key('p'), name, world.now.ms);
        person.profiles.push(profile);
        person
    });
    let mut blocks = records.blocks(&person);
    for (key, one) in waited {
        let import = one.import.clone();
        let piece = event(&one);
        changes.delete(Key::Document(Section::Loose, key));
        let there =
            |other: &Interaction| other.same_act(&one) && (once(&one) || other.about_when(&one));
        if blocks
            .values()
            .any(|(block, _)| block.items.iter().any(there))
        {
            continue; // seen on the page as it was done
        }
        let before_it = person.tally.total;
        person.add_passed(&mut blocks, vec![one]);
        if let Some(import) = import.filter(|_| person.tally.total > before_it) {
            batch(import, &person, before.is_none(), piece, records, changes);
        }
    }
    person.touched = person.touched.max(world.now.ms);
    changes.blocks(&person.key, blocks);
    Some((person.key.clone(), changes.person(before, person)))
}

/// Whether it is done once to a post.
fn once(one: &Interaction) -> bool {
    matches!(one.kind, Kind::Reaction | Kind::Share)
}

/// Notes the piece down as a further batch of the import that brought it.
fn batch(
    import: String,
    person: &Person,
    created: bool,
    piece: String,
    records: &Records,
    changes: &mut Changes,
) {
    let Some(last) = last(records.list(&List::Undo(import.clone()))) else {
        return;
    };
    // each of this ask has a number of its own
    let number = last + 1 + changes.changes.len() as u32;
    let batch = Batch {
        people: vec![Added {
            person: person.key.clone(),
            created,
            pieces: BTreeSet::from([piece]),
            ..Added::default()
        }],
        ..Batch::default()
    };
    changes.put(Key::Undo(import, number), Record::Undo(batch));
}
