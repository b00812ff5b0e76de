//! What each ask needs.

use super::decide::met_by;
use super::{Ask, Filter, alike, edit, link, loose};
use crate::backup;
use crate::history::Block;
use crate::mark::Sighting;
use crate::people::{Alias, NAMED, Person, Profile, Who, identify};
use crate::prompt::Mute;
use crate::search::words;
use crate::store::{Key, List, Reading, Records};

/// How many people a search weighs before it answers with the best; so common a word needs another beside it.
pub const WEIGHED: usize = 80;
/// Where so many are found by their names, nobody is looked for by anything else: they fill the list.
const ENOUGH: usize = 50;
/// How many people stand in a list where nothing is looked for.
pub const RECENT: u32 = 50;

/// Walks through what an ask needs, noting down what is missing.
pub fn reads(ask: &Ask, r: &mut Reading) {
    match ask {
        Ask::Marks { sightings } => {
            r.want(Key::Settings);
            for profile in sightings.iter().filter_map(|s| s.profile()) {
                for alias in profile.aliases() {
                    r.summary(alias);
                }
            }
        }
        Ask::Posts { sightings } => loose::looks(sightings, r),
        Ask::Own { .. } => r.want(Key::Settings),
        Ask::Met { sightings } => {
            r.want(Key::Notices);
            r.want(Key::Settings);
            loose::looks(sightings, r);
            for sighting in sightings {
                let Some(profile) = sighting.profile() else {
                    continue;
                };
                for alias in profile.aliases() {
                    if let Some(summary) = r.summary(alias) {
                        r.person(&summary.person);
                    }
                }
                let known = met_by(&profile, r.records);
                let known = identify(&profile, known.0, known.1);
                let known = known.and_then(|summary| r.records.person(&summary.person));
                loose::reads(sighting, known, r);
            }
        }
        Ask::At { .. } => {}
        Ask::Person { who, .. }
        | Ask::Why { who, .. }
        | Ask::Needs { who, .. }
        | Ask::Label { who, .. }
        | Ask::Need { key: who, .. }
        | Ask::Promise { who, .. }
        | Ask::Kept { key: who, .. }
        | Ask::Name { key: who, .. }
        | Ask::Pin { key: who, .. } => shown(who, r),
        Ask::Link { key, with, .. } => {
            shown(key, r);
            if let Some(with) = link::meant(with).map(|with| with.written()) {
                shown(&with, r);
                for who in [key, &with] {
                    if let Some(person) = whom(who, r) {
                        r.blocks(person);
                    }
                }
            }
        }
        Ask::Unlink { key, .. } => {
            shown(key, r);
            link::reads(r);
            pieces(key, None, r);
        }
        Ask::Edit { key, piece, .. } => {
            shown(key, r);
            pieces(key, Some(piece), r);
        }
        Ask::Delete { key, piece } => {
            shown(key, r);
            r.want(Key::Settings);
            edit::bin_reads(r);
            pieces(key, piece.as_deref(), r);
        }
        Ask::Open {} => edit::open_reads(r),
        Ask::Bin {} | Ask::Empty { bin: None } => edit::bin_reads(r),
        Ask::Empty { bin: Some(_) } => {}
        Ask::Restore { bin } => edit::restore_reads(bin, r),
        Ask::Note {
            who, passed, also, ..
        } => {
            for who in std::iter::once(who).chain(also) {
                shown(who, r);
                if passed.is_some()
                    && let Some(person) = whom(who, r)
                {
                    r.blocks(person);
                }
            }
        }
        Ask::Unlist { .. } => r.want(Key::Settings),
        Ask::Prompt { sighting } => {
            r.want(Key::Outcomes);
            sighted(sighting, r);
        }
        Ask::Chosen { sighting, .. } => {
            r.want(Key::Outcomes);
            r.want(Key::Settings);
            if let Some(person) = sighted(sighting, r) {
                r.want(Key::Draft(person.key.clone()));
            }
        }
        Ask::Gesture { sighting, .. } => {
            r.want(Key::Settings);
            if let Some(person) = sighted(sighting, r) {
                r.blocks(person);
                r.want(Key::Draft(person.key.clone()));
            }
        }
        Ask::Noticed { seen } => {
            r.want(Key::Settings);
            for noticed in seen {
                if let Some(person) = sighted(&noticed.sighting, r) {
                    r.blocks(person);
                }
            }
        }
        Ask::Observe { .. } => r.want(Key::Settings),
        Ask::Alike { key } => alike::reads(key, r),
        Ask::Apart { key, with, .. } => {
            alike::pairs(r);
            r.person(key);
            r.person(with);
        }
        Ask::Way { who, .. } => drop(whom(who, r)),
        Ask::Mute { mute, .. } => {
            r.want(Key::Settings);
            if let Mute::Person { who } = mute
                && let Some(person) = whom(who, r)
            {
                r.want(Key::Draft(person.key.clone()));
            }
        }
        Ask::Mutes {} => super::connect::mutes_reads(r),
        Ask::Outcomes {} => r.want(Key::Outcomes),
        Ask::Draft { who, .. } => {
            let person = whom(who, r);
            drafts(who, person, r);
        }
        Ask::History { key, skip, filter } => {
            if let Some(person) = r.person(key) {
                let looked = looked_through(person, *skip, filter, r.records).count() as u32;
                let enough = looked > 0 && shown_of(person, *skip, filter, r.records) >= PART;
                for ahead in (0..AHEAD).take_while(|_| !enough) {
                    newest(person, *skip + looked + ahead, r);
                }
            }
        }
        Ask::Find { query, most } => find(query, most.unwrap_or(RECENT), r),
        Ask::Settings {} | Ask::Choose { .. } | Ask::Discreet { .. } => r.want(Key::Settings),
        Ask::Notices {} | Ask::Told {} => r.want(Key::Notices),
        Ask::Export { after } => backup::write::reads(after.as_deref(), r),
        Ask::Copy { after, .. } => backup::write::reads(after.as_deref(), r),
        Ask::Begun { .. } => r.want(Key::Begun),
        Ask::Imports {} => {
            for key in r.list(List::Imports) {
                // the first says when it began, the last whether it ended
                let numbers = r.list(List::Undo(key.clone())).iter();
                let numbers = numbers.filter_map(|n| n.parse().ok());
                for number in numbers.clone().min().into_iter().chain(numbers.max()) {
                    r.want(Key::Undo(key.clone(), number));
                }
            }
        }
        Ask::Undo { import } => backup::undo::reads(import, r),
    }
}

/// The person somebody means, by key or by the profile's aliases.
fn whom<'a>(who: &str, r: &mut Reading<'a>) -> Option<&'a Person> {
    match Who::read(who)? {
        Who::Key(key) => r.person(&key),
        Who::Profile(profile) => behind(&profile, r),
    }
}

fn sighted<'a>(sighting: &Sighting, r: &mut Reading<'a>) -> Option<&'a Person> {
    behind(&sighting.profile()?, r)
}

/// The person behind a profile: by id, or else by handle.
fn behind<'a>(profile: &Profile, r: &mut Reading<'a>) -> Option<&'a Person> {
    let aliases: Vec<Alias> = profile.aliases().collect();
    let mut found = None;
    for alias in aliases {
        if let Some(summary) = r.summary(alias) {
            let person = r.person(&summary.person);
            found = found.or(person);
        }
    }
    found
}

/// Needs everything that is shown of a person.
fn shown(who: &str, r: &mut Reading) {
    r.want(Key::Settings);
    let person = whom(who, r);
    drafts(who, person, r);
    if let Some(person) = person {
        newest(person, 0, r);
    }
}

/// Drafts stand under the person's key once there is one, before that under the profile.
fn drafts(who: &str, person: Option<&Person>, r: &mut Reading) {
    for key in draft_keys(who, person) {
        r.want(Key::Draft(key));
    }
}

/// Where a draft on somebody may stand, the one to write to first.
pub fn draft_keys(who: &str, person: Option<&Person>) -> Vec<String> {
    let aliases = match Who::read(who) {
        Some(Who::Profile(profile)) => last_alias(&profile).into_iter().collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let of_person = person
        .iter()
        .flat_map(|p| p.profiles.iter())
        .filter_map(last_alias);
    let mut keys: Vec<String> = person
        .map(|p| p.key.clone())
        .into_iter()
        .chain(aliases)
        .chain(of_person)
        .collect();
    let mut seen = std::collections::HashSet::new();
    keys.retain(|k| seen.insert(k.clone()));
    keys
}

/// The alias by which a page most often names a profile: the handle, or the id where there is none.
fn last_alias(profile: &Profile) -> Option<String> {
    profile.aliases().last().map(|a| a.to_string())
}

/// So many blocks are read at a time, where a filter lets little pass.
const AHEAD: u32 = 4;
/// How many interactions are enough for one answer.
const PART: usize = 50;

/// The blocks that an answer on a history goes through, newest first: until it has enough, or nothing more was read.
pub fn looked_through<'a>(
    person: &'a Person,
    skip: u32,
    filter: &'a Filter,
    records: &'a Records,
) -> impl Iterator<Item = &'a Block> + 'a {
    let mut found = 0;
    let newest = person.blocks.iter().rev().skip(skip as usize);
    newest
        .map_while(|info| records.block(&person.key, info.number))
        .take_while(move |block| {
            let more = found < PART;
            found += block.items.iter().filter(|i| filter.takes(i)).count();
            more
        })
}

fn shown_of(person: &Person, skip: u32, filter: &Filter, records: &Records) -> usize {
    let takes = |block: &Block| block.items.iter().filter(|i| filter.takes(i)).count();
    looked_through(person, skip, filter, records)
        .map(takes)
        .sum()
}

/// Needs all blocks where a piece stands in one of them, or the whole person is meant.
fn pieces(key: &str, piece: Option<&str>, r: &mut Reading) {
    if let Some(person) = r.person(key)
        && piece.is_none_or(edit::in_blocks)
    {
        r.blocks(person);
    }
}

fn newest(person: &Person, skip: u32, r: &mut Reading) {
    if let Some(info) = person.blocks.iter().rev().nth(skip as usize) {
        r.want(Key::Block(person.key.clone(), info.number));
    }
}

fn find(query: &str, most: u32, r: &mut Reading) {
    let words = words(query);
    if words.is_empty() {
        for key in r.list(List::Recent(most.saturating_add(1))) {
            r.person(key);
        }
        return;
    }
    let records = r.records;
    let found = candidates(&words, |list| {
        r.list(list.clone());
        records.read_list(&list)
    });
    for key in found.unwrap_or_default() {
        r.person(key);
    }
}

/// The keys of the people whom a search weighs: those whose names hold every word, and, where these are few, those in whom every word
/// stands anywhere. Nothing, as long as `list` has not read a list.
pub fn candidates<'a>(
    words: &[String],
    mut list: impl FnMut(List) -> Option<&'a [String]>,
) -> Option<Vec<&'a String>> {
    let mut all = |before: &str| {
        let mut lists = Vec::new();
        // the longest word is the rarest, as a rule: what follows is cheap where it leaves little
        let mut longest: Vec<&String> = words.iter().collect();
        longest.sort_by_key(|word| std::cmp::Reverse(word.len()));
        for word in longest {
            lists.push(list(List::Word(format!("{before}{word}")))?);
            if lists.len() == 1 && lists[0].len() <= WEIGHED {
                break; // few enough to be looked at one by one
            }
        }
        Some(in_all(&lists))
    };
    let mut found = all(NAMED)?;
    if found.len() < ENOUGH {
        let named: std::collections::HashSet<&String> = found.iter().copied().collect();
        let others = all("")?;
        found.extend(others.into_iter().filter(|key| !named.contains(key)));
    }
    found.truncate(WEIGHED);
    Some(found)
}

/// The keys that stand in every list.
fn in_all<'a>(lists: &[&'a [String]]) -> Vec<&'a String> {
    use std::collections::HashSet;
    let Some((shortest, rest)) =
        lists
            .iter()
            .enumerate()
            .min_by_key(|(_, l)| l.len())
            .map(|(at, l)| {
                let rest: Vec<HashSet<&String>> = lists
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| *i != at)
                    .map(|(_, l)| l.iter().collect())
                    .collect();
                (*l, rest)
            })
    else {
        return Vec::new();
    };
    shortest
        .iter()
        .filter(|key| rest.iter().all(|set| set.contains(key)))
        .collect()
}
