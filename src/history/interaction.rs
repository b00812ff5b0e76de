//! Something that passed between the user and a person.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Moment;
use crate::people::Network;

/// What kind of thing passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // DESIGN's words, each its own explanation
pub enum Kind {
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
    /// Also a follow, given or received.
    Connection,
}

impl Kind {
    /// Whether giving it took some care: then it is a gift.
    pub fn takes_care(self) -> bool {
        !matches!(
            self,
            Kind::Reaction | Kind::Mention | Kind::Meeting | Kind::Connection
        )
    }
}

/// Which way it passed, seen from the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the user.
    Given,
    /// To the user.
    Received,
    /// Both at once, such as a meeting.
    Mutual,
}

/// How Kith came to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Typed by the user.
    Typed,
    /// Seen on a page as the user did it.
    Observed,
    /// Read from an archive.
    Imported,
}

/// Something that passed between the user and a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interaction {
    /// What kind of thing passed.
    pub kind: Kind,
    /// Which way.
    pub direction: Direction,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Moment>,
    /// On which network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
    /// The address or urn where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Its first words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// How Kith came to know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The import that brought it, by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<String>,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Interaction {
    /// Its time for ordering; what has no time counts as the oldest.
    pub fn ms(&self) -> i64 {
        self.time.map_or(i64::MIN, Moment::ms)
    }

    /// Whether two tell of the same event, whatever brought them.
    pub fn same_event(&self, other: &Interaction) -> bool {
        self.ms() == other.ms()
            && self.kind == other.kind
            && self.direction == other.direction
            && self.network == other.network
            && self.place == other.place
            && self.excerpt == other.excerpt
    }
}
