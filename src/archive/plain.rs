//! A table of anybody's: which column is what is guessed from what stands in them, and the user has the last word.

use std::rc::Rc;

use jiff::civil::Time;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::Member;
use super::table::{BETWEEN, Cells, Entry, Form, Rows, Table, column};
use super::time::{self, BadTime};
use super::{Opened, Telling, Told, Wrong, accounts_at, contact, interaction};
use crate::history::excerpt;
use crate::history::{Direction, Kind, Moment, Note};
use crate::people::Profile;

/// So many rows are looked at for a guess.
const SAMPLE: usize = 200;
/// And so many for how the table is written.
const LOOKED_AT: usize = 50;

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
    /// Whether 3/4/2020 is in March.
    pub month_first: Option<bool>,
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

/// Days that can be read in one way only. Between points the day comes first everywhere.
const CLEAR: [&str; 13] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d %b %Y",
    "%d. %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%b %d, %Y",
    "%b %d %Y",
    "%d %B %Y",
    "%B %d, %Y",
];
/// Days of which only the table tells whether the month comes first.
const DAY_FIRST: [&str; 4] = ["%d/%m/%Y", "%d-%m-%Y", "%d/%m/%y", "%d-%m-%y"];
const MONTH_FIRST: [&str; 4] = ["%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%m-%d-%y"];
/// Times of day.
const CLOCK: [&str; 4] = ["%H:%M:%S%.f", "%H:%M", "%I:%M %p", "%I:%M:%S %p"];

/// How a column of first names is called, here and there, one of whole names, and one of last names.
const FIRST: [&str; 8] = [
    "first name",
    "given name",
    "vorname",
    "prénom",
    "prenom",
    "voornaam",
    "förnamn",
    "fornavn",
];
const WHOLE: [&str; 8] = [
    "full name",
    "name",
    "nom",
    "nombre",
    "naam",
    "namn",
    "navn",
    "nome",
];
const LAST: [&str; 10] = [
    "last name",
    "family name",
    "surname",
    "nachname",
    "apellidos",
    "apellido",
    "cognome",
    "achternaam",
    "efternamn",
    "etternavn",
];
/// What bears a name and is nobody.
const NOBODY: [&str; 6] = ["company", "user", "file", "organi", "firm", "domain"];
/// How a column of times is called.
const TIMES: [&str; 8] = [
    "date", "datum", "fecha", "data", "when", "day", "time", "datetime",
];

/// Reads a day, or a day and a time of day, as tables have them.
fn moment(text: &str, month_first: bool) -> Result<Moment, BadTime> {
    let text = text.trim();
    if let Ok(instant) = text.parse() {
        return Ok(Moment::Instant(instant));
    }
    let day = |text: &str| {
        let unclear: &[&str] = match month_first {
            true => &MONTH_FIRST,
            false => &DAY_FIRST,
        };
        time::read(text, &CLEAR).or_else(|clear| {
            time::read(text, unclear).map_err(|why| match why {
                BadTime::Unknown(_) => clear,
                never => never,
            })
        })
    };
    let Some(colon) = text.find(':') else {
        return day(text);
    };
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let (date, clock) = text.split_at(hour.len());
    let date = date.trim_end_matches(['T', ',', ' ', '\u{a0}', '\u{202f}']);
    let clock = clock.trim_end_matches("UTC").trim_end_matches('Z').trim();
    let clock = clock.replace(['\u{a0}', '\u{202f}'], " ");
    let read = CLOCK
        .iter()
        .find_map(|form| Time::strptime(form, &clock).ok());
    match (day(date)?, read) {
        (Moment::Day(date), Some(clock)) => Offset::UTC
            .to_timestamp(date.to_datetime(clock))
            .map(Moment::Instant)
            .map_err(|_| BadTime::Never(text.to_owned())),
        _ => Err(BadTime::Unknown(text.to_owned())),
    }
}

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
}

/// How a table is written, and its header: what makes the most rows as long as each other. `None` where that is no table.
fn form(member: &Member) -> Option<(Form, Vec<String>)> {
    let of = |between: u8| {
        let form = Form {
            between,
            ..Form::default()
        };
        let rows = Rows::of(member, form).take(LOOKED_AT);
        let rows: Vec<Cells> = rows.filter_map(|row| row.cells.ok()).collect();
        let like = |count: usize| rows.iter().filter(|row| row.count() == count).count();
        let full = |row: &&Cells| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
        let count = rows
            .iter()
            .filter(full)
            .map(Cells::count)
            .max_by_key(|count| (like(*count), *count))?;
        let header = rows.iter().filter(full).find(|row| row.count() == count)?;
        let mut names: Vec<String> = header.iter().map(|cell| column(&cell)).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        Some((like(count), count, form, names))
    };
    BETWEEN
        .into_iter()
        .filter_map(of)
        .max_by_key(|(like, count, ..)| (*like, *count))
        .map(|(_, _, form, names)| (form, names))
}

/// Looks at a table. `None` where it is none in which somebody is named.
pub fn guess(member: &Member) -> Option<Guess> {
    if !member.has_lines() {
        return None;
    }
    let (form, names) = form(member)?;
    let table = Table::find(member, form, |columns| *columns == names)?;
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
        let known = |month_first| match moment(cell, month_first) {
            Ok(_) => true,
            Err(why) => matches!(why, BadTime::Never(_)),
        };
        known(false) || known(true)
    };
    let mut columns = TableColumns {
        profile: take(&|cell| !accounts_at(cell).is_empty()),
        time: take(&is_time),
        kind: take(&|cell| kind(cell).is_some()),
        direction: take(&|cell| direction(cell).is_some()),
        ..TableColumns::default()
    };
    let called = |words: &[&str], free: &[usize]| {
        let whole = |word: &&str| free.iter().copied().find(|at| names[*at] == **word);
        let part = |word: &&str| free.iter().copied().find(|at| names[*at].contains(*word));
        words
            .iter()
            .find_map(whole)
            .or_else(|| words.iter().find_map(part))
    };
    // called a date: what of it cannot be read is told
    columns.time = columns.time.or_else(|| {
        let at = free
            .iter()
            .position(|at| TIMES.contains(&names[*at].as_str()))?;
        Some(free.remove(at))
    });
    let people: Vec<usize> = free
        .iter()
        .copied()
        .filter(|at| !NOBODY.iter().any(|word| names[*at].contains(word)))
        .collect();
    let first = called(&FIRST, &people);
    let last = called(&LAST, &people);
    let others: Vec<usize> = people.into_iter().filter(|at| Some(*at) != last).collect();
    let named = called(&["full name"], &others)
        .or(first)
        .or_else(|| called(&WHOLE, &others));
    // text without anything that Kith knows is no table of people
    named
        .or(last)
        .or(columns.profile)
        .or(columns.kind)
        .or(columns.time)?;
    columns.last = last.filter(|_| named.is_none_or(|at| names[at] != "full name"));
    // French tables have the last name under "nom"
    if columns.last.is_none() && first.is_some() && named == first {
        columns.last = free.iter().copied().find(|at| names[*at] == "nom");
    }
    free.retain(|at| Some(*at) != columns.last);
    columns.name = named.or_else(|| free.first().copied().filter(|_| columns.last.is_none()));
    free.retain(|at| Some(*at) != columns.name);
    let length = |at: &usize| {
        let all = rows.iter().map(|row| row.get(Some(*at)).chars().count());
        all.sum::<usize>()
    };
    columns.text = called(&["note", "text", "comment", "happened", "message"], &free)
        .or_else(|| free.iter().copied().max_by_key(length));
    columns.month_first = columns.time.map(|at| {
        // what the first rows leave open the others may tell
        let all = Table::find(member, form, |columns| *columns == names);
        let mut all = all.into_iter().flatten().flatten();
        let told = all.find_map(|row| month_first(&row.get(Some(at))));
        told.unwrap_or_else(|| {
            let slashed = |row: &Entry| row.get(Some(at)).contains('/');
            form.between == b',' && rows.iter().any(slashed)
        })
    });
    Some(Guess {
        names,
        titles,
        columns,
        form,
    })
}

/// Whether the month comes first in a date, where a number that is no month tells.
fn month_first(date: &str) -> Option<bool> {
    let parts: Vec<&str> = date.split(['/', '-', ' ', ',']).collect();
    let is_day = |part: &str| part.parse().is_ok_and(|n: u32| (13..32).contains(&n));
    match parts[..] {
        // the year is behind
        [first, _, _, ..] if is_day(first) => Some(false),
        [_, second, _, ..] if is_day(second) => Some(true),
        _ => None,
    }
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
        let mut who = contact(&name, accounts_at(&row.get(at.profile))).ok_or(Wrong::NoName)?;
        let when = row.get(at.time);
        let time: Option<Moment> = match when.is_empty() {
            true => None,
            false => Some(moment(&when, at.month_first.unwrap_or_default()).map_err(Wrong::Time)?),
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
