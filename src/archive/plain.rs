//! A table of anybody's: which column is what is guessed from what stands in them, and the user has the last word.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::Member;
use super::table::{Entry, Form, Table};
use super::time;
use super::{Opened, Telling, Told, Wrong, accounts_at, contact, interaction, named};
use crate::history::excerpt;
use crate::history::{Direction, Kind, Moment, Note};
use crate::people::Profile;

/// So many rows are looked at for a guess.
const SAMPLE: usize = 200;

/// Which column holds what, by number from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "protocol.ts")]
pub struct TableColumns {
    /// The name, or the first part of it.
    pub name: Option<usize>,
    /// The last name.
    pub last: Option<usize>,
    /// An address that leads to an account.
    pub profile: Option<usize>,
    /// When it was.
    pub time: Option<usize>,
    /// What kind of thing passed, in Kith's words.
    pub kind: Option<usize>,
    /// Given, received or mutual.
    pub direction: Option<usize>,
    /// What it said; without a kind, a note.
    pub text: Option<usize>,
}

/// The columns of a table, and what each is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub struct Guessed {
    /// Their names, in the order of the file.
    pub names: Vec<String>,
    /// Which holds what.
    pub columns: TableColumns,
}

/// Dates, the day first and the month first.
const DAY_FIRST: [&str; 9] = [
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%d.%m.%y",
    "%d/%m/%y",
    "%Y-%m-%dT%H:%M:%SZ",
];
const MONTH_FIRST: [&str; 6] = [
    "%Y-%m-%d",
    "%m/%d/%Y",
    "%m-%d-%Y",
    "%b %d, %Y",
    "%m/%d/%y",
    "%Y-%m-%dT%H:%M:%SZ",
];

/// How a column of names is called, here and there.
const NAMES: [&str; 6] = ["full name", "first name", "name", "nom", "nombre", "naam"];

fn kind(word: &str) -> Option<Kind> {
    match word.trim().to_lowercase().as_str() {
        "call" | "coffee" | "lunch" | "met" => Some(Kind::Meeting),
        "mail" | "email" | "e-mail" | "chat" | "sms" => Some(Kind::Message),
        "intro" => Some(Kind::Introduction),
        "follow" => Some(Kind::Connection),
        "like" => Some(Kind::Reaction),
        word => serde_json::from_value(word.into()).ok(),
    }
}

fn direction(word: &str) -> Option<Direction> {
    match word.trim().to_lowercase().as_str() {
        "out" | "outgoing" | "sent" => Some(Direction::Given),
        "in" | "incoming" => Some(Direction::Received),
        "both" => Some(Direction::Mutual),
        word => serde_json::from_value(word.into()).ok(),
    }
}

/// A table, how it is written, and what is guessed of its columns.
pub struct Guess {
    /// The names of the columns, as they are compared.
    pub names: Vec<String>,
    /// The same as they are written.
    pub titles: Vec<String>,
    /// What each may hold.
    pub columns: TableColumns,
    form: Form,
    month_first: bool,
}

/// Looks at a table. `None` where it is none in which somebody is named.
pub fn guess(member: &Member) -> Option<Guess> {
    let form = [b';', b'\t', b',', b'|'].into_iter().map(|between| Form {
        between,
        ..Form::default()
    });
    let (form, table) = form
        .filter_map(|form| {
            let table = Table::find(member, form, |c| {
                c.iter().filter(|c| !c.is_empty()).count() > 1
            })?;
            Some((form, table))
        })
        .max_by_key(|(_, table)| table.columns.len())?;
    let names = table.columns.clone();
    let titles = table.titles.clone();
    let rows: Vec<Entry> = table.take(SAMPLE).flatten().collect();
    if rows.is_empty() {
        return None;
    }
    let share = |at: usize, is: &dyn Fn(&str) -> bool| {
        let cells = rows.iter().map(|row| row.get(Some(at)).into_owned());
        let full: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        let good = full.iter().filter(|cell| is(cell)).count();
        !full.is_empty() && good * 10 >= full.len() * 7
    };
    let mut free: Vec<usize> = (0..names.len()).collect();
    let mut take = |is: &dyn Fn(&str) -> bool| {
        let found = free.iter().position(|at| share(*at, is))?;
        Some(free.remove(found))
    };
    let is_time = |cell: &str| {
        let known = |forms: &[&str]| match time::read(cell, forms) {
            Ok(_) => true,
            Err(why) => matches!(why, time::BadTime::Never(_)),
        };
        known(&DAY_FIRST) || known(&MONTH_FIRST)
    };
    let mut columns = TableColumns {
        profile: take(&|cell| !accounts_at(cell).is_empty()),
        time: take(&is_time),
        kind: take(&|cell| kind(cell).is_some()),
        direction: take(&|cell| direction(cell).is_some()),
        ..TableColumns::default()
    };
    let called = |words: &[&str], free: &[usize]| {
        free.iter()
            .copied()
            .find(|at| words.iter().any(|word| names[*at].contains(word)))
    };
    let named = called(&NAMES, &free);
    // text without anything that Kith knows is no table of people
    named.or(columns.profile).or(columns.kind)?;
    columns.name = named.or_else(|| free.first().copied());
    free.retain(|at| Some(*at) != columns.name);
    columns.last = called(&["last name", "surname", "family name"], &free);
    free.retain(|at| Some(*at) != columns.last);
    let length = |at: &usize| {
        let all = rows.iter().map(|row| row.get(Some(*at)).chars().count());
        all.sum::<usize>()
    };
    columns.text = called(&["note", "text", "comment", "happened", "message"], &free)
        .or_else(|| free.iter().copied().max_by_key(length));
    let slashes = |part: usize| {
        rows.iter().any(|row| {
            let cell = row.get(columns.time);
            let number = cell
                .split('/')
                .nth(part)
                .and_then(|p| p.parse::<u32>().ok());
            number.is_some_and(|n| (13..32).contains(&n))
        })
    };
    let month_first = slashes(1) || (!slashes(0) && form.between == b',');
    Some(Guess {
        names,
        titles,
        columns,
        form,
        month_first,
    })
}

/// The tables among the members, read as they are guessed or as `chosen` says. `None` where there is none.
pub fn read(members: &[Member], chosen: Option<&TableColumns>) -> Option<Opened> {
    let mut tables = Vec::new();
    for member in members.iter().filter(|m| is_table(m)) {
        if let Some(mut guess) = guess(member) {
            guess.columns = chosen.cloned().unwrap_or(guess.columns);
            tables.push((member.clone(), Rc::new(guess)));
        }
    }
    let (_, first) = tables.first()?;
    let choice = Guessed {
        names: first.titles.clone(),
        columns: first.columns.clone(),
    };
    Some(Opened {
        telling: Box::new(
            tables
                .into_iter()
                .flat_map(|(member, guess)| tell(&member, guess)),
        ),
        choice: Some(choice),
    })
}

fn tell(member: &Member, guess: Rc<Guess>) -> Telling {
    let file = member.path.clone();
    let table = Table::find(member, guess.form, |columns| *columns == guess.names);
    Box::new(table.into_iter().flatten().filter_map(move |row| {
        let unreadable = |line, why| Told::Unreadable {
            file: file.clone(),
            line,
            why,
        };
        match row {
            Err((line, bad)) => Some(unreadable(line, Wrong::Row(bad))),
            Ok(entry) if entry.is_empty() => None,
            Ok(entry) => Some(
                guess
                    .told(&entry)
                    .unwrap_or_else(|why| unreadable(entry.line, why)),
            ),
        }
    }))
}

/// Whether it may be a table: text that begins neither like JSON nor like a page.
fn is_table(member: &Member) -> bool {
    let head = member.head(1024).unwrap_or_default();
    let first = head.iter().find(|b| !b.is_ascii_whitespace());
    !member.is_binary() && !matches!(first, None | Some(b'{' | b'[' | b'<' | b'%'))
}

impl Guess {
    fn told(&self, row: &Entry) -> Result<Told, Wrong> {
        let at = &self.columns;
        let name = format!("{} {}", row.get(at.name), row.get(at.last));
        let profiles = accounts_at(&row.get(at.profile));
        let mut who = match profiles.is_empty() {
            true => named(&name).ok_or(Wrong::NoName)?,
            false => contact(&name, profiles),
        };
        let when = row.get(at.time);
        let forms: &[&str] = if self.month_first {
            &MONTH_FIRST
        } else {
            &DAY_FIRST
        };
        let time: Option<Moment> = match when.is_empty() {
            true => None,
            false => Some(time::read(&when, forms).map_err(Wrong::Time)?),
        };
        let text = row.get(at.text);
        let word = row.get(at.kind);
        if word.is_empty() {
            if !text.is_empty() {
                who.notes.push(Note {
                    text: text.into_owned(),
                    time,
                    ..Note::default()
                });
            }
            return Ok(Told::Person(Box::new(who)));
        }
        let kind = kind(&word).ok_or_else(|| Wrong::NoKind(word.into_owned()))?;
        let direction = match kind {
            Kind::Meeting | Kind::Connection => {
                direction(&row.get(at.direction)).unwrap_or(Direction::Mutual)
            }
            _ => direction(&row.get(at.direction)).ok_or(Wrong::NoDirection)?,
        };
        let network = who.profiles.first().map(|p: &Profile| p.network);
        let network = network.filter(|n| n.is_site());
        who.interactions
            .push(interaction(network, kind, direction, time, excerpt(&text)));
        Ok(Told::Person(Box::new(who)))
    }
}
