//! How the library's records stand in IndexedDB: `{ v, record }`, people also with what the indices read.

use js_sys::{Array, Object, Reflect};
use kith::people::{Alias, Person};
use kith::protocol::Error;
use kith::store::migrate::{STEPS, Unreadable, bring_up};
use kith::store::{Key, Record, SCHEMA};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The object stores.
pub const PEOPLE: &str = "people";
pub const SUMMARIES: &str = "summaries";
pub const BLOCKS: &str = "blocks";
pub const DRAFTS: &str = "drafts";
pub const DOCUMENTS: &str = "documents";
pub const UNDO: &str = "undo";
pub const META: &str = "meta";
pub const STORES: [&str; 7] = [PEOPLE, SUMMARIES, BLOCKS, DRAFTS, DOCUMENTS, UNDO, META];

/// The object store and the key of a record.
pub fn place(key: &Key) -> (&'static str, JsValue) {
    let pair = |a: &str, b: JsValue| Array::of2(&a.into(), &b).into();
    match key {
        Key::Person(key) => (PEOPLE, key.into()),
        Key::Summary(alias) => (SUMMARIES, Alias::as_str(alias).into()),
        Key::Block(person, number) => (BLOCKS, pair(person, (*number).into())),
        Key::Draft(who) => (DRAFTS, who.into()),
        Key::Document(section, key) => (DOCUMENTS, pair(section.word(), key.into())),
        Key::Undo(import, number) => (UNDO, pair(import, (*number).into())),
        Key::Settings => (META, "settings".into()),
        Key::Notices => (META, "notices".into()),
        Key::Outcomes => (META, "outcomes".into()),
        Key::Begun => (META, "begun".into()),
    }
}

#[derive(Serialize)]
struct Stored<'a, T> {
    v: u32,
    record: &'a T,
}

#[derive(Serialize)]
struct StoredPerson<'a> {
    v: u32,
    record: &'a Person,
    /// For the index `words`: every word by which search finds the person.
    words: Vec<String>,
    /// For the index `recent`: those touched last come first.
    order: i64,
}

/// A record as it is written.
pub fn write(record: &Record) -> Result<JsValue, Error> {
    fn stored<T: Serialize>(record: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
        Stored { v: SCHEMA, record }.serialize(&Serializer::json_compatible())
    }
    let value = match record {
        Record::Person(person) => {
            let (words, order) = (person.words().into_iter().collect(), -person.touched);
            StoredPerson {
                v: SCHEMA,
                record: person,
                words,
                order,
            }
            .serialize(&Serializer::json_compatible())
        }
        Record::Summary(r) => stored(r),
        Record::Block(r) => return text(r),
        Record::Draft(r) => stored(r),
        Record::Document(r) => stored(r),
        Record::Undo(r) => return text(r),
        Record::Settings(r) => stored(r),
        Record::Notices(r) => stored(r),
        Record::Outcomes(r) => stored(r),
        Record::Begun(r) => stored(r),
    };
    value.map_err(|e| Error::Store(e.to_string()))
}

/// What is long is kept as JSON text: a block of 512 interactions is one string then, and not four thousand values.
fn text<T: Serialize>(record: &T) -> Result<JsValue, Error> {
    let failed = |e: &dyn std::fmt::Display| Error::Store(e.to_string());
    let json = serde_json::to_string(record).map_err(|e| failed(&e))?;
    let stored = Object::new();
    for (key, value) in [("v", SCHEMA.into()), ("record", JsValue::from(json))] {
        Reflect::set(&stored, &key.into(), &value).map_err(|e| failed(&format!("{e:?}")))?;
    }
    Ok(stored.into())
}

#[derive(Deserialize)]
struct Read<T> {
    record: T,
}

/// A record as it was read, brought up to the present version where it is older.
pub fn read(key: &Key, value: JsValue) -> Result<Record, Error> {
    let version = Reflect::get(&value, &"v".into())
        .ok()
        .and_then(|v| v.as_f64())
        .map_or(0, |v| v as u32);
    Ok(match key {
        Key::Person(_) => Record::Person(Box::new(record(key, version, value)?)),
        Key::Summary(_) => Record::Summary(record(key, version, value)?),
        Key::Block(..) => Record::Block(record(key, version, value)?),
        Key::Draft(_) => Record::Draft(record(key, version, value)?),
        Key::Document(..) => Record::Document(record(key, version, value)?),
        Key::Undo(..) => Record::Undo(record(key, version, value)?),
        Key::Settings => Record::Settings(record(key, version, value)?),
        Key::Notices => Record::Notices(record(key, version, value)?),
        Key::Outcomes => Record::Outcomes(record(key, version, value)?),
        Key::Begun => Record::Begun(record(key, version, value)?),
    })
}

fn record<T: DeserializeOwned>(key: &Key, version: u32, value: JsValue) -> Result<T, Error> {
    let broken = |e: &dyn std::fmt::Display| Error::Store(format!("{key:?}: {e}"));
    let json = Reflect::get(&value, &"record".into()).ok();
    if let Some(json) = json.and_then(|record| record.as_string())
        && matches!(key, Key::Block(..) | Key::Undo(..))
    {
        return serde_json::from_str(&json).map_err(|e| broken(&e));
    }
    if version == SCHEMA {
        let read: Read<T> = serde_wasm_bindgen::from_value(value).map_err(|e| broken(&e))?;
        return Ok(read.record);
    }
    let old: Read<serde_json::Value> =
        serde_wasm_bindgen::from_value(value).map_err(|e| broken(&e))?;
    let new = bring_up(key, version, old.record, STEPS).map_err(|e| match e {
        Unreadable::Newer(version) => Error::Newer(version),
        Unreadable::Broken(why) => broken(&why),
    })?;
    serde_json::from_value(new).map_err(|e| broken(&e))
}
