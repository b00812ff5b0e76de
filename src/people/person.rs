//! A human being the user keeps notes on.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Alias, Profile, Who};
use crate::history::{BlockInfo, Blocks, Interaction, Need, Note, Promise, Tally, block};
use crate::search::words;

/// What may be silenced for a person, and how.
const PROMPT: &str = "prompt";
const ALWAYS: &str = "always";
/// Somebody the user pressed a control of, and wrote nothing about.
const ONLY_MET: &str = "onlyMet";
/// Fingerprints of what an archive brought and the user deleted: it is not brought again.
const GONE: &str = "gone";
/// Under this key a person's labels stand in Kith's file.
pub const LABELS: &str = "labels";
/// Their address for e-mail, as an archive told it.
pub const EMAIL: &str = "email";
/// Where they work, as an archive told it.
pub const COMPANY: &str = "company";
/// What they are there, as an archive told it.
pub const POSITION: &str = "position";
/// A word that nobody can type, by which all who are silenced are found.
pub const MUTED: &str = "\u{1}muted";
/// Under this key stand accounts that an archive gives to somebody, and that are somebody else's here.
pub const ELSEWHERE: &str = "elsewhere";
/// Before a word of a name, so that names are found without looking through what notes say.
pub const NAMED: &str = "\u{2}";
/// The same for all with an open promise of the user's.
pub const PROMISED: &str = "\u{1}promised";
/// The same for all with an open need.
pub const NEEDING: &str = "\u{1}needing";

/// One person: everything but the interactions, which stand in blocks of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// A random key that nothing but Kith gives.
    pub key: String,
    /// The name as the user knows it.
    pub name: String,
    /// Their accounts.
    #[serde(default)]
    pub profiles: Vec<Profile>,
    /// What the user wrote down, in the order of writing.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What they are dealing with.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What the user promised them.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// The user's own reason for knowing them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// How often the user wants to be in touch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<String>,
    /// What was silenced for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mute: Option<Value>,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(default)]
    pub extra: Map<String, Value>,
    /// Which blocks hold their interactions, oldest first.
    #[serde(default)]
    pub blocks: Vec<BlockInfo>,
    /// What passed, summed up.
    #[serde(default)]
    pub tally: Tally,
    /// When the record last changed, milliseconds since 1970.
    #[serde(default)]
    pub touched: i64,
}

/// A word that nobody can type, by which whoever is said to have an account is found.
pub fn elsewhere_word(account: &str) -> String {
    format!("\u{1}also {account}")
}

impl Person {
    /// Somebody of whom nothing is known yet but a name.
    pub fn new(key: String, name: String, now: i64) -> Person {
        Person {
            key,
            name,
            profiles: Vec::new(),
            notes: Vec::new(),
            needs: Vec::new(),
            promises: Vec::new(),
            why: None,
            rhythm: None,
            mute: None,
            extra: Map::new(),
            blocks: Vec::new(),
            tally: Tally::default(),
            touched: now,
        }
    }

    /// Whether no name is known of them: they are called by an account's handle or number.
    pub fn is_nameless(&self) -> bool {
        let mut labels = self.profiles.iter().map(Profile::label);
        labels.any(|label| label == self.name)
    }

    /// Every key under which a page may meet them.
    pub fn aliases(&self) -> impl Iterator<Item = Alias> + '_ {
        self.profiles.iter().flat_map(Profile::aliases)
    }

    /// Whether nothing is asked before connecting with them.
    pub fn is_muted(&self) -> bool {
        self.mute.as_ref().and_then(|m| m.get(PROMPT)) == Some(&ALWAYS.into())
    }

    /// Silences the prompt for them, or no longer; what else is silenced stays.
    pub fn set_muted(&mut self, muted: bool) {
        let mut all = match self.mute.take() {
            Some(Value::Object(all)) => all,
            _ => Map::new(),
        };
        if muted {
            all.insert(PROMPT.into(), ALWAYS.into());
        } else {
            all.remove(PROMPT);
        }
        self.mute = (!all.is_empty()).then_some(Value::Object(all));
    }

    /// The user's own words for them, in the order in which they were given.
    pub fn labels(&self) -> Vec<String> {
        let labels = self.extra.get(LABELS).and_then(Value::as_array);
        let texts = labels.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }

    /// What an archive told of them: [`EMAIL`], [`COMPANY`], [`POSITION`].
    pub fn told_of(&self, key: &str) -> Option<&str> {
        self.extra.get(key)?.as_str().filter(|t| !t.is_empty())
    }

    /// Gives them a label, or takes it away.
    pub fn set_label(&mut self, label: &str, on: bool) {
        let mut labels = self.labels();
        labels.retain(|l| l != label);
        if on {
            labels.push(label.to_owned());
        }
        if labels.is_empty() {
            self.extra.remove(LABELS);
        } else {
            self.extra.insert(LABELS.into(), labels.into());
        }
    }

    /// Adds to what passed with them what is not there yet. `blocks` holds those that [`block::needed`] says.
    pub fn add_passed(&mut self, blocks: &mut Blocks, new: Vec<Interaction>) {
        let tally = &mut self.tally;
        block::add(&mut self.blocks, blocks, new, |one| tally.count(one));
    }

    /// Accounts that somebody else has here, and that an archive gives to this person: both may be the same.
    pub fn elsewhere(&self) -> Vec<Profile> {
        let all = self.extra.get(ELSEWHERE).and_then(Value::as_array);
        let texts = all.into_iter().flatten().filter_map(Value::as_str);
        let profile = |text: &str| match Who::read(text) {
            Some(Who::Profile(profile)) => Some(profile),
            _ => None,
        };
        texts.filter_map(profile).collect()
    }

    /// What an archive brought and the user deleted, by its fingerprints.
    pub fn gone(&self) -> BTreeSet<String> {
        let all = self.extra.get(GONE).and_then(Value::as_array);
        let texts = all.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }

    /// The same, changed.
    pub fn set_gone(&mut self, gone: BTreeSet<String>) {
        if gone.is_empty() {
            self.extra.remove(GONE);
        } else {
            self.extra
                .insert(GONE.into(), gone.into_iter().collect::<Vec<_>>().into());
        }
    }

    /// Notes that they came here by a press on a page, or with an import that is taken back, and by nothing else.
    pub fn set_only_met(&mut self) {
        self.extra.insert(ONLY_MET.into(), true.into());
    }

    /// Whether they came by a press that was taken back, and nothing is left of it.
    pub fn is_nobody(&self) -> bool {
        self.extra.contains_key(ONLY_MET) && self.is_bare()
    }

    /// Whether nothing at all is known of them but who they are.
    pub fn is_bare(&self) -> bool {
        self.notes.is_empty()
            && self.needs.is_empty()
            && self.promises.is_empty()
            && self.blocks.is_empty()
            && self.why.is_none()
            && self.rhythm.is_none()
            && self.mute.is_none()
            && self.extra.keys().all(|key| key == ONLY_MET || key == GONE)
    }

    /// The words by which search finds them: of name, handles old and new, notes and needs, and what an archive told of them.
    pub fn words(&self) -> BTreeSet<String> {
        let handles = self
            .profiles
            .iter()
            .flat_map(|p| p.handle.iter().chain(&p.former));
        let notes = self.notes.iter().map(|n| &n.text);
        let needs = self.needs.iter().map(|n| &n.text);
        std::iter::once(&self.name)
            .chain(handles)
            .chain(notes)
            .chain(needs)
            .chain(&self.why)
            .chain(&self.labels())
            .map(String::as_str)
            .chain([EMAIL, COMPANY, POSITION].map(|key| self.told_of(key).unwrap_or_default()))
            .flat_map(words)
            .chain(
                words(&self.name)
                    .into_iter()
                    .map(|word| format!("{NAMED}{word}")),
            )
            .chain(
                self.elsewhere()
                    .iter()
                    .map(|profile| elsewhere_word(&Who::write(profile))),
            )
            .chain(self.is_muted().then(|| MUTED.to_owned()))
            .chain(
                self.promises
                    .iter()
                    .any(|p| !p.kept)
                    .then(|| PROMISED.to_owned()),
            )
            .chain(
                self.needs
                    .iter()
                    .any(|n| !n.met)
                    .then(|| NEEDING.to_owned()),
            )
            .collect()
    }
}
