//! What the views decide, without a browser.

mod answered;
mod draft;
mod exporting;
mod filtering;
mod finding;
mod importing;
mod labelling;
mod passed;
mod place;
mod plot;
mod shown;
mod sites;

pub use answered::person_in;
pub use draft::Draft;
pub use exporting::{Exported, Unreadable, file_name};
pub use filtering::{ALL_KINDS, direction_at, kind_at, network_of, shows_all};
pub use finding::{Finding, Step};
pub use importing::{Importing, Progress, Stage};
pub use labelling::label_at;
pub use passed::{Choosing, DIRECTIONS, KINDS};
pub use place::host;
pub use plot::{Bars, HEIGHT, WIDTH, bars};
pub use shown::Shown;
pub use sites::{MODES, SITES, Site, mode_of, word};
