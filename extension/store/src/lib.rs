//! The browser's store, for the two modules that write to it: the background's and the import worker's.

#![deny(missing_docs)]

pub mod database;
pub mod lock;
mod records;
