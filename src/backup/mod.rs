//! Kith's own file: one JSON document in which each person is one line. `docs/backup-format.md` describes it.
//!
//! Out: [`write`](mod@write) makes it part by part. In: [`split`] cuts it into elements as the bytes come, [`read`] makes people of
//! them and lists what it had to leave out, `merge` brings them together with what is there, [`undo`] takes that back.

pub mod element;
pub mod import;
mod merge;
pub mod read;
pub mod split;
pub mod undo;
pub mod write;

/// The version of the file's form that this Kith writes; a file that says more was written by a newer one.
pub const VERSION: u64 = 1;

/// A short name for a piece of text that has no key of its own (FNV-1a, 64 bits, in hexadecimal).
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", hash(text))
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
