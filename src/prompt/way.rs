//! Ways: what could be given, and the words to begin with. None is ever sent by Kith.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

use super::limit::fit;
use crate::history::{one_line, open_need};
use crate::people::{Network, Person};
use crate::text::Text;

/// As many as a card offers.
const OFFERED: usize = 3;
/// How much of a need a row of the card says, in characters.
const ROW: usize = 60;

/// One thing that could be given first. Resources of the user's shelf and people who could help will be ways of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export_to = "protocol.ts")]
pub enum Way {
    /// Help with what they are dealing with.
    Need {
        /// What it is.
        text: String,
    },
    /// Answer the post from which the press came.
    Answer {
        /// Its address.
        post: String,
    },
    /// Look for something to answer.
    Read,
    /// Write down why.
    Why,
}

impl Way {
    /// Its word, for the record.
    pub fn word(&self) -> &'static str {
        match self {
            Way::Need { .. } => "need",
            Way::Answer { .. } => "answer",
            Way::Read => "read",
            Way::Why => "why",
        }
    }

    /// What the card says.
    pub fn said(&self, text: &Text) -> String {
        match self {
            Way::Need { text: need } => text.say("wayNeed", &[("need", &cut(need, ROW))]),
            Way::Answer { .. } => text.say("wayAnswer", &[]),
            Way::Read => text.say("wayRead", &[]),
            Way::Why => text.say("wayWhy", &[]),
        }
    }

    /// Words to begin with: the user's own on the need, or on why they care. Notes are not for others' eyes and stay out.
    /// Never longer than the site allows; nothing where there is nothing to send.
    pub fn draft(
        &self,
        name: &str,
        person: Option<&Person>,
        network: Network,
        text: &Text,
    ) -> Option<String> {
        let first = name.split_whitespace().next().unwrap_or(name);
        let said = match self {
            Way::Need { text: need } => {
                text.say("draftNeed", &[("name", first), ("need", &one_line(need))])
            }
            Way::Answer { .. } | Way::Read => {
                match person.and_then(|p| p.why.as_deref()).map(one_line) {
                    Some(why) => text.say("draftWhy", &[("name", first), ("why", &why)]),
                    None => text.say("draftGreeting", &[("name", first)]),
                }
            }
            Way::Why => return None,
        };
        Some(fit(network, &said))
    }
}

/// The ways for somebody, best first: their open need, the post in view, and what is true of a stranger.
pub fn ways(person: Option<&Person>, post: Option<&str>) -> Vec<Way> {
    let need = person.and_then(|p| open_need(&p.needs));
    let need = need.map(|n| Way::Need {
        text: n.text.clone(),
    });
    let reading = match post {
        Some(post) => Way::Answer {
            post: post.to_owned(),
        },
        None => Way::Read,
    };
    let why = person.is_none_or(|p| p.why.is_none()).then_some(Way::Why);
    let all = need.into_iter().chain([reading]).chain(why);
    all.take(OFFERED).collect()
}

/// A text of at most so many characters, cut between those that are read as one.
pub fn cut(text: &str, longest: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= longest {
        return line;
    }
    let mut short = String::new();
    for grapheme in line.graphemes(true) {
        if short.chars().count() + grapheme.chars().count() >= longest {
            break;
        }
        short.push_str(grapheme);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::limit::weigh;

    fn ana() -> Person {
        let mut ana = Person::new("p1".into(), "Ana Ruiz".into(), 0);
        ana.needs = serde_json::from_value(serde_json::json!([
            {"text": "an old one", "time": "2025-01-01"},
            {"text": "a Rust mentor for a junior team", "time": "2026-03-02"},
            {"text": "met long ago", "time": "2026-09-02", "met": true},
        ]))
        .unwrap();
        ana
    }

    fn words(ways: &[Way]) -> Vec<&str> {
        ways.iter().map(Way::word).collect()
    }

    #[test]
    fn the_need_comes_first_then_the_post_then_what_is_true_of_a_stranger() {
        let ana = ana();
        let post = Some("https://x.com/anar/status/1");
        assert_eq!(words(&ways(Some(&ana), post)), ["need", "answer", "why"]);
        assert_eq!(words(&ways(Some(&ana), None)), ["need", "read", "why"]);
        assert_eq!(words(&ways(None, post)), ["answer", "why"]);
        assert_eq!(words(&ways(None, None)), ["read", "why"]);
        let known = Person {
            why: Some("we build the same kind of thing".into()),
            needs: Vec::new(),
            ..ana
        };
        assert_eq!(words(&ways(Some(&known), None)), ["read"]);
    }

    #[test]
    fn the_newest_open_need_counts() {
        assert_eq!(
            ways(Some(&ana()), None)[0],
            Way::Need {
                text: "a Rust mentor for a junior team".into()
            }
        );
    }

    #[test]
    fn drafts_are_in_the_users_own_words_and_fit() {
        let text = Text::english();
        let mut ana = ana();
        ana.notes = serde_json::from_value(serde_json::json!([{"text": "a secret"}])).unwrap();
        let draft = |way: &Way, ana: &Person| way.draft("Ana Ruiz", Some(ana), Network::X, &text);
        let all = ways(Some(&ana), None);
        insta::assert_debug_snapshot!(
            all.iter()
                .map(|w| (w.said(&text), draft(w, &ana)))
                .collect::<Vec<_>>()
        );
        ana.why = Some("we build the same kind of thing".into());
        insta::assert_debug_snapshot!(draft(&Way::Read, &ana));
        let long = Way::Need {
            text: "word ".repeat(200),
        };
        assert!(weigh(Network::X, &draft(&long, &ana).unwrap()) <= 280);
        assert!(long.said(&text).chars().count() < 100);
    }
}
