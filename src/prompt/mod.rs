//! What could you give first? Asked once, while a press to connect is held.
//!
//! - [`hold`]: whether a press is held at all
//! - [`way`]: what could be given, and the words to begin with
//! - [`card`]: what the user reads and may choose
//! - [`limit`]: how long an answer may be
//! - [`outcome`]: what a choice writes down

pub mod card;
pub mod hold;
pub mod limit;
pub mod outcome;
pub mod way;

pub use card::{Choice, PromptView};
pub use hold::{Mute, Mutes, holds};
pub use outcome::{Outcome, Outcomes};
pub use way::Way;
