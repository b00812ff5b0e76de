//! The copy as a document: a heading for each person, and beneath it what is noted.

use super::accounts;
use crate::history::{Interaction, Moment};
use crate::mark::heading;
use crate::people::Person;
use crate::text::{Now, Text};

/// What stands above everybody.
pub fn head(words: &Text, now: Now) -> String {
    let made = words.say("copyMade", &[("when", &day(now.moment()))]);
    format!("# {}\n\n{made}\n", words.say("extName", &[]))
}

/// One person.
pub fn person(person: &Person, passed: &[&Interaction], words: &Text) -> String {
    let mut text = format!("\n## {}\n", plain(&person.name));
    let mut line = |said: String| text.push_str(&format!("\n{said}\n"));
    let accounts = accounts(person, words);
    if !accounts.is_empty() {
        line(plain(&accounts.join(" · ")));
    }
    let labels = person.labels();
    if !labels.is_empty() {
        line(plain(&labels.join(", ")));
    }
    if let Some(why) = &person.why {
        line(format!("{}: {}", words.say("whyLabel", &[]), plain(why)));
    }
    let needs = person.needs.iter().map(|n| {
        let met = n.met.then(|| words.say("copyMet", &[]));
        entry(n.time, met, &n.text, None)
    });
    let promises = person.promises.iter().map(|p| {
        let kept = p.kept.then(|| words.say("copyKept", &[]));
        entry(p.due, kept, &p.text, None)
    });
    let notes = person
        .notes
        .iter()
        .map(|n| entry(n.time, None, &n.text, n.place.as_deref()));
    let passed = passed.iter().map(|i| {
        let what = heading(i.kind, i.direction, i.network, words);
        let said = i.excerpt.as_deref().unwrap_or_default();
        entry(i.time, Some(what), said, i.place.as_deref())
    });
    let mut list = |key: &str, entries: Vec<String>| {
        if !entries.is_empty() {
            text.push_str(&format!(
                "\n### {}\n\n{}",
                words.say(key, &[]),
                entries.concat()
            ));
        }
    };
    list("needsTitle", needs.collect());
    list("promisesTitle", promises.collect());
    list("sectionNotes", notes.collect());
    list("sectionHistory", passed.collect());
    text
}

/// A point of a list; further lines belong to it.
fn entry(time: Option<Moment>, what: Option<String>, text: &str, place: Option<&str>) -> String {
    let parts = [time.map(day), what].into_iter().flatten();
    let before = parts.collect::<Vec<_>>().join(", ");
    let said = plain(text).replace('\n', "\n  ");
    let colon = if before.is_empty() || said.is_empty() {
        ""
    } else {
        ": "
    };
    let place = place.map(|p| format!(" <{p}>")).unwrap_or_default();
    format!("- {before}{colon}{said}{place}\n")
}

/// The day alone, in the form that sorts.
fn day(time: Moment) -> String {
    time.to_string().chars().take(10).collect()
}

/// Text that is not taken for headings, lists or tags.
fn plain(text: &str) -> String {
    let line = |line: &str| {
        let line = line.replace('<', "\\<");
        match line.starts_with(['#', '-', '*', '+', '>', '=']) {
            true => format!("\\{line}"),
            false => line,
        }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
