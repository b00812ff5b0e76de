//! What is written down by itself: what the user did on a page, once the page shows that it took effect, and what others did towards them, as
//! the page of notifications shows it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::connect::{keep_or_forget, profile};
use super::decide::{behind, names, someone};
use super::{Answer, Error, World};
use crate::history::{Blocks, Direction, Interaction, Kind, Moment, Source, Tally, block, excerpt};
use crate::mark::Sighting;
use crate::people::{Person, Profile, Who, address::address_of};
use crate::store::{Changes, Key, Mode, Record, Records, Settings};

/// The word by which all that others did is switched off.
pub const RECEIVED: &str = "received";
/// What can be switched off, each by its word: a kind of what the user does, or all that others did.
pub const KINDS: [&str; 7] = [
    "reaction",
    "comment",
    "reply",
    "share",
    "message",
    "connection",
    RECEIVED,
];
/// Something done on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts", optional_fields)]
pub struct Did {
    /// Its kind's word, such as `reaction`.
    #[ts(type = "string")]
    pub kind: Kind,
    /// `given`, `received` or `mutual`.
    #[ts(type = "string")]
    pub direction: Direction,
    /// What was written, or what stands in the post it was done to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When, as the page says; else it is now for what the user does, and unknown for what others did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string")]
    pub time: Option<Moment>,
}

/// What somebody did towards the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Noticed {
    /// Who, and on which post of the user's.
    pub sighting: Sighting,
    /// What.
    pub did: Did,
}

impl Did {
    fn switch(&self) -> &'static str {
        match (self.direction, self.kind) {
            (Direction::Received, _) => RECEIVED,
            (_, Kind::Reaction) => "reaction",
            (_, Kind::Comment) => "comment",
            (_, Kind::Reply) => "reply",
            (_, Kind::Share) => "share",
            (_, Kind::Message) => "message",
            _ => "connection",
        }
    }

    fn written(&self, sighting: &Sighting, profile: &Profile, time: Option<Moment>) -> Interaction {
        let home = || {
            let (handle, id) = (profile.handle.as_deref(), profile.id.as_deref());
            let is_home = self.kind == Kind::Connection;
            is_home
                .then(|| address_of(profile.network, handle, id))
                .flatten()
        };
        Interaction {
            kind: self.kind,
            direction: self.direction,
            time,
            network: Some(profile.network),
            place: sighting.post().or_else(home),
            excerpt: self.text.as_deref().and_then(excerpt),
            source: Some(Source::Observed),
            import: None,
            extra: Default::default(),
        }
    }
}

/// Whether it is there already. What the user does is done anew after it was taken back: of what an archive tells, only a post's like and share last.
fn is_there(blocks: &Blocks, new: &Interaction) -> bool {
    let observed = |i: &Interaction| i.source == Some(Source::Observed);
    let again = |i: &Interaction| match new.kind {
        Kind::Reaction | Kind::Share => true,
        Kind::Connection => observed(i) || new.direction != Direction::Given,
        _ if new.direction == Direction::Given => observed(i) && i.about_when(new),
        _ => true,
    };
    let mut items = blocks.values().flat_map(|(block, _)| &block.items);
    items.any(|i| i.same_act(new) && again(i))
}

/// Whether anything is written down of this network, this kind, and this person.
fn may(did: &Did, profile: &Profile, known: bool, settings: &Settings) -> bool {
    settings.sites.get(profile.network.word()) == Some(&Mode::Marks)
        && !settings.unobserved.contains(did.switch())
        && !settings.is_own(profile)
        && (known || !settings.is_forgotten(profile))
}

/// Something the user did took effect on the page, or was undone there.
pub fn gesture(
    sighting: &Sighting,
    did: &Did,
    done: bool,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let profile = profile(sighting)?;
    let nothing = Answer::Gesture {
        changed: Vec::new(),
        remembered: None,
    };
    let known = behind(&profile, records).is_some();
    if (!known && !done) || (done && !may(did, &profile, known, &records.settings())) {
        return Ok(nothing);
    }
    let (before, mut person) = someone(
        &Who::write(&profile),
        sighting.name.as_deref(),
        records,
        world,
    )?;
    if before.is_none() {
        person.set_only_met();
    }
    let mut blocks = records.blocks(&person);
    let new = did.written(sighting, &profile, did.time.or(Some(world.now.moment())));
    if done {
        if is_there(&blocks, &new) {
            return Ok(nothing);
        }
        person.add_passed(&mut blocks, vec![new]);
    } else if !take_back(&mut person, &mut blocks, &new) {
        return Ok(nothing);
    }
    changes.blocks(&person.key, blocks);
    person.touched = world.now.ms;
    let changed = keep_or_forget(before, person, records, changes);
    Ok(Answer::Gesture {
        changed: names(changed),
        remembered: done.then(|| world.text.say("markRemembered", &[])),
    })
}

/// Takes away what was observed: of several things said alike the last.
fn take_back(person: &mut Person, blocks: &mut Blocks, gone: &Interaction) -> bool {
    let is_it = |i: &Interaction| i.source == Some(Source::Observed) && i.same_act(gone);
    let mut items = blocks.values().flat_map(|(block, _)| &block.items);
    let Some(last) = items
        .by_ref()
        .filter(|i| is_it(i))
        .map(Interaction::ms)
        .max()
    else {
        return false;
    };
    block::remove(&mut person.blocks, blocks, |i| is_it(i) && i.ms() == last);
    person.tally = Tally::of(blocks.values().flat_map(|(b, _)| &b.items));
    true
}

/// What others did towards the user, as it is displayed.
pub fn noticed(
    seen: &[Noticed],
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let settings = records.settings();
    let mut by: BTreeMap<String, Vec<(&Noticed, Profile)>> = BTreeMap::new();
    for noticed in seen {
        let Some(profile) = noticed.sighting.profile() else {
            continue;
        };
        let known = behind(&profile, records);
        if may(&noticed.did, &profile, known.is_some(), &settings) {
            let key = known.map_or_else(|| Who::write(&profile), |p| p.key.clone());
            by.entry(key).or_default().push((noticed, profile));
        }
    }
    let mut changed = Vec::new();
    for (who, all) in by {
        let name = all[0].0.sighting.name.as_deref();
        let (before, mut person) = someone(&who, name, records, world)?;
        let mut blocks = records.blocks(&person);
        let count = person.tally.total;
        let mut touched = 0;
        for (Noticed { sighting, did }, profile) in all {
            let new = did.written(sighting, &profile, did.time);
            if !is_there(&blocks, &new) {
                touched = touched.max(new.time.map_or(0, Moment::ms));
                person.add_passed(&mut blocks, vec![new]);
            }
        }
        if person.tally.total == count {
            continue;
        }
        // somebody new stands among those met last as of then, not of now: nobody was met by reading
        if before.is_none() {
            person.set_only_met();
            person.touched = touched;
        }
        changes.blocks(&person.key, blocks);
        changed.extend(names(changes.person(before, person)));
    }
    Ok(Answer::Noticed { changed })
}

/// Whether a kind is written down, from the settings.
pub fn observe(what: &str, on: bool, records: &Records, changes: &mut Changes) -> Answer {
    let mut settings = records.settings();
    if KINDS.contains(&what) {
        if on {
            settings.unobserved.remove(what);
        } else {
            settings.unobserved.insert(what.to_owned());
        }
        changes.put(Key::Settings, Record::Settings(settings.clone()));
    }
    Answer::Observe { settings }
}
