//! What the views show of a person, in words that are ready to be read.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{Filter, edit};
use crate::history::{
    Block, Direction, Former, Interaction, Moment, Need, Note, Promise, Year, former, post,
};
use crate::mark::heading;
use crate::people::{COMPANY, EMAIL, Network, POSITION, Person, Profile, Who, address::address_of};
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
    /// What they are and where, as an archive told it: "Smith at Kettles".
    pub work: Option<String>,
    /// Their address for e-mail, as an archive told it.
    pub email: Option<String>,
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
    /// What the user said they would do, open ones first.
    pub promises: Vec<PromiseView>,
    /// The user's own words for them, and for people at all: those with keys first.
    pub labels: Vec<LabelView>,
    /// The user's own reason for knowing them.
    pub why: String,
    /// How much passed year by year, those in which something did.
    pub years: Vec<YearView>,
}

/// Somebody who may be the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct AlikeView {
    /// Their key.
    pub who: String,
    /// Their name.
    pub name: String,
    /// Their accounts.
    pub accounts: String,
    /// Why, in a sentence that can stand as the reason of a link.
    pub why: String,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct LabelView {
    /// The word.
    pub label: String,
    /// Whether the person has it.
    pub on: bool,
}

/// What the user said they would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct PromiseView {
    /// For the next ask.
    pub piece: String,
    /// In a few words.
    pub text: String,
    /// By when, as people say it.
    pub due: Option<String>,
    /// The day itself.
    pub exact: Option<String>,
    /// Whether it was kept.
    pub kept: bool,
}

/// How much passed in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct YearView {
    /// Which.
    pub year: i16,
    /// From the user.
    pub given: u32,
    /// To the user.
    pub received: u32,
    /// Both at once.
    pub mutual: u32,
}

/// A promise or a need that is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct OpenView {
    /// Whose it is.
    pub who: String,
    /// Their name.
    pub name: String,
    /// For the next ask.
    pub piece: String,
    /// In a few words.
    pub text: String,
    /// By when, or since when, as people say it.
    pub when: Option<String>,
    /// The day itself.
    pub exact: Option<String>,
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct BinView {
    /// For the next ask.
    pub bin: String,
    /// What it is, in a line.
    pub text: String,
    /// When it was put there, as people say it.
    pub when: Option<String>,
    /// The exact time.
    pub exact: Option<String>,
}

/// What somebody is dealing with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct NeedView {
    /// For the next ask.
    pub piece: String,
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
    /// The network's word, such as `x`.
    pub word: String,
    /// The network's name.
    pub network: String,
    /// The handle as people write it, or the id.
    pub label: String,
    /// Where it can be opened.
    pub address: Option<String>,
    /// "once @ana_r", where it was renamed.
    pub former: Option<String>,
    /// For the next ask.
    pub account: String,
    /// Why it was linked, where it was.
    pub linked: Option<String>,
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
    /// The network on which it passed, where no place tells it.
    pub network: Option<String>,
    /// Whether the feed shows it before newer ones.
    pub pinned: bool,
    /// For the next ask.
    pub piece: String,
    /// What it said before it was edited, newest first.
    pub was: Vec<WasView>,
}

/// A text as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct WasView {
    /// What stood there.
    pub text: String,
    /// Until when, as people say it.
    pub when: String,
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
    /// Whether all of it came in; else it was broken off.
    pub ended: bool,
    /// When, as people say it.
    pub when: Option<String>,
}

/// Only addresses that a browser opens as pages may become links.
pub fn link(place: Option<&String>) -> Option<String> {
    post::address(place?)
}

fn was(extra: &Map<String, Value>, words: &Text, now: Now) -> Vec<WasView> {
    let former = former(extra).into_iter().rev();
    let view = |was: Former| WasView {
        text: was.text,
        when: words.when(was.until, now),
    };
    former.map(view).collect()
}

fn note(n: &Note, words: &Text, now: Now) -> Item {
    Item {
        heading: None,
        text: n.text.clone(),
        when: n.time.map(|t| words.when(t, now)),
        exact: n.time.map(|t| words.exact(t, now)),
        place: link(n.place.as_ref()),
        network: None,
        pinned: n.pinned,
        piece: edit::piece("note", &n.text, n.time),
        was: was(&n.extra, words, now),
    }
}

fn interaction(i: &Interaction, words: &Text, now: Now) -> Item {
    let place = link(i.place.as_ref());
    let network = i.network.filter(|_| place.is_none());
    Item {
        heading: Some(headed(i, words)),
        text: i.excerpt.clone().unwrap_or_default(),
        when: i.time.map(|t| words.when(t, now)),
        exact: i.time.map(|t| words.exact(t, now)),
        place,
        network: network.map(|n| words.say(&format!("network{}", n.word()), &[])),
        pinned: false,
        piece: edit::passed(i),
        was: was(&i.extra, words, now),
    }
}

/// "You wrote to them, in a group of 5", "They reacted: 🌱".
fn headed(i: &Interaction, words: &Text) -> String {
    let mut said = heading(i.kind, i.direction, i.network, words);
    if let Some(reaction) = i.extra.get("reaction").and_then(Value::as_str) {
        let reaction = reaction.to_lowercase();
        let key = match i.direction {
            Direction::Given => "headingReactedGiven",
            _ => "headingReactedReceived",
        };
        said = words.say(key, &[("reaction", &reaction)]);
    }
    if let Some(group) = i.extra.get("group").and_then(Value::as_u64) {
        let count = group.to_string();
        said = words.say("headingInGroup", &[("what", &said), ("count", &count)]);
    }
    said
}

fn work(person: &Person, words: &Text) -> Option<String> {
    match (person.told_of(POSITION), person.told_of(COMPANY)) {
        (Some(position), Some(company)) => {
            let about = [("position", position), ("company", company)];
            Some(words.say("workAt", &about))
        }
        (position, company) => position.or(company).map(str::to_owned),
    }
}

fn needs(person: &Person, words: &Text, now: Now) -> Vec<NeedView> {
    let mut needs: Vec<_> = person.needs.iter().collect();
    needs.sort_by_key(|n| (n.met, n.time.map_or(i64::MAX, |t| -t.ms())));
    let view = |need: &Need| NeedView {
        piece: edit::piece("need", &need.text, need.time),
        text: need.text.clone(),
        since: need.time.map(|t| words.when(t, now)),
        met: need.met,
    };
    needs.into_iter().map(view).collect()
}

fn promises(person: &Person, words: &Text, now: Now) -> Vec<PromiseView> {
    let mut promises: Vec<_> = person.promises.iter().collect();
    promises.sort_by_key(|p| (p.kept, p.due.map_or(i64::MAX, Moment::ms)));
    let view = |p: &Promise| PromiseView {
        piece: edit::piece("promise", &p.text, p.due),
        text: p.text.clone(),
        due: p.due.map(|t| words.when(t, now)),
        exact: p.due.map(|t| words.exact(t, now)),
        kept: p.kept,
    };
    promises.into_iter().map(view).collect()
}

/// The labels that there are, and which of them somebody has.
pub fn labels(listed: &[String], own: &[String]) -> Vec<LabelView> {
    let others = own.iter().filter(|l| !listed.contains(l));
    let view = |label: &String| LabelView {
        label: label.clone(),
        on: own.contains(label),
    };
    listed.iter().chain(others).map(view).collect()
}

fn years(person: &Person) -> Vec<YearView> {
    let view = |y: &Year| YearView {
        year: y.year,
        given: y.given,
        received: y.received,
        mutual: y.mutual,
    };
    person.tally.years.iter().map(view).collect()
}

/// Those of a block's interactions that pass, newest first.
pub fn items(block: &Block, filter: &Filter, words: &Text, now: Now) -> Vec<Item> {
    let newest = block.items.iter().rev().filter(|i| filter.takes(i));
    newest.map(|i| interaction(i, words, now)).collect()
}

/// A name as it is shown: somebody of whom no more is known than a number is called by it.
fn shown(person: &Person, words: &Text) -> String {
    let number = person.profiles.iter().find_map(|p| {
        let id = p.id.as_deref().filter(|id| *id == person.name)?;
        let network = words.say(&format!("network{}", p.network.word()), &[]);
        Some(words.say("nameByNumber", &[("network", &network), ("number", id)]))
    });
    number.unwrap_or_else(|| person.name.clone())
}

fn profile(p: &Profile, words: &Text) -> ProfileView {
    let former: Vec<String> = p.former.iter().map(|f| p.written(f)).collect();
    ProfileView {
        word: p.network.word().to_owned(),
        network: words.say(&format!("network{}", p.network.word()), &[]),
        label: p.label(),
        address: address_of(p.network, p.handle.as_deref(), p.id.as_deref()),
        former: (!former.is_empty())
            .then(|| words.say("popupFormer", &[("handles", &former.join(", "))])),
        account: p
            .aliases()
            .last()
            .map(|a| a.to_string())
            .unwrap_or_default(),
        linked: p.linked.clone(),
    }
}

impl PersonView {
    /// Somebody the user has.
    pub fn known(
        person: &Person,
        newest: Option<&Block>,
        draft: Option<&str>,
        listed: &[String],
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
                    note(n, words, now),
                )
            })
            .collect();
        notes.sort_by_key(|(time, item)| (!item.pinned, *time));
        PersonView {
            who: person.key.clone(),
            key: Some(person.key.clone()),
            name: shown(person, words),
            profiles: person.profiles.iter().map(|p| profile(p, words)).collect(),
            work: work(person, words),
            email: person.told_of(EMAIL).map(str::to_owned),
            notes: notes.into_iter().map(|(_, item)| item).collect(),
            history: newest
                .map(|b| items(b, &Filter::default(), words, now))
                .unwrap_or_default(),
            more: person.blocks.len() > 1,
            draft: draft.unwrap_or_default().to_owned(),
            needs: needs(person, words, now),
            promises: promises(person, words, now),
            labels: labels(listed, &person.labels()),
            why: person.why.clone().unwrap_or_default(),
            years: years(person),
        }
    }

    /// Somebody seen of whom nothing is noted.
    pub fn stranger(
        seen: &Profile,
        name: Option<&str>,
        draft: Option<&str>,
        listed: &[String],
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
            work: None,
            email: None,
            notes: Vec::new(),
            history: Vec::new(),
            more: false,
            draft: draft.unwrap_or_default().to_owned(),
            needs: Vec::new(),
            promises: Vec::new(),
            labels: labels(listed, &[]),
            why: String::new(),
            years: Vec::new(),
        }
    }
}

impl Found {
    /// A person in a list.
    pub fn of(person: &Person, words: &Text) -> Found {
        let handles: Vec<String> = person
            .profiles
            .iter()
            .filter(|p| !matches!(p.network, Network::Name | Network::Thread))
            .flat_map(|p| std::iter::once(p.label()).chain(p.former.iter().map(|f| p.written(f))))
            .filter(|l| !l.is_empty() && *l != person.name)
            .collect();
        Found {
            who: person.key.clone(),
            name: shown(person, words),
            handles: handles.join(" · "),
            line: crate::history::foremost(&person.notes)
                .map(|n| crate::history::one_line(&n.text))
                .unwrap_or_default(),
        }
    }
}
