//! The little that the feed needs to know of a person, kept ready per profile.

use serde::{Deserialize, Serialize};

use super::{Tally, foremost, open_need};
use crate::people::{Alias, Person};

/// How much of a note the feed keeps at hand, in characters; the popup shows it whole.
pub const LINE: usize = 400;

/// One record per alias, read on every page; everything longer stays with the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Whose it is.
    pub person: String,
    /// Their name.
    pub name: String,
    /// The present handle of the profile, to notice a rename.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The permanent id of the profile, to notice a new owner of the handle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The foremost note, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// What they are dealing with, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// Whether nothing is asked before connecting with them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub muted: bool,
    /// What passed.
    #[serde(default)]
    pub tally: Tally,
}

/// The summaries of a person, one for each key under which a page may meet them.
pub fn summaries(person: &Person) -> impl Iterator<Item = (Alias, Summary)> + '_ {
    let line = foremost(&person.notes).map(|n| one_line(&n.text));
    let need = open_need(&person.needs).map(|n| one_line(&n.text));
    person.profiles.iter().flat_map(move |profile| {
        let summary = Summary {
            person: person.key.clone(),
            name: person.name.clone(),
            handle: profile.handle.clone(),
            id: profile.id.clone(),
            line: line.clone(),
            need: need.clone(),
            muted: person.is_muted(),
            tally: Tally {
                years: Vec::new(),
                ..person.tally.clone()
            },
        };
        profile
            .aliases()
            .map(move |alias| (alias, summary.clone()))
            .collect::<Vec<_>>()
    })
}

/// A note on one line and of bounded length, cut between characters as they are read.
pub fn one_line(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LINE {
        return line;
    }
    let mut cut: String = line
        .graphemes(true)
        .scan(0, |n, g| {
            *n += g.chars().count();
            (*n < LINE).then_some(g)
        })
        .collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_note_is_cut_between_characters_as_read() {
        let family = "👩‍👩‍👧‍👦".repeat(200);
        let cut = one_line(&family);
        assert!(cut.chars().count() <= LINE + 1);
        assert_eq!(cut.trim_end_matches('…').chars().count() % 7, 0);
        assert_eq!(one_line("a\n  b\t c "), "a b c");
    }
}
