//! From a sighting and a summary to the mark that stands beside the name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::history::{Direction, Kind, Last, Summary, Telling, post};
use crate::people::{Network, Profile};
use crate::text::{Now, Text};

/// A name seen on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts", optional_fields)]
pub struct Sighting {
    /// The network's word, such as `x`.
    #[ts(type = "string")]
    pub network: Network,
    /// The handle as the page shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The permanent id, where the page shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name as the page shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The post on which it stands: its address, or what [`post::address`] makes one of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The spot of the site at which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<String>,
}

impl Sighting {
    /// The profile that was seen; `None` where this is no person of that network.
    pub fn profile(&self) -> Option<Profile> {
        Profile::new(self.network, self.handle.as_deref(), self.id.as_deref())
    }

    /// The address of the post on which it stands, if it stands on one.
    pub fn post(&self) -> Option<String> {
        self.post.as_deref().and_then(post::address)
    }
}

/// What Kith shows beside a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Mark {
    /// The line beside the name; empty for somebody of whom nothing is known.
    pub text: String,
    /// What hover and focus show.
    pub full: String,
    /// Whether the user has this person.
    pub known: bool,
    /// Whether a press to connect with them is held.
    pub hold: bool,
}

/// The mark of a person, or of a stranger where there is no summary.
pub fn mark(summary: Option<&Summary>, hold: bool, text: &Text, now: Now) -> Mark {
    let Some(summary) = summary else {
        return Mark {
            text: String::new(),
            full: text.say("markAdd", &[]),
            known: false,
            hold,
        };
    };
    let tally = &summary.tally;
    let telling = tally.telling.as_ref();
    // The site itself shows whom one follows.
    let tells = telling.is_some_and(|t| t.kind != Kind::Connection);
    let last = telling.map(|t| told(t, text, now));
    let words = telling.and_then(|t| Some(in_words(&told(t, text, now), t.words.as_ref()?, text)));
    let messages = tally.since.filter(|_| tally.messages > 1).map(|since| {
        text.count(
            "markMessages",
            tally.messages.into(),
            &[("year", &text.year(since, now))],
        )
    });
    let need = summary
        .need
        .as_ref()
        .map(|need| text.say("markNeed", &[("need", need)]));
    // A note says who they are; without one the history does, in one clause more.
    let line: Vec<String> = match &summary.line {
        Some(line) => std::iter::once(line.clone())
            .chain(need.clone())
            .chain(last.clone().filter(|_| tells))
            .collect(),
        None => need
            .clone()
            .into_iter()
            .chain(words.clone().or(last.clone()))
            .chain(messages.clone())
            .collect(),
    };
    let each_way = [tally.mutual, tally.given, tally.received]
        .into_iter()
        .flatten();
    let mut said: Vec<(i64, String)> = each_way
        .map(|l| (-l.time.ms(), exchange(l, text, now)))
        .collect();
    said.sort();
    // what tells most stands before it, with its words where there are some
    said.retain(|(_, clause)| Some(clause) != last.as_ref());
    let full: Vec<String> = summary
        .line
        .iter()
        .cloned()
        .chain(need)
        .chain(words.or(last))
        .chain(said.into_iter().map(|(_, s)| s))
        .chain(messages)
        .collect();
    let join = |parts: Vec<String>| parts.join(" · ");
    let full = if full.is_empty() {
        text.say("markAdd", &[])
    } else {
        join(full)
    };
    Mark {
        text: join(line),
        full,
        known: true,
        hold,
    }
}

/// What tells most of a history, in one clause; without its time where that is not known.
fn told(telling: &Telling, text: &Text, now: Now) -> String {
    let (kind, direction, network) = (telling.kind, telling.direction, telling.network);
    match telling.time {
        Some(time) => exchange(
            Last {
                kind,
                direction,
                time,
                network,
            },
            text,
            now,
        ),
        None => done_so(kind, direction, network, text),
    }
}

fn in_words(clause: &str, words: &str, text: &Text) -> String {
    text.say("markWords", &[("clause", clause), ("words", words)])
}

/// What passed, in one clause: "you replied in March".
pub fn exchange(last: Last, text: &Text, now: Now) -> String {
    text.say(
        exchange_key(last.kind, last.direction, last.network),
        &[("when", &text.when(last.time, now))],
    )
}

fn exchange_key(kind: Kind, direction: Direction, network: Option<Network>) -> &'static str {
    use Direction::{Given, Mutual, Received};
    use Kind::*;
    // where nobody is asked first
    let follows = matches!(
        network,
        Some(Network::X | Network::Mastodon | Network::Bluesky | Network::Threads)
    );
    match (kind, direction) {
        (Connection, Given) if follows => "exchangeFollowGiven",
        (Connection, Received) if follows => "exchangeFollowReceived",
        (Comment, Given) => "exchangeCommentGiven",
        (Comment, _) => "exchangeCommentReceived",
        (Reply, Given) => "exchangeReplyGiven",
        (Reply, _) => "exchangeReplyReceived",
        (Message, Given) => "exchangeMessageGiven",
        (Message, Received) => "exchangeMessageReceived",
        (Message, Mutual) => "exchangeMessageMutual",
        (Share, Given) => "exchangeShareGiven",
        (Share, _) => "exchangeShareReceived",
        (Introduction, Given) => "exchangeIntroductionGiven",
        (Introduction, _) => "exchangeIntroductionReceived",
        (Help, Given) => "exchangeHelpGiven",
        (Help, _) => "exchangeHelpReceived",
        (Endorsement, Given) => "exchangeEndorsementGiven",
        (Endorsement, _) => "exchangeEndorsementReceived",
        (Reaction, Given) => "exchangeReactionGiven",
        (Reaction, _) => "exchangeReactionReceived",
        (Mention, Given) => "exchangeMentionGiven",
        (Mention, _) => "exchangeMentionReceived",
        (Meeting, _) => "exchangeMeeting",
        (Connection, Given) => "exchangeConnectionGiven",
        (Connection, Received) => "exchangeConnectionReceived",
        (Connection, Mutual) => "exchangeConnectionMutual",
    }
}

/// What passed, without its time: "you replied".
fn done_so(kind: Kind, direction: Direction, network: Option<Network>, text: &Text) -> String {
    let said = text.say(exchange_key(kind, direction, network), &[("when", "")]);
    said.trim().to_owned()
}

/// The same as the heading of a line in a history: "You replied".
pub fn heading(kind: Kind, direction: Direction, network: Option<Network>, text: &Text) -> String {
    let said = done_so(kind, direction, network, text);
    let mut letters = said.chars();
    letters
        .next()
        .map(|c| c.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Interaction, Tally};

    const NOW: Now = Now {
        ms: 1_795_563_000_000,
        ahead: 0,
    };

    fn summary(line: Option<&str>, tally: Tally) -> Summary {
        Summary {
            person: "p".into(),
            name: "Ana".into(),
            handle: None,
            id: None,
            line: line.map(Into::into),
            need: None,
            muted: false,
            tally,
        }
    }

    fn passed(kind: &str, direction: &str, time: Option<&str>, words: Option<&str>) -> Interaction {
        let value = serde_json::json!({"kind": kind, "direction": direction, "time": time, "excerpt": words});
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn marks_as_people_read_them() {
        let messages = (0..14).map(|n| {
            let time = format!("{}-01-01", 2021 + n / 3);
            passed("message", "received", Some(&time), None)
        });
        let reply = passed(
            "reply",
            "given",
            Some("2026-03-02"),
            Some("We hired our first two people by asking the ones we had, and it worked"),
        );
        let history = Tally::of(&messages.chain([reply]).collect::<Vec<_>>());
        let likes = Tally::of(&[
            passed("reaction", "given", None, Some("On fog")),
            passed("connection", "given", Some("2026-01-01"), None),
        ]);
        let text = Text::english();
        let in_need = Summary {
            need: Some("a Rust mentor".into()),
            ..summary(Some("met in Oslo"), history.clone())
        };
        let marks = [
            mark(
                Some(&summary(Some("met in Oslo"), Tally::default())),
                false,
                &text,
                NOW,
            ),
            mark(
                Some(&summary(Some("met in Oslo"), history.clone())),
                false,
                &text,
                NOW,
            ),
            mark(Some(&summary(None, history)), false, &text, NOW),
            mark(Some(&in_need), false, &text, NOW),
            mark(Some(&summary(None, likes.clone())), false, &text, NOW),
            mark(
                Some(&summary(Some("met in Oslo"), likes)),
                false,
                &text,
                NOW,
            ),
            mark(Some(&summary(None, Tally::default())), false, &text, NOW),
            mark(None, true, &text, NOW),
        ];
        insta::assert_debug_snapshot!(marks.map(|m| (m.text, m.full, m.known, m.hold)));
    }

    #[test]
    fn every_exchange_has_its_words() {
        use Direction::*;
        use Kind::*;
        let text = Text::english();
        for kind in [
            Comment,
            Reply,
            Message,
            Share,
            Introduction,
            Help,
            Endorsement,
            Reaction,
            Mention,
            Meeting,
            Connection,
        ] {
            for direction in [Given, Received, Mutual] {
                for network in [None, Some(Network::X)] {
                    assert!(
                        text.has(exchange_key(kind, direction, network)),
                        "{kind:?} {direction:?}"
                    );
                    assert!(!heading(kind, direction, network, &text).is_empty());
                }
            }
        }
    }
}
