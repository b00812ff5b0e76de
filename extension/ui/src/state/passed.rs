//! What the user says has passed: a kind and a direction, each by one key.

use kith::history::{Direction, Kind};
use kith::protocol::Passed;

/// The kinds that can be typed, in the order of their keys, 1 to 9.
pub const KINDS: [(Kind, &str); 9] = [
    (Kind::Help, "Help"),
    (Kind::Introduction, "Introduction"),
    (Kind::Message, "Message"),
    (Kind::Reply, "Reply"),
    (Kind::Comment, "Comment"),
    (Kind::Share, "Share"),
    (Kind::Endorsement, "Endorsement"),
    (Kind::Reaction, "Reaction"),
    (Kind::Meeting, "Meeting"),
];

/// The directions, each with its key.
pub const DIRECTIONS: [(Direction, &str, char); 3] = [
    (Direction::Given, "Given", 'G'),
    (Direction::Received, "Received", 'T'),
    (Direction::Mutual, "Mutual", 'B'),
];

/// What is chosen; nothing as long as there is no kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    kind: Option<Kind>,
    direction: Option<Direction>,
}

impl Choosing {
    /// A press on a kind; on the chosen one it is taken back.
    pub fn kind(&mut self, kind: Kind) {
        self.kind = (self.kind != Some(kind)).then_some(kind);
    }

    /// A press on a direction.
    pub fn direction(&mut self, direction: Direction) {
        self.direction = Some(direction);
    }

    /// A key pressed together with Alt, as `KeyboardEvent.code` names it; whether it was one of ours.
    pub fn key(&mut self, code: &str) -> bool {
        // not of the number pad: there Alt and a number write a letter
        let digit = code.strip_prefix("Digit");
        let number = digit.and_then(|d| d.parse::<usize>().ok());
        if let Some((kind, _)) = number.and_then(|n| KINDS.get(n.checked_sub(1)?)) {
            self.kind(*kind);
            return true;
        }
        let letter = code.strip_prefix("Key").and_then(|k| k.chars().next());
        match DIRECTIONS.iter().find(|(_, _, key)| Some(*key) == letter) {
            Some((direction, ..)) => {
                self.direction(*direction);
                true
            }
            None => false,
        }
    }

    /// What passed. Where no direction was chosen, a meeting is of both, and the rest was given.
    pub fn passed(self) -> Option<Passed> {
        let kind = self.kind?;
        let usual = match kind {
            Kind::Meeting => Direction::Mutual,
            _ => Direction::Given,
        };
        Some(Passed {
            kind,
            direction: self.direction.unwrap_or(usual),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::say;

    fn after(codes: &[&str]) -> Option<Passed> {
        let mut choosing = Choosing::default();
        codes.iter().for_each(|code| assert!(choosing.key(code)));
        choosing.passed()
    }

    #[test]
    fn one_key_each() {
        let passed = |kind, direction| Some(Passed { kind, direction });
        assert_eq!(after(&["Digit1"]), passed(Kind::Help, Direction::Given));
        assert_eq!(after(&["Digit9"]), passed(Kind::Meeting, Direction::Mutual));
        assert_eq!(
            after(&["Digit2", "KeyT"]),
            passed(Kind::Introduction, Direction::Received)
        );
        assert_eq!(after(&["KeyB"]), None);
        assert_eq!(after(&["Digit2", "Digit2"]), None);
        assert!(!Choosing::default().key("KeyQ"));
        assert!(!Choosing::default().key("Digit0"));
        assert!(!Choosing::default().key("Numpad1"));
    }

    #[test]
    fn each_has_words() {
        let kinds = KINDS.map(|(_, word)| format!("kind{word}"));
        let directions = DIRECTIONS.map(|(_, word, _)| format!("direction{word}"));
        for key in kinds.iter().chain(&directions) {
            assert_ne!(&say(key), key);
        }
    }
}
