//! The policy: when a press to connect is held, and what silences it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::history::{Moment, Summary, Tally};
use crate::people::Network;
use crate::text::Now;

/// So many gifts, and somebody is a friend: nobody asks what to give first.
const KNOWN_WELL: u32 = 5;

/// What the user silenced for everybody; what is silenced for one person stands with that person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mutes {
    /// The day on which nothing is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Moment>,
    /// Sites, by their networks' words.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub sites: BTreeSet<String>,
}

impl Mutes {
    /// Whether nothing is silenced.
    pub fn is_empty(&self) -> bool {
        *self == Mutes::default()
    }

    /// Whether it is silent on this day.
    pub fn today(&self, now: Now) -> bool {
        self.today == Some(now.day())
    }
}

/// Something silenced: the prompt alone, never the marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export_to = "protocol.ts")]
pub enum Mute {
    /// For one person.
    Person {
        /// As in `person`.
        who: String,
    },
    /// For the rest of the day.
    Today,
    /// On one site.
    Site {
        /// The site's word, such as `x`.
        site: String,
    },
    /// Nothing is written down by itself about somebody whom the user deleted.
    Forgotten {
        /// One account of theirs, as in `person`.
        who: String,
    },
}

/// Whether a press to connect with somebody is held; a stranger has no summary.
pub fn holds(summary: Option<&Summary>, mutes: &Mutes, network: Network, now: Now) -> bool {
    let silent = mutes.today(now) || mutes.sites.contains(network.word());
    let known_well = |s: &Summary| s.muted || s.tally.connected || given(&s.tally, now);
    !silent && !summary.is_some_and(known_well)
}

/// Whether something was given in the last twelve months, or often enough ever.
fn given(tally: &Tally, now: Now) -> bool {
    let lately = tally.gift.is_some_and(|m| m.ms() >= now.a_year_ago().ms());
    lately || tally.gifts >= KNOWN_WELL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Direction, Interaction, Kind};
    use serde_json::Map;

    /// Wednesday, 25 November 2026, 00:30 in Oslo; still Tuesday in London.
    const OSLO: Now = Now {
        ms: 1_795_563_000_000,
        ahead: 60,
    };

    fn passed(kind: Kind, direction: Direction, time: Option<&str>) -> Interaction {
        Interaction {
            kind,
            direction,
            time: time.map(|t| t.parse().unwrap()),
            network: None,
            place: None,
            excerpt: None,
            source: None,
            import: None,
            extra: Map::new(),
        }
    }

    fn known(history: &[Interaction]) -> Summary {
        let mut tally = Tally::default();
        history.iter().for_each(|i| tally.count(i));
        Summary {
            person: "p".into(),
            name: "Ana".into(),
            handle: None,
            id: None,
            line: None,
            need: None,
            muted: false,
            tally,
        }
    }

    fn held(history: &[Interaction]) -> bool {
        holds(Some(&known(history)), &Mutes::default(), Network::X, OSLO)
    }

    const LATELY: Option<&str> = Some("2026-03-02");
    const LONG_AGO: Option<&str> = Some("2024-03-02");

    #[test]
    fn a_stranger_is_held() {
        assert!(holds(None, &Mutes::default(), Network::X, OSLO));
        assert!(held(&[]));
    }

    #[test]
    fn a_gift_in_the_last_twelve_months_is_enough() {
        let gift = |time| held(&[passed(Kind::Help, Direction::Given, Some(time))]);
        assert!(!gift("2026-03-02"));
        assert!(!gift("2025-11-25"));
        assert!(gift("2025-11-24"));
    }

    #[test]
    fn five_gifts_ever_are_enough() {
        let gifts = |n| vec![passed(Kind::Reply, Direction::Given, LONG_AGO); n];
        assert!(held(&gifts(4)));
        assert!(!held(&gifts(5)));
        assert!(!held(&vec![passed(Kind::Share, Direction::Given, None); 5]));
    }

    #[test]
    fn only_what_took_some_care_is_a_gift() {
        for kind in [Kind::Reaction, Kind::Mention] {
            assert!(held(&vec![passed(kind, Direction::Given, LATELY); 9]));
        }
        for kind in [
            Kind::Help,
            Kind::Introduction,
            Kind::Share,
            Kind::Endorsement,
            Kind::Comment,
            Kind::Reply,
            Kind::Message,
        ] {
            assert!(!held(&[passed(kind, Direction::Given, LATELY)]), "{kind:?}");
        }
    }

    #[test]
    fn what_they_gave_you_does_not_count() {
        assert!(held(&vec![
            passed(Kind::Help, Direction::Received, LATELY);
            9
        ]));
    }

    #[test]
    fn somebody_you_have_connected_with_is_not_held() {
        for direction in [Direction::Given, Direction::Mutual] {
            assert!(!held(&[passed(Kind::Connection, direction, LONG_AGO)]));
        }
        assert!(held(&[passed(
            Kind::Connection,
            Direction::Received,
            LATELY
        )]));
    }

    #[test]
    fn mutes_are_kept_to() {
        let muted = Summary {
            muted: true,
            ..known(&[])
        };
        assert!(!holds(Some(&muted), &Mutes::default(), Network::X, OSLO));
        let day = |day: &str| Mutes {
            today: Some(day.parse().unwrap()),
            ..Mutes::default()
        };
        assert!(!holds(None, &day("2026-11-25"), Network::X, OSLO));
        assert!(holds(None, &day("2026-11-24"), Network::X, OSLO));
        let site = Mutes {
            sites: ["x".to_owned()].into(),
            ..Mutes::default()
        };
        assert!(!holds(None, &site, Network::X, OSLO));
        assert!(holds(None, &site, Network::Linkedin, OSLO));
    }
}
