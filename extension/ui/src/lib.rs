//! The views of Kith: popup, panel, dashboard, welcome page.
//!
//! What a view has to decide stands in [`state`], plain structs that are tested natively. Components only draw, and exist
//! only in a browser. They keep nothing that could be saved over newer data: all they know they ask the background.

pub mod state;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod bridge;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{mount_dashboard, mount_panel, mount_popup, mount_welcome};
