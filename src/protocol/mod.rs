//! Every message, and the two pure halves of each ask.
//!
//! `reads` says what an ask needs, as far as it can be told from what was read so far; whoever holds the store reads
//! that and asks again, until nothing is missing. `decide` then answers and says what is to be written. Both are functions
//! of what they are given: a conversation can be logged and replayed (`tests/conversations`).

mod alike;
mod ask;
mod connect;
mod decide;
mod edit;
mod error;
mod link;
mod loose;
mod observe;
mod reads;
mod view;

pub use ask::{Answer, Ask, Filter, Passed};
pub use decide::{World, decide};
pub use error::Error;
pub use observe::{Did, KINDS, Noticed};
pub use reads::reads;
pub use view::{
    AlikeView, BinView, Found, ImportView, Item, LabelView, MuteView, NeedView, OpenView,
    OutcomeView, PersonView, ProfileView, PromiseView, Told, WasView, YearView,
};

use crate::store::{Records, Wants};

/// What an ask still needs to be read.
pub fn wants(ask: &Ask, records: &Records) -> Wants {
    let mut reading = crate::store::Reading::new(records);
    reads(ask, &mut reading);
    reading.wants()
}
