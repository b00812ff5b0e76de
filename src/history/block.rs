//! A person's interactions, kept many to a record: IndexedDB takes about 8,000 records a second, and an archive
//! holds a million interactions.
//!
//! Blocks follow each other in time and never overlap; interactions of one instant stand in one block, so that a
//! second telling of the same event is found without reading any other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Interaction;

/// How many interactions a block takes before it is cut in two.
pub const FULL: usize = 512;

/// Interactions in the order of their times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Oldest first.
    pub items: Vec<Interaction>,
}

/// Blocks of one person by number, and whether each was changed.
pub type Blocks = BTreeMap<u32, (Block, bool)>;

/// What a person's record says of each block, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlockInfo {
    /// The block's number, its key beside the person's.
    pub number: u32,
    /// Time of its first interaction, milliseconds since 1970; `None` where that has no time.
    pub from: Option<i64>,
    /// How many it holds.
    pub count: usize,
}

impl BlockInfo {
    fn start(&self) -> i64 {
        self.from.unwrap_or(i64::MIN)
    }
}

/// Where in the index the block stands that takes an interaction of this time.
fn position(index: &[BlockInfo], ms: i64) -> usize {
    index.partition_point(|b| b.start() <= ms).saturating_sub(1)
}

/// The blocks that must be at hand before interactions of these times can be added.
pub fn needed(index: &[BlockInfo], times: impl IntoIterator<Item = i64>) -> BTreeSet<u32> {
    times
        .into_iter()
        .filter_map(|ms| index.get(position(index, ms)))
        .map(|b| b.number)
        .collect()
}

/// Adds what is not there yet. `blocks` holds the needed ones; those that changed are left in it, with `true`. `heard` hears what was new.
pub fn add(
    index: &mut Vec<BlockInfo>,
    blocks: &mut Blocks,
    new: Vec<Interaction>,
    mut heard: impl FnMut(&Interaction),
) {
    for interaction in new {
        if index.is_empty() {
            index.push(BlockInfo {
                number: 0,
                from: None,
                count: 0,
            });
            blocks.entry(0).or_default();
        }
        let at = position(index, interaction.ms());
        let Some((block, changed)) = blocks.get_mut(&index[at].number) else {
            continue;
        };
        let place = block.items.partition_point(|i| i.ms() <= interaction.ms());
        let twin = block.items[..place]
            .iter()
            .rev()
            .take_while(|i| i.ms() == interaction.ms())
            .any(|i| i.same_event(&interaction));
        if twin || told(&block.items, place, &interaction) {
            continue;
        }
        heard(&interaction);
        block.items.insert(place, interaction);
        *changed = true;
        describe(&mut index[at], block);
        if block.items.len() > FULL {
            cut(index, blocks, at);
        }
    }
}

/// Whether it stands there from another source. What stands in the neighbouring block is not looked for.
fn told(items: &[Interaction], place: usize, new: &Interaction) -> bool {
    let (before, after) = items.split_at(place);
    let mut near = before
        .iter()
        .rev()
        .take_while(|i| i.about_when(new))
        .chain(after.iter().take_while(|i| i.about_when(new)));
    near.any(|i| i.told_again(new))
}

/// Removes what `gone` says; blocks left empty leave the index. Those that changed carry `true`.
pub fn remove(
    index: &mut Vec<BlockInfo>,
    blocks: &mut Blocks,
    mut gone: impl FnMut(&Interaction) -> bool,
) {
    index.retain_mut(|info| {
        let Some((block, changed)) = blocks.get_mut(&info.number) else {
            return true;
        };
        let before = block.items.len();
        block.items.retain(|i| !gone(i));
        *changed |= block.items.len() != before;
        describe(info, block);
        !block.items.is_empty()
    });
}

fn describe(info: &mut BlockInfo, block: &Block) {
    info.from = block.items.first().and_then(|i| i.time).map(|t| t.ms());
    info.count = block.items.len();
}

/// Cuts a full block where two instants meet, as near the middle as can be. One instant alone stays whole.
fn cut(index: &mut Vec<BlockInfo>, blocks: &mut Blocks, at: usize) {
    let number = index.iter().map(|b| b.number).max().unwrap_or(0) + 1;
    let Some((block, _)) = blocks.get_mut(&index[at].number) else {
        return;
    };
    let middle = block.items.len() / 2;
    let border = |i: &usize| block.items[i - 1].ms() != block.items[*i].ms();
    // What comes in order fills blocks to the brim: an archive is mostly read oldest first.
    let in_order = Some(block.items.len() - 1).filter(border);
    let Some(point) = in_order.or_else(|| {
        (1..block.items.len())
            .filter(border)
            .min_by_key(|i| i.abs_diff(middle))
    }) else {
        return;
    };
    let later = Block {
        items: block.items.split_off(point),
    };
    describe(&mut index[at], block);
    let mut info = BlockInfo {
        number,
        from: None,
        count: 0,
    };
    describe(&mut info, &later);
    index.insert(at + 1, info);
    blocks.insert(number, (later, true));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Direction, Kind, Moment};
    use proptest::prelude::*;
    use serde_json::Map;

    fn at(ms: i64, word: &str) -> Interaction {
        Interaction {
            kind: Kind::Message,
            direction: Direction::Given,
            time: Some(Moment::from_ms(ms)),
            network: None,
            place: None,
            excerpt: Some(word.into()),
            source: None,
            import: None,
            extra: Map::new(),
        }
    }

    fn all(index: &[BlockInfo], blocks: &BTreeMap<u32, (Block, bool)>) -> Vec<(i64, String)> {
        index
            .iter()
            .flat_map(|b| &blocks[&b.number].0.items)
            .map(|i| (i.ms(), i.excerpt.clone().unwrap()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_event_is_kept_once_and_in_order(events in prop::collection::vec((0i64..400, 0u8..4), 0..2500)) {
            let (mut index, mut blocks) = (Vec::new(), BTreeMap::new());
            let events: Vec<_> = events.iter().map(|(ms, w)| at(*ms, &w.to_string())).collect();
            // In two halves that overlap, as two archives do.
            let half = events.len() / 2;
            add(&mut index, &mut blocks, events[..half].to_vec(), |_| {});
            add(&mut index, &mut blocks, events.clone(), |_| {});
            let mut want: Vec<_> = events.iter().map(|i| (i.ms(), i.excerpt.clone().unwrap())).collect();
            want.sort();
            want.dedup();
            let got = all(&index, &blocks);
            prop_assert!(got.is_sorted_by_key(|(ms, _)| *ms));
            let mut sorted = got.clone();
            sorted.sort();
            prop_assert_eq!(sorted, want);
            prop_assert!(index.iter().all(|b| b.count == blocks[&b.number].0.items.len()));
            prop_assert!(index.windows(2).all(|w| w[0].start() < w[1].start()));
        }

        #[test]
        fn the_needed_blocks_are_enough(events in prop::collection::vec(0i64..5_000, 1..3000), more in prop::collection::vec(0i64..5_000, 1..40)) {
            let (mut index, mut blocks) = (Vec::new(), BTreeMap::new());
            add(&mut index, &mut blocks, events.iter().map(|ms| at(*ms, "a")).collect(), |_| {});
            let wanted = needed(&index, more.iter().copied());
            let mut few: BTreeMap<_, _> = blocks.iter().filter(|(n, _)| wanted.contains(n)).map(|(n, b)| (*n, b.clone())).collect();
            let (mut i1, mut i2) = (index.clone(), index);
            let new: Vec<_> = more.iter().map(|ms| at(*ms, "b")).collect();
            add(&mut i1, &mut few, new.clone(), |_| {});
            add(&mut i2, &mut blocks, new, |_| {});
            prop_assert_eq!(&i1, &i2);
            for (n, b) in &few { prop_assert_eq!(&b.0, &blocks[n].0); }
        }
    }

    #[test]
    fn what_comes_in_order_fills_blocks_to_the_brim() {
        let (mut index, mut blocks) = (Vec::new(), BTreeMap::new());
        add(
            &mut index,
            &mut blocks,
            (0..5_120).map(|ms| at(ms, "a")).collect(),
            |_| {},
        );
        assert_eq!(index.len(), 10);
    }

    #[test]
    fn what_was_added_can_be_removed() {
        let (mut index, mut blocks) = (Vec::new(), BTreeMap::new());
        add(
            &mut index,
            &mut blocks,
            (0..2_000)
                .map(|ms| at(ms, if ms % 2 == 0 { "a" } else { "b" }))
                .collect(),
            |_| {},
        );
        remove(&mut index, &mut blocks, |i| {
            i.excerpt.as_deref() == Some("a")
        });
        assert_eq!(all(&index, &blocks).len(), 1_000);
        remove(&mut index, &mut blocks, |_| true);
        assert!(index.is_empty());
    }
}
