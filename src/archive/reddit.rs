//! Tags of the Reddit Enhancement Suite, from its backup (`field/exports.md`, section 4).

use serde_json::{Map, Value};

use super::file::Member;
use super::{Refusal, Telling, Told, json, somebody};
use crate::history::Note;
use crate::people::{Network, Profile};

/// Under this one key all tags stood until version 5.
const OLD: &str = "RESmodules.userTagger.tags";

/// Whether a member of a ZIP may be a backup.
pub fn wants(path: &str) -> bool {
    path.to_lowercase().ends_with(".resbackup")
}

/// Whether a member is such a backup.
pub fn is_of(member: &Member) -> bool {
    tags(member).is_some()
}

/// Reads the backups.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    let all: Vec<Map<String, Value>> = members.iter().filter_map(tags).collect();
    Ok(Box::new(all.into_iter().flatten().map(told)))
}

/// Every tag, by user; `None` where this is no such backup.
fn tags(member: &Member) -> Option<Map<String, Value>> {
    let head = member.head(1 << 16).ok()?;
    let head = String::from_utf8_lossy(&head);
    if !["SCHEMA_VERSION", "\"tag.", "RESmodules", "RESoptions"]
        .iter()
        .any(|w| head.contains(w))
    {
        return None;
    }
    let mut all: Map<String, Value> = json::whole(member)?;
    if let Some(Value::Object(data)) = all.remove("data") {
        all.extend(data);
    }
    // until version 5 each value is JSON in a string
    let opened = |value: Value| match value {
        Value::String(text) => serde_json::from_str(&text).unwrap_or(Value::String(text)),
        other => other,
    };
    let mut tags = Map::new();
    let mut is_backup = all.contains_key("SCHEMA_VERSION");
    for (key, value) in all {
        if key == OLD {
            is_backup = true;
            if let Value::Object(old) = opened(value) {
                tags.extend(old);
            }
        } else if let Some(user) = key.strip_prefix("tag.") {
            is_backup = true;
            tags.insert(user.to_owned(), opened(value));
        } else {
            is_backup |= key.starts_with("RES");
        }
    }
    is_backup.then_some(tags)
}

fn told((user, tag): (String, Value)) -> Told {
    let text = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| tag.get(*key)?.as_str());
        found
            .map(str::trim)
            .filter(|t| !t.is_empty())
            .map(str::to_owned)
    };
    let (words, place) = (text(&["text", "tag"]), text(&["link"]));
    if words.is_none() && place.is_none() {
        return Told::Left("leftVotes");
    }
    let Some(profile) = Profile::new(Network::Reddit, Some(&user), None) else {
        return Told::Left("leftNoAccount");
    };
    let mut who = somebody(profile, "");
    if let Some(text) = words {
        who.notes.push(Note {
            text,
            place,
            ..Note::default()
        });
    }
    Told::Person(Box::new(who))
}
