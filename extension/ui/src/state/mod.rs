//! What the views decide, without a browser.

mod draft;
mod exporting;
mod finding;
mod importing;
mod passed;
mod place;
mod shown;
mod sites;

pub use draft::Draft;
pub use exporting::{Exported, Unreadable, file_name};
pub use finding::{Finding, Step};
pub use importing::{Importing, Progress, Stage};
pub use passed::{Choosing, DIRECTIONS, KINDS};
pub use place::host;
pub use shown::Shown;
pub use sites::{MODES, SITES, Site, mode_of, word};
