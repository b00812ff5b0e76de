//! What the user says has passed: a kind and a direction, each by one key.

use kith::history::{Direction, Kind};
use kith::protocol::Passed;

/// The kinds that can be typed, each with its key. Number keys give labels.
pub const KINDS: [(Kind, &str, char); 9] = [
    (Kind::Help, "Help", 'H'),
    (Kind::Introduction, "Introduction", 'I'),
    (Kind::Message, "Message", 'M'),
    (Kind::Reply, "Reply", 'R'),
    (Kind::Comment, "Comment", 'C'),
    (Kind::Share, "Share", 'S'),
    (Kind::Endorsement, "Endorsement", 'E'),
    (Kind::Reaction, "Reaction", 'L'),
    (Kind::Meeting, "Meeting", 'P'),
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
        let letter = code.strip_prefix("Key").and_then(|k| k.chars().next());
        if let Some((kind, ..)) = KINDS.iter().find(|(_, _, key)| Some(*key) == letter) {
            self.kind(*kind);
            return true;
        }
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
        assert_eq!(after(&["KeyH"]), passed(Kind::Help, Direction::Given));
        assert_eq!(after(&["KeyP"]), passed(Kind::Meeting, Direction::Mutual));
        assert_eq!(
            after(&["KeyI", "KeyT"]),
            passed(Kind::Introduction, Direction::Received)
        );
        assert_eq!(after(&["KeyB"]), None);
        assert_eq!(after(&["KeyI", "KeyI"]), None);
        assert!(!Choosing::default().key("KeyQ"));
        assert!(!Choosing::default().key("Digit1"));
    }

    #[test]
    fn each_has_words() {
        let kinds = KINDS.map(|(_, word, _)| format!("kind{word}"));
        let directions = DIRECTIONS.map(|(_, word, _)| format!("direction{word}"));
        for key in kinds.iter().chain(&directions) {
            assert_ne!(&say(key), key);
        }
    }
}
