//! The copy as a table (RFC 4180): one line for each thing noted.

use super::accounts;
use crate::history::{Interaction, Moment};
use crate::people::Person;
use crate::text::Text;

const COLUMNS: [&str; 7] = [
    "copyPerson",
    "copyAccounts",
    "copyWhat",
    "copyDirection",
    "copyTime",
    "copyText",
    "copyPlace",
];

/// The names of the columns.
pub fn head(words: &Text) -> String {
    rows(vec![COLUMNS.map(|key| words.say(key, &[]))])
}

/// One person's lines; one that says only who they are where nothing is noted.
pub fn person(person: &Person, passed: &[&Interaction], words: &Text) -> String {
    let accounts = accounts(person, words).join(" ");
    let row = |what: &str, way: &str, time: Option<Moment>, text: &str, place: Option<&String>| {
        [
            person.name.clone(),
            accounts.clone(),
            what.to_owned(),
            way.to_owned(),
            time.map(|t| t.to_string()).unwrap_or_default(),
            text.to_owned(),
            place.cloned().unwrap_or_default(),
        ]
    };
    // the words of Kith's own file, which stay the same in every language
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let notes = person
        .notes
        .iter()
        .map(|n| row("note", "", n.time, &n.text, n.place.as_ref()));
    let needs = person
        .needs
        .iter()
        .map(|n| row("need", "", n.time, &n.text, None));
    let promises = person
        .promises
        .iter()
        .map(|p| row("promise", "", p.due, &p.text, None));
    let passed = passed.iter().map(|i| {
        let (kind, way) = (serde_json::json!(i.kind), serde_json::json!(i.direction));
        let said = i.excerpt.as_deref().unwrap_or_default();
        row(&word(kind), &word(way), i.time, said, i.place.as_ref())
    });
    let mut all: Vec<_> = notes.chain(needs).chain(promises).chain(passed).collect();
    if all.is_empty() {
        all.push(row("", "", None, "", None));
    }
    rows(all)
}

fn rows(rows: Vec<[String; 7]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // writing into memory cannot fail
        writer.write_record(row.iter().map(|cell| safe(cell))).ok();
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A table program computes what begins so: <https://owasp.org/www-community/attacks/CSV_Injection>.
fn safe(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
