//! Making Kith's own file, part by part, so that it needs no more room than a hundred people.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::VERSION;
use crate::history::Interaction;
use crate::people::Person;
use crate::store::{Key, List, Reading, Records, Section};
use crate::text::Now;

/// How many people a part holds.
const PART: u32 = 100;
/// Where the last part of people ends and the rest begins.
const REST: &str = "rest";

/// Where a part begins: after this person, or at the rest. A person's key never holds a colon.
fn after_person(after: Option<&str>) -> Option<String> {
    after
        .and_then(|a| a.strip_prefix("person:"))
        .map(str::to_owned)
}

/// Needs the next people with all their blocks, or everything else.
pub fn reads(after: Option<&str>, r: &mut Reading) {
    if after == Some(REST) {
        r.want(Key::Settings);
        r.want(Key::Notices);
        r.want(Key::Outcomes);
        for who in r.list(List::Drafts) {
            r.want(Key::Draft(who.clone()));
        }
        for section in Section::ALL {
            for key in r.list(List::Documents(section)) {
                r.want(Key::Document(section, key.clone()));
            }
        }
        return;
    }
    for key in r.list(List::People(after_person(after), PART)) {
        if let Some(person) = r.person(key) {
            r.blocks(person);
        }
    }
}

/// The next part, and where the one after it begins.
pub fn decide(
    after: Option<&str>,
    records: &Records,
    now: Now,
    by: &str,
) -> (String, Option<String>) {
    if after == Some(REST) {
        return (rest(records), None);
    }
    let mut part = String::new();
    if after.is_none() {
        part = format!(
            r#"{{"kith":{VERSION},"made":"{}","by":"{by}","people":["#,
            now.moment()
        );
    }
    let (people, next) = self::part(after, records);
    for (nth, person) in people.into_iter().enumerate() {
        part.push_str(if after.is_none() && nth == 0 {
            "\n"
        } else {
            ",\n"
        });
        let blocks = person.blocks.iter();
        let blocks = blocks.filter_map(|i| records.block(&person.key, i.number));
        part.push_str(&line(person, blocks.flat_map(|b| &b.items)));
    }
    (part, Some(next.unwrap_or_else(|| REST.to_owned())))
}

/// The people of a part, and where the next part of people begins; nothing after the last.
pub fn part<'a>(after: Option<&str>, records: &'a Records) -> (Vec<&'a Person>, Option<String>) {
    let keys = records.list(&List::People(after_person(after), PART));
    let people = keys.iter().filter_map(|key| records.person(key)).collect();
    let full = keys.len() == PART as usize;
    let last = keys.last().filter(|_| full);
    (people, last.map(|last| format!("person:{last}")))
}

#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    profiles: &'a [crate::people::Profile],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'a [crate::history::Note],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    needs: &'a [crate::history::Need],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    promises: &'a [crate::history::Promise],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    interactions: Vec<&'a Interaction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rhythm: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mute: &'a Option<Value>,
    #[serde(flatten)]
    extra: &'a Map<String, Value>,
}

/// A person as one line of the file, with these of what passed.
pub fn line<'a>(person: &Person, interactions: impl Iterator<Item = &'a Interaction>) -> String {
    let line = Line {
        key: &person.key,
        name: &person.name,
        profiles: &person.profiles,
        notes: &person.notes,
        needs: &person.needs,
        promises: &person.promises,
        interactions: interactions.collect(),
        why: &person.why,
        rhythm: &person.rhythm,
        mute: &person.mute,
        extra: &person.extra,
    };
    // Every part of it came out of JSON or can be written as such.
    serde_json::to_string(&line).unwrap_or_default()
}

fn rest(records: &Records) -> String {
    let mut text = String::from("\n]");
    let mut list = |word: &str, lines: Vec<String>| {
        text.push_str(&format!(",\"{word}\":["));
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n", lines.join(",\n")));
        }
        text.push(']');
    };
    for section in Section::ALL.into_iter().filter(|s| *s != Section::Extra) {
        let lines = documents(section, records).map(|(_, v)| v.to_string());
        list(section.word(), lines.collect());
    }
    let drafts = records.list(&List::Drafts).iter().filter_map(|who| {
        let text = &records.draft(who)?.text;
        Some(json!({"who": who, "text": text}).to_string())
    });
    list("drafts", drafts.collect());
    let notices = records.notices().items;
    list(
        "notices",
        notices.iter().map(|n| json!(n).to_string()).collect(),
    );
    let outcomes = records.outcomes().items;
    list(
        "outcomes",
        outcomes.iter().map(|o| json!(o).to_string()).collect(),
    );
    for (key, value) in unknown(records) {
        text.push_str(&format!(",{}:{value}", json!(key)));
    }
    let settings = serde_json::to_string(&records.settings()).unwrap_or_else(|_| "{}".into());
    text.push_str(&format!(",\"settings\":{settings}}}\n"));
    text
}

/// What an unknown Kith wrote, with its lists put together again.
fn unknown(records: &Records) -> Map<String, Value> {
    let mut whole = Map::new();
    for (key, value) in documents(Section::Extra, records) {
        match key.split_once('/') {
            Some((list, _)) => {
                if let Some(list) = whole
                    .entry(list)
                    .or_insert_with(|| json!([]))
                    .as_array_mut()
                {
                    list.push(value.clone());
                }
            }
            None => drop(whole.insert(key.clone(), value.clone())),
        }
    }
    whole
}

fn documents(section: Section, records: &Records) -> impl Iterator<Item = (&String, &Value)> {
    records
        .list(&List::Documents(section))
        .iter()
        .filter_map(move |k| Some((k, records.document(section, k)?)))
}
