//! Google Contacts as CSV, with the columns of before 2024 and after (`field/exports.md`, section 4).

use super::file::Member;
use super::table::{Entry, Table};
use super::{Refusal, Telling, Told, Wrong, accounts_at, contact, tell_of};
use crate::history::Note;
use crate::people::Profile;

/// Several values in one cell.
const BETWEEN: &str = " ::: ";

/// Whether a member of a ZIP may be such a table.
pub fn wants(path: &str) -> bool {
    path.to_lowercase().ends_with(".csv")
}

fn open(member: &Member) -> Option<Table> {
    let has = |columns: &[String], name: &str| columns.iter().any(|c| c == name);
    Table::find_in_any(member, false, |columns| {
        let old = has(columns, "given name") && has(columns, "group membership");
        let new = has(columns, "organization name") && has(columns, "labels");
        old || new
    })
}

/// Whether a member is such a table.
pub fn is_of(member: &Member) -> bool {
    open(member).is_some()
}

/// Reads the tables.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    Ok(Box::new(Vec::from(members).into_iter().flat_map(tell)))
}

fn tell(member: Member) -> Telling {
    let Some(table) = open(&member) else {
        return Box::new(std::iter::empty());
    };
    let columns = table.columns.clone();
    let file = member.path;
    Box::new(table.map(move |row| match row {
        Err((line, bad)) => Told::Unreadable {
            file: file.clone(),
            line,
            why: Wrong::Row(bad),
        },
        Ok(entry) => told(&entry, &columns),
    }))
}

fn told(entry: &Entry, columns: &[String]) -> Told {
    let at = |name: &str| {
        entry
            .get(columns.iter().position(|c| c == name))
            .into_owned()
    };
    let parts = |names: &[&str]| {
        let all: Vec<String> = names
            .iter()
            .map(|n| at(n))
            .filter(|p| !p.is_empty())
            .collect();
        all.join(" ")
    };
    let new = ["first name", "middle name", "last name"];
    let old = ["given name", "additional name", "family name"];
    let names = [
        at("name"),
        parts(&new),
        parts(&old),
        at("nickname"),
        at("file as"),
    ];
    let Some(name) = names.into_iter().find(|name| !name.is_empty()) else {
        return Told::Left("leftNameless");
    };
    let values = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| c.ends_with("- value"))
        .filter(|(_, c)| c.starts_with("website") || c.starts_with("custom field"))
        .map(|(n, _)| entry.get(Some(n)));
    let profiles = values
        .flat_map(|cell| {
            let each = cell.split(BETWEEN).flat_map(accounts_at);
            each.collect::<Vec<_>>()
        })
        .collect();
    let Some(mut who) = contact(&name, profiles) else {
        return Told::Left("leftNameless");
    };
    let note = at("notes");
    if !note.is_empty() {
        who.notes.push(Note {
            text: note,
            ..Note::default()
        });
    }
    let emails = at("e-mail 1 - value");
    let first = |text: String| text.split(BETWEEN).next().unwrap_or_default().to_owned();
    let company = [at("organization name"), at("organization 1 - name")].concat();
    let position = [at("organization title"), at("organization 1 - title")].concat();
    tell_of(&mut who, &first(emails), &company, &position);
    Told::Person(Box::new(who))
}
