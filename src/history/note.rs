//! What the user writes down about a person: notes, needs and promises.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Moment;

/// A dated line of text on a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What was written.
    pub text: String,
    /// When it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Moment>,
    /// Whether it stands before newer ones in the feed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// The address on which it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What a person is working on or struggling with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// In a few words.
    pub text: String,
    /// Since when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Moment>,
    /// Whether it has been met.
    #[serde(default)]
    pub met: bool,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Something the user said they would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// In a few words.
    pub text: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// Whether it was kept.
    #[serde(default)]
    pub kept: bool,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The note that the feed shows: the pinned one, or else the newest.
pub fn foremost(notes: &[Note]) -> Option<&Note> {
    let when = |n: &&Note| n.time.map_or(i64::MIN, Moment::ms);
    // `max_by_key` gives the last of equals, which is the one written last.
    let pinned = notes.iter().filter(|n| n.pinned).max_by_key(when);
    pinned.or_else(|| notes.iter().max_by_key(when))
}

/// The need that counts: of those not met the one known last.
pub fn open_need(needs: &[Need]) -> Option<&Need> {
    let open = needs.iter().filter(|n| !n.met);
    open.max_by_key(|n| n.time.map_or(i64::MIN, Moment::ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str, time: Option<&str>, pinned: bool) -> Note {
        Note {
            text: text.into(),
            time: time.map(|t| t.parse().unwrap()),
            pinned,
            place: None,
            extra: Map::new(),
        }
    }

    #[test]
    fn the_pinned_note_stands_before_newer_ones() {
        let notes = [
            note("old", Some("2025-01-01"), true),
            note("new", Some("2026-01-01"), false),
            note("undated", None, false),
        ];
        assert_eq!(foremost(&notes).unwrap().text, "old");
        assert_eq!(foremost(&notes[1..]).unwrap().text, "new");
        assert_eq!(foremost(&notes[2..]).unwrap().text, "undated");
        assert!(foremost(&[]).is_none());
    }
}
