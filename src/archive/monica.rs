//! Monica 4, its export as JSON (`field/exports.md`, section 4). Everything but ids and dates stands in `properties`, collections by
//! type; an activity stands once, and those who were there name it.

use std::collections::HashMap;
use std::io::Read;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::file::Member;
use super::json as document;
use super::time;
use super::{Refusal, Telling, Told, Wrong, accounts_at, contact, network, tell_of};
use crate::history::excerpt;
use crate::history::{Direction, Interaction, Kind, Moment, Note};
use crate::people::{LABELS, Profile};

const TIMES: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.fZ",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d",
];

/// None is looked for in ZIPs.
pub fn wants(_: &str) -> bool {
    false
}

#[derive(Deserialize)]
struct Export {
    account: Account,
}

#[derive(Deserialize)]
struct Account {
    #[serde(default)]
    data: Vec<Collection>,
    #[serde(default)]
    instance: Instance,
}

#[derive(Deserialize, Default)]
struct Instance {
    #[serde(default)]
    contact_field_types: Vec<Thing>,
}

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    values: Vec<Value>,
}

#[derive(Deserialize)]
struct Thing {
    #[serde(default)]
    uuid: String,
    created_at: Option<String>,
    #[serde(default)]
    properties: Map<String, Value>,
    #[serde(default)]
    data: Vec<Collection>,
}

impl Thing {
    fn of(value: &Value) -> Option<Thing> {
        Thing::deserialize(value).ok()
    }

    fn text(&self, key: &str) -> String {
        let text = self.properties.get(key).and_then(Value::as_str);
        text.unwrap_or_default().trim().to_owned()
    }

    fn is(&self, key: &str) -> bool {
        match self.properties.get(key) {
            Some(Value::Bool(yes)) => *yes,
            Some(Value::Number(number)) => number.as_u64() == Some(1),
            _ => false,
        }
    }

    fn time(&self, key: &str) -> Result<Moment, Wrong> {
        time::read(&self.text(key), &TIMES).map_err(Wrong::Time)
    }
}

/// What a member exports; `None` where it is no such export.
fn export(member: &Member) -> Option<Export> {
    let head = member.head(4096).ok()?;
    let head = String::from_utf8_lossy(&head);
    let is_it = head.contains("\"app_version\"") && head.contains("\"account\"");
    is_it.then(|| document::whole(member)).flatten()
}

/// Whether a member is such an export.
pub fn is_of(member: &Member) -> bool {
    export(member).is_some()
}

/// Reads the exports.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    let all = members
        .iter()
        .filter_map(|member| Some(tell(&export(member)?.account, member)));
    Ok(Box::new(all.flatten().collect::<Vec<_>>().into_iter()))
}

fn tell(account: &Account, file: &Member) -> Vec<Told> {
    let all = |kind: &'static str| {
        let of = account.data.iter().filter(move |c| c.kind == kind);
        of.flat_map(|c| &c.values).filter_map(Thing::of)
    };
    let types: HashMap<&str, String> = account
        .instance
        .contact_field_types
        .iter()
        .map(|t| (t.uuid.as_str(), t.text("name").to_lowercase()))
        .collect();
    let activities: HashMap<String, Thing> = all("activity").map(|a| (a.uuid.clone(), a)).collect();
    all("contact")
        .flat_map(|contact| person(&contact, &types, &activities, file))
        .collect()
}

fn person(
    thing: &Thing,
    types: &HashMap<&str, String>,
    activities: &HashMap<String, Thing>,
    file: &Member,
) -> Vec<Told> {
    if thing.is("is_partial") {
        return vec![Told::Left("leftPartial")];
    }
    let parts = ["first_name", "middle_name", "last_name"].map(|key| thing.text(key));
    let name = parts.join(" ");
    let name = match name.trim().is_empty() {
        true => thing.text("nickname"),
        false => name,
    };
    if name.trim().is_empty() {
        return vec![Told::Left("leftNameless")];
    }
    let mut left = Vec::new();
    let mut profiles = Vec::new();
    let mut notes = Vec::new();
    let mut passed = Vec::new();
    let mut email = String::new();
    for collection in &thing.data {
        for value in &collection.values {
            if collection.kind == "activity" {
                let known = value.as_str().and_then(|uuid| activities.get(uuid));
                let own = Thing::of(value);
                if let Some(activity) = known.or(own.as_ref()) {
                    let text = [activity.text("summary"), activity.text("description")];
                    let text = text.into_iter().find(|t| !t.is_empty()).unwrap_or_default();
                    let time = activity.time("happened_at");
                    let passing = time.map(|at| meeting(at, &text));
                    passed.push(passing.map_err(|why| (activity.uuid.clone(), why)));
                }
                continue;
            }
            let Some(one) = Thing::of(value) else {
                continue;
            };
            match collection.kind.as_str() {
                "contact_field" => {
                    let service = types.get(one.text("type").as_str());
                    let service = service.map(String::as_str).unwrap_or_default();
                    let data = one.text("data");
                    match account(service, &data) {
                        found if !found.is_empty() => profiles.extend(found),
                        _ if service == "email" && email.is_empty() => email = data,
                        _ => {}
                    }
                }
                "call" => {
                    let at = one.time("called_at");
                    let passing = at.map(|at| meeting(at, &one.text("content")));
                    passed.push(passing.map_err(|why| (one.uuid.clone(), why)));
                }
                "note" => notes.push(Note {
                    text: one.text("body"),
                    time: one
                        .created_at
                        .as_deref()
                        .and_then(|t| time::read(t, &TIMES).ok()),
                    pinned: one.is("is_favorite"),
                    ..Note::default()
                }),
                "conversation" => {
                    let messages = one.properties.get("messages").and_then(Value::as_array);
                    for message in messages.into_iter().flatten().filter_map(Thing::of) {
                        let direction = match message.is("written_by_me") {
                            true => Direction::Given,
                            false => Direction::Received,
                        };
                        let at = message
                            .time("written_at")
                            .or_else(|_| one.time("happened_at"));
                        let text = message.text("content");
                        let passing = at.map(|at| interaction(Kind::Message, direction, at, &text));
                        let uuid = [&message.uuid, &one.uuid]
                            .into_iter()
                            .find(|u| !u.is_empty());
                        passed
                            .push(passing.map_err(|why| (uuid.cloned().unwrap_or_default(), why)));
                    }
                }
                _ => left.push(Told::Left("leftOther")),
            }
        }
    }
    let Some(mut who) = contact(&name, profiles) else {
        return vec![Told::Left("leftNameless")];
    };
    notes.retain(|note| !note.text.is_empty());
    who.notes = notes;
    tell_of(&mut who, &email, &thing.text("company"), &thing.text("job"));
    let tags = thing.properties.get("tags").and_then(Value::as_array);
    let labels: Vec<&str> = tags
        .into_iter()
        .flatten()
        .filter_map(|tag| tag.as_str().or_else(|| tag.get("name")?.as_str()))
        .collect();
    if !labels.is_empty() {
        who.extra.insert(LABELS.into(), json!(labels));
    }
    for one in passed {
        match one {
            Ok(one) => who.interactions.push(one),
            Err((uuid, why)) => left.push(Told::Unreadable {
                file: file.path.clone(),
                line: line(file, &uuid),
                why: Wrong::Of(name.clone(), Box::new(why)),
            }),
        }
    }
    left.insert(0, Told::Person(Box::new(who)));
    left
}

/// The line on which the record of a uuid begins; read again, because hardly any record is wrong.
fn line(file: &Member, uuid: &str) -> u64 {
    let mut text = String::new();
    let read = super::letters::utf8(file.open())
        .take(document::WHOLE as u64)
        .read_to_string(&mut text);
    let is_own = |at: &usize| {
        let before = text[..*at].trim_end_matches(['"', ' ', '\n', '\r', '\t', ':']);
        before.ends_with("uuid")
    };
    let own = text.match_indices(uuid).map(|(at, _)| at).find(is_own);
    let begin = own.and_then(|at| text[..at].rfind('{'));
    match (read, begin) {
        (Ok(_), Some(begin)) if !uuid.is_empty() => 1 + text[..begin].matches('\n').count() as u64,
        _ => 1,
    }
}

/// The accounts of a field: an address, or a name of the field's service.
fn account(service: &str, data: &str) -> Vec<Profile> {
    let at = accounts_at(data);
    if !at.is_empty() {
        return at;
    }
    let by_name = network(service).and_then(|network| Profile::new(network, Some(data), None));
    by_name.into_iter().collect()
}

fn meeting(at: Moment, text: &str) -> Interaction {
    interaction(Kind::Meeting, Direction::Mutual, at, text)
}

fn interaction(kind: Kind, direction: Direction, at: Moment, text: &str) -> Interaction {
    super::interaction(None, kind, direction, Some(at), excerpt(text))
}
