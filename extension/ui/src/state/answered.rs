//! What an answer says of a person.

use kith::protocol::{Answer, PersonView};

/// The person as they are now, where the answer tells.
pub fn person_in(answer: Answer) -> Option<PersonView> {
    match answer {
        Answer::Person { person }
        | Answer::Note { person, .. }
        | Answer::Why { person, .. }
        | Answer::Label { person, .. }
        | Answer::Needs { person, .. }
        | Answer::Need { person, .. }
        | Answer::Promise { person, .. }
        | Answer::Kept { person, .. }
        | Answer::Name { person, .. }
        | Answer::Edit { person, .. }
        | Answer::Link { person, .. }
        | Answer::Unlink { person, .. }
        | Answer::Pin { person, .. } => Some(person),
        Answer::Delete { person, .. } => person,
        _ => None,
    }
}
