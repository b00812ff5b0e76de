//! Something that passed between the user and a person.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Moment, once_said, post};
use crate::people::Network;

/// Within this time (ms), what is said alike was said once.
pub const AGAIN: u64 = 10 * 60 * 1000;

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

    /// Whether two tell of the same event, whatever brought them, and whatever the user has made of the words of this one since.
    pub fn same_event(&self, other: &Interaction) -> bool {
        let once = || {
            let said = other.excerpt.as_deref();
            said.is_some_and(|said| once_said(&self.extra, said))
        };
        self.ms() == other.ms()
            && self.kind == other.kind
            && self.direction == other.direction
            && self.network == other.network
            && self.place == other.place
            && (self.excerpt == other.excerpt || once())
    }

    /// Whether two tell of the same act, whenever they say it was: one connects once, and likes or passes on a post once, but may say many things on it.
    pub fn same_act(&self, other: &Interaction) -> bool {
        let place = |i: &Interaction| i.place.as_deref().map(post::key);
        let alike = self.kind == other.kind
            && self.direction == other.direction
            && self.network == other.network;
        alike
            && match self.kind {
                Kind::Connection => true,
                Kind::Reaction | Kind::Share if self.place.is_some() => place(self) == place(other),
                _ => place(self) == place(other) && self.excerpt == other.excerpt,
            }
    }

    /// Whether two are so near in time that what is said alike was said once.
    pub fn about_when(&self, other: &Interaction) -> bool {
        self.ms().saturating_sub(other.ms()).unsigned_abs() <= AGAIN
    }

    /// Whether an archive tells of what was seen on a page as it happened: at about the same time, and of the same act or in the same words.
    pub fn told_again(&self, other: &Interaction) -> bool {
        let sources = (self.source, other.source);
        let both = (Some(Source::Observed), Some(Source::Imported));
        let alike = self.kind == other.kind
            && self.direction == other.direction
            && self.network == other.network;
        let said = self.excerpt.is_some() && self.excerpt == other.excerpt;
        (sources == both || (sources.1, sources.0) == both)
            && alike
            && self.about_when(other)
            && (said || self.same_act(other))
    }
}
