//! What a summary says of a history that is too long to read: the last exchange each way, and how many messages.

use serde::{Deserialize, Serialize};

use super::{Direction, Interaction, Kind, Moment};
use crate::people::Network;

/// The last exchange in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Last {
    /// What it was.
    pub kind: Kind,
    /// Which way it passed.
    pub direction: Direction,
    /// When.
    pub time: Moment,
    /// Where, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
}

/// What tells most of a history, in few words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Telling {
    /// What it was.
    pub kind: Kind,
    /// Which way it passed.
    pub direction: Direction,
    /// When, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Moment>,
    /// Where, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
    /// The beginning of what was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Telling {
    fn of(interaction: &Interaction) -> Telling {
        Telling {
            kind: interaction.kind,
            direction: interaction.direction,
            time: interaction.time,
            network: interaction.network,
            words: interaction.excerpt.as_deref().map(beginning),
        }
    }

    /// What was said tells more than a like, a like more than a follow; of the same weight the latest.
    fn weight(&self) -> (u8, i64, Direction, Kind, Option<&str>) {
        let weight = match self.kind {
            Kind::Connection => 0,
            Kind::Reaction => 1,
            _ => 2,
        };
        let ms = self.time.map_or(i64::MIN, Moment::ms);
        (weight, ms, self.direction, self.kind, self.words.as_deref())
    }
}

/// So many characters of what was said stand in a mark.
const BEGINNING: usize = 40;

/// The first whole words, without the names that an answer begins with.
fn beginning(text: &str) -> String {
    let mut text = text;
    while let Some((word, rest)) = text.split_once(' ')
        && word.len() > 1
        && word.starts_with('@')
    {
        text = rest.trim_start();
    }
    let Some((end, _)) = text.char_indices().nth(BEGINNING) else {
        return text.to_owned();
    };
    let short = &text[..end];
    let word = short.rfind(char::is_whitespace).filter(|at| *at > 0);
    format!("{}…", short[..word.unwrap_or(end)].trim_end())
}

/// How much passed in a year, each way: for the picture of an exchange over the years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// Which.
    pub year: i16,
    /// From the user.
    pub given: u32,
    /// To the user.
    pub received: u32,
    /// Both at once.
    pub mutual: u32,
}

/// Kept with the person and changed with each interaction, so that nobody reads the blocks to know it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// The last one given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Last>,
    /// The last one received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Last>,
    /// The last mutual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mutual: Option<Last>,
    /// What tells most of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telling: Option<Telling>,
    /// How many messages passed, either way.
    #[serde(default)]
    pub messages: u32,
    /// When the first of them did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
    /// How many gifts there were: what was given and took some care.
    #[serde(default)]
    pub gifts: u32,
    /// When the last of them was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift: Option<Moment>,
    /// Whether the user has connected with them, or asked to.
    #[serde(default)]
    pub connected: bool,
    /// How many interactions there are in all.
    #[serde(default)]
    pub total: u32,
    /// Year by year, those in which something passed. Summaries leave them out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<Year>,
}

impl Tally {
    /// Sums up a history.
    pub fn of<'a>(history: impl IntoIterator<Item = &'a Interaction>) -> Tally {
        let mut tally = Tally::default();
        history.into_iter().for_each(|i| tally.count(i));
        tally
    }

    /// Counts one interaction more.
    pub fn count(&mut self, interaction: &Interaction) {
        self.total += 1;
        self.tell(interaction);
        if interaction.kind == Kind::Message {
            self.messages += 1;
            if let Some(time) = interaction.time
                && self.since.is_none_or(|s| time.ms() < s.ms())
            {
                self.since = Some(time);
            }
        }
        if interaction.direction == Direction::Given && interaction.kind.takes_care() {
            self.gifts += 1;
            let later = |g: Moment| interaction.time.is_some_and(|t| t.ms() > g.ms());
            if self.gift.is_none_or(later) {
                self.gift = interaction.time;
            }
        }
        self.connected |=
            interaction.kind == Kind::Connection && interaction.direction != Direction::Received;
        let Some(time) = interaction.time else { return };
        self.count_year(time.year(), interaction.direction);
        let last = match interaction.direction {
            Direction::Given => &mut self.given,
            Direction::Received => &mut self.received,
            Direction::Mutual => &mut self.mutual,
        };
        // That somebody is followed says least: it stands only where nothing else passed.
        let weight = |kind: Kind, time: Moment| (kind != Kind::Connection, time.ms());
        let new = weight(interaction.kind, time);
        if last.is_none_or(|l| new >= weight(l.kind, l.time)) {
            *last = Some(Last {
                kind: interaction.kind,
                direction: interaction.direction,
                time,
                network: interaction.network,
            });
        }
    }

    fn tell(&mut self, interaction: &Interaction) {
        let lightest = |told: &Telling| {
            told.weight().0 > 1 && interaction.time.map_or(i64::MIN, Moment::ms) < told.weight().1
        };
        if self.telling.as_ref().is_some_and(lightest) {
            return; // most of a long history: nothing is copied
        }
        let new = Telling::of(interaction);
        if self
            .telling
            .as_ref()
            .is_none_or(|told| new.weight() > told.weight())
        {
            self.telling = Some(new);
        }
    }

    fn count_year(&mut self, year: i16, direction: Direction) {
        let at = self.years.partition_point(|y| y.year < year);
        if self.years.get(at).is_none_or(|y| y.year != year) {
            let new = Year {
                year,
                ..Year::default()
            };
            self.years.insert(at, new);
        }
        let year = &mut self.years[at];
        match direction {
            Direction::Given => year.given += 1,
            Direction::Received => year.received += 1,
            Direction::Mutual => year.mutual += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(kind: &str, direction: &str, time: Option<&str>) -> Interaction {
        serde_json::from_value(
            serde_json::json!({"kind": kind, "direction": direction, "time": time}),
        )
        .unwrap()
    }

    #[test]
    fn a_connection_says_least() {
        let history = [
            passed("connection", "given", Some("2026-11-01")),
            passed("reply", "given", Some("2026-03-02")),
        ];
        let there = Tally::of(&history);
        let back = Tally::of(history.iter().rev());
        assert_eq!(there, back);
        assert_eq!(there.given.unwrap().kind, Kind::Reply);
        let alone = Tally::of(&history[..1]);
        assert_eq!(alone.given.unwrap().kind, Kind::Connection);
    }

    #[test]
    fn years_stand_in_order() {
        let tally = Tally::of(&[
            passed("reply", "given", Some("2026-03-02")),
            passed("message", "received", Some("2021-03-02")),
            passed("reply", "given", Some("2026-03-03")),
            passed("reply", "given", None),
        ]);
        let years: Vec<_> = tally
            .years
            .iter()
            .map(|y| (y.year, y.given, y.received))
            .collect();
        assert_eq!(years, [(2021, 0, 1), (2026, 2, 0)]);
    }

    #[test]
    fn gifts_are_counted_and_dated() {
        let tally = Tally::of(&[
            passed("help", "given", Some("2025-01-01")),
            passed("share", "given", None),
            passed("reaction", "given", Some("2026-01-01")),
            passed("help", "received", Some("2026-01-01")),
        ]);
        assert_eq!(tally.gifts, 2);
        assert_eq!(tally.gift, Some("2025-01-01".parse().unwrap()));
        assert!(!tally.connected);
    }
}
