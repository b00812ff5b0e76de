//! The records, their keys and versions, and what an ask reads and changes.
//!
//! Nothing here touches a database: [`Records`] is what was read, [`Changes`] what is to be written. `extension/core`
//! carries both out over IndexedDB, [`Memory`] in tests.

mod memory;
pub mod migrate;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::backup::undo::Batch;
use crate::history::block::Blocks;
use crate::history::{Block, Summary, summaries};
use crate::people::{Alias, Person, Profile, Who};
use crate::prompt::{Mutes, Outcomes};

pub use memory::Memory;

/// The version of the records' shapes. A store that says more was written by a newer Kith.
pub const SCHEMA: u32 = 1;

/// The part of Kith's file to which a document belongs that the library keeps but does not read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the words of Kith's file
pub enum Section {
    Loose,
    Shelf,
    Imports,
    Apart,
    Bin,
    Joined,
    /// Top-level keys that this Kith does not know.
    Extra,
}

impl Section {
    /// Every section, in the order of the file.
    pub const ALL: [Section; 7] = [
        Section::Loose,
        Section::Shelf,
        Section::Imports,
        Section::Apart,
        Section::Bin,
        Section::Joined,
        Section::Extra,
    ];

    /// Its name in Kith's file.
    pub fn word(self) -> &'static str {
        match self {
            Section::Loose => "loose",
            Section::Shelf => "shelf",
            Section::Imports => "imports",
            Section::Apart => "apart",
            Section::Bin => "bin",
            Section::Joined => "joined",
            Section::Extra => "extra",
        }
    }
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A person by key.
    Person(String),
    /// What the feed needs, by alias.
    Summary(Alias),
    /// A block of a person's interactions, by the person's key and the block's number.
    Block(String, u32),
    /// Text typed and not yet saved, by whom it is about.
    Draft(String),
    /// Something kept whole, by section and key.
    Document(Section, String),
    /// What a batch of an import added, by the import's key and the batch's number.
    Undo(String, u32),
    /// The user's choices.
    Settings,
    /// What the user is still to be told.
    Notices,
    /// What became of the prompts.
    Outcomes,
    /// The id by which this store is told from one that was emptied.
    Begun,
}

/// What stands there.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // as the keys
pub enum Record {
    Person(Box<Person>),
    Summary(Summary),
    Block(Block),
    Draft(Draft),
    Document(Value),
    Undo(Batch),
    Settings(Settings),
    Notices(Notices),
    Outcomes(Outcomes),
    Begun(String),
}

/// Text typed and not yet saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What was typed.
    pub text: String,
}

/// The user's choices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Per site, by its network's word: whether Kith draws there.
    #[serde(default)]
    pub sites: BTreeMap<String, Mode>,
    /// Where and when nothing is asked before connecting.
    #[serde(default, skip_serializing_if = "Mutes::is_empty")]
    pub mutes: Mutes,
    /// The user's own accounts, as pages showed who is signed in: aliases. They get no mark.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub own: BTreeSet<String>,
    /// What is not written down by itself, by its word ([`crate::protocol::KINDS`]).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unobserved: BTreeSet<String>,
    /// Accounts of people whom the user deleted: nothing is written down by itself about them. As [`Who`] writes them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub forgotten: BTreeSet<String>,
    /// The user's own words for people, in the order of their keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Whether every mark on every tab is hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub discreet: bool,
    /// Choices of a newer Kith; kept as they came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Settings {
    /// Whether an account is the user's own.
    pub fn is_own(&self, profile: &Profile) -> bool {
        profile
            .aliases()
            .any(|alias| self.own.contains(&alias.to_string()))
    }

    /// The user's own accounts, a profile for each alias.
    pub fn own_profiles(&self) -> Vec<Profile> {
        let profile = |alias: &String| match Who::read(alias) {
            Some(Who::Profile(profile)) => Some(profile),
            _ => None,
        };
        self.own.iter().filter_map(profile).collect()
    }

    /// Takes down all that an account of the user's own is known by; the aliases that are new.
    pub fn add_own(&mut self, profile: &Profile) -> Vec<String> {
        let aliases = profile.aliases().map(|alias| alias.to_string());
        aliases
            .filter(|alias| self.own.insert(alias.clone()))
            .collect()
    }

    /// By what people are known whom the user deleted.
    pub fn forgotten_aliases(&self) -> impl Iterator<Item = Alias> + '_ {
        let profile = |who: &String| match Who::read(who) {
            Some(Who::Profile(gone)) => Some(gone.aliases().collect::<Vec<_>>()),
            _ => None,
        };
        self.forgotten.iter().filter_map(profile).flatten()
    }

    /// Whether an account is that of somebody whom the user deleted.
    pub fn is_forgotten(&self, profile: &Profile) -> bool {
        self.forgotten_aliases()
            .any(|gone| profile.aliases().any(|alias| alias == gone))
    }

    /// Takes choices that were not made yet; gives back those it took.
    pub fn fill(&mut self, new: Settings) -> Settings {
        let mut taken = Settings::default();
        for (site, mode) in new.sites {
            if !self.sites.contains_key(&site) {
                self.sites.insert(site.clone(), mode);
                taken.sites.insert(site, mode);
            }
        }
        for site in new.mutes.sites {
            if self.mutes.sites.insert(site.clone()) {
                taken.mutes.sites.insert(site);
            }
        }
        if self.mutes.today.is_none() {
            self.mutes.today = new.mutes.today;
            taken.mutes.today = new.mutes.today;
        }
        for alias in new.own {
            if self.own.insert(alias.clone()) {
                taken.own.insert(alias);
            }
        }
        for kind in new.unobserved {
            if self.unobserved.insert(kind.clone()) {
                taken.unobserved.insert(kind);
            }
        }
        for who in new.forgotten {
            if self.forgotten.insert(who.clone()) {
                taken.forgotten.insert(who);
            }
        }
        for label in new.labels {
            if !self.labels.contains(&label) {
                self.labels.push(label.clone());
                taken.labels.push(label);
            }
        }
        if new.discreet && !self.discreet {
            self.discreet = true;
            taken.discreet = true;
        }
        for (key, value) in new.extra {
            if !self.extra.contains_key(&key) {
                self.extra.insert(key.clone(), value.clone());
                taken.extra.insert(key, value);
            }
        }
        taken
    }

    /// Gives up choices that were taken and not changed since.
    pub fn take_back(&mut self, taken: &Settings) {
        self.sites
            .retain(|site, mode| taken.sites.get(site) != Some(mode));
        for site in &taken.mutes.sites {
            self.mutes.sites.remove(site);
        }
        if taken.mutes.today.is_some() && self.mutes.today == taken.mutes.today {
            self.mutes.today = None;
        }
        self.own.retain(|alias| !taken.own.contains(alias));
        self.unobserved
            .retain(|kind| !taken.unobserved.contains(kind));
        self.forgotten.retain(|who| !taken.forgotten.contains(who));
        self.labels.retain(|label| !taken.labels.contains(label));
        self.discreet &= !taken.discreet;
        self.extra
            .retain(|key, value| taken.extra.get(key) != Some(value));
    }
}

/// What Kith does on a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "protocol.ts")]
pub enum Mode {
    /// Marks beside names.
    Marks,
    /// The page is left alone; popup and panel only.
    Panel,
    /// Nothing.
    Off,
}

/// What the user is still to be told, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Notices {
    /// Each is told once.
    pub items: Vec<Notice>,
}

/// A handle that belongs to somebody else now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The handle, as `x:anar`.
    pub alias: String,
    /// The person who had it.
    pub person: String,
    /// Their name.
    pub name: String,
}

/// A list that an ask needs, beside single records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// The keys of people of whom a word begins so.
    Word(String),
    /// The keys of so many people after this one, in the order of keys.
    People(Option<String>, u32),
    /// The keys of so many people, those changed last first.
    Recent(u32),
    /// The keys of a section's documents.
    Documents(Section),
    /// So many keys of loose things that begin so: with the post's key.
    Loose(String, u32),
    /// Whom the drafts are about.
    Drafts,
    /// The keys of the imports that can be undone.
    Imports,
    /// The numbers of an import's batches, as text.
    Undo(String),
}

/// What is still to be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wants {
    /// Single records.
    pub keys: BTreeSet<Key>,
    /// Lists of keys.
    pub lists: BTreeSet<List>,
}

impl Wants {
    /// Whether everything is at hand.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.lists.is_empty()
    }
}

/// What was read, absent records included.
#[derive(Clone, Debug, Default)]
pub struct Records {
    got: BTreeMap<Key, Option<Record>>,
    lists: BTreeMap<List, Vec<String>>,
}

impl Records {
    /// Takes a record that was read, or the news that there is none.
    pub fn put(&mut self, key: Key, record: Option<Record>) {
        self.got.insert(key, record);
    }

    /// Takes a list that was read.
    pub fn put_list(&mut self, list: List, keys: Vec<String>) {
        self.lists.insert(list, keys);
    }

    fn get(&self, key: &Key) -> Option<&Record> {
        self.got.get(key)?.as_ref()
    }

    /// A person, where it was read and is there.
    pub fn person(&self, key: &str) -> Option<&Person> {
        match self.get(&Key::Person(key.to_owned()))? {
            Record::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The summary of an alias.
    pub fn summary(&self, alias: &Alias) -> Option<&Summary> {
        match self.get(&Key::Summary(alias.clone()))? {
            Record::Summary(summary) => Some(summary),
            _ => None,
        }
    }

    /// A block of a person.
    pub fn block(&self, person: &str, number: u32) -> Option<&Block> {
        match self.get(&Key::Block(person.to_owned(), number))? {
            Record::Block(block) => Some(block),
            _ => None,
        }
    }

    /// All blocks of a person that were read, none of them changed yet.
    pub fn blocks(&self, person: &Person) -> Blocks {
        let read = person.blocks.iter().filter_map(|info| {
            let block = self.block(&person.key, info.number)?;
            Some((info.number, (block.clone(), false)))
        });
        read.collect()
    }

    /// The draft about somebody.
    pub fn draft(&self, who: &str) -> Option<&Draft> {
        match self.get(&Key::Draft(who.to_owned()))? {
            Record::Draft(draft) => Some(draft),
            _ => None,
        }
    }

    /// A document.
    pub fn document(&self, section: Section, key: &str) -> Option<&Value> {
        match self.get(&Key::Document(section, key.to_owned()))? {
            Record::Document(value) => Some(value),
            _ => None,
        }
    }

    /// What a batch of an import added.
    pub fn undo(&self, import: &str, number: u32) -> Option<&Batch> {
        match self.get(&Key::Undo(import.to_owned(), number))? {
            Record::Undo(batch) => Some(batch),
            _ => None,
        }
    }

    /// The user's choices.
    pub fn settings(&self) -> Settings {
        match self.get(&Key::Settings) {
            Some(Record::Settings(settings)) => settings.clone(),
            _ => Settings::default(),
        }
    }

    /// What the user is still to be told.
    pub fn notices(&self) -> Notices {
        match self.get(&Key::Notices) {
            Some(Record::Notices(notices)) => notices.clone(),
            _ => Notices::default(),
        }
    }

    /// What became of the prompts.
    pub fn outcomes(&self) -> Outcomes {
        match self.get(&Key::Outcomes) {
            Some(Record::Outcomes(outcomes)) => outcomes.clone(),
            _ => Outcomes::default(),
        }
    }

    /// The store's id, where it has one.
    pub fn begun(&self) -> Option<&str> {
        match self.get(&Key::Begun)? {
            Record::Begun(id) => Some(id),
            _ => None,
        }
    }

    /// A list, where it was read.
    pub fn read_list(&self, list: &List) -> Option<&[String]> {
        self.lists.get(list).map(Vec::as_slice)
    }

    /// A list; empty where it was not read.
    pub fn list(&self, list: &List) -> &[String] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }
}

/// Says what is wanted by walking through what is there: each look at a record not yet read is noted down.
pub struct Reading<'a> {
    /// What was read so far.
    pub records: &'a Records,
    wants: Wants,
}

impl<'a> Reading<'a> {
    /// Begins with what was read so far.
    pub fn new(records: &'a Records) -> Reading<'a> {
        Reading {
            records,
            wants: Wants::default(),
        }
    }

    /// What turned out to be missing.
    pub fn wants(self) -> Wants {
        self.wants
    }

    /// Notes down a record.
    pub fn want(&mut self, key: Key) {
        if !self.records.got.contains_key(&key) {
            self.wants.keys.insert(key);
        }
    }

    /// Looks at a list.
    pub fn list(&mut self, list: List) -> &'a [String] {
        if !self.records.lists.contains_key(&list) {
            self.wants.lists.insert(list.clone());
        }
        self.records.list(&list)
    }

    /// Looks at a person.
    pub fn person(&mut self, key: &str) -> Option<&'a Person> {
        self.want(Key::Person(key.to_owned()));
        self.records.person(key)
    }

    /// Looks at all that passed with a person.
    pub fn blocks(&mut self, person: &Person) {
        for info in &person.blocks {
            self.want(Key::Block(person.key.clone(), info.number));
        }
    }

    /// Looks at a summary.
    pub fn summary(&mut self, alias: Alias) -> Option<&'a Summary> {
        self.want(Key::Summary(alias.clone()));
        self.records.summary(&alias)
    }
}

/// What is to be written, in order, wholly or not at all.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// One after the other.
    pub changes: Vec<Change>,
}

/// One record written or deleted.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // says it
pub enum Change {
    Put(Key, Box<Record>),
    Delete(Key),
}

impl Changes {
    /// Whether nothing is to be written.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Writes a record.
    pub fn put(&mut self, key: Key, record: Record) {
        self.changes.push(Change::Put(key, Box::new(record)));
    }

    /// Deletes a record.
    pub fn delete(&mut self, key: Key) {
        self.changes.push(Change::Delete(key));
    }

    /// Writes the blocks of a person that changed, and deletes those that were left empty.
    pub fn blocks(&mut self, person: &str, blocks: Blocks) {
        for (number, (block, touched)) in blocks {
            let key = Key::Block(person.to_owned(), number);
            match (block.items.is_empty(), touched) {
                (true, _) => self.delete(key),
                (false, true) => self.put(key, Record::Block(block)),
                (false, false) => {}
            }
        }
    }

    /// Deletes a person of whom nothing is left, with the summaries. Gives back every alias whose mark may have changed.
    pub fn forget(&mut self, person: &Person) -> BTreeSet<Alias> {
        for alias in person.aliases() {
            self.delete(Key::Summary(alias));
        }
        self.delete(Key::Person(person.key.clone()));
        person.aliases().collect()
    }

    /// Writes a person and the summaries that follow from it, and deletes those that no longer do.
    /// Gives back every alias whose mark may have changed.
    pub fn person(&mut self, before: Option<&Person>, after: Person) -> BTreeSet<Alias> {
        let now: BTreeSet<Alias> = after.aliases().collect();
        let gone: BTreeSet<Alias> = before
            .iter()
            .flat_map(|p| p.aliases())
            .filter(|a| !now.contains(a))
            .collect();
        for alias in &gone {
            self.delete(Key::Summary(alias.clone()));
        }
        for (alias, summary) in summaries(&after) {
            self.put(Key::Summary(alias), Record::Summary(summary));
        }
        self.put(
            Key::Person(after.key.clone()),
            Record::Person(Box::new(after)),
        );
        now.into_iter().chain(gone).collect()
    }
}
