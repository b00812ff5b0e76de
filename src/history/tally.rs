//! What a summary says of a history that is too long to read: the last exchange each way, and how many messages.

use serde::{Deserialize, Serialize};

use super::{Direction, Interaction, Kind, Moment};

/// The last exchange in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Last {
    /// What it was.
    pub kind: Kind,
    /// Which way it passed.
    pub direction: Direction,
    /// When.
    pub time: Moment,
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
    /// How many messages passed, either way.
    #[serde(default)]
    pub messages: u32,
    /// When the first of them did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
    /// How many interactions there are in all.
    #[serde(default)]
    pub total: u32,
}

impl Tally {
    /// Counts one interaction more.
    pub fn count(&mut self, interaction: &Interaction) {
        self.total += 1;
        if interaction.kind == Kind::Message {
            self.messages += 1;
            if let Some(time) = interaction.time
                && self.since.is_none_or(|s| time.ms() < s.ms())
            {
                self.since = Some(time);
            }
        }
        let Some(time) = interaction.time else { return };
        let last = match interaction.direction {
            Direction::Given => &mut self.given,
            Direction::Received => &mut self.received,
            Direction::Mutual => &mut self.mutual,
        };
        if last.is_none_or(|l| time.ms() >= l.time.ms()) {
            *last = Some(Last {
                kind: interaction.kind,
                direction: interaction.direction,
                time,
            });
        }
    }

    /// The last exchange in any direction.
    pub fn last(&self) -> Option<Last> {
        [self.given, self.received, self.mutual]
            .into_iter()
            .flatten()
            .max_by_key(|l| l.time.ms())
    }
}
