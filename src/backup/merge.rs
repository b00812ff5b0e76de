//! Bringing what a file tells of a person together with what is there. Nothing that is there is overwritten; what the file
//! adds is added once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value};

use super::read::{Incoming, LeftOut};
use super::undo::{Added, NAME, event, events_of, piece};
use crate::dice::Dice;
use crate::history::{Block, Interaction, block, once_said};
use crate::people::{Alias, ELSEWHERE, LABELS, Person, Profile, Who, identify};
use crate::store::{Changes, Key, Reading, Record, Records};
use crate::text::Text;

/// Which person each key of the file has come to mean: one who was here before under another key, or who goes by the file's own.
pub type Keys = HashMap<String, String>;

/// The person's key that a key of the file has come to mean.
pub fn meant<'a>(key: &'a String, keys: &'a Keys) -> &'a String {
    keys.get(key).unwrap_or(key)
}

/// Needs the people whom the file may mean, and the blocks that its interactions belong to.
pub fn reads(incoming: &Incoming, keys: &Keys, r: &mut Reading) {
    let mut people: Vec<&Person> = incoming
        .key
        .iter()
        .filter_map(|key| r.person(meant(key, keys)))
        .collect();
    for alias in incoming
        .profiles
        .iter()
        .chain(&incoming.websites)
        .flat_map(Profile::aliases)
        .collect::<Vec<_>>()
    {
        if let Some(summary) = r.summary(alias) {
            people.extend(r.person(&summary.person));
        }
    }
    for person in people {
        for number in block::needed(
            &person.blocks,
            incoming.interactions.iter().map(Interaction::ms),
        ) {
            r.want(Key::Block(person.key.clone(), number));
        }
    }
}

/// A person while a batch is being merged.
struct Draft {
    before: Option<Person>,
    after: Person,
    blocks: BTreeMap<u32, (Block, bool)>,
    added: Added,
}

/// Merges one batch: what is in it twice meets itself here, before anything is written.
pub struct Merge<'a> {
    records: &'a Records,
    keys: &'a mut Keys,
    /// The import's key, where each interaction carries it: then an undo finds them by it.
    stamp: Option<&'a str>,
    people: BTreeMap<String, Draft>,
    aliases: BTreeMap<Alias, String>,
}

/// What became of one person of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Whether the person was not there before.
    pub new: bool,
    /// How many notes were added.
    pub notes: usize,
    /// How many needs and promises were added.
    pub plans: usize,
    /// How many interactions were added.
    pub interactions: usize,
}

impl<'a> Merge<'a> {
    /// Begins with what was read.
    pub fn new(records: &'a Records, keys: &'a mut Keys, stamp: Option<&'a str>) -> Merge<'a> {
        Merge {
            records,
            keys,
            stamp,
            people: BTreeMap::new(),
            aliases: BTreeMap::new(),
        }
    }

    /// The person's key that a key of the file has come to mean.
    pub fn meant(&self, key: &String) -> String {
        meant(key, self.keys).clone()
    }

    fn holder(&self, alias: &Alias) -> Option<String> {
        self.aliases
            .get(alias)
            .cloned()
            .or_else(|| self.records.summary(alias).map(|s| s.person.clone()))
    }

    /// The person whom the file means, by key or else by an account.
    fn whom(&self, incoming: &Incoming) -> Option<String> {
        let by_key = incoming
            .key
            .as_ref()
            .map(|k| meant(k, self.keys))
            .filter(|k| self.people.contains_key(*k) || self.records.person(k).is_some());
        by_key
            .cloned()
            .or_else(|| incoming.profiles.iter().find_map(|p| self.by_profile(p)))
    }

    fn by_profile(&self, profile: &Profile) -> Option<String> {
        if let Some(key) = profile
            .id
            .as_ref()
            .and_then(|id| self.holder(&Alias::id(profile.network, id)))
        {
            return Some(key);
        }
        let alias = Alias::handle(profile.network, profile.handle.as_ref()?);
        match self.aliases.get(&alias) {
            // Met earlier in this batch: a handle whose id is another is somebody else here too.
            Some(key) => {
                let known = self.people.get(key)?.after.profiles.iter();
                let mut same = known.filter(|p| same_account(p, profile));
                same.next().map(|_| key.clone())
            }
            None => identify(profile, None, self.records.summary(&alias)).map(|s| s.person.clone()),
        }
    }

    /// Merges one person.
    pub fn person(
        &mut self,
        mut incoming: Incoming,
        dice: &mut Dice,
        now: i64,
        text: &Text,
        left_out: &mut Vec<LeftOut>,
    ) -> Outcome {
        let found = self.whom(&incoming);
        let new = found.is_none();
        let key = found
            .or_else(|| incoming.key.clone())
            .unwrap_or_else(|| dice.key('p'));
        if let Some(own) = incoming.key.as_ref().filter(|own| **own != key) {
            self.keys.insert(own.clone(), key.clone());
        }
        let mut draft = self.people.remove(&key).unwrap_or_else(|| {
            let before = self.records.person(&key).cloned();
            Draft {
                after: before
                    .clone()
                    .unwrap_or_else(|| Person::new(key.clone(), incoming.name.clone(), now)),
                added: Added {
                    person: key.clone(),
                    created: before.is_none(),
                    ..Added::default()
                },
                before,
                blocks: BTreeMap::new(),
            }
        });
        let nameless = !new && draft.after.is_nameless();
        let taken = self.profiles(&mut draft, &incoming, text, left_out);
        if !taken.is_empty() {
            incoming.extra.entry(ELSEWHERE).or_insert(taken.into());
        }
        if nameless && draft.after.name != incoming.name {
            let shown = Profile::label;
            let told = !incoming
                .profiles
                .iter()
                .map(shown)
                .any(|l| l == incoming.name);
            if told {
                draft
                    .added
                    .fields
                    .insert(NAME.into(), incoming.name.clone().into());
                draft.after.name.clone_from(&incoming.name);
            }
        }
        let (notes, plans) = (notes(&mut draft, &incoming), plans(&mut draft, &incoming));
        let outcome = Outcome {
            new,
            notes,
            plans,
            interactions: self.interactions(&mut draft, incoming.interactions),
        };
        fields(
            &mut draft,
            incoming.why,
            incoming.rhythm,
            incoming.mute,
            incoming.extra,
        );
        self.people.insert(key, draft);
        outcome
    }

    /// Gives them the accounts that are nobody else's; gives back those that are.
    fn profiles(
        &mut self,
        draft: &mut Draft,
        incoming: &Incoming,
        text: &Text,
        left_out: &mut Vec<LeftOut>,
    ) -> Vec<String> {
        let before = draft.after.profiles.clone();
        let mut others = Vec::new();
        for profile in &incoming.profiles {
            let Some(profile) = self.free(profile, &draft.after.key, incoming, text, left_out)
            else {
                others.push(Who::write(profile));
                continue;
            };
            match draft
                .after
                .profiles
                .iter_mut()
                .find(|p| same_account(p, &profile))
            {
                Some(known) => complete(known, profile),
                None => draft.after.profiles.push(profile),
            }
            fold(&mut draft.after.profiles);
            self.aliases
                .extend(draft.after.aliases().map(|a| (a, draft.after.key.clone())));
        }
        for website in &incoming.websites {
            let holder = website.aliases().find_map(|alias| self.holder(&alias));
            if holder
                .as_ref()
                .is_some_and(|holder| *holder != draft.after.key)
            {
                others.push(Who::write(website));
            }
            if holder.is_none()
                && !draft
                    .after
                    .profiles
                    .iter()
                    .any(|p| same_account(p, website))
            {
                draft.after.profiles.push(website.clone());
                self.aliases
                    .extend(website.aliases().map(|a| (a, draft.after.key.clone())));
            }
        }
        if draft.after.profiles != before {
            draft.added.profiles_before.get_or_insert(before);
            draft.added.profiles_after = draft.after.profiles.clone();
        }
        others
    }

    /// As much of a profile as is nobody else's. A handle may have changed hands since the file was made; an id cannot.
    fn free(
        &self,
        profile: &Profile,
        key: &str,
        incoming: &Incoming,
        text: &Text,
        left_out: &mut Vec<LeftOut>,
    ) -> Option<Profile> {
        let mut profile = profile.clone();
        let id = profile.id.as_ref().map(|id| Alias::id(profile.network, id));
        for alias in profile.aliases().collect::<Vec<_>>() {
            let Some(other) = self.holder(&alias).filter(|other| other != key) else {
                continue;
            };
            let drafted = self.people.get(&other).map(|d| &d.after.name);
            let name = drafted.or_else(|| self.records.person(&other).map(|p| &p.name));
            left_out.push(LeftOut {
                place: incoming.place.clone(),
                why: text.say(
                    "importTaken",
                    &[
                        ("profile", &profile.label()),
                        ("name", name.map_or("", String::as_str)),
                    ],
                ),
            });
            if id.is_none() || id.as_ref() == Some(&alias) {
                return None;
            }
            profile.rename(None);
        }
        Some(profile)
    }

    fn interactions(&self, draft: &mut Draft, new: Vec<Interaction>) -> usize {
        for number in block::needed(&draft.after.blocks, new.iter().map(Interaction::ms)) {
            if let Some(block) = self.records.block(&draft.after.key, number) {
                draft
                    .blocks
                    .entry(number)
                    .or_insert_with(|| (block.clone(), false));
            }
        }
        let mut gone = draft.after.gone();
        let mut new = new;
        if !gone.is_empty() {
            match self.stamp {
                // an archive does not bring back what the user deleted
                Some(_) => new.retain(|one| !gone.contains(&event(one))),
                // whoever is put back has it again
                None => {
                    let back: Vec<String> = new.iter().flat_map(events_of).collect();
                    gone.retain(|one| !back.contains(one));
                    draft.after.set_gone(gone);
                }
            }
        }
        let Person { blocks, tally, .. } = &mut draft.after;
        let (pieces, mut count) = (&mut draft.added.pieces, 0);
        block::add(blocks, &mut draft.blocks, new, |interaction| {
            count += 1;
            tally.count(interaction);
            match self.stamp {
                Some(_) if interaction.import.as_deref() == self.stamp => {}
                _ => drop(pieces.insert(event(interaction))),
            }
        });
        count
    }

    /// What is to be written, what of it can be undone, and whose marks changed. People to whom nothing was added are left alone.
    pub fn finish(self, changes: &mut Changes, now: i64) -> (Vec<Added>, BTreeSet<Alias>) {
        let (mut all, mut changed) = (Vec::new(), BTreeSet::new());
        for mut draft in self.people.into_values() {
            if draft.before.as_ref() == Some(&draft.after) {
                continue;
            }
            draft.after.touched = now;
            for (number, (block, touched)) in draft.blocks {
                if touched {
                    changes.put(
                        Key::Block(draft.after.key.clone(), number),
                        Record::Block(block),
                    );
                }
            }
            changed.extend(changes.person(draft.before.as_ref(), draft.after));
            all.push(draft.added);
        }
        (all, changed)
    }
}

/// Whether a piece says this, or said it before it was edited.
fn same(text: &str, extra: &Map<String, Value>, new: &str) -> bool {
    text == new || once_said(extra, new)
}

/// Adds the notes that are not there yet; says how many.
fn notes(draft: &mut Draft, incoming: &Incoming) -> usize {
    let before = draft.added.pieces.len();
    let Draft { after, added, .. } = draft;
    for note in &incoming.notes {
        if !after
            .notes
            .iter()
            .any(|n| same(&n.text, &n.extra, &note.text) && n.time == note.time)
        {
            added.pieces.insert(piece("note", &note.text, note.time));
            after.notes.push(note.clone());
        }
    }
    draft.added.pieces.len() - before
}

/// Adds the needs and promises that are not there yet; says how many.
fn plans(draft: &mut Draft, incoming: &Incoming) -> usize {
    let before = draft.added.pieces.len();
    let Draft { after, added, .. } = draft;
    for need in &incoming.needs {
        if !after
            .needs
            .iter()
            .any(|n| same(&n.text, &n.extra, &need.text) && n.time == need.time)
        {
            added.pieces.insert(piece("need", &need.text, need.time));
            after.needs.push(need.clone());
        }
    }
    for promise in &incoming.promises {
        if !after
            .promises
            .iter()
            .any(|p| same(&p.text, &p.extra, &promise.text) && p.due == promise.due)
        {
            added
                .pieces
                .insert(piece("promise", &promise.text, promise.due));
            after.promises.push(promise.clone());
        }
    }
    draft.added.pieces.len() - before
}

/// Fills the fields that are empty.
fn fields(
    draft: &mut Draft,
    why: Option<String>,
    rhythm: Option<String>,
    mute: Option<Value>,
    extra: Map<String, Value>,
) {
    let Draft { after, added, .. } = draft;
    let mut note = |name: &str, came: Option<Value>| {
        if let Some(came) = came {
            added.fields.insert(name.to_owned(), came);
        }
    };
    note("why", fill(&mut after.why, why).map(Value::from));
    note("rhythm", fill(&mut after.rhythm, rhythm).map(Value::from));
    note("mute", fill(&mut after.mute, mute));
    for (key, value) in extra {
        if key == LABELS {
            // labels of both; an undo takes all of them back where there were none before
            let mut both = Person::new(String::new(), String::new(), 0);
            both.extra.insert(key.clone(), value.clone());
            if after.labels().is_empty() {
                note(&key, Some(value));
            }
            for label in both.labels() {
                if !after.labels().contains(&label) {
                    after.set_label(&label, true);
                }
            }
            continue;
        }
        if !after.extra.contains_key(&key) {
            note(&key, Some(value.clone()));
            after.extra.insert(key, value);
        }
    }
}

/// Fills what is empty; gives back with what.
fn fill<T: Clone>(have: &mut Option<T>, new: Option<T>) -> Option<T> {
    if have.is_some() {
        return None;
    }
    have.clone_from(&new);
    new
}

fn same_account(a: &Profile, b: &Profile) -> bool {
    a.network == b.network
        && match (&a.id, &b.id) {
            (Some(a), Some(b)) => a == b,
            _ if a.handle.is_some() || b.handle.is_some() => a.handle == b.handle,
            _ => a.former == b.former,
        }
}

/// Accounts that turned out to be one become one.
fn fold(profiles: &mut Vec<Profile>) {
    let mut folded: Vec<Profile> = Vec::with_capacity(profiles.len());
    for profile in profiles.drain(..) {
        match folded.iter_mut().find(|p| same_account(p, &profile)) {
            Some(known) => complete(known, profile),
            None => folded.push(profile),
        }
    }
    let again = folded
        .iter()
        .enumerate()
        .any(|(i, p)| folded[..i].iter().any(|q| same_account(p, q)));
    *profiles = folded;
    // Joining two may have shown that a third is the same.
    if again {
        fold(profiles);
    }
}

/// Adds to a known account what the file knows besides.
fn complete(known: &mut Profile, new: Profile) {
    if known.id.is_none() {
        known.id = new.id;
    }
    if known.handle.is_none() && known.former.is_empty() {
        known.handle = new.handle.clone();
    }
    // Of two handles of one account the one that is here is believed to be the present one.
    for former in new.former.into_iter().chain(new.handle) {
        if !known.former.contains(&former) && known.handle.as_ref() != Some(&former) {
            known.former.push(former);
        }
    }
    if known.linked.is_none() {
        known.linked = new.linked;
    }
    for (key, value) in new.extra {
        known.extra.entry(key).or_insert(value);
    }
}
