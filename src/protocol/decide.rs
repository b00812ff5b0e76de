//! What each ask answers and changes.

use std::collections::BTreeSet;

use super::reads::{RECENT, WEIGHED, draft_keys, in_all};
use super::view::{Found, ImportView, PersonView, Told, items};
use super::{Answer, Ask, Error};
use crate::backup;
use crate::dice::Dice;
use crate::history::{Block, Note};
use crate::mark::{Sighting, mark};
use crate::people::{Alias, Met, Person, Profile, Who, identify, meet, teaches};
use crate::search::{rank, words};
use crate::store::{Changes, Draft, Key, List, Notice, Record, Records};
use crate::text::{Now, Text};

/// What a decision may not know by itself.
pub struct World<'a> {
    /// The clock.
    pub now: Now,
    /// A source of keys.
    pub dice: Dice,
    /// The words.
    pub text: &'a Text,
}

/// How many people a search shows.
const SHOWN: usize = 50;

/// Answers an ask from what was read for it, and says what is to be written.
///
/// # Errors
/// Where it cannot be done; then nothing is to be written.
pub fn decide(ask: &Ask, records: &Records, world: &mut World) -> Result<(Answer, Changes), Error> {
    let mut changes = Changes::default();
    let answer = match ask {
        Ask::Marks { sightings } => marks(sightings, records, world),
        Ask::Met { sightings } => met(sightings, records, &mut changes, world),
        Ask::At { address } => at(address),
        Ask::Person { who, name } => {
            let whom = whom(who, records)?;
            Answer::Person {
                person: view(who, &whom, name.as_deref(), records, world),
            }
        }
        Ask::History { key, skip } => history(key, *skip, records, world)?,
        Ask::Note {
            who,
            name,
            text,
            place,
        } => note(
            who,
            name.as_deref(),
            text,
            place.as_deref(),
            records,
            &mut changes,
            world,
        )?,
        Ask::Draft { who, text } => draft(who, text, records, &mut changes),
        Ask::Find { query } => find(query, records, world),
        Ask::Settings {} => Answer::Settings {
            settings: records.settings(),
        },
        Ask::Choose { site, mode } => {
            let mut settings = records.settings();
            settings.sites.insert(site.clone(), *mode);
            changes.put(Key::Settings, Record::Settings(settings.clone()));
            Answer::Choose { settings }
        }
        Ask::Notices {} => notices(records, world.text),
        Ask::Told {} => {
            changes.delete(Key::Notices);
            Answer::Told {}
        }
        Ask::Export { after } => {
            let (text, next) = backup::write::decide(
                after.as_deref(),
                records,
                world.now,
                env!("CARGO_PKG_VERSION"),
            );
            Answer::Export { text, next }
        }
        Ask::Imports {} => imports(records, world),
        Ask::Undo { import } => {
            let undone = backup::undo::decide(import, records, &mut changes, world.now.ms);
            let (more, changed) = undone.ok_or_else(|| Error::NoImport(import.clone()))?;
            Answer::Undo {
                more,
                changed: names(changed),
                said: (!more).then(|| world.text.say("importUndone", &[])),
            }
        }
    };
    Ok((answer, changes))
}

fn names(aliases: BTreeSet<Alias>) -> Vec<String> {
    aliases.iter().map(Alias::to_string).collect()
}

/// The summaries by id and by handle that a sighting met.
fn met_by<'a>(
    profile: &Profile,
    records: &'a Records,
) -> (
    Option<&'a crate::history::Summary>,
    Option<&'a crate::history::Summary>,
) {
    let by_id = profile
        .id
        .as_ref()
        .and_then(|id| records.summary(&Alias::id(profile.network, id)));
    let by_handle = profile
        .handle
        .as_ref()
        .and_then(|h| records.summary(&Alias::handle(profile.network, h)));
    (by_id, by_handle)
}

fn marks(sightings: &[Sighting], records: &Records, world: &World) -> Answer {
    let mut met = Vec::new();
    let marks = sightings
        .iter()
        .map(|sighting| {
            let profile = sighting.profile()?;
            let (by_id, by_handle) = met_by(&profile, records);
            if teaches(&profile, by_id, by_handle) {
                met.push(sighting.clone());
            }
            Some(mark(
                identify(&profile, by_id, by_handle),
                world.text,
                world.now,
            ))
        })
        .collect();
    Answer::Marks { marks, met }
}

fn met(sightings: &[Sighting], records: &Records, changes: &mut Changes, world: &World) -> Answer {
    let mut told = records.notices();
    let mut changed = BTreeSet::new();
    let mut touched = BTreeSet::new();
    for profile in sightings.iter().filter_map(Sighting::profile) {
        let (by_id, by_handle) = met_by(&profile, records);
        let (id_key, handle_key) = (by_id.map(|s| &s.person), by_handle.map(|s| &s.person));
        // Somebody changed by an earlier sighting of this batch is met again next time.
        if !teaches(&profile, by_id, by_handle)
            || [id_key, handle_key]
                .into_iter()
                .flatten()
                .any(|k| touched.contains(k))
        {
            continue;
        }
        let mut owner = id_key.and_then(|k| records.person(k)).cloned();
        let mut holder = handle_key
            .filter(|k| Some(*k) != id_key)
            .and_then(|k| records.person(k))
            .cloned();
        let news = meet(&profile, owner.as_mut(), holder.as_mut());
        // The one who loses a handle is written first: the new owner's summary then takes its place.
        for (is_owner, person) in [(false, holder), (true, owner)] {
            let Some(mut person) = person else { continue };
            if !news.iter().any(|(of_owner, _)| *of_owner == is_owner) {
                continue;
            }
            if news
                .iter()
                .any(|(of_owner, met)| *of_owner == is_owner && *met == Met::Moved)
                && let Some(handle) = &profile.handle
            {
                let alias = Alias::handle(profile.network, handle).to_string();
                told.items.push(Notice {
                    alias,
                    person: person.key.clone(),
                    name: person.name.clone(),
                });
                changes.put(Key::Notices, Record::Notices(told.clone()));
            }
            person.touched = person.touched.max(world.now.ms);
            touched.insert(person.key.clone());
            changed.extend(changes.person(records.person(&person.key), person));
        }
    }
    Answer::Met {
        changed: names(changed),
    }
}

fn at(address: &str) -> Answer {
    let profile = crate::people::address::profile_at(address, None);
    Answer::At {
        who: profile.as_ref().map(Who::write),
    }
}

/// Somebody meant: known, or seen for the first time.
struct Whom<'a> {
    person: Option<&'a Person>,
    seen: Option<Profile>,
}

fn whom<'a>(who: &str, records: &'a Records) -> Result<Whom<'a>, Error> {
    match Who::read(who).ok_or_else(|| Error::Nobody(who.to_owned()))? {
        Who::Key(key) => {
            let person = records.person(&key).ok_or(Error::Gone(key))?;
            Ok(Whom {
                person: Some(person),
                seen: None,
            })
        }
        Who::Profile(profile) => {
            let (by_id, by_handle) = met_by(&profile, records);
            let person =
                identify(&profile, by_id, by_handle).and_then(|s| records.person(&s.person));
            Ok(Whom {
                person,
                seen: Some(profile),
            })
        }
    }
}

fn draft_text<'a>(who: &str, whom: &Whom, records: &'a Records) -> Option<&'a str> {
    draft_keys(who, whom.person)
        .iter()
        .find_map(|k| records.draft(k))
        .map(|d| &*d.text)
}

fn view(
    who: &str,
    whom: &Whom,
    name: Option<&str>,
    records: &Records,
    world: &World,
) -> PersonView {
    let draft = draft_text(who, whom, records);
    match (whom.person, &whom.seen) {
        (Some(person), _) => PersonView::known(
            person,
            newest(person, 0, records),
            draft,
            world.text,
            world.now,
        ),
        (None, Some(seen)) => PersonView::stranger(seen, name, draft, world.text),
        (None, None) => unreachable!("whoever is meant is known or seen"),
    }
}

fn newest<'a>(person: &Person, skip: u32, records: &'a Records) -> Option<&'a Block> {
    let info = person.blocks.iter().rev().nth(skip as usize)?;
    records.block(&person.key, info.number)
}

fn history(key: &str, skip: u32, records: &Records, world: &World) -> Result<Answer, Error> {
    let person = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let items = newest(person, skip, records)
        .map(|b| items(b, world.text, world.now))
        .unwrap_or_default();
    Ok(Answer::History {
        items,
        more: person.blocks.len() > skip as usize + 1,
    })
}

fn note(
    who: &str,
    name: Option<&str>,
    text: &str,
    place: Option<&str>,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let whom = whom(who, records)?;
    let mut person = match (whom.person, &whom.seen) {
        (Some(person), _) => person.clone(),
        (None, Some(seen)) => {
            let name = name
                .map(str::trim)
                .filter(|n| !n.is_empty())
                .map_or_else(|| seen.label(), str::to_owned);
            let mut person = Person::new(world.dice.key('p'), name, world.now.ms);
            person.profiles.push(seen.clone());
            person
        }
        (None, None) => return Err(Error::Nobody(who.to_owned())),
    };
    person.notes.push(Note {
        text: text.to_owned(),
        time: Some(world.now.moment()),
        pinned: false,
        place: place.map(str::to_owned),
        extra: Default::default(),
    });
    person.touched = world.now.ms;
    for key in draft_keys(who, whom.person) {
        if records.draft(&key).is_some() {
            changes.delete(Key::Draft(key));
        }
    }
    let view = PersonView::known(
        &person,
        newest(&person, 0, records),
        None,
        world.text,
        world.now,
    );
    let changed = changes.person(whom.person, person);
    Ok(Answer::Note {
        person: view,
        changed: names(changed),
    })
}

fn draft(who: &str, text: &str, records: &Records, changes: &mut Changes) -> Answer {
    // A draft on somebody who is gone is kept all the same: it was typed.
    let person = whom(who, records).ok().and_then(|w| w.person);
    let keys = draft_keys(who, person);
    let (first, others) = match keys.split_first() {
        Some((first, others)) => (first.clone(), others),
        None => (who.to_owned(), &[] as &[String]),
    };
    for key in others {
        if records.draft(key).is_some() {
            changes.delete(Key::Draft(key.clone()));
        }
    }
    if text.trim().is_empty() {
        if records.draft(&first).is_some() {
            changes.delete(Key::Draft(first));
        }
    } else {
        changes.put(
            Key::Draft(first),
            Record::Draft(Draft {
                text: text.to_owned(),
            }),
        );
    }
    Answer::Draft {}
}

fn find(query: &str, records: &Records, world: &World) -> Answer {
    let words = words(query);
    if words.is_empty() {
        let recent = records
            .list(&List::Recent(RECENT))
            .iter()
            .filter_map(|k| records.person(k));
        let people: Vec<Found> = recent.map(Found::of).collect();
        let empty = people
            .is_empty()
            .then(|| world.text.say("findNobodyYet", &[]));
        return Answer::Find { people, empty };
    }
    let lists: Vec<&[String]> = words
        .iter()
        .map(|w| records.list(&List::Word(w.clone())))
        .collect();
    let weighed = in_all(&lists)
        .into_iter()
        .take(WEIGHED)
        .filter_map(|k| records.person(k));
    let mut ranked: Vec<(u8, i64, &Person)> = weighed
        .filter_map(|p| Some((rank(&words, p)?, -p.touched, p)))
        .collect();
    ranked.sort_by_key(|(rank, touched, _)| (*rank, *touched));
    let people: Vec<Found> = ranked
        .into_iter()
        .take(SHOWN)
        .map(|(_, _, p)| Found::of(p))
        .collect();
    let empty = people
        .is_empty()
        .then(|| world.text.say("findNobody", &[("query", query.trim())]));
    Answer::Find { people, empty }
}

fn notices(records: &Records, text: &Text) -> Answer {
    let told = |n: &Notice| Told {
        text: text.say(
            "noticeMoved",
            &[
                (
                    "handle",
                    n.alias.split_once(':').map_or(&*n.alias, |(_, h)| h),
                ),
                ("name", &n.name),
            ],
        ),
        who: n.person.clone(),
    };
    Answer::Notices {
        notices: records.notices().items.iter().map(told).collect(),
    }
}

fn imports(records: &Records, world: &World) -> Answer {
    let mut imports: Vec<(i64, ImportView)> = records
        .list(&List::Imports)
        .iter()
        .filter_map(|key| {
            let first = records
                .list(&List::Undo(key.clone()))
                .iter()
                .filter_map(|n| n.parse().ok())
                .min()?;
            let batch = records.undo(key, first)?;
            let view = ImportView {
                key: key.clone(),
                file: batch.file.clone(),
                when: batch.time.map(|t| world.text.when(t, world.now)),
            };
            Some((-batch.time.map_or(0, |t| t.ms()), view))
        })
        .collect();
    imports.sort_by_key(|(time, _)| *time);
    Answer::Imports {
        imports: imports.into_iter().map(|(_, view)| view).collect(),
    }
}
