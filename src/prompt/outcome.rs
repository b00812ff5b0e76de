//! What became of the prompts: kept for the user's own review, and counted against nobody.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::history::Moment;

/// As many are kept; the oldest goes first.
const KEPT: usize = 1000;
/// After so many *connect anyway* in a row, silence for the day is offered first.
const IN_A_ROW: usize = 3;

/// What became of one prompt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// When.
    pub time: Moment,
    /// Whom it was about, as `x:anar#900123`.
    pub who: String,
    /// Their name.
    pub name: String,
    /// The choice's word: `pass`, `leave`, or a way's.
    pub chosen: String,
}

/// The outcomes that are kept, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcomes {
    /// One after the other.
    pub items: Vec<Outcome>,
}

impl Outcomes {
    /// Adds one.
    pub fn add(&mut self, outcome: Outcome) {
        self.items.push(outcome);
        self.cut();
    }

    /// Lets the oldest go where there are too many.
    pub fn cut(&mut self) {
        let over = self.items.len().saturating_sub(KEPT);
        self.items.drain(..over);
    }

    /// Whether the user has connected anyway so often that being asked seems to be of no use today.
    pub fn in_the_way(&self) -> bool {
        let last = self.items.iter().rev().take(IN_A_ROW);
        let passed = last.filter(|o| o.chosen == Choice::Pass.word());
        passed.count() == IN_A_ROW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(chosen: &[&str]) -> Outcomes {
        let mut outcomes = Outcomes::default();
        for chosen in chosen {
            outcomes.add(Outcome {
                time: Moment::from_ms(0),
                who: "x:a".into(),
                name: "A".into(),
                chosen: (*chosen).into(),
            });
        }
        outcomes
    }

    #[test]
    fn three_in_a_row() {
        assert!(!outcomes(&["pass", "pass"]).in_the_way());
        assert!(outcomes(&["leave", "pass", "pass", "pass"]).in_the_way());
        assert!(!outcomes(&["pass", "pass", "pass", "need"]).in_the_way());
        assert!(!outcomes(&["pass", "leave", "pass", "pass"]).in_the_way());
    }

    #[test]
    fn not_more_than_anybody_reads() {
        let many = outcomes(&["pass"; KEPT + 7]);
        assert_eq!(many.items.len(), KEPT);
    }
}
