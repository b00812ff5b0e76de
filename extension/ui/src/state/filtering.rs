//! Which part of a history is shown.

use kith::history::{Direction, Kind};
use kith::people::Network;
use kith::protocol::Filter;

/// Every kind, with the end of its message key, in the order of a list.
pub const ALL_KINDS: [(Kind, &str); 11] = [
    (Kind::Message, "Message"),
    (Kind::Comment, "Comment"),
    (Kind::Reply, "Reply"),
    (Kind::Help, "Help"),
    (Kind::Introduction, "Introduction"),
    (Kind::Share, "Share"),
    (Kind::Endorsement, "Endorsement"),
    (Kind::Reaction, "Reaction"),
    (Kind::Mention, "Mention"),
    (Kind::Meeting, "Meeting"),
    (Kind::Connection, "Connection"),
];

/// What a list of choices says, as an option's value: the place in the list, or nothing for all.
pub fn kind_at(value: &str) -> Option<Kind> {
    let at = value.parse::<usize>().ok()?;
    ALL_KINDS.get(at).map(|(kind, _)| *kind)
}

/// The same for directions.
pub fn direction_at(value: &str) -> Option<Direction> {
    let at = value.parse::<usize>().ok()?;
    super::DIRECTIONS.get(at).map(|(direction, ..)| *direction)
}

/// The same for networks, by their words.
pub fn network_of(value: &str) -> Option<Network> {
    Network::from_word(value)
}

/// Whether everything is shown.
pub fn shows_all(filter: &Filter) -> bool {
    *filter == Filter::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::say;

    #[test]
    fn values_lead_back_to_what_they_stand_for() {
        assert_eq!(kind_at("0"), Some(Kind::Message));
        assert_eq!(kind_at(""), None);
        assert_eq!(direction_at("1"), Some(Direction::Received));
        assert_eq!(network_of("x"), Some(Network::X));
        for (_, word) in ALL_KINDS {
            let key = format!("kind{word}");
            assert_ne!(say(&key), key);
        }
    }
}
