//! What the views show of a person, in words that are ready to be read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::history::{Block, Interaction, Moment, Need, post};
use crate::mark::heading;
use crate::people::{Network, Person, Profile, Who, address::address_of};
use crate::prompt::Mute;
use crate::text::{Now, Text};

/// One person, as popup and dashboard show them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct PersonView {
    /// For the next ask.
    pub who: String,
    /// The key; nothing for somebody of whom nothing is noted.
    pub key: Option<String>,
    /// The name.
    pub name: String,
    /// Their accounts.
    pub profiles: Vec<ProfileView>,
    /// Notes, newest first.
    pub notes: Vec<Item>,
    /// The latest interactions, newest first.
    pub history: Vec<Item>,
    /// Whether there are more than these.
    pub more: bool,
    /// What was typed and not saved.
    pub draft: String,
    /// What they are dealing with, open needs first.
    pub needs: Vec<NeedView>,
    /// The user's own reason for knowing them.
    pub why: String,
}

/// What somebody is dealing with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct NeedView {
    /// In a few words.
    pub text: String,
    /// Since when it is known, as people say it.
    pub since: Option<String>,
    /// Whether it has been met.
    pub met: bool,
}

/// Something silenced, with what it takes to undo it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct MuteView {
    /// The sentence.
    pub text: String,
    /// For the next ask.
    pub mute: Mute,
}

/// What became of a prompt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct OutcomeView {
    /// Whom it was about.
    pub name: String,
    /// For the next ask.
    pub who: String,
    /// What was chosen.
    pub text: String,
    /// When, as people say it.
    pub when: String,
    /// The exact time.
    pub exact: String,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct ProfileView {
    /// The network's name.
    pub network: String,
    /// The handle as people write it, or the id.
    pub label: String,
    /// Where it can be opened.
    pub address: Option<String>,
    /// "once @ana_r", where it was renamed.
    pub former: Option<String>,
}

/// A note or an interaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Item {
    /// What it is: "You replied"; nothing for a note.
    pub heading: Option<String>,
    /// What was written.
    pub text: String,
    /// When, as people say it.
    pub when: Option<String>,
    /// The exact time.
    pub exact: Option<String>,
    /// Where it stands.
    pub place: Option<String>,
    /// Whether the feed shows it before newer ones.
    pub pinned: bool,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Found {
    /// For the next ask.
    pub who: String,
    /// The name.
    pub name: String,
    /// Handles, old ones too.
    pub handles: String,
    /// The foremost note.
    pub line: String,
}

/// Something the user is told once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Told {
    /// The sentence.
    pub text: String,
    /// The person it is about.
    pub who: String,
}

/// An import, with what it takes to undo it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct ImportView {
    /// For the next ask.
    pub key: String,
    /// The file's name.
    pub file: String,
    /// When, as people say it.
    pub when: Option<String>,
}

/// Only addresses that a browser opens as pages may become links.
pub fn link(place: Option<&String>) -> Option<String> {
    post::address(place?)
}

/// A note or an interaction with its time in words.
pub fn item(
    heading: Option<String>,
    text: &str,
    time: Option<Moment>,
    place: Option<&String>,
    pinned: bool,
    words: &Text,
    now: Now,
) -> Item {
    Item {
        heading,
        text: text.to_owned(),
        when: time.map(|t| words.when(t, now)),
        exact: time.map(|t| words.exact(t, now)),
        place: link(place),
        pinned,
    }
}

fn interaction(i: &Interaction, words: &Text, now: Now) -> Item {
    item(
        Some(heading(i.kind, i.direction, words)),
        i.excerpt.as_deref().unwrap_or_default(),
        i.time,
        i.place.as_ref(),
        false,
        words,
        now,
    )
}

fn needs(person: &Person, words: &Text, now: Now) -> Vec<NeedView> {
    let mut needs: Vec<_> = person.needs.iter().collect();
    needs.sort_by_key(|n| (n.met, n.time.map_or(i64::MAX, |t| -t.ms())));
    let view = |need: &Need| NeedView {
        text: need.text.clone(),
        since: need.time.map(|t| words.when(t, now)),
        met: need.met,
    };
    needs.into_iter().map(view).collect()
}

/// A block's interactions, newest first.
pub fn items(block: &Block, words: &Text, now: Now) -> Vec<Item> {
    block
        .items
        .iter()
        .rev()
        .map(|i| interaction(i, words, now))
        .collect()
}

fn profile(p: &Profile, words: &Text) -> ProfileView {
    let former: Vec<String> = p.former.iter().map(|f| p.written(f)).collect();
    ProfileView {
        network: words.say(&format!("network{}", p.network.word()), &[]),
        label: p.label(),
        address: address_of(p.network, p.handle.as_deref(), p.id.as_deref()),
        former: (!former.is_empty())
            .then(|| words.say("popupFormer", &[("handles", &former.join(", "))])),
    }
}

impl PersonView {
    /// Somebody the user has.
    pub fn known(
        person: &Person,
        newest: Option<&Block>,
        draft: Option<&str>,
        words: &Text,
        now: Now,
    ) -> PersonView {
        let mut notes: Vec<(i64, Item)> = person
            .notes
            .iter()
            .rev()
            .map(|n| {
                (
                    -n.time.map_or(i64::MIN + 1, Moment::ms),
                    item(
                        None,
                        &n.text,
                        n.time,
                        n.place.as_ref(),
                        n.pinned,
                        words,
                        now,
                    ),
                )
            })
            .collect();
        notes.sort_by_key(|(time, item)| (!item.pinned, *time));
        PersonView {
            who: person.key.clone(),
            key: Some(person.key.clone()),
            name: person.name.clone(),
            profiles: person.profiles.iter().map(|p| profile(p, words)).collect(),
            notes: notes.into_iter().map(|(_, item)| item).collect(),
            history: newest.map(|b| items(b, words, now)).unwrap_or_default(),
            more: person.blocks.len() > 1,
            draft: draft.unwrap_or_default().to_owned(),
            needs: needs(person, words, now),
            why: person.why.clone().unwrap_or_default(),
        }
    }

    /// Somebody seen of whom nothing is noted.
    pub fn stranger(
        seen: &Profile,
        name: Option<&str>,
        draft: Option<&str>,
        words: &Text,
    ) -> PersonView {
        PersonView {
            who: Who::write(seen),
            key: None,
            name: name
                .map(str::trim)
                .filter(|n| !n.is_empty())
                .map_or_else(|| seen.label(), str::to_owned),
            profiles: vec![profile(seen, words)],
            notes: Vec::new(),
            history: Vec::new(),
            more: false,
            draft: draft.unwrap_or_default().to_owned(),
            needs: Vec::new(),
            why: String::new(),
        }
    }
}

impl Found {
    /// A person in a list.
    pub fn of(person: &Person) -> Found {
        let handles: Vec<String> = person
            .profiles
            .iter()
            .filter(|p| !matches!(p.network, Network::Name | Network::Thread))
            .flat_map(|p| std::iter::once(p.label()).chain(p.former.iter().map(|f| p.written(f))))
            .filter(|l| !l.is_empty())
            .collect();
        Found {
            who: person.key.clone(),
            name: person.name.clone(),
            handles: handles.join(" · "),
            line: crate::history::foremost(&person.notes)
                .map(|n| crate::history::one_line(&n.text))
                .unwrap_or_default(),
        }
    }
}
