//! Older records made new: one chain of small steps, each from one version to the next. A step merges and renames; it
//! never drops what it does not know.

use serde_json::Value;

use super::{Key, SCHEMA};

/// Why a record cannot be read.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum Unreadable {
    /// Written by a newer Kith; left as it is.
    #[error("written by a newer Kith (version {0}, this one knows {SCHEMA})")]
    Newer(u32),
    /// Neither this version nor an older one.
    #[error("not in a known form: {0}")]
    Broken(String),
}

/// A step from one version to the next, for the record that stands at a key.
pub type Step = fn(&Key, Value) -> Value;

/// The steps so far: the first makes version 2 out of version 1.
pub const STEPS: &[Step] = &[];

/// A record of some version as the present one.
///
/// # Errors
/// Where it is newer than the steps reach, or of no version at all.
pub fn bring_up(
    key: &Key,
    version: u32,
    record: Value,
    steps: &[Step],
) -> Result<Value, Unreadable> {
    let newest = u32::try_from(steps.len())
        .unwrap_or(u32::MAX)
        .saturating_add(1);
    if version > newest {
        return Err(Unreadable::Newer(version));
    }
    let done = version
        .checked_sub(1)
        .ok_or_else(|| Unreadable::Broken("version 0".into()))?;
    Ok(steps
        .iter()
        .skip(done as usize)
        .fold(record, |record, step| step(key, record)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const CHAIN: &[Step] = &[
        |_, mut r| {
            r["name"] = r["nick"].take();
            r
        },
        |key, mut r| {
            if matches!(key, Key::Person(_)) {
                r["seen"] = json!(0);
            }
            r
        },
    ];

    #[test]
    fn the_chain_reaches_the_present_version() {
        assert_eq!(STEPS.len() + 1, SCHEMA as usize);
    }

    #[test]
    fn an_old_record_takes_every_step_that_it_lacks() {
        let key = Key::Person("p".into());
        let up = |v, r| bring_up(&key, v, r, CHAIN);
        assert_eq!(
            up(1, json!({"nick": "Ana"})),
            Ok(json!({"nick": null, "name": "Ana", "seen": 0}))
        );
        assert_eq!(
            up(2, json!({"name": "Ana"})),
            Ok(json!({"name": "Ana", "seen": 0}))
        );
        assert_eq!(up(3, json!({"name": "Ana"})), Ok(json!({"name": "Ana"})));
    }

    #[test]
    fn a_newer_record_is_refused() {
        let key = Key::Settings;
        assert_eq!(
            bring_up(&key, 4, json!({}), CHAIN),
            Err(Unreadable::Newer(4))
        );
        assert!(matches!(
            bring_up(&key, 0, json!({}), CHAIN),
            Err(Unreadable::Broken(_))
        ));
    }
}
