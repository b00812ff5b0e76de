//! What Kith knows and decides.
//!
//! Kith reminds its user, beside each name on a page, of what has passed between them and that person. This library
//! holds all of its knowledge and none of its surroundings: no browser type, no clock, no random number of its own. What
//! it needs of the world is handed to it, and what it answers is a function of that.
//!
//! - [`people`]: who somebody is, and the exact keys that tie a sighting to them
//! - [`history`]: interactions, notes, needs and promises; blocks and summaries
//! - [`mark`]: what stands beside a name
//! - [`prompt`]: what could you give first? Asked while a press to connect is held
//! - [`search`]: finding people by words in any script
//! - [`backup`]: Kith's own file, in and out
//! - [`copy`]: copies to read, as a document or a table
//! - [`store`]: records, keys, versions; what is read and changed
//! - [`protocol`]: every message, and the two pure halves of each ask
//! - [`text`]: the words that Kith speaks, and dates as people say them

#![deny(missing_docs)]

pub mod archive;
pub mod backup;
pub mod copy;
pub mod dice;
pub mod history;
pub mod mark;
pub mod people;
pub mod prompt;
pub mod protocol;
pub mod search;
pub mod store;
pub mod text;
