//! What an archive tells, put together person by person: the store takes a person with many interactions more gladly than many
//! times one.

use std::collections::HashMap;

use super::{Telling, Told};
use crate::backup::read::Incoming;
use crate::history::Interaction;

/// So many interactions are held at most: some 40 MB. In the order of time, as X writes it, everybody comes again and again, and is written as
/// often as this is full.
const HELD: usize = 100_000;

/// A telling in which each person comes once in a while with all that was told of them since.
pub struct Gather {
    telling: Telling,
    people: Vec<Incoming>,
    others: Vec<Told>,
    ended: bool,
    places: HashMap<String, usize>,
    held: usize,
    /// Of whom was told last.
    last: Option<usize>,
}

impl Gather {
    /// Of a telling.
    pub fn of(telling: Telling) -> Gather {
        Gather {
            telling,
            people: Vec::new(),
            others: Vec::new(),
            ended: false,
            places: HashMap::new(),
            held: 0,
            last: None,
        }
    }

    fn add(&mut self, new: Incoming) {
        self.held += new.interactions.len().max(1);
        // what passed with one person stands together, as a rule
        let is_last = |n: &usize| self.people[*n].profiles == new.profiles;
        let known = match self.last.filter(is_last) {
            Some(last) => last,
            None => {
                let alias = new.profiles.first().and_then(|p| p.aliases().next());
                let place = alias.map(|a| a.to_string());
                let known = place.as_ref().and_then(|place| self.places.get(place));
                let Some(known) = known.copied() else {
                    let number = self.people.len();
                    if let Some(place) = place {
                        self.places.insert(place, number);
                        self.last = Some(number);
                    }
                    self.people.push(new);
                    return;
                };
                known
            }
        };
        self.last = Some(known);
        let known = &mut self.people[known];
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
        self.last = None;
        self.places.clear();
        let people = std::mem::take(&mut self.people);
        people
            .into_iter()
            .map(|mut person| {
                // in the order of time they fill blocks to the brim
                person.interactions.sort_by_cached_key(Interaction::ms);
                Told::Person(Box::new(person))
            })
            .collect()
    }
}

impl Gather {
    /// Reads on, at most so many things. Whether that is all for now: the next part is whole, or the telling has ended.
    pub fn read(&mut self, most: usize) -> bool {
        for _ in 0..most {
            if self.ended || self.held + self.others.len() >= HELD {
                return true;
            }
            match self.telling.next() {
                Some(Told::Person(person)) => self.add(*person),
                Some(other) => self.others.push(other),
                None => self.ended = true,
            }
        }
        false
    }
}

impl Iterator for Gather {
    type Item = Vec<Told>;

    fn next(&mut self) -> Option<Vec<Told>> {
        while !self.read(HELD) {}
        let mut all = self.give();
        all.append(&mut self.others);
        (!all.is_empty()).then_some(all)
    }
}
