//! Making people of the elements of Kith's own file. What is wrong is left out piece by piece and listed; the rest comes in.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::history::{Interaction, Need, Note, Promise};
use crate::people::{Network, Profile};
use crate::text::Text;

/// A person as a file tells of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Where in the file, for whoever looks: "person 3 (Ana Ruiz)".
    pub place: String,
    /// The key, where the file gives one.
    pub key: Option<String>,
    /// The name.
    pub name: String,
    /// Their accounts.
    pub profiles: Vec<Profile>,
    /// Accounts that may be others' too, such as a company's page: nobody is known by them, and whoever has one keeps it.
    pub websites: Vec<Profile>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Needs.
    pub needs: Vec<Need>,
    /// Promises.
    pub promises: Vec<Promise>,
    /// Interactions.
    pub interactions: Vec<Interaction>,
    /// The user's own reason.
    pub why: Option<String>,
    /// How often to be in touch.
    pub rhythm: Option<String>,
    /// What was silenced.
    pub mute: Option<Value>,
    /// What this Kith does not know.
    pub extra: Map<String, Value>,
}

/// Something that did not come in.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Where in the file.
    pub place: String,
    /// Why.
    pub why: String,
}

/// Reads one person. Gives nothing where not even a name or an account is there.
pub fn person(
    index: usize,
    json: &[u8],
    text: &Text,
    left_out: &mut Vec<LeftOut>,
) -> Option<Incoming> {
    let number = (index + 1).to_string();
    let mut place = text.say("importPerson", &[("number", &number)]);
    let mut leave = |place: &str, why: String| {
        left_out.push(LeftOut {
            place: place.to_owned(),
            why,
        })
    };
    let mut fields = match serde_json::from_slice(json) {
        Ok(Value::Object(fields)) => fields,
        Ok(other) => {
            leave(
                &place,
                text.say("importNotAPerson", &[("what", short(&other))]),
            );
            return None;
        }
        Err(error) => {
            leave(
                &place,
                text.say("importBrokenJson", &[("why", &error.to_string())]),
            );
            return None;
        }
    };
    let name = fields.remove("name");
    let name = name
        .as_ref()
        .and_then(Value::as_str)
        .map(str::trim)
        .unwrap_or_default()
        .to_owned();
    if !name.is_empty() {
        place = text.say("importPersonNamed", &[("number", &number), ("name", &name)]);
    }
    let mut out = Vec::new();
    let mut profiles: Vec<Profile> = Vec::new();
    for (nth, value) in list(&mut fields, "profiles", &place, text, &mut out) {
        match profile(&value) {
            Some(profile) => profiles.push(profile),
            None => out.push(LeftOut {
                place: text.say(
                    "importPart",
                    &[
                        ("place", &place),
                        ("part", "profiles"),
                        ("number", &nth.to_string()),
                    ],
                ),
                why: text.say(
                    "importNoProfile",
                    &[("what", &shortened(&value.to_string()))],
                ),
            }),
        }
    }
    let mut incoming = Incoming {
        notes: entries::<Note>(&mut fields, "notes", &place, text, &mut out, |n| {
            n.text.trim().is_empty()
        }),
        needs: entries::<Need>(&mut fields, "needs", &place, text, &mut out, |n| {
            n.text.trim().is_empty()
        }),
        promises: entries::<Promise>(&mut fields, "promises", &place, text, &mut out, |p| {
            p.text.trim().is_empty()
        }),
        interactions: entries::<Interaction>(
            &mut fields,
            "interactions",
            &place,
            text,
            &mut out,
            |_| false,
        ),
        key: string(&mut fields, "key", &place, text, &mut out).filter(|k| !k.contains(':')),
        why: string(&mut fields, "why", &place, text, &mut out),
        rhythm: string(&mut fields, "rhythm", &place, text, &mut out),
        mute: fields.remove("mute").filter(|m| !m.is_null()),
        profiles,
        websites: Vec::new(),
        name,
        place,
        extra: Map::new(),
    };
    left_out.append(&mut out);
    incoming.extra = fields;
    if incoming.name.is_empty() {
        let Some(label) = incoming.profiles.first().map(Profile::label) else {
            left_out.push(LeftOut {
                place: incoming.place,
                why: text.say("importNoName", &[]),
            });
            return None;
        };
        incoming.name = label;
    }
    // Without key and account only the name can tell a second import from a second person.
    if incoming.key.is_none() && incoming.profiles.is_empty() {
        incoming
            .profiles
            .extend(Profile::new(Network::Name, Some(&incoming.name), None));
    }
    Some(incoming)
}

#[derive(Deserialize)]
struct Written {
    network: String,
    handle: Option<String>,
    #[serde(default, deserialize_with = "text_or_number")]
    id: Option<String>,
    #[serde(default)]
    former: Vec<String>,
    linked: Option<String>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// People who write the file by hand write ids as numbers too.
fn text_or_number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Option::<Value>::deserialize(from)? {
        Some(Value::String(text)) => Some(text),
        Some(Value::Number(number)) => Some(number.to_string()),
        None | Some(Value::Null) => None,
        Some(_) => return Err(serde::de::Error::custom("an id is text or a number")),
    })
}

fn profile(value: &Value) -> Option<Profile> {
    let written = Written::deserialize(value).ok()?;
    let network = Network::from_word(&written.network)?;
    let former: Vec<String> = written
        .former
        .iter()
        .filter_map(|f| network.handle(f))
        .collect();
    let mut profile = Profile::new(network, written.handle.as_deref(), written.id.as_deref())
        .or_else(|| {
            // All that is left of some accounts is the handle they had.
            (!former.is_empty()).then(|| Profile {
                network,
                handle: None,
                id: None,
                former: Vec::new(),
                linked: None,
                extra: Map::new(),
            })
        })?;
    profile.former = former;
    profile.linked = written.linked;
    profile.extra = written.extra;
    Some(profile)
}

fn list(
    fields: &mut Map<String, Value>,
    key: &str,
    place: &str,
    text: &Text,
    out: &mut Vec<LeftOut>,
) -> Vec<(usize, Value)> {
    match fields.remove(key) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(values)) => values
            .into_iter()
            .enumerate()
            .map(|(i, v)| (i + 1, v))
            .collect(),
        Some(other) => {
            out.push(LeftOut {
                place: place.to_owned(),
                why: text.say("importNoList", &[("part", key), ("what", short(&other))]),
            });
            Vec::new()
        }
    }
}

fn entries<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    key: &str,
    place: &str,
    text: &Text,
    out: &mut Vec<LeftOut>,
    empty: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut read = Vec::new();
    for (nth, value) in list(fields, key, place, text, out) {
        let place = || {
            text.say(
                "importPart",
                &[
                    ("place", place),
                    ("part", key),
                    ("number", &nth.to_string()),
                ],
            )
        };
        match serde_json::from_value::<T>(value) {
            Ok(entry) if empty(&entry) => out.push(LeftOut {
                place: place(),
                why: text.say("importEmptyText", &[]),
            }),
            Ok(entry) => read.push(entry),
            Err(error) => out.push(LeftOut {
                place: place(),
                why: text.say("importWrongType", &[("why", &error.to_string())]),
            }),
        }
    }
    read
}

fn string(
    fields: &mut Map<String, Value>,
    key: &str,
    place: &str,
    text: &Text,
    out: &mut Vec<LeftOut>,
) -> Option<String> {
    match fields.remove(key) {
        None | Some(Value::Null) => None,
        Some(Value::String(value)) => Some(value).filter(|v| !v.is_empty()),
        Some(other) => {
            out.push(LeftOut {
                place: place.to_owned(),
                why: text.say("importNoText", &[("part", key), ("what", short(&other))]),
            });
            None
        }
    }
}

/// JSON's own word for what a value is.
fn short(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true/false",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: Value) -> (Option<Incoming>, Vec<LeftOut>) {
        let mut out = Vec::new();
        let incoming = person(2, value.to_string().as_bytes(), &Text::english(), &mut out);
        (incoming, out)
    }

    #[test]
    fn a_wrong_type_deep_inside_costs_only_its_piece() {
        let (ana, out) = read(json!({
            "name": "Ana Ruiz",
            "profiles": [{"network": "x", "handle": "AnaR", "id": 900123}, {"network": "myspace", "handle": "ana"}, 7],
            "notes": [{"text": "met in Oslo", "time": "2026-01-05"}, {"text": 5}, {"text": " "}, {"text": "x", "time": "soon"}],
            "needs": "a mentor",
            "interactions": [{"kind": "reply", "direction": "given"}, {"kind": "wave", "direction": "given"}],
            "why": ["?"],
            "colour": "blue"
        }));
        let ana = ana.unwrap();
        assert_eq!(
            (ana.profiles.len(), ana.notes.len(), ana.interactions.len()),
            (1, 1, 1)
        );
        assert_eq!(ana.profiles[0].id.as_deref(), Some("900123"));
        assert_eq!(ana.extra.get("colour"), Some(&json!("blue")));
        insta::assert_debug_snapshot!(
            out.iter()
                .map(|l| format!("{}: {}", l.place, l.why))
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn somebody_without_name_is_called_by_their_handle() {
        assert_eq!(
            read(json!({"profiles": [{"network": "x", "handle": "anar"}]}))
                .0
                .unwrap()
                .name,
            "@anar"
        );
        assert_eq!(read(json!({"notes": []})).0, None);
        assert_eq!(read(json!("Ana")).0, None);
        assert_eq!(
            read(json!({"name": "Ana"})).0.unwrap().profiles[0]
                .handle
                .as_deref(),
            Some("ana")
        );
    }
}
