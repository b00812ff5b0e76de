//! People who may be one and the same: an address book or a profile gave one of them an address that is the other's. Suggested, never linked
//! without a yes; what the user said no to is kept, and not asked again.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::decide::met_by;
use super::view::AlikeView;
use super::{Answer, Error, World};
use crate::backup::fingerprint;
use crate::people::{Network, Person, Profile, Who, identify};
use crate::search::words;
use crate::store::{Changes, Key, List, Reading, Record, Records, Section};

/// So many are suggested at most.
const MOST: usize = 5;

/// By these words somebody is found who is said to have that account too: an address tells a handle, and no number.
fn lists(profile: &Profile) -> impl Iterator<Item = List> + '_ {
    let handle = profile.handle.as_deref();
    let alone = handle.and_then(|handle| Profile::new(profile.network, Some(handle), None));
    let all = [Some(Who::write(profile)), alone.map(|p| Who::write(&p))];
    let all: BTreeSet<String> = all.into_iter().flatten().collect();
    all.into_iter()
        .map(|who| List::Word(crate::people::elsewhere_word(&who)))
}

/// Needs what was said no to.
pub fn pairs(r: &mut Reading) {
    for pair in r.list(List::Documents(Section::Apart)) {
        r.want(Key::Document(Section::Apart, pair.clone()));
    }
}

/// Needs who may be the same, and what was said no to.
pub fn reads(key: &str, r: &mut Reading) {
    pairs(r);
    let Some(person) = r.person(key) else {
        return;
    };
    for profile in person.elsewhere() {
        for alias in profile.aliases() {
            if let Some(summary) = r.summary(alias) {
                r.person(&summary.person);
            }
        }
    }
    for profile in &person.profiles {
        for list in lists(profile) {
            for other in r.list(list) {
                r.person(other);
            }
        }
    }
}

fn same_name(one: &Person, other: &Person) -> bool {
    let of = |person: &Person| words(&person.name).into_iter().collect::<BTreeSet<_>>();
    of(one) == of(other)
}

/// Two people, as the file tells of them: an account of each.
fn pair(one: &Person, other: &Person) -> Option<Value> {
    let account = |person: &Person| person.profiles.first().map(Who::write);
    let mut both = [account(one)?, account(other)?];
    both.sort();
    Some(json!(both))
}

fn are_apart(one: &Person, other: &Person, records: &Records) -> bool {
    let has = |person: &Person, who: &Value| match who.as_str().and_then(Who::read) {
        Some(Who::Profile(p)) => p.aliases().any(|a| person.aliases().any(|b| a == b)),
        Some(Who::Key(key)) => key == person.key,
        None => false,
    };
    let pairs = records.list(&List::Documents(Section::Apart)).iter();
    let mut said = pairs.filter_map(|key| records.document(Section::Apart, key));
    said.any(|said| {
        (has(one, &said[0]) && has(other, &said[1])) || (has(one, &said[1]) && has(other, &said[0]))
    })
}

/// Those who may be the same as somebody, and by which account.
fn candidates<'a>(person: &Person, records: &'a Records) -> Vec<(&'a Person, Profile)> {
    let mut found: Vec<(&Person, Profile)> = Vec::new();
    let known = |profile: &Profile| {
        let (by_id, by_handle) = met_by(profile, records);
        identify(profile, by_id, by_handle).and_then(|s| records.person(&s.person))
    };
    let told = person
        .elsewhere()
        .into_iter()
        .filter_map(|profile| Some((known(&profile)?, profile)));
    let telling = person.profiles.iter().flat_map(|profile| {
        let others = lists(profile).flat_map(|list| records.list(&list));
        others.filter_map(|key| Some((records.person(key)?, profile.clone())))
    });
    for (other, by) in told.chain(telling) {
        // a website may be a company's: the name has to be the same too
        let is_enough = by.network != Network::Web || same_name(person, other);
        let is_new =
            other.key != person.key && !found.iter().any(|(have, _)| have.key == other.key);
        if is_enough && is_new && !are_apart(person, other, records) {
            found.push((other, by));
        }
    }
    found
}

/// Who may be the same.
pub fn alike(key: &str, records: &Records, world: &World) -> Result<Answer, Error> {
    let person = records
        .person(key)
        .ok_or_else(|| Error::Gone(key.to_owned()))?;
    let view = |(other, by): (&Person, Profile)| {
        let why = if by.network == Network::Web {
            "alikeWebsite"
        } else {
            "alikeProfile"
        };
        let accounts: Vec<String> = other.profiles.iter().map(Profile::label).collect();
        AlikeView {
            who: other.key.clone(),
            name: other.name.clone(),
            accounts: accounts.join(", "),
            why: world.text.say(why, &[("account", &by.label())]),
        }
    };
    Ok(Answer::Alike {
        alike: candidates(person, records)
            .into_iter()
            .take(MOST)
            .map(view)
            .collect(),
    })
}

/// Two people are not the same, or may be after all.
pub fn apart(
    key: &str,
    with: &str,
    on: bool,
    records: &Records,
    changes: &mut Changes,
) -> Result<Answer, Error> {
    let person = |key: &str| {
        records
            .person(key)
            .ok_or_else(|| Error::Gone(key.to_owned()))
    };
    let (one, other) = (person(key)?, person(with)?);
    if on {
        keep_apart(one, other, changes);
    } else {
        let pairs = records.list(&List::Documents(Section::Apart)).iter();
        let gone = pairs.filter(|pair| {
            records.document(Section::Apart, pair) == super::alike::pair(one, other).as_ref()
        });
        gone.for_each(|pair| changes.delete(Key::Document(Section::Apart, pair.clone())));
    }
    Ok(Answer::Apart {})
}

/// Notes that two people are not the same.
pub fn keep_apart(one: &Person, other: &Person, changes: &mut Changes) {
    if let Some(pair) = pair(one, other) {
        // under the key that reading it from a file gives it
        let key = fingerprint(&pair.to_string());
        changes.put(Key::Document(Section::Apart, key), Record::Document(pair));
    }
}

/// Whether one of two is said to have an account of the other's.
pub fn are_said_alike(one: &Person, other: &Person) -> bool {
    let says = |one: &Person, other: &Person| {
        let of = one.elsewhere();
        of.iter()
            .flat_map(Profile::aliases)
            .any(|a| other.aliases().any(|b| a == b))
    };
    says(one, other) || says(other, one)
}
