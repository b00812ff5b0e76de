//! What is asked around a press to connect: the card, what was chosen, what came of it, and what is silenced.

use std::collections::BTreeSet;

use super::decide::{behind, met_by, names, someone};
use super::view::{MuteView, OutcomeView, link};
use super::{Answer, Error, World};
use crate::mark::Sighting;
use crate::people::{Alias, Network, Person, Profile, Who, address::address_of};
use crate::prompt::{Choice, Mute, Outcome, Way, card, limit};
use crate::store::{Changes, Key, List, Reading, Record, Records};

/// How many outcomes are shown.
const SHOWN: usize = 50;

pub fn profile(sighting: &Sighting) -> Result<Profile, Error> {
    sighting
        .profile()
        .ok_or_else(|| Error::Nobody(format!("{:?}", sighting.handle)))
}

/// The name as the user knows it, or else as the page shows it.
fn name(person: Option<&Person>, sighting: &Sighting, profile: &Profile) -> String {
    let shown = || sighting.name.clone().filter(|n| !n.trim().is_empty());
    let known = person.map(|p| p.name.clone());
    known.or_else(shown).unwrap_or_else(|| profile.label())
}

fn site(network: Network, world: &World) -> String {
    world.text.say(&format!("network{}", network.word()), &[])
}

/// The card for somebody who is about to be connected with.
pub fn prompt(sighting: &Sighting, records: &Records, world: &World) -> Result<Answer, Error> {
    let profile = profile(sighting)?;
    let person = behind(&profile, records);
    Ok(Answer::Prompt {
        prompt: card::prompt(
            &name(person, sighting, &profile),
            person,
            sighting.post().as_deref(),
            records.outcomes().in_the_way(),
            &site(profile.network, world),
            world.text,
            world.now,
        ),
    })
}

/// Writes down what became of a prompt, and silences what is to be silent.
pub fn chosen(
    sighting: &Sighting,
    choice: &Choice,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let profile = profile(sighting)?;
    let who = Who::write(&profile);
    let name = name(behind(&profile, records), sighting, &profile);
    let mut outcomes = records.outcomes();
    outcomes.add(Outcome {
        time: world.now.moment(),
        who: who.clone(),
        name: name.clone(),
        chosen: choice.word().to_owned(),
    });
    changes.put(Key::Outcomes, Record::Outcomes(outcomes));
    let mute = match choice {
        Choice::Person => Some(Mute::Person { who }),
        Choice::Today => Some(Mute::Today),
        Choice::Site => Some(Mute::Site {
            site: profile.network.word().to_owned(),
        }),
        Choice::Way { .. } | Choice::Pass | Choice::Leave => None,
    };
    let changed = match &mute {
        Some(mute) => silence(mute, true, Some(&name), records, changes, world)?,
        None => BTreeSet::new(),
    };
    Ok(Answer::Chosen {
        changed: names(changed),
        everywhere: matches!(mute, Some(Mute::Today | Mute::Site { .. })),
    })
}

/// Silences something, or no longer. Gives back whose marks change; for a day or a site it is everybody's.
fn silence(
    mute: &Mute,
    on: bool,
    name: Option<&str>,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<BTreeSet<Alias>, Error> {
    let mut settings = records.settings();
    match mute {
        Mute::Today => settings.mutes.today = on.then(|| world.now.day()),
        Mute::Site { site } if on => drop(settings.mutes.sites.insert(site.clone())),
        Mute::Site { site } => drop(settings.mutes.sites.remove(site)),
        Mute::Forgotten { who } if on => drop(settings.forgotten.insert(who.clone())),
        Mute::Forgotten { who } => drop(settings.forgotten.remove(who)),
        Mute::Person { who } => {
            let (before, mut person) = someone(who, name, records, world)?;
            if before.is_none() {
                person.set_only_met();
            }
            person.set_muted(on);
            return Ok(keep_or_forget(before, person, records, changes));
        }
    }
    changes.put(Key::Settings, Record::Settings(settings));
    Ok(BTreeSet::new())
}

/// Silences something or no longer, from the settings.
pub fn mute(
    mute: &Mute,
    on: bool,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> Result<Answer, Error> {
    let changed = silence(mute, on, None, records, changes, world)?;
    Ok(Answer::Mute {
        changed: names(changed),
        everywhere: !matches!(mute, Mute::Person { .. }),
    })
}

/// Needs everybody who is silenced, beside the settings.
pub fn mutes_reads(r: &mut Reading) {
    r.want(Key::Settings);
    for profile in forgotten(r.records) {
        for alias in profile.aliases() {
            r.summary(alias);
        }
    }
    for key in r.list(List::Word(crate::people::MUTED.to_owned())) {
        r.person(key);
    }
}

/// Accounts of people who were deleted.
fn forgotten(records: &Records) -> Vec<Profile> {
    let profile = |who: &String| match Who::read(who) {
        Some(Who::Profile(profile)) => Some(profile),
        _ => None,
    };
    records
        .settings()
        .forgotten
        .iter()
        .filter_map(profile)
        .collect()
}

/// Everything that is silenced.
pub fn mutes(records: &Records, world: &World) -> Answer {
    let mutes = records.settings().mutes;
    let text = world.text;
    let today = mutes.today(world.now).then(|| MuteView {
        text: text.say("muteToday", &[]),
        mute: Mute::Today,
    });
    let sites = mutes.sites.iter().map(|site| MuteView {
        text: text.say(
            "muteSite",
            &[("site", &text.say(&format!("network{site}"), &[]))],
        ),
        mute: Mute::Site { site: site.clone() },
    });
    let people = records.list(&List::Word(crate::people::MUTED.to_owned()));
    let people = people.iter().filter_map(|key| {
        let person = records.person(key)?;
        Some(MuteView {
            text: text.say("mutePerson", &[("name", &person.name)]),
            mute: Mute::Person { who: key.clone() },
        })
    });
    // not those who came back
    let gone = |profile: &Profile| met_by(profile, records) == (None, None);
    let forgotten = forgotten(records).into_iter().filter(gone).map(|profile| {
        let site = site(profile.network, world);
        MuteView {
            text: text.say(
                "muteForgotten",
                &[("name", &profile.label()), ("site", &site)],
            ),
            mute: Mute::Forgotten {
                who: Who::write(&profile),
            },
        }
    });
    let all = today.into_iter().chain(sites).chain(people);
    Answer::Mutes {
        mutes: all.chain(forgotten).collect(),
    }
}

/// What became of the last prompts.
pub fn outcomes(records: &Records, world: &World) -> Answer {
    let said = |o: &Outcome| OutcomeView {
        name: o.name.clone(),
        who: o.who.clone(),
        text: world.text.say(&format!("outcome{}", o.chosen), &[]),
        when: world.text.when(o.time, world.now),
        exact: world.text.exact(o.time, world.now),
    };
    let outcomes = records.outcomes().items;
    Answer::Outcomes {
        outcomes: outcomes.iter().rev().take(SHOWN).map(said).collect(),
    }
}

/// The words to begin with for a way.
pub fn way(
    who: &str,
    name: Option<&str>,
    way: &Way,
    records: &Records,
    world: &mut World,
) -> Result<Answer, Error> {
    let (known, person) = someone(who, name, records, world)?;
    let network = match Who::read(who) {
        Some(Who::Profile(profile)) => Some(profile.network),
        _ => person.profiles.first().map(|p| p.network),
    };
    let network = network.unwrap_or(Network::Name);
    let profile = person.profiles.iter().find(|p| p.network == network);
    let page = match way {
        Way::Answer { post } => Some(post.clone()),
        _ => profile.and_then(|p| address_of(network, p.handle.as_deref(), p.id.as_deref())),
    };
    Ok(Answer::Way {
        said: way.said(world.text),
        draft: way.draft(&person.name, known, network, world.text),
        network: network.word().to_owned(),
        limit: limit::limit(network),
        page: link(page.as_ref()),
    })
}

/// Writes a person, or deletes one who came here by a press alone of which nothing is left.
pub fn keep_or_forget(
    before: Option<&Person>,
    person: Person,
    records: &Records,
    changes: &mut Changes,
) -> BTreeSet<Alias> {
    let typed = records.draft(&person.key).is_some();
    if person.is_nobody() && !typed {
        return changes.forget(&person);
    }
    changes.person(before, person)
}
