//! The card: who they are to you, what could be given, and the keys.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::way::{Way, cut, ways};
use crate::history::{foremost, open_need};
use crate::mark::exchange;
use crate::people::Person;
use crate::text::{Now, Text};

/// How much of a note or a need a line of the card says, in characters.
const LINE: usize = 140;

/// What the user may choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export_to = "protocol.ts")]
pub enum Choice {
    /// Give something first.
    Way {
        /// What.
        way: Way,
    },
    /// Connect anyway.
    Pass,
    /// Leave it.
    Leave,
    /// Never ask about this person.
    Person,
    /// Ask nothing for the rest of the day.
    Today,
    /// Never ask on this site.
    Site,
}

impl Choice {
    /// Its word, for the record.
    pub fn word(&self) -> &'static str {
        match self {
            Choice::Way { way } => way.word(),
            Choice::Pass => "pass",
            Choice::Leave => "leave",
            Choice::Person => "person",
            Choice::Today => "today",
            Choice::Site => "site",
        }
    }
}

/// How a row of the card is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "protocol.ts")]
pub enum RowKind {
    /// A line of its own.
    Way,
    /// Beside the other one that ends the prompt.
    Last,
    /// Small, beside the other mutes.
    Mute,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Row {
    /// How it is drawn.
    pub kind: RowKind,
    /// The keys, as `KeyboardEvent.code` names them.
    pub codes: Vec<String>,
    /// The key as it is shown.
    pub key: String,
    /// What is chosen, in words.
    pub text: String,
    /// What is chosen.
    pub choice: Choice,
}

/// What the card says, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct PromptView {
    /// Whom it is about.
    pub title: String,
    /// Who they are to the user, a sentence each.
    pub about: Vec<String>,
    /// What it asks.
    pub question: String,
    /// What may be chosen.
    pub rows: Vec<Row>,
}

/// The card for somebody. `in_the_way`: silence for the day is offered first.
pub fn prompt(
    name: &str,
    person: Option<&Person>,
    post: Option<&str>,
    in_the_way: bool,
    site: &str,
    text: &Text,
    now: Now,
) -> PromptView {
    let first = name.split_whitespace().next().unwrap_or(name);
    let mut rows = Vec::new();
    let mut row = |kind, codes: &[&str], key: &str, said: String, choice| {
        rows.push(Row {
            kind,
            codes: codes.iter().map(|c| (*c).to_owned()).collect(),
            key: key.to_owned(),
            text: said,
            choice,
        });
    };
    let today = || text.say("promptToday", &[]);
    if in_the_way {
        let said = text.say("promptTodayFirst", &[]);
        row(RowKind::Way, &["KeyT"], "t", said, Choice::Today);
    }
    for (number, way) in (1..).zip(ways(person, post)) {
        let codes = [format!("Digit{number}"), format!("Numpad{number}")];
        let codes = codes.each_ref().map(String::as_str);
        let said = way.said(text);
        row(
            RowKind::Way,
            &codes,
            &number.to_string(),
            said,
            Choice::Way { way },
        );
    }
    let say = |key: &str| text.say(key, &[("name", first), ("site", site)]);
    row(
        RowKind::Last,
        &["Enter", "NumpadEnter"],
        "⏎",
        say("promptPass"),
        Choice::Pass,
    );
    row(
        RowKind::Last,
        &["Escape"],
        "Esc",
        say("promptLeave"),
        Choice::Leave,
    );
    row(
        RowKind::Mute,
        &["KeyN"],
        "n",
        say("promptPerson"),
        Choice::Person,
    );
    if !in_the_way {
        row(RowKind::Mute, &["KeyT"], "t", today(), Choice::Today);
    }
    row(
        RowKind::Mute,
        &["KeyS"],
        "s",
        say("promptSite"),
        Choice::Site,
    );
    PromptView {
        title: text.say("promptTitle", &[("name", name)]),
        about: person.map(|p| about(p, text, now)).unwrap_or_default(),
        question: say("promptQuestion"),
        rows,
    }
}

/// Who they are to the user: the note, the last exchange each way, the need, and why.
fn about(person: &Person, text: &Text, now: Now) -> Vec<String> {
    let sentence = |s: String| {
        let mut letters = s.chars();
        let first = letters.next().map(char::to_uppercase);
        first
            .into_iter()
            .flatten()
            .chain(letters)
            .collect::<String>()
    };
    let note =
        foremost(&person.notes).map(|n| text.say("promptNote", &[("note", &cut(&n.text, LINE))]));
    let tally = &person.tally;
    let mut passed: Vec<_> = [tally.given, tally.received, tally.mutual]
        .into_iter()
        .flatten()
        .collect();
    passed.sort_by_key(|last| -last.time.ms());
    let passed = passed.into_iter().map(|last| {
        let said = sentence(exchange(last, text, now));
        text.say("promptPassed", &[("passed", &said)])
    });
    let need = open_need(&person.needs).map(|need| {
        let said = cut(&need.text, LINE);
        match need.time {
            Some(time) => {
                let when = sentence(text.when(time, now));
                text.say("promptNeedSince", &[("when", &when), ("need", &said)])
            }
            None => text.say("promptNeed", &[("need", &said)]),
        }
    });
    let why = person
        .why
        .as_ref()
        .map(|why| text.say("promptWhy", &[("why", &cut(why, LINE))]));
    note.into_iter()
        .chain(passed)
        .chain(need)
        .chain(why)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Direction, Kind, Last};

    const NOW: Now = Now {
        ms: 1_795_563_000_000,
        ahead: 0,
    };

    fn read(view: &PromptView) -> String {
        let rows = view
            .rows
            .iter()
            .map(|r| format!("{:?} {} {}", r.kind, r.key, r.text));
        [view.title.clone()]
            .into_iter()
            .chain(view.about.clone())
            .chain([view.question.clone()])
            .chain(rows)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_card_as_people_read_it() {
        let text = Text::english();
        let mut ana = Person::new("p1".into(), "Ana Ruiz".into(), 0);
        ana.notes = serde_json::from_value(serde_json::json!([{"text": "met in Oslo"}])).unwrap();
        ana.needs = serde_json::from_value(
            serde_json::json!([{"text": "a Rust mentor", "time": "2026-03-02"}]),
        )
        .unwrap();
        ana.why = Some("we build the same kind of thing".into());
        let last = |direction, time: &str| {
            Some(Last {
                kind: Kind::Reply,
                direction,
                time: time.parse().unwrap(),
                network: None,
            })
        };
        ana.tally.given = last(Direction::Given, "2024-03-02");
        ana.tally.received = last(Direction::Received, "2026-07-02");
        let post = Some("https://x.com/anar/status/1");
        insta::assert_snapshot!(read(&prompt(
            "Ana Ruiz",
            Some(&ana),
            post,
            false,
            "X",
            &text,
            NOW
        )));
        insta::assert_snapshot!(read(&prompt("Ben", None, None, false, "X", &text, NOW)));
        insta::assert_snapshot!(read(&prompt("Ben", None, None, true, "X", &text, NOW)));
    }

    #[test]
    fn a_long_note_leaves_room_for_the_ways() {
        let mut ana = Person::new("p1".into(), "Ana".into(), 0);
        ana.notes =
            serde_json::from_value(serde_json::json!([{"text": "long ".repeat(900)}])).unwrap();
        let card = prompt("Ana", Some(&ana), None, false, "X", &Text::english(), NOW);
        assert!(card.about[0].chars().count() < 200);
    }
}
