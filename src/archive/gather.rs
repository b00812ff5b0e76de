//! What an archive tells, put together person by person: the store takes a person with many interactions more gladly than many
//! times one.

use std::collections::HashMap;

use super::{Telling, Told};
use crate::backup::read::Incoming;

/// So many interactions are held at most.
const HELD: usize = 20_000;

/// A telling in which each person comes once in a while with all that was told of them since.
pub struct Gather {
    telling: Telling,
    people: Vec<Incoming>,
    places: HashMap<String, usize>,
    held: usize,
}

impl Gather {
    /// Of a telling.
    pub fn of(telling: Telling) -> Gather {
        Gather {
            telling,
            people: Vec::new(),
            places: HashMap::new(),
            held: 0,
        }
    }

    fn add(&mut self, new: Incoming) {
        self.held += 1 + new.interactions.len();
        let alias = new.profiles.first().and_then(|p| p.aliases().next());
        let place = alias.map(|a| a.to_string());
        let known = place.as_ref().and_then(|place| self.places.get(place));
        let Some(known) = known.map(|n| &mut self.people[*n]) else {
            if let Some(place) = place {
                self.places.insert(place, self.people.len());
            }
            self.people.push(new);
            return;
        };
        for profile in new.profiles {
            if !known.profiles.contains(&profile) {
                known.profiles.push(profile);
            }
        }
        if known
            .profiles
            .first()
            .is_some_and(|p| p.label() == known.name)
        {
            known.name = new.name;
        }
        for website in new.websites {
            if !known.websites.contains(&website) {
                known.websites.push(website);
            }
        }
        known.notes.extend(new.notes);
        known.interactions.extend(new.interactions);
        for (key, value) in new.extra {
            known.extra.entry(key).or_insert(value);
        }
    }

    /// All who are held, oldest first, in the order in which they came.
    fn give(&mut self) -> Vec<Told> {
        self.held = 0;
        self.places.clear();
        let people = std::mem::take(&mut self.people);
        people
            .into_iter()
            .map(|mut person| {
                // in the order of time they fill blocks to the brim
                person.interactions.sort_by_key(|i| i.ms());
                Told::Person(Box::new(person))
            })
            .collect()
    }
}

impl Iterator for Gather {
    type Item = Vec<Told>;

    fn next(&mut self) -> Option<Vec<Told>> {
        let mut others = Vec::new();
        while self.held + others.len() < HELD {
            match self.telling.next() {
                Some(Told::Person(person)) => self.add(*person),
                Some(other) => others.push(other),
                None => {
                    let mut last = self.give();
                    last.append(&mut others);
                    return (!last.is_empty()).then_some(last);
                }
            }
        }
        let mut all = self.give();
        all.append(&mut others);
        Some(all)
    }
}
