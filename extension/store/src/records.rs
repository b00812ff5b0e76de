//! How the library's records stand in IndexedDB: `{ v, record }`, people also with what the indices read. A record is JSON text: one string is
//! written and read several times faster than a value of many parts.

use std::io::{self, Read as _, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use js_sys::{Array, Object, Reflect, Uint8Array};
use kith::people::Alias;
use kith::protocol::Error;
use kith::store::migrate::{STEPS, Unreadable, bring_up};
use kith::store::{Key, Record, SCHEMA};
use serde::de::DeserializeOwned;
use serde_json::Value;
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

/// A record as it is written.
pub fn write(record: &Record) -> Result<JsValue, Error> {
    let json = match record {
        Record::Person(r) => serde_json::to_string(r),
        Record::Summary(r) => serde_json::to_string(r),
        Record::Block(r) => serde_json::to_string(r),
        Record::Draft(r) => serde_json::to_string(r),
        Record::Document(r) => serde_json::to_string(r),
        Record::Undo(r) => serde_json::to_string(r),
        Record::Settings(r) => serde_json::to_string(r),
        Record::Notices(r) => serde_json::to_string(r),
        Record::Outcomes(r) => serde_json::to_string(r),
        Record::Begun(r) => serde_json::to_string(r),
    };
    let failed = |e: &dyn std::fmt::Display| Error::Store(e.to_string());
    let json = json.map_err(|e| failed(&e))?;
    let text = match json.len() {
        ..LONG => JsValue::from(json),
        _ => Uint8Array::from(pack(&json).map_err(|e| failed(&e))?.as_slice()).into(),
    };
    let mut parts: Vec<(&str, JsValue)> = vec![("v", SCHEMA.into()), ("record", text)];
    if let Record::Person(person) = record {
        // For the index `words`: every word by which search finds the person.
        let words: Array = person.words().into_iter().map(JsValue::from).collect();
        // For the index `recent`: those touched last come first.
        let order = -person.touched as f64;
        parts.extend([("words", words.into()), ("order", order.into())]);
    }
    let stored = Object::new();
    for (key, value) in parts {
        Reflect::set(&stored, &key.into(), &value).map_err(|e| failed(&format!("{e:?}")))?;
    }
    Ok(stored.into())
}

/// What is longer is packed: a block of 512 interactions is a quarter as long then, for the browser to copy and to write.
const LONG: usize = 4096;

fn pack(json: &str) -> io::Result<Vec<u8>> {
    let room = Vec::with_capacity(json.len() / 3);
    let mut packed = DeflateEncoder::new(room, Compression::fast());
    packed.write_all(json.as_bytes())?;
    packed.finish()
}

fn unpack(bytes: &[u8]) -> io::Result<String> {
    let mut json = String::with_capacity(bytes.len() * 4);
    DeflateDecoder::new(bytes).read_to_string(&mut json)?;
    Ok(json)
}

/// A record as it was read, brought up to the present version where it is older.
pub fn read(key: &Key, value: JsValue) -> Result<Record, Error> {
    let part = |name: &str| Reflect::get(&value, &name.into()).unwrap_or_default();
    let version = part("v").as_f64().map_or(0, |v| v as u32);
    let stored = part("record");
    let broken = |e: &dyn std::fmt::Display| Error::Store(format!("{key:?}: {e}"));
    let json = match stored.dyn_ref::<Uint8Array>() {
        Some(bytes) => unpack(&bytes.to_vec()).map_err(|e| broken(&e))?,
        None => stored.as_string().unwrap_or_default(),
    };
    Ok(match key {
        Key::Person(_) => Record::Person(Box::new(record(key, version, &json)?)),
        Key::Summary(_) => Record::Summary(record(key, version, &json)?),
        Key::Block(..) => Record::Block(record(key, version, &json)?),
        Key::Draft(_) => Record::Draft(record(key, version, &json)?),
        Key::Document(..) => Record::Document(record(key, version, &json)?),
        Key::Undo(..) => Record::Undo(record(key, version, &json)?),
        Key::Settings => Record::Settings(record(key, version, &json)?),
        Key::Notices => Record::Notices(record(key, version, &json)?),
        Key::Outcomes => Record::Outcomes(record(key, version, &json)?),
        Key::Begun => Record::Begun(record(key, version, &json)?),
    })
}

fn record<T: DeserializeOwned>(key: &Key, version: u32, json: &str) -> Result<T, Error> {
    let broken = |e: &dyn std::fmt::Display| Error::Store(format!("{key:?}: {e}"));
    if version == SCHEMA {
        return serde_json::from_str(json).map_err(|e| broken(&e));
    }
    let old: Value = serde_json::from_str(json).unwrap_or_default();
    let new = bring_up(key, version, old, STEPS).map_err(|e| match e {
        Unreadable::Newer(version) => Error::Newer(version),
        Unreadable::Broken(why) => broken(&why),
    })?;
    serde_json::from_value(new).map_err(|e| broken(&e))
}
