//! One person of Kith's own file alone: what the bin holds. Taking something out of it is bringing such an element in.

use std::collections::BTreeSet;

use serde_json::Value;

use super::merge::{self, Keys, Merge};
use super::read::{self, Incoming, LeftOut};
use crate::people::Alias;
use crate::protocol::World;
use crate::store::{Changes, Reading, Records};
use crate::text::Text;

fn incoming(element: &Value, text: &Text, left_out: &mut Vec<LeftOut>) -> Option<Incoming> {
    read::person(0, element.to_string().as_bytes(), text, left_out)
}

/// Needs whom the element means, and the blocks that its interactions belong to.
pub fn reads(element: &Value, r: &mut Reading) {
    if let Some(incoming) = incoming(element, &Text::english(), &mut Vec::new()) {
        merge::reads(&incoming, &Keys::default(), r);
    }
}

/// Brings it in. Gives back who it is here, whose aliases changed and what could not come, as sentences.
pub fn bring(
    element: &Value,
    records: &Records,
    changes: &mut Changes,
    world: &mut World,
) -> (String, BTreeSet<Alias>, Vec<String>) {
    let (mut left_out, mut keys) = (Vec::new(), Keys::default());
    let mut merge = Merge::new(records, &mut keys, None);
    if let Some(incoming) = incoming(element, world.text, &mut left_out) {
        merge.person(
            incoming,
            &mut world.dice,
            world.now.ms,
            world.text,
            &mut left_out,
        );
    }
    let (_, changed) = merge.finish(changes, world.now.ms);
    let key = element.get("key").and_then(Value::as_str);
    let who = key.map(|key| merge::meant(&key.to_owned(), &keys).clone());
    let left_out = left_out.into_iter().map(|l| l.why).collect();
    (who.unwrap_or_default(), changed, left_out)
}
