//! How a block is written: what all of it has in common once, and each interaction as a short row. A million messages are half as
//! long so, and are written and read in half the time.
//!
//! `{"network":"x","source":"imported","import":"i3","rows":[["message","given","2026-03-02T08:00:00Z","first words","place"], …]}`;
//! a row ends with its last value that is there. What differs from the rest, or says more, stands among the rows as a whole object.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::block::Block;
use super::{Direction, Interaction, Kind, Moment, Source};
use crate::people::Network;

/// What the rows of a block have in common.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Common {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    network: Option<Network>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    import: Option<String>,
}

impl Common {
    fn is_of(&self, one: &Interaction) -> bool {
        self.network == one.network
            && self.source == one.source
            && self.import == one.import
            && one.extra.is_empty()
    }
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    common: &'a Common,
    rows: Rows<'a>,
}

struct Rows<'a> {
    common: &'a Common,
    items: &'a [Interaction],
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_seq(Some(self.items.len()))?;
        for one in self.items {
            match self.common.is_of(one) {
                true => rows.serialize_element(&Short(one))?,
                false => rows.serialize_element(one)?,
            }
        }
        rows.end()
    }
}

struct Short<'a>(&'a Interaction);

impl Serialize for Short<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Interaction {
            kind,
            direction,
            time,
            excerpt,
            place,
            ..
        } = self.0;
        let there = [time.is_some(), excerpt.is_some(), place.is_some()];
        let last = there.iter().rposition(|is| *is).map_or(0, |n| n + 1);
        let mut row = to.serialize_seq(Some(2 + last))?;
        row.serialize_element(kind)?;
        row.serialize_element(direction)?;
        if last > 0 {
            row.serialize_element(time)?;
        }
        if last > 1 {
            row.serialize_element(excerpt)?;
        }
        if last > 2 {
            row.serialize_element(place)?;
        }
        row.end()
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let common = self
            .items
            .first()
            .map_or_else(Common::default, |one| Common {
                network: one.network,
                source: one.source,
                import: one.import.clone(),
            });
        let rows = Rows {
            common: &common,
            items: &self.items,
        };
        Written {
            common: &common,
            rows,
        }
        .serialize(to)
    }
}

#[derive(Deserialize)]
struct Read {
    #[serde(default)]
    network: Option<Network>,
    #[serde(default)]
    source: Option<Source>,
    #[serde(default)]
    import: Option<String>,
    #[serde(default)]
    rows: Vec<Row>,
}

/// Without what all have in common, or whole.
enum Row {
    Short(Interaction),
    Whole(Interaction),
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an interaction, as a row or whole")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Row, A::Error> {
        let missing = || serde::de::Error::custom("a row without kind or direction");
        let kind: Kind = row.next_element()?.ok_or_else(missing)?;
        let direction: Direction = row.next_element()?.ok_or_else(missing)?;
        let time: Option<Moment> = row.next_element()?.flatten();
        let excerpt: Option<String> = row.next_element()?.flatten();
        let place: Option<String> = row.next_element()?.flatten();
        Ok(Row::Short(Interaction {
            kind,
            direction,
            time,
            network: None,
            place,
            excerpt,
            source: None,
            import: None,
            extra: Default::default(),
        }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Row, A::Error> {
        Interaction::deserialize(MapAccessDeserializer::new(map)).map(Row::Whole)
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Row, D::Error> {
        from.deserialize_any(RowVisitor)
    }
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Block, D::Error> {
        let Read {
            network,
            source,
            import,
            rows,
        } = Read::deserialize(from)?;
        let items = rows.into_iter().map(|row| match row {
            Row::Whole(one) => one,
            Row::Short(one) => Interaction {
                network,
                source,
                import: import.clone(),
                ..one
            },
        });
        Ok(Block {
            items: items.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn one() -> impl Strategy<Value = Interaction> {
        let time = prop_oneof![
            Just(None),
            Just(Some("2026-03-02")),
            Just(Some("2026-03-02T08:00:00Z"))
        ];
        let text = prop_oneof![Just(None), "\\PC{0,12}".prop_map(Some)];
        let import = prop_oneof![Just(None), Just(Some("i1")), Just(Some("i2"))];
        let extra = prop_oneof![4 => Just(None), 1 => Just(Some(3))];
        let parts = (time, text.clone(), text, import, extra, any::<bool>());
        parts.prop_map(|(time, excerpt, place, import, group, x)| {
            let mut value = json!({"kind": "message", "direction": "given", "network": if x { "x" } else { "linkedin" }});
            let all = [
                ("time", json!(time)),
                ("excerpt", json!(excerpt)),
                ("place", json!(place)),
                ("import", json!(import)),
                ("group", json!(group)),
            ];
            for (key, part) in all {
                if !part.is_null() {
                    value[key] = part;
                }
            }
            serde_json::from_value(value).unwrap()
        })
    }

    proptest! {
        #[test]
        fn what_was_written_comes_back(items in prop::collection::vec(one(), 0..12)) {
            let block = Block { items };
            let json = serde_json::to_string(&block).unwrap();
            prop_assert_eq!(serde_json::from_str::<Block>(&json).unwrap(), block);
        }
    }

    #[test]
    fn what_all_have_in_common_is_said_once() {
        let one = |time: &str| json!({"kind": "message", "direction": "given", "time": time, "network": "x", "source": "imported", "import": "i3", "excerpt": "hello"});
        let items = serde_json::from_value(json!([one("2026-03-02"), one("2026-03-03")])).unwrap();
        assert_eq!(
            serde_json::to_string(&Block { items }).unwrap(),
            r#"{"network":"x","source":"imported","import":"i3","rows":[["message","given","2026-03-02","hello"],["message","given","2026-03-03","hello"]]}"#
        );
    }

    #[test]
    fn a_row_that_says_nothing_is_refused() {
        assert!(serde_json::from_str::<Block>(r#"{"rows":[["message"]]}"#).is_err());
    }
}
