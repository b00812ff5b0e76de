//! The store's twin for tests: the same reads and commits over a map.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Change, Changes, Key, List, Record, Records, Section, Wants};

/// A store in memory. Everything in it passes the same conversations as the real one (`tests/conversations`).
#[derive(Clone, Debug, Default)]
pub struct Memory {
    records: BTreeMap<Key, Record>,
}

impl Memory {
    /// Reads what is wanted into `records`.
    pub fn read(&self, wants: &Wants, records: &mut Records) {
        for key in &wants.keys {
            records.put(key.clone(), self.records.get(key).cloned());
        }
        for list in &wants.lists {
            records.put_list(list.clone(), self.list(list));
        }
    }

    /// Reads until nothing more is wanted, as `core` does.
    pub fn read_all(&self, wants: impl Fn(&Records) -> Wants) -> Records {
        let mut records = Records::default();
        loop {
            let wanted = wants(&records);
            if wanted.is_empty() {
                return records;
            }
            self.read(&wanted, &mut records);
        }
    }

    /// Writes everything, in order.
    pub fn commit(&mut self, changes: Changes) {
        for change in changes.changes {
            match change {
                Change::Put(key, record) => drop(self.records.insert(key, *record)),
                Change::Delete(key) => drop(self.records.remove(&key)),
            }
        }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    fn people(&self) -> impl Iterator<Item = &crate::people::Person> {
        self.records.values().filter_map(|r| match r {
            Record::Person(person) => Some(&**person),
            _ => None,
        })
    }

    fn list(&self, list: &List) -> Vec<String> {
        match list {
            List::Word(prefix) => self
                .people()
                .filter(|p| p.words().iter().any(|w| w.starts_with(&**prefix)))
                .map(|p| p.key.clone())
                .collect(),
            List::People(after, limit) => {
                let from = after.as_ref().map_or(Bound::Unbounded, |k| {
                    Bound::Excluded(Key::Person(k.clone()))
                });
                let people = self
                    .records
                    .range((from, Bound::Unbounded))
                    .map(|(k, _)| k)
                    .take_while(|k| matches!(k, Key::Person(_)));
                people
                    .take(*limit as usize)
                    .filter_map(|k| {
                        if let Key::Person(key) = k {
                            Some(key.clone())
                        } else {
                            None
                        }
                    })
                    .collect()
            }
            List::Recent(limit) => {
                let mut people: Vec<_> =
                    self.people().map(|p| (p.touched, p.key.clone())).collect();
                people.sort_by(|a, b| b.cmp(a));
                people
                    .into_iter()
                    .take(*limit as usize)
                    .map(|(_, key)| key)
                    .collect()
            }
            List::Documents(section) => self
                .records
                .keys()
                .filter_map(|k| {
                    if let Key::Document(s, key) = k
                        && s == section
                    {
                        Some(key.clone())
                    } else {
                        None
                    }
                })
                .collect(),
            List::Loose(begin, limit) => self
                .records
                .keys()
                .filter_map(|k| match k {
                    Key::Document(Section::Loose, key) if key.starts_with(begin) => {
                        Some(key.clone())
                    }
                    _ => None,
                })
                .take(*limit as usize)
                .collect(),
            List::Drafts => self
                .records
                .keys()
                .filter_map(|k| {
                    if let Key::Draft(who) = k {
                        Some(who.clone())
                    } else {
                        None
                    }
                })
                .collect(),
            List::Imports => {
                let mut keys: Vec<String> = self
                    .records
                    .keys()
                    .filter_map(|k| {
                        if let Key::Undo(i, _) = k {
                            Some(i.clone())
                        } else {
                            None
                        }
                    })
                    .collect();
                keys.dedup();
                keys
            }
            List::Undo(import) => self
                .records
                .keys()
                .filter_map(|k| {
                    if let Key::Undo(i, n) = k
                        && i == import
                    {
                        Some(n.to_string())
                    } else {
                        None
                    }
                })
                .collect(),
        }
    }
}
