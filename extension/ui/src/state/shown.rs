//! How much of a long list is drawn.

/// How many rows stand there at first.
const FIRST: usize = 20;
/// How many more come at a press.
const STEP: usize = 50;

/// The rows drawn of those at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    rows: usize,
}

impl Default for Shown {
    fn default() -> Shown {
        Shown { rows: FIRST }
    }
}

impl Shown {
    /// How many of so many are drawn.
    pub fn of(self, at_hand: usize) -> usize {
        self.rows.min(at_hand)
    }

    /// A press for more. Says whether there are too few at hand, so that more must be asked for.
    pub fn more(&mut self, at_hand: usize) -> bool {
        self.rows = self.of(at_hand) + STEP;
        self.rows > at_hand
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_at_hand_comes_before_what_must_be_asked_for() {
        let mut shown = Shown::default();
        assert_eq!((shown.of(3), shown.of(600)), (3, 20));
        assert!(!shown.more(600));
        assert_eq!(shown.of(600), 70);
        assert!(shown.more(100));
        assert_eq!(shown.of(100), 100);
    }
}
