//! Who somebody is: people, their profiles, and the exact keys that tie a sighting to them.

pub mod address;
mod identify;
mod network;
mod person;
mod profile;
pub mod token;

pub use identify::{Met, identify, meet, teaches};
pub use network::Network;
pub use person::{
    COMPANY, ELSEWHERE, EMAIL, LABELS, MUTED, NAMED, NEEDING, POSITION, PROMISED, Person,
    elsewhere_word,
};
pub use profile::{Alias, Profile, Who};
