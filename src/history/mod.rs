//! What passed between the user and a person, and what the user wrote down.

pub mod block;
mod excerpt;
mod former;
mod interaction;
mod moment;
mod note;
mod packed;
pub mod post;
mod summary;
mod tally;

pub use block::{Block, BlockInfo, Blocks};
pub use excerpt::excerpt;
pub use former::{Former, former, once_said, rewrite};
pub use interaction::{Direction, Interaction, Kind, Source};
pub use moment::Moment;
pub use note::{Need, Note, Promise, foremost, open_need};
pub use summary::{Summary, one_line, summaries};
pub use tally::{Last, Tally, Telling, Year};
