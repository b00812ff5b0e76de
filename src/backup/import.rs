//! One import, from the first byte to the last: first to look, then to bring in.
//!
//! Whoever holds the file feeds its bytes; whoever holds the store reads what [`Import::reads`] wants and writes what
//! [`Import::decide`] says, batch by batch. A look decides the same things and writes none of them.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::merge::{self, Merge};
use super::read::{self, Incoming, LeftOut};
use super::split::{Broken, Piece, Splitter};
use super::undo::{self, Batch};
use super::{VERSION, fingerprint};
use crate::archive::plain::Guessed;
use crate::archive::{Refusal as Unopened, Told};
use crate::history::{Interaction, Moment, post};
use crate::people::{Alias, Profile};
use crate::prompt::Outcome;
use crate::protocol::World;
use crate::store::{
    Changes, Draft, Key, Notice, Notices, Reading, Record, Records, Section, Settings,
};
use crate::text::{Text, grouped};

/// Lists that the library reads beside the people.
const OURS: [&str; 3] = ["drafts", "notices", "outcomes"];
/// How many people are written at once: a note typed meanwhile waits for one batch.
const BATCH: usize = 200;
/// … or, where much passed with them, how many interactions.
const PASSED: usize = 20_000;
/// How many people may come before a file has said what it is; Kith itself says so first.
const UNBELIEVED: usize = 20_000;
/// How much of what was left out is listed; the rest is counted.
const LISTED: usize = 500;

/// How an import stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub struct ImportReport {
    /// Before the yes, after it, or not at all.
    pub state: ImportState,
    /// What the user reads.
    pub text: String,
    /// What was left out, and why.
    pub left_out: Vec<ImportLeftOut>,
    /// How many more were left out than are listed.
    pub left_out_more: usize,
    /// The import's key, where it can be undone.
    pub import: Option<String>,
    /// Of a table of anybody's: its columns, and what each is taken for.
    pub choice: Option<Guessed>,
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub enum ImportState {
    /// Looked at; nothing is written.
    Preview,
    /// Brought in.
    Done,
    /// Nothing was or will be written.
    Refused,
}

/// Something left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub struct ImportLeftOut {
    /// Where in the file.
    #[serde(rename = "where")]
    pub place: String,
    /// Why.
    pub why: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    new: usize,
    known: usize,
    notes: usize,
    plans: usize,
    interactions: usize,
    /// What passed with somebody whom no file names.
    loose: usize,
    /// People to whom something is added, and documents that are new.
    changes: usize,
}

impl Counts {
    fn nobody(&self) -> bool {
        self.new + self.known + self.loose == 0
    }

    fn is_nothing(&self) -> bool {
        self.nobody() && self.changes == 0
    }
}

/// Why a file is refused whole.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
enum Refusal {
    #[error("not Kith's own file")]
    Foreign,
    #[error("made by a newer Kith")]
    Newer,
    #[error("nobody in it")]
    Nobody,
    #[error("{0}")]
    Broken(Broken),
}

impl ImportReport {
    /// Files that cannot be opened at all.
    pub fn unopened(file: &str, why: &Unopened, text: &Text) -> ImportReport {
        ImportReport {
            state: ImportState::Refused,
            text: why.say(file, text),
            left_out: Vec::new(),
            left_out_more: 0,
            import: None,
            choice: None,
        }
    }
}

/// An import under way.
pub struct Import {
    file: String,
    key: String,
    apply: bool,
    splitter: Splitter,
    queue: VecDeque<Item>,
    version: Option<u64>,
    counts: Counts,
    batches: u32,
    undoable: bool,
    keys: merge::Keys,
    seen: HashSet<String>,
    left_out: Vec<LeftOut>,
    left_out_more: usize,
    broken: Option<Broken>,
    /// Somebody else's format, not Kith's own file.
    foreign: bool,
    /// What was understood and not brought in, by the words that count it.
    left: BTreeMap<&'static str, u64>,
    /// The user's own accounts, as archives say.
    own: Settings,
    /// The batch that was written last.
    last: Option<Batch>,
    /// The accounts that were known to be the user's before.
    accounts: Settings,
    /// When the first and the last thing passed.
    between: Option<(Moment, Moment)>,
    /// What has been counted while only looking: nothing of it is in the store.
    told: HashSet<u64>,
}

enum Item {
    Person(Box<Incoming>),
    Document(Section, String, Value),
    Draft(Written),
    Notice(Notice),
    Outcome(Outcome),
    Settings(Settings),
}

impl Item {
    /// How many interactions come with it.
    fn passed(&self) -> usize {
        match self {
            Item::Person(person) => person.interactions.len(),
            _ => 0,
        }
    }
}

/// Something told of somebody, short.
fn told(who: &str, passed: &Interaction) -> u64 {
    let mut hasher = DefaultHasher::new();
    who.hash(&mut hasher);
    (passed.kind, passed.direction, passed.time, passed.network).hash(&mut hasher);
    (&passed.place, &passed.excerpt).hash(&mut hasher);
    hasher.finish()
}

/// Under which key something loose is kept: the post's address first, by which it is looked for.
fn loose_key(passed: &Interaction) -> String {
    let place = passed.place.as_deref().unwrap_or_default();
    format!("{} {}", post::key(place), undo::event(passed))
}

/// A draft as the file tells of it.
#[derive(Deserialize)]
struct Written {
    who: String,
    text: String,
}

impl Import {
    /// Begins an import of a file of this name; `apply` brings it in, else it is only looked at. `key` is the import's own.
    pub fn new(file: &str, key: String, apply: bool) -> Import {
        Import {
            file: file.to_owned(),
            key,
            apply,
            splitter: Splitter::default(),
            queue: VecDeque::new(),
            version: None,
            counts: Counts::default(),
            batches: 0,
            undoable: false,
            keys: merge::Keys::new(),
            seen: HashSet::new(),
            left_out: Vec::new(),
            left_out_more: 0,
            broken: None,
            foreign: false,
            left: BTreeMap::new(),
            own: Settings::default(),
            last: None,
            accounts: Settings::default(),
            between: None,
            told: HashSet::new(),
        }
    }

    /// Begins an import of archives in other people's formats, which are [`Import::tell`]'s.
    /// `accounts` are the user's own, as far as they are known: nobody else bears them.
    pub fn of_archive(file: &str, key: String, apply: bool, accounts: &[Profile]) -> Import {
        let mut known = Settings::default();
        for account in accounts {
            known.add_own(account);
        }
        Import {
            accounts: known,
            foreign: true,
            version: Some(VERSION),
            ..Import::new(file, key, apply)
        }
    }

    /// Takes something that an archive tells.
    pub fn tell(&mut self, told: Told, text: &Text) {
        let item = match told {
            Told::Person(person)
                if person
                    .profiles
                    .iter()
                    .any(|p| self.own.is_own(p) || self.accounts.is_own(p)) =>
            {
                return;
            }
            Told::Person(mut person) => {
                for one in &mut person.interactions {
                    one.import = Some(self.key.clone());
                }
                for time in person.interactions.iter().filter_map(|i| i.time) {
                    let (from, to) = self.between.unwrap_or((time, time));
                    self.between = Some((
                        if time.ms() < from.ms() { time } else { from },
                        if time.ms() > to.ms() { time } else { to },
                    ));
                }
                Item::Person(person)
            }
            Told::Loose(mut passed) => {
                self.counts.loose += 1;
                passed.import = Some(self.key.clone());
                let value = serde_json::to_value(&*passed).unwrap_or_default();
                Item::Document(Section::Loose, loose_key(&passed), value)
            }
            Told::Own(profile) => {
                self.own.add_own(&profile);
                return;
            }
            Told::Left(key) => {
                *self.left.entry(key).or_default() += 1;
                return;
            }
            Told::Missing { file } => {
                self.leave(vec![LeftOut {
                    place: file,
                    why: text.say("wrongMissing", &[]),
                }]);
                return;
            }
            Told::Refused { file, why } => {
                self.leave(vec![LeftOut {
                    place: file,
                    why: why.reason(text),
                }]);
                return;
            }
            Told::Unreadable { file, line, why } => {
                let line = line.to_string();
                self.leave(vec![LeftOut {
                    place: text.say("importLine", &[("file", &file), ("line", &line)]),
                    why: why.say(text),
                }]);
                return;
            }
        };
        self.queue.push_back(item);
    }

    /// Takes the next bytes. `false` where reading on is of no use.
    pub fn feed(&mut self, bytes: &[u8], text: &Text) -> bool {
        if self.broken.is_some() {
            return false;
        }
        let pieces = self.splitter.feed(bytes).unwrap_or_else(|broken| {
            self.broken = Some(broken);
            self.splitter.rest()
        });
        for piece in pieces {
            self.piece(piece, text);
        }
        let foreign = self.version.is_none() && self.queue.len() > UNBELIEVED;
        self.broken.is_none() && !foreign && self.version.is_none_or(|v| v <= VERSION)
    }

    /// Says that the file has ended.
    pub fn end(&mut self) {
        if self.foreign {
            let own = std::mem::take(&mut self.own);
            if own != Settings::default() {
                self.queue.push_back(Item::Settings(own));
            }
        } else if self.broken.is_none() {
            self.broken = self.splitter.finish().err();
        }
    }

    fn leave(&mut self, new: Vec<LeftOut>) {
        let room = LISTED.saturating_sub(self.left_out.len());
        self.left_out_more += new.len().saturating_sub(room);
        self.left_out.extend(new.into_iter().take(room));
    }

    fn piece(&mut self, piece: Piece, text: &Text) {
        let mut out = Vec::new();
        match piece {
            Piece::Element {
                list, index, json, ..
            } if list == "people" => {
                self.queue.extend(
                    read::person(index, &json, text, &mut out).map(|p| Item::Person(Box::new(p))),
                );
            }
            Piece::Element {
                list, index, json, ..
            } if OURS.contains(&&*list) => {
                let item = match list.as_str() {
                    "drafts" => serde_json::from_slice(&json).map(Item::Draft),
                    "notices" => serde_json::from_slice(&json).map(Item::Notice),
                    _ => serde_json::from_slice(&json).map(Item::Outcome),
                };
                match item {
                    Ok(item) => self.queue.push_back(item),
                    Err(error) => {
                        out.push(self.unread(&list, index, "importWrongType", &error, text))
                    }
                }
            }
            Piece::Element {
                list, index, json, ..
            } => match serde_json::from_slice::<Value>(&json) {
                Ok(value) => {
                    let section = Section::ALL
                        .into_iter()
                        .find(|s| s.word() == list && *s != Section::Extra);
                    let own = value.get("key").and_then(Value::as_str).map(str::to_owned);
                    let loose = || Interaction::deserialize(&value).ok();
                    let (section, key) = match section {
                        // under the key that an archive gives it
                        Some(Section::Loose) => (
                            Section::Loose,
                            loose().map_or_else(
                                || fingerprint(&value.to_string()),
                                |passed| loose_key(&passed),
                            ),
                        ),
                        Some(section) => (
                            section,
                            own.unwrap_or_else(|| fingerprint(&value.to_string())),
                        ),
                        // A list of a newer Kith: each element is kept under the list's name.
                        None => (Section::Extra, format!("{list}/{index:08}")),
                    };
                    self.queue.push_back(Item::Document(section, key, value));
                }
                Err(error) => out.push(self.unread(&list, index, "importBrokenJson", &error, text)),
            },
            Piece::Value { key, json } => {
                match (key.as_str(), serde_json::from_slice::<Value>(&json)) {
                    // Whatever stands there that is no whole number is no version that this Kith knows.
                    ("kith", value) => {
                        self.version = Some(value.ok().and_then(|v| v.as_u64()).unwrap_or(u64::MAX))
                    }
                    ("made" | "by", Ok(_)) => {}
                    ("settings", Ok(value)) => match serde_json::from_value(value) {
                        Ok(settings) => self.queue.push_back(Item::Settings(settings)),
                        Err(error) => out.push(LeftOut {
                            place: "settings".into(),
                            why: text.say("importWrongType", &[("why", &error.to_string())]),
                        }),
                    },
                    (list, Ok(value))
                        if Section::ALL.iter().any(|s| s.word() == list)
                            || list == "people"
                            || OURS.contains(&list) =>
                    {
                        if !value.is_null() {
                            out.push(LeftOut {
                                place: self.file.clone(),
                                why: text.say("importNoList", &[("part", list), ("what", "")]),
                            });
                        }
                    }
                    (_, Ok(value)) => {
                        self.queue
                            .push_back(Item::Document(Section::Extra, key, value))
                    }
                    (_, Err(error)) => out.push(LeftOut {
                        place: key.clone(),
                        why: text.say("importBrokenJson", &[("why", &error.to_string())]),
                    }),
                }
            }
        }
        self.leave(out);
    }

    /// An element of a list that could not be read.
    fn unread(
        &self,
        list: &str,
        index: usize,
        key: &str,
        error: &serde_json::Error,
        text: &Text,
    ) -> LeftOut {
        let number = (index + 1).to_string();
        LeftOut {
            place: text.say(
                "importPart",
                &[("place", &self.file), ("part", list), ("number", &number)],
            ),
            why: text.say(key, &[("why", &error.to_string())]),
        }
    }

    /// What is written when all of it is in: until then the import counts as broken off.
    pub fn close(&mut self) -> Changes {
        let mut changes = Changes::default();
        if let Some(last) = self.last.take() {
            let batch = Batch {
                ended: true,
                ..last
            };
            let key = Key::Undo(self.key.clone(), self.batches - 1);
            changes.put(key, Record::Undo(batch));
        }
        changes
    }

    /// The import's own key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// How many people and how many interactions were found so far.
    pub fn found_so_far(&self) -> (usize, usize) {
        (
            self.counts.new + self.counts.known,
            self.counts.interactions,
        )
    }

    /// Whether a batch is full; at the end, whether anything is left.
    pub fn ready(&self, ended: bool) -> bool {
        // Before the file has said what it is, nothing of it is believed.
        let believed = self.version.is_some() || ended;
        let full = || {
            let passed = self.queue.iter().map(Item::passed);
            self.queue.len() >= BATCH || passed.sum::<usize>() >= PASSED
        };
        believed && !self.queue.is_empty() && (ended || full())
    }

    /// How many items are decided next. What refers to people by the file's keys waits until those people are decided: only
    /// then it is known whom the keys mean here.
    fn batch(&self) -> usize {
        let is_person = |item: &Item| matches!(item, Item::Person(_));
        let first = self.queue.front().is_some_and(is_person);
        let alike = self.queue.iter().take_while(|i| is_person(i) == first);
        let mut room = PASSED;
        let fits = alike.take_while(|item| {
            let fits = room > 0;
            room = room.saturating_sub(item.passed());
            fits
        });
        fits.take(BATCH).count()
    }

    /// What the next batch needs.
    pub fn reads(&self, r: &mut Reading) {
        for item in self.queue.iter().take(self.batch()) {
            match item {
                Item::Person(incoming) => {
                    merge::reads(incoming, &self.keys, r);
                    if self.foreign {
                        r.want(Key::Settings);
                    }
                }
                Item::Document(section, key, _) => r.want(Key::Document(*section, key.clone())),
                Item::Draft(draft) => {
                    r.want(Key::Draft(merge::meant(&draft.who, &self.keys).clone()))
                }
                Item::Notice(_) => r.want(Key::Notices),
                Item::Outcome(_) => r.want(Key::Outcomes),
                Item::Settings(_) => r.want(Key::Settings),
            }
        }
    }

    /// Merges the next batch and says what is to be written; nothing while only looking.
    pub fn decide(&mut self, records: &Records, world: &mut World) -> Changes {
        let now = world.now.ms;
        let mut changes = Changes::default();
        let count = self.batch();
        let stamp = self.foreign.then_some(&*self.key);
        let mut merge = Merge::new(records, &mut self.keys, stamp);
        let mut batch = Batch {
            file: self.file.clone(),
            time: Some(world.now.moment()),
            ..Batch::default()
        };
        let mut out = Vec::new();
        let mut notices = records.notices().items;
        let mut outcomes = records.outcomes();
        let forgotten: HashSet<Alias> = match self.foreign {
            true => records.settings().forgotten_aliases().collect(),
            false => HashSet::new(),
        };
        for item in self.queue.drain(..count) {
            match item {
                Item::Person(incoming)
                    if incoming
                        .profiles
                        .iter()
                        .flat_map(Profile::aliases)
                        .any(|alias| forgotten.contains(&alias)) =>
                {
                    let key = incoming.profiles.first().map(Profile::label);
                    if self.seen.insert(key.unwrap_or_default()) {
                        *self.left.entry("leftForgotten").or_default() += 1;
                    }
                }
                Item::Person(mut incoming) => {
                    let names: Vec<String> = incoming
                        .key
                        .iter()
                        .cloned()
                        .chain(
                            incoming
                                .profiles
                                .iter()
                                .flat_map(Profile::aliases)
                                .map(|a| a.to_string()),
                        )
                        .collect();
                    if self.foreign && !self.apply {
                        let who = names.first().map_or("", String::as_str);
                        let first = |i: &Interaction| self.told.insert(told(who, i));
                        incoming.interactions.retain(first);
                    }
                    let outcome =
                        merge.person(*incoming, &mut world.dice, now, world.text, &mut out);
                    // While only looking, whoever came in an earlier batch is not in the store.
                    let seen = names.iter().any(|n| self.seen.contains(n));
                    match (outcome.new, seen) {
                        (true, false) => self.counts.new += 1,
                        (false, false) => self.counts.known += 1,
                        (_, true) => {}
                    }
                    self.seen.extend(names);
                    self.counts.notes += outcome.notes;
                    self.counts.plans += outcome.plans;
                    self.counts.interactions += outcome.interactions;
                }
                Item::Document(section, key, value) => {
                    if records.document(section, &key).is_none() {
                        batch
                            .documents
                            .push((section.word().to_owned(), key.clone()));
                        changes.put(Key::Document(section, key), Record::Document(value));
                    }
                }
                Item::Draft(Written { who, text }) => {
                    let who = merge.meant(&who);
                    if records.draft(&who).is_none() && !text.trim().is_empty() {
                        batch.drafts.entry(who).or_insert(Draft { text });
                    }
                }
                Item::Notice(mut notice) => {
                    notice.person = merge.meant(&notice.person);
                    if !notices.contains(&notice) {
                        notices.push(notice.clone());
                        batch.notices.push(notice);
                    }
                }
                Item::Outcome(outcome) => {
                    if !outcomes.items.contains(&outcome) {
                        outcomes.items.push(outcome.clone());
                        batch.outcomes.push(outcome);
                    }
                }
                Item::Settings(new) => {
                    let mut settings = records.settings();
                    let added = settings.fill(new);
                    if added != Settings::default() {
                        changes.put(Key::Settings, Record::Settings(settings));
                        batch.settings = Some(added);
                    }
                }
            }
        }
        for (who, draft) in &batch.drafts {
            changes.put(Key::Draft(who.clone()), Record::Draft(draft.clone()));
        }
        if !batch.notices.is_empty() {
            changes.put(Key::Notices, Record::Notices(Notices { items: notices }));
        }
        if !batch.outcomes.is_empty() {
            outcomes.items.sort_by_key(|o| o.time.ms());
            outcomes.cut();
            batch.outcomes.retain(|o| outcomes.items.contains(o));
        }
        if !batch.outcomes.is_empty() {
            changes.put(Key::Outcomes, Record::Outcomes(outcomes));
        }
        (batch.people, _) = merge.finish(&mut changes, now);
        self.counts.changes += batch.people.len()
            + batch.documents.len()
            + batch.drafts.len()
            + batch.notices.len()
            + batch.outcomes.len()
            + usize::from(batch.settings.is_some());
        self.leave(out);
        if !self.apply || self.refusal().is_some() {
            return Changes::default();
        }
        if !changes.is_empty() {
            if self.foreign && self.batches == 0 {
                let one = json!({"key": self.key, "file": self.file, "time": world.now.moment()});
                let section = Section::Imports;
                batch
                    .documents
                    .push((section.word().to_owned(), self.key.clone()));
                changes.put(
                    Key::Document(section, self.key.clone()),
                    Record::Document(one),
                );
            }
            self.last = Some(batch.clone());
            changes.put(
                Key::Undo(self.key.clone(), self.batches),
                Record::Undo(batch),
            );
            self.batches += 1;
            self.undoable = true;
        }
        changes
    }

    /// All that was left out: counted by reason first, then one by one.
    fn left_out(&self, text: &Text) -> Vec<ImportLeftOut> {
        let counted = self.left.iter().map(|(key, count)| ImportLeftOut {
            place: self.file.clone(),
            why: text.count(key, *count, &[]),
        });
        let each = self.left_out.iter().map(|l| ImportLeftOut {
            place: l.place.clone(),
            why: l.why.clone(),
        });
        counted.chain(each).collect()
    }

    fn refusal(&self) -> Option<Refusal> {
        match (&self.broken, self.version) {
            (_, Some(version)) if version > VERSION => Some(Refusal::Newer),
            (Some(Broken::NoObject), _) | (None, None) => Some(Refusal::Foreign),
            (Some(broken), None) => Some(Refusal::Broken(broken.clone())),
            // rows and nobody in them: never a success
            (_, Some(_)) if self.foreign && self.counts.nobody() => Some(Refusal::Nobody),
            (broken, Some(_)) if self.counts.is_nothing() => {
                Some(broken.clone().map_or(Refusal::Nobody, Refusal::Broken))
            }
            _ => None,
        }
    }

    /// How it went, once the file has ended and the last batch is decided.
    pub fn report(&self, text: &Text) -> ImportReport {
        let refusal = self.refusal();
        let state = match (&refusal, self.apply) {
            (Some(_), _) => ImportState::Refused,
            // nothing is left to say yes to
            (None, false) if self.counts.changes == 0 => ImportState::Done,
            (None, false) => ImportState::Preview,
            (None, true) => ImportState::Done,
        };
        let said = match refusal {
            Some(refusal) => self.refused(&refusal, text),
            None => self.found(text),
        };
        ImportReport {
            state,
            text: said,
            left_out: self.left_out(text),
            left_out_more: self.left_out_more,
            import: self.undoable.then(|| self.key.clone()),
            choice: None,
        }
    }

    fn refused(&self, refusal: &Refusal, text: &Text) -> String {
        let why = refusal.to_string();
        let unread = self.left_out.len() + self.left_out_more;
        let key = match refusal {
            Refusal::Nobody if unread > 0 => "importUnreadable",
            Refusal::Foreign => "importForeign",
            Refusal::Newer => "importNewer",
            Refusal::Nobody => "importNobody",
            Refusal::Broken(_) => "importBroken",
        };
        text.say(key, &[("file", &self.file), ("why", &why)])
    }

    fn found(&self, text: &Text) -> String {
        let number = |n: usize| n as u64;
        let counts = &self.counts;
        let mut said = Vec::new();
        if counts.new + counts.known > 0 {
            said.push(text.count(
                "importPeople",
                number(counts.new + counts.known),
                &[
                    ("new", &grouped(number(counts.new))),
                    ("known", &grouped(number(counts.known))),
                ],
            ));
        }
        if counts.notes > 0 || (!self.foreign && counts.changes > 0) {
            said.push(text.count("importNotes", number(counts.notes), &[]));
        }
        if counts.plans > 0 {
            said.push(text.count("importPlans", number(counts.plans), &[]));
        }
        if counts.interactions > 0 {
            said.push(text.count("importInteractions", number(counts.interactions), &[]));
        }
        if let Some((from, to)) = self.between {
            let (from, to) = (from.year().to_string(), to.year().to_string());
            said.push(match from == to {
                true => text.say("importWithin", &[("year", &from)]),
                false => text.say("importBetween", &[("from", &from), ("to", &to)]),
            });
        }
        if counts.loose > 0 && counts.changes > 0 {
            said.push(text.count("importLoose", number(counts.loose), &[]));
        }
        if let Some(broken) = &self.broken {
            said.push(text.say("importInPart", &[("why", &broken.to_string())]));
        }
        let left_out =
            self.left_out.len() + self.left_out_more + self.left.values().sum::<u64>() as usize;
        if left_out > 0 {
            said.push(text.count("importLeftOut", number(left_out), &[]));
        }
        let end = match (counts.changes, self.apply) {
            (0, _) => "importNothingNew",
            (_, true) => "importDone",
            (_, false) => "importUntouched",
        };
        said.push(text.say(end, &[]));
        said.join(" ")
    }
}
