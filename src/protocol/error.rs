//! Why an ask was not done, as a sentence that says what happened, what was kept and what to do.

use crate::text::Text;

/// Why an ask was not done.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// The message is none that this Kith knows.
    #[error("not an ask: {0}")]
    Malformed(String),
    /// Whom it is about cannot be told.
    #[error("nobody is meant by {0:?}")]
    Nobody(String),
    /// A person's key that is not in the store any more.
    #[error("no person has the key {0}")]
    Gone(String),
    /// A note without a word in it.
    #[error("an empty note")]
    Empty,
    /// The store was written by a newer Kith.
    #[error("the store is of version {0}")]
    Newer(u32),
    /// The disk or the browser's quota is full.
    #[error("no room: {0}")]
    Full(String),
    /// The database could not be opened, read or written.
    #[error("the store failed: {0}")]
    Store(String),
    /// What was meant is not there any more, or was changed since.
    #[error("no such piece")]
    NoPiece,
    /// Somebody was to be linked with themselves.
    #[error("the same person")]
    Same,
    /// A day that is none.
    #[error("no day: {0}")]
    NoDay(String),
    /// An import that is not there, or whose undo was used up.
    #[error("no import {0}")]
    NoImport(String),
}

impl Error {
    /// The sentence for the user.
    pub fn say(&self, text: &Text) -> String {
        let shown = self.to_string();
        let why = [("why", &*shown)];
        match self {
            Error::Malformed(_) => text.say("errorMalformed", &why),
            Error::Nobody(_) => text.say("errorNobody", &why),
            Error::Gone(_) => text.say("errorGone", &[]),
            Error::Empty => text.say("errorEmpty", &[]),
            Error::Newer(_) => text.say("errorNewer", &[]),
            Error::Full(_) => text.say("errorFull", &[]),
            Error::Store(_) => text.say("errorStore", &why),
            Error::NoPiece => text.say("errorNoPiece", &[]),
            Error::Same => text.say("errorSame", &[]),
            Error::NoDay(_) => text.say("errorNoDay", &[]),
            Error::NoImport(_) => text.say("errorNoImport", &[]),
        }
    }
}
