//! What each ask answers and changes.

use std::collections::BTreeSet;

use super::ask::{Filter, Passed};
use super::connect;
use super::reads::{RECENT, candidates, draft_keys, looked_through};
use super::view::{Found, ImportView, PersonView, Told, items, labels};
use super::{Answer, Ask, Error};
use super::{alike, edit, link, loose, observe};
use crate::backup;
use crate::copy;
use crate::dice::Dice;
use crate::history::{Block, Interaction, Need, Note, Promise, Source, block, post};
use crate::mark::{Sighting, mark};
use crate::people::{Alias, Met, Person, Profile, Who, identify, meet, teaches};
use crate::prompt::holds;
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

/// Answers an ask from what was read for it, and says what is to be written.
///
/// # Errors
/// Where it cannot be done; then nothing is to be written.
pub fn decide(ask: &Ask, records: &Records, world: &mut World) -> Result<(Answer, Changes), Error> {
    let mut changes = Changes::default();
    let answer = match ask {
        Ask::Marks { sightings } => marks(sightings, records, world),
        Ask::Posts { sightings } => loose::posts(sightings, records),
        Ask::Own { sighting } => own(sighting, records, &mut changes),
        Ask::Met { sightings } => met(sightings, records, &mut changes, world),
        Ask::At { address } => at(address),
        Ask::Person { who, name } => {
            let whom = whom(who, records)?;
            // somebody new, by the name that was typed
            let typed = who.strip_prefix("name:");
            Answer::Person {
                person: view(who, &whom, name.as_deref().or(typed), records, world),
            }
        }
        Ask::History { key, skip, filter } => history(key, *skip, filter, records, world)?,
        Ask::Note {
            who,
            name,
            text,
            place,
            passed,
            also,
        } => {
            let typed = Typed {
                text: text.trim(),
                place: place.as_deref(),
                passed: *passed,
            };
            let (person, mut changed) =
                note(who, name.as_deref(), &typed, records, &mut changes, world)?;
            let mut about = BTreeSet::from([person.who.clone()]);
            for who in also {
                let key = whom(who, records)?.person.map(|p| p.key.clone());
                if about.insert(key.unwrap_or_else(|| who.clone())) {
                    changed.extend(note(who, None, &typed, records, &mut changes, world)?.1);
                }
            }
            let before = whom(who, records)?.person;
            for key in draft_keys(who, before) {
                if records.draft(&key).is_some() {
                    changes.delete(Key::Draft(key));
                }
            }
            Answer::Note { person, changed }
        }
        Ask::Why { who, name, text } => {
            let (before, mut person) = someone(who, name.as_deref(), records, world)?;
            person.why = Some(text.trim().to_owned()).filter(|why| !why.is_empty());
            let (person, changed) =
                changed_person(who, before, person, records, &mut changes, world);
            Answer::Why { person, changed }
        }
        Ask::Label {
            who,
            name,
            label,
            on,
        } => {
            let label = label.trim();
            if label.is_empty() {
                return Err(Error::Empty);
            }
            let (before, mut person) = someone(who, name.as_deref(), records, world)?;
            // what is taken off stays in the list, at its number
            let mut settings = records.settings();
            let known = settings.labels.len();
            for label in person.labels().into_iter().chain([label.to_owned()]) {
                if !settings.labels.contains(&label) {
                    settings.labels.push(label);
                }
            }
            if settings.labels.len() > known {
                changes.put(Key::Settings, Record::Settings(settings.clone()));
            }
            person.set_label(label, *on);
            let own = person.labels();
            let (mut person, changed) =
                changed_person(who, before, person, records, &mut changes, world);
            person.labels = labels(&settings.labels, &own);
            Answer::Label { person, changed }
        }
        Ask::Unlist { label } => {
            let mut settings = records.settings();
            settings.labels.retain(|l| l != label);
            let labels = settings.labels.clone();
            changes.put(Key::Settings, Record::Settings(settings));
            Answer::Unlist { labels }
        }
        Ask::Needs { who, name, text } => {
            let (before, mut person) = someone(who, name.as_deref(), records, world)?;
            let text = text.trim().to_owned();
            if text.is_empty() {
                return Err(Error::Empty);
            }
            person.needs.push(Need {
                text,
                time: Some(world.now.moment()),
                met: false,
                extra: Default::default(),
            });
            let (person, changed) =
                changed_person(who, before, person, records, &mut changes, world);
            Answer::Needs { person, changed }
        }
        Ask::Need { key, text, met } => {
            let (before, mut person) = someone(key, None, records, world)?;
            let needs = person.needs.iter_mut().filter(|n| n.text == *text);
            needs.for_each(|need| need.met = *met);
            let (person, changed) =
                changed_person(key, before, person, records, &mut changes, world);
            Answer::Need { person, changed }
        }
        Ask::Promise {
            who,
            name,
            text,
            due,
        } => {
            let (before, mut person) = someone(who, name.as_deref(), records, world)?;
            let text = text.trim().to_owned();
            if text.is_empty() {
                return Err(Error::Empty);
            }
            let due = due.as_deref().filter(|due| !due.is_empty());
            let due = due.map(|due| due.parse().map_err(Error::NoDay));
            person.promises.push(Promise {
                text,
                due: due.transpose()?,
                kept: false,
                extra: Default::default(),
            });
            let (person, changed) =
                changed_person(who, before, person, records, &mut changes, world);
            Answer::Promise { person, changed }
        }
        Ask::Kept { key, piece, kept } => {
            let (person, changed) = edit::change(key, records, &mut changes, world, |person| {
                edit::keep(person, piece, *kept)
            })?;
            Answer::Kept { person, changed }
        }
        Ask::Open {} => edit::open(records, world),
        Ask::Name { key, name } => {
            let name = name.trim();
            if name.is_empty() {
                return Err(Error::Empty);
            }
            let (person, changed) = edit::change(key, records, &mut changes, world, |person| {
                name.clone_into(&mut person.name);
                true
            })?;
            Answer::Name { person, changed }
        }
        Ask::Edit { key, piece, text } => {
            let (person, changed) = edit::edit(key, piece, text, records, &mut changes, world)?;
            Answer::Edit { person, changed }
        }
        Ask::Pin { key, piece, on } => {
            let (person, changed) = edit::change(key, records, &mut changes, world, |person| {
                edit::pin(person, piece, *on)
            })?;
            Answer::Pin { person, changed }
        }
        Ask::Link { key, with, reason } => {
            let meant = link::meant(with).ok_or_else(|| Error::Nobody(with.clone()))?;
            let other = whom(&meant.written(), records)?;
            let mut linked = other.person.map(|p| p.profiles.clone()).unwrap_or_default();
            linked.extend(other.seen.clone());
            let first = linked.first().and_then(|p| p.aliases().last());
            let account = first.map(|a| a.to_string()).unwrap_or_default();
            let (person, changed) = match (other.person, other.seen) {
                (Some(other), _) if other.key == *key => return Err(Error::Same),
                (Some(other), _) => link::join(key, other, reason, records, &mut changes, world)?,
                (None, Some(profile)) => {
                    link::link_profile(key, profile, reason, records, &mut changes, world)?
                }
                (None, None) => return Err(Error::Nobody(with.clone())),
            };
            Answer::Link {
                person,
                account,
                changed,
            }
        }
        Ask::Unlink { key, account } => {
            let (person, changed) = link::unlink(key, account, records, &mut changes, world)?;
            Answer::Unlink { person, changed }
        }
        Ask::Delete { key, piece } => {
            edit::delete(key, piece.as_deref(), records, &mut changes, world)?
        }
        Ask::Bin {} => edit::bin(records, &mut changes, world),
        Ask::Restore { bin } => edit::restore(bin, records, &mut changes, world)?,
        Ask::Empty { bin } => edit::empty(bin.as_deref(), records, &mut changes),
        Ask::Prompt { sighting } => connect::prompt(sighting, records, world)?,
        Ask::Chosen { sighting, choice } => {
            connect::chosen(sighting, choice, records, &mut changes, world)?
        }
        Ask::Gesture {
            sighting,
            did,
            done,
        } => observe::gesture(sighting, did, *done, records, &mut changes, world)?,
        Ask::Noticed { seen } => observe::noticed(seen, records, &mut changes, world)?,
        Ask::Alike { key } => alike::alike(key, records, world)?,
        Ask::Apart { key, with, on } => alike::apart(key, with, *on, records, &mut changes)?,
        Ask::Observe { what, on } => observe::observe(what, *on, records, &mut changes),
        Ask::Way { who, name, way } => connect::way(who, name.as_deref(), way, records, world)?,
        Ask::Mute { mute, on } => connect::mute(mute, *on, records, &mut changes, world)?,
        Ask::Mutes {} => connect::mutes(records, world),
        Ask::Outcomes {} => connect::outcomes(records, world),
        Ask::Draft { who, text } => draft(who, text, records, &mut changes),
        Ask::Find { query, most } => find(query, most.unwrap_or(RECENT), records, world),
        Ask::Settings {} => Answer::Settings {
            settings: records.settings(),
        },
        Ask::Choose { site, mode } => {
            let mut settings = records.settings();
            settings.sites.insert(site.clone(), *mode);
            changes.put(Key::Settings, Record::Settings(settings.clone()));
            Answer::Choose { settings }
        }
        Ask::Discreet { on } => {
            let mut settings = records.settings();
            let on = on.unwrap_or(!settings.discreet);
            let everywhere = on != settings.discreet;
            settings.discreet = on;
            changes.put(Key::Settings, Record::Settings(settings));
            Answer::Discreet { on, everywhere }
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
        Ask::Copy { form, after } => {
            let (text, next) =
                copy::decide(*form, after.as_deref(), records, world.text, world.now);
            Answer::Copy { text, next }
        }
        Ask::Begun { make } => {
            let mut id = records.begun().map(str::to_owned);
            if id.is_none() && *make {
                let new = world.dice.key('k');
                changes.put(Key::Begun, Record::Begun(new.clone()));
                id = Some(new);
            }
            Answer::Begun { id }
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

pub fn names(aliases: BTreeSet<Alias>) -> Vec<String> {
    aliases.iter().map(Alias::to_string).collect()
}

/// The summaries by id and by handle that a sighting met.
pub fn met_by<'a>(
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
    let settings = records.settings();
    let marks = sightings
        .iter()
        .map(|sighting| {
            let profile = sighting.profile()?;
            if settings.is_own(&profile) {
                if !settings.clone().add_own(&profile).is_empty() {
                    met.push(sighting.clone());
                }
                return None;
            }
            let (by_id, by_handle) = met_by(&profile, records);
            if teaches(&profile, by_id, by_handle) {
                met.push(sighting.clone());
            }
            if settings.discreet {
                return None;
            }
            let summary = identify(&profile, by_id, by_handle);
            let hold = holds(summary, &settings.mutes, profile.network, world.now);
            Some(mark(summary, hold, world.text, world.now))
        })
        .collect();
    Answer::Marks { marks, met }
}

fn own(sighting: &Sighting, records: &Records, changes: &mut Changes) -> Answer {
    let mut settings = records.settings();
    let new = sighting
        .profile()
        .map(|profile| settings.add_own(&profile))
        .unwrap_or_default();
    if !new.is_empty() {
        changes.put(Key::Settings, Record::Settings(settings));
    }
    Answer::Own { changed: new }
}

fn met(
    sightings: &[Sighting],
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Answer {
    let mut told = records.notices();
    let mut changed = BTreeSet::new();
    let mut touched = BTreeSet::new();
    let mut settings = records.settings();
    let before = settings.own.len();
    for sighting in sightings {
        let Some(profile) = sighting.profile() else {
            continue;
        };
        if settings.is_own(&profile) {
            settings.add_own(&profile);
            continue;
        }
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
            let before = records.person(&person.key);
            if is_owner && before.is_some_and(Person::is_nameless) {
                let shown = sighting.name.clone().filter(|n| !n.trim().is_empty());
                person.name = shown.unwrap_or_else(|| profile.label());
            }
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
    for sighting in sightings {
        let Some(profile) = sighting.profile().filter(|p| !settings.is_own(p)) else {
            continue;
        };
        let (by_id, by_handle) = met_by(&profile, records);
        let known = identify(&profile, by_id, by_handle).and_then(|s| records.person(&s.person));
        let alias = profile.aliases().next().map(|a| a.to_string());
        let seen = known.map(|p| p.key.clone()).or(alias);
        // as above: the others wait for the next time that the post is met
        if seen.is_none_or(|seen| !touched.insert(seen)) {
            continue;
        }
        if let Some((_, aliases)) = loose::join(sighting, known, records, changes, world) {
            changed.extend(aliases);
        }
    }
    let mut changed = names(changed);
    if settings.own.len() > before {
        // who was taken for somebody else has no mark any more
        changed.extend(settings.own.iter().cloned());
        changes.put(Key::Settings, Record::Settings(settings));
    }
    Answer::Met { changed }
}

fn at(address: &str) -> Answer {
    let profile = crate::people::address::profile_at(address, None);
    Answer::At {
        who: profile.as_ref().map(Who::write),
    }
}

/// The person behind a profile.
pub fn behind<'a>(profile: &Profile, records: &'a Records) -> Option<&'a Person> {
    let (by_id, by_handle) = met_by(profile, records);
    identify(profile, by_id, by_handle).and_then(|s| records.person(&s.person))
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
        Who::Profile(profile) => Ok(Whom {
            person: behind(&profile, records),
            seen: Some(profile),
        }),
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
            &records.settings().labels,
            world.text,
            world.now,
        ),
        (None, Some(seen)) => {
            let labels = records.settings().labels;
            PersonView::stranger(seen, name, draft, &labels, world.text)
        }
        (None, None) => unreachable!("whoever is meant is known or seen"),
    }
}

fn newest<'a>(person: &Person, skip: u32, records: &'a Records) -> Option<&'a Block> {
    let info = person.blocks.iter().rev().nth(skip as usize)?;
    records.block(&person.key, info.number)
}

fn history(
    key: &str,
    skip: u32,
    filter: &Filter,
    records: &Records,
    world: &World,
) -> Result<Answer, Error> {
    let person = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let (mut shown, mut looked) = (Vec::new(), skip);
    for block in looked_through(person, skip, filter, records) {
        shown.extend(items(block, filter, world.text, world.now));
        looked += 1;
    }
    Ok(Answer::History {
        items: shown,
        skip: looked,
        more: (looked as usize) < person.blocks.len(),
    })
}

/// The person somebody means, as they were and as they are to be; somebody new where the user has them not yet.
pub fn someone<'a>(
    who: &str,
    name: Option<&str>,
    records: &'a Records,
    world: &mut World,
) -> Result<(Option<&'a Person>, Person), Error> {
    let whom = whom(who, records)?;
    if let Some(person) = whom.person {
        return Ok((Some(person), person.clone()));
    }
    let seen = whom.seen.ok_or_else(|| Error::Nobody(who.to_owned()))?;
    let name = name
        .map(str::trim)
        .filter(|n| !n.is_empty())
        .map_or_else(|| seen.label(), str::to_owned);
    let mut person = Person::new(world.dice.key('p'), name, world.now.ms);
    person.profiles.push(seen);
    Ok((None, person))
}

/// Writes a person who was changed by hand, and says how they are now.
pub fn changed_person(
    who: &str,
    before: Option<&Person>,
    person: Person,
    records: &Records,
    changes: &mut Changes,
    world: &World,
) -> (PersonView, Vec<String>) {
    changed(who, before, person, None, records, changes, world)
}

/// The same for one of whose blocks some changed: these are written too.
pub fn changed_history(
    who: &str,
    before: Option<&Person>,
    person: Person,
    blocks: block::Blocks,
    records: &Records,
    changes: &mut Changes,
    world: &World,
) -> (PersonView, Vec<String>) {
    let last = person.blocks.last().and_then(|i| blocks.get(&i.number));
    let last = last.map(|(block, _)| block.clone());
    changes.blocks(&person.key, blocks);
    changed(who, before, person, last.as_ref(), records, changes, world)
}

/// `last` is the newest block, where it may have changed.
fn changed(
    who: &str,
    before: Option<&Person>,
    mut person: Person,
    last: Option<&Block>,
    records: &Records,
    changes: &mut Changes,
    world: &World,
) -> (PersonView, Vec<String>) {
    person.touched = world.now.ms;
    let draft = draft_keys(who, before)
        .iter()
        .find_map(|k| records.draft(k));
    let view = PersonView::known(
        &person,
        last.or_else(|| newest(&person, 0, records)),
        draft.map(|d| &*d.text),
        &records.settings().labels,
        world.text,
        world.now,
    );
    (view, names(changes.person(before, person)))
}

/// What was typed into the note box.
struct Typed<'a> {
    text: &'a str,
    place: Option<&'a str>,
    passed: Option<Passed>,
}

fn note(
    who: &str,
    name: Option<&str>,
    typed: &Typed,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<(PersonView, Vec<String>), Error> {
    if typed.text.is_empty() && typed.passed.is_none() {
        return Err(Error::Empty);
    }
    let (before, mut person) = someone(who, name, records, world)?;
    let time = Some(world.now.moment());
    let (needs, text) = needs_in(typed.text, world.text);
    let with_needs = !needs.is_empty();
    person.needs.extend(needs.into_iter().map(|text| Need {
        text,
        time,
        met: false,
        extra: Default::default(),
    }));
    let place = typed.place.and_then(post::address);
    let mut blocks = records.blocks(&person);
    if let Some(Passed { kind, direction }) = typed.passed {
        let passed = Interaction {
            kind,
            direction,
            time,
            network: before
                .is_none()
                .then(|| person.profiles.first().map(|p| p.network))
                .flatten(),
            place,
            excerpt: Some(text).filter(|t| !t.is_empty()),
            source: Some(Source::Typed),
            import: None,
            extra: Default::default(),
        };
        person.add_passed(&mut blocks, vec![passed]);
    } else if !text.is_empty() || !with_needs {
        person.notes.push(Note {
            text,
            time,
            pinned: false,
            place,
            extra: Default::default(),
        });
    }
    person.touched = world.now.ms;
    let last = person.blocks.last().and_then(|i| blocks.get(&i.number));
    let last = last.map(|(block, _)| block);
    let labels = records.settings().labels;
    let view = PersonView::known(&person, last, None, &labels, world.text, world.now);
    changes.blocks(&person.key, blocks);
    let changed = changes.person(before, person);
    Ok((view, names(changed)))
}

/// Lines that say what somebody needs (`needs: a Rust mentor`), and the rest of the text.
fn needs_in(text: &str, words: &Text) -> (Vec<String>, String) {
    let word = words.say("needWord", &[]).to_lowercase();
    let need = |line: &str| {
        let (before, after) = line.split_once(':')?;
        let is_need = before.trim().to_lowercase() == word && !after.trim().is_empty();
        is_need.then(|| after.trim().to_owned())
    };
    let needs = text.lines().filter_map(need).collect();
    let rest: Vec<&str> = text.lines().filter(|l| need(l).is_none()).collect();
    (needs, rest.join("\n").trim().to_owned())
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

fn find(query: &str, most: u32, records: &Records, world: &World) -> Answer {
    let words = words(query);
    let shown = most as usize;
    if words.is_empty() {
        let recent = records.list(&List::Recent(most.saturating_add(1)));
        let more = recent.len() > shown;
        let recent = recent.iter().take(shown).filter_map(|k| records.person(k));
        let people: Vec<Found> = recent.map(|p| Found::of(p, world.text)).collect();
        let empty = people
            .is_empty()
            .then(|| world.text.say("findNobodyYet", &[]));
        return Answer::Find {
            people,
            more,
            empty,
        };
    }
    let found = candidates(&words, |list| records.read_list(&list)).unwrap_or_default();
    let weighed = found.into_iter().filter_map(|k| records.person(k));
    let mut ranked: Vec<(u8, i64, &Person)> = weighed
        .filter_map(|p| Some((rank(&words, p)?, -p.touched, p)))
        .collect();
    ranked.sort_by_key(|(rank, touched, _)| (*rank, *touched));
    let more = ranked.len() > shown;
    let people: Vec<Found> = ranked
        .into_iter()
        .take(shown)
        .map(|(_, _, p)| Found::of(p, world.text))
        .collect();
    let empty = people
        .is_empty()
        .then(|| world.text.say("findNobody", &[("query", query.trim())]));
    Answer::Find {
        people,
        more,
        empty,
    }
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
            let numbers = records.list(&List::Undo(key.clone())).iter();
            let numbers = numbers.filter_map(|n| n.parse().ok());
            let batch = records.undo(key, numbers.clone().min()?)?;
            let last = records.undo(key, numbers.max()?)?;
            let view = ImportView {
                key: key.clone(),
                file: batch.file.clone(),
                ended: last.ended,
                when: batch.time.map(|t| world.text.when(t, world.now)),
            };
            Some((-batch.time.map_or(0, |t| t.ms()), view))
        })
        .collect();
    imports.sort_by_key(|(time, _)| *time);
    // what broke off is whole once the same file came in to its end
    let ended = imports.iter().filter(|(_, view)| view.ended);
    let whole: Vec<(i64, String)> = ended.map(|(t, view)| (*t, view.file.clone())).collect();
    for (time, view) in &mut imports {
        view.ended |= whole
            .iter()
            .any(|(since, file)| since <= time && *file == view.file);
    }
    Answer::Imports {
        imports: imports.into_iter().map(|(_, view)| view).collect(),
    }
}
