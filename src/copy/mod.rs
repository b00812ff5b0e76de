//! A copy of everything for people to read: as one Markdown document, or as a table. Kith does not read it back; that is what its own
//! file is for ([`crate::backup`]).

mod markdown;
mod table;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backup::write;
use crate::history::Interaction;
use crate::people::Person;
use crate::store::Records;
use crate::text::{Now, Text};

/// What the copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "protocol.ts")]
pub enum Form {
    /// A document.
    Markdown,
    /// A table with commas: one line for each note, need, promise and interaction.
    Csv,
}

impl Form {
    /// How a file of it ends.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Markdown => "md",
            Form::Csv => "csv",
        }
    }
}

/// The next part, and where the one after it begins. What it needs is what Kith's own file needs.
pub fn decide(
    form: Form,
    after: Option<&str>,
    records: &Records,
    words: &Text,
    now: Now,
) -> (String, Option<String>) {
    let mut text = match (after, form) {
        (None, Form::Markdown) => markdown::head(words, now),
        (None, Form::Csv) => table::head(words),
        _ => String::new(),
    };
    let (people, next) = write::part(after, records);
    for person in people {
        let blocks = person.blocks.iter();
        let blocks = blocks.filter_map(|i| records.block(&person.key, i.number));
        let passed: Vec<&Interaction> = blocks.flat_map(|b| &b.items).collect();
        text.push_str(&match form {
            Form::Markdown => markdown::person(person, &passed, words),
            Form::Csv => table::person(person, &passed, words),
        });
    }
    (text, next)
}

/// Where somebody is, in words: `X @anar`.
fn accounts(person: &Person, words: &Text) -> Vec<String> {
    let shown = person.profiles.iter().filter(|p| !p.label().is_empty());
    let said = |p: &crate::people::Profile| {
        let network = words.say(&format!("network{}", p.network.word()), &[]);
        format!("{network} {}", p.label())
    };
    shown.map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Profile;
    use serde_json::json;

    fn ana() -> (Person, Vec<Interaction>) {
        let mut ana = Person::new("p1".into(), "Ana \"A\" Ruiz".into(), 0);
        let profile = json!({"network": "x", "handle": "anar"});
        ana.profiles
            .push(serde_json::from_value::<Profile>(profile).unwrap());
        let note = json!({"text": "met in Oslo\n# <b>not a heading</b>", "time": "2026-01-05", "place": "https://x.com/anar/status/1"});
        ana.notes.push(serde_json::from_value(note).unwrap());
        let need = json!({"text": "=1+1, a mentor", "met": true});
        ana.needs.push(serde_json::from_value(need).unwrap());
        let promise = json!({"text": "send the paper", "due": "2026-12-01"});
        ana.promises.push(serde_json::from_value(promise).unwrap());
        ana.why = Some("we build the same".into());
        ana.set_label("gardener", true);
        let passed = json!({"kind": "reply", "direction": "given", "time": "2026-03-02T08:00:00Z", "excerpt": "try this"});
        (ana, vec![serde_json::from_value(passed).unwrap()])
    }

    #[test]
    fn the_document_as_people_read_it() {
        let (ana, passed) = ana();
        let now = Now {
            ms: 1_795_599_000_000,
            ahead: 0,
        };
        let words = Text::english();
        let passed: Vec<_> = passed.iter().collect();
        insta::assert_snapshot!(
            markdown::head(&words, now) + &markdown::person(&ana, &passed, &words)
        );
    }

    #[test]
    fn the_table_as_programs_read_it() {
        let (ana, passed) = ana();
        let words = Text::english();
        let passed: Vec<_> = passed.iter().collect();
        let text = table::head(&words) + &table::person(&ana, &passed, &words);
        insta::assert_snapshot!(text);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows.len(), 4);
        // a table must not compute what somebody wrote
        assert!(
            rows.iter()
                .all(|row| row.iter().all(|cell| !cell.starts_with(['=', '@'])))
        );
    }
}
