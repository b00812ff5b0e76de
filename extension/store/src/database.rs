//! The store's two verbs over IndexedDB: `read` and `commit`.

use std::cell::RefCell;

use indexed_db_futures::database::Database as Idb;
use indexed_db_futures::error::{DomException, Error as IdbError, OpenDbError};
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::{KeyPath, KeyRange};
use js_sys::Array;
use kith::protocol::Error;
use kith::store::{Change, Changes, List, Records, SCHEMA, Section, Wants};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::records::{self, DOCUMENTS, DRAFTS, PEOPLE, STORES, UNDO};

const NAME: &str = "kith";
const WORDS: &str = "words";
const RECENT: &str = "recent";
/// As many keys as one prefix may bring; a prefix that common needs a second word beside it.
const KEYS: u32 = 20_000;

/// The open store.
pub struct Database(Idb);

thread_local! {
    /// Kept open while this background lives: opening a large store anew costs Firefox 0.2 s.
    static OPEN: RefCell<Option<Idb>> = const { RefCell::new(None) };
}

/// Opens the store; makes it where it is not there yet. A store of a newer Kith is refused by the browser itself.
pub async fn open() -> Result<Database, Error> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(Database(open));
    }
    let opened = Idb::open(NAME)
        .with_version(SCHEMA)
        .with_on_upgrade_needed(|_, db| make_stores(&db))
        .await;
    let opened = opened.map_err(|e| match e {
        OpenDbError::Base(e) => failed(&e),
        e => Error::Store(e.to_string()),
    })?;
    let mut changes = opened.version_changes().map_err(|e| failed(&e))?;
    let this = opened.clone();
    spawn_local(async move {
        // A newer Kith wants to upgrade the store, or the browser closed it: let go at once. Each of this one's own: two asks at
        // once may have opened it twice.
        changes.recv().await;
        OPEN.take();
        this.close();
    });
    OPEN.set(Some(opened.clone()));
    Ok(Database(opened))
}

/// Records are brought up when they are read; here only what is missing of the structure is made.
fn make_stores(db: &Idb) -> Result<(), IdbError> {
    for store in STORES {
        if db.object_store_names().any(|n| n == store) {
            continue;
        }
        let made = db.create_object_store(store).build()?;
        if store == PEOPLE {
            made.create_index(WORDS, KeyPath::One(WORDS))
                .with_multi_entry(true)
                .build()?;
            made.create_index(RECENT, KeyPath::One("order")).build()?;
        }
    }
    Ok(())
}

impl Database {
    /// Reads until nothing is wanted any more, all in one transaction and so of one state of the store.
    pub async fn read(&self, wants: impl Fn(&Records) -> Wants) -> Result<Records, Error> {
        let mut records = Records::default();
        let mut wanted = wants(&records);
        if wanted.is_empty() {
            return Ok(records);
        }
        let transaction = self
            .0
            .transaction(STORES)
            .with_mode(TransactionMode::Readonly)
            .build()
            .map_err(|e| failed(&e))?;
        while !wanted.is_empty() {
            // All are asked for before the first is waited for.
            let mut asked = Vec::with_capacity(wanted.keys.len());
            for key in wanted.keys {
                let (store, at) = records::place(&key);
                let store = transaction.object_store(store).map_err(|e| failed(&e))?;
                let request = store
                    .get::<JsValue, JsValue, _>(at)
                    .primitive()
                    .map_err(|e| failed(&e))?;
                asked.push((key, request));
            }
            for (key, request) in asked {
                let value = request.await.map_err(|e| failed(&e))?;
                let record = value.map(|v| records::read(&key, v)).transpose()?;
                records.put(key, record);
            }
            for list in wanted.lists {
                let keys = self
                    .list(&transaction, &list)
                    .await
                    .map_err(|e| failed(&e))?;
                records.put_list(list, keys);
            }
            wanted = wants(&records);
        }
        Ok(records)
    }

    async fn list(
        &self,
        transaction: &indexed_db_futures::transaction::Transaction<'_>,
        list: &List,
    ) -> Result<Vec<String>, IdbError> {
        let people = || transaction.object_store(PEOPLE);
        match list {
            List::Word(prefix) => {
                let range =
                    KeyRange::Bound(prefix.clone(), false, format!("{prefix}\u{ffff}"), false);
                let people = people()?;
                let mut keys: Vec<String> = people
                    .index(WORDS)?
                    .get_all_keys::<String>()
                    .with_query::<String, _>(range)
                    .with_limit(KEYS)
                    .await?
                    .collect::<Result<_, _>>()?;
                keys.sort();
                keys.dedup();
                Ok(keys)
            }
            List::Recent(limit) => people()?
                .index(RECENT)?
                .get_all_keys::<String>()
                .with_limit(*limit)
                .await?
                .collect(),
            List::People(None, limit) => people()?
                .get_all_keys::<String>()
                .with_limit(*limit)
                .await?
                .collect(),
            List::People(Some(after), limit) => {
                let range = KeyRange::LowerBound(after.clone(), true);
                people()?
                    .get_all_keys::<String>()
                    .with_query::<String, _>(range)
                    .with_limit(*limit)
                    .await?
                    .collect()
            }
            List::Documents(section) => {
                pairs(
                    &transaction.object_store(DOCUMENTS)?,
                    Some(section.word()),
                    1,
                )
                .await
            }
            List::Loose(begin, limit) => {
                let section: JsValue = Section::Loose.word().into();
                let ends = [begin.clone(), format!("{begin}\u{ffff}")];
                let [low, high] = ends.map(|end| JsValue::from(Array::of2(&section, &end.into())));
                let keys: Vec<JsValue> = transaction
                    .object_store(DOCUMENTS)?
                    .get_all_keys::<JsValue>()
                    .with_query::<JsValue, _>(KeyRange::Bound(low, false, high, false))
                    .with_limit(*limit)
                    .await?
                    .collect::<Result<_, _>>()?;
                let second = |pair: JsValue| Array::from(&pair).get(1).as_string();
                Ok(keys.into_iter().filter_map(second).collect())
            }
            List::Drafts => transaction
                .object_store(DRAFTS)?
                .get_all_keys::<String>()
                .await?
                .collect(),
            List::Undo(import) => pairs(&transaction.object_store(UNDO)?, Some(import), 1).await,
            List::Imports => {
                let mut keys = pairs(&transaction.object_store(UNDO)?, None, 0).await?;
                keys.dedup();
                Ok(keys)
            }
        }
    }

    /// Writes everything in one transaction, flushed to the disk before this returns; or nothing.
    pub async fn commit(&self, changes: Changes) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        // Made ready before the transaction begins: nothing inside it may wait for anything else.
        let mut ready = Vec::with_capacity(changes.changes.len());
        for change in &changes.changes {
            let (key, value) = match change {
                Change::Put(key, record) => (key, Some(records::write(record)?)),
                Change::Delete(key) => (key, None),
            };
            ready.push((records::place(key), value));
        }
        let mut stores: Vec<&str> = ready.iter().map(|((store, _), _)| *store).collect();
        stores.sort_unstable();
        stores.dedup();
        let mut options = TransactionOptions::new();
        options.set_durability(TransactionDurability::Strict);
        let transaction = self
            .0
            .transaction(stores.as_slice())
            .with_mode(TransactionMode::Readwrite)
            .with_options(options)
            .build();
        let transaction = transaction.map_err(|e| failed(&e))?;
        for ((store, key), value) in ready {
            let store = transaction.object_store(store).map_err(|e| failed(&e))?;
            match value {
                Some(value) => drop(
                    store
                        .put(value)
                        .with_key(key)
                        .without_key_type()
                        .primitive()
                        .map_err(|e| failed(&e))?,
                ),
                None => drop(
                    store
                        .delete::<JsValue, _>(key)
                        .primitive()
                        .map_err(|e| failed(&e))?,
                ),
            }
        }
        transaction.commit().await.map_err(|e| failed(&e))
    }
}

/// One half of the keys of a store whose keys are pairs, of those that begin so.
async fn pairs(
    store: &ObjectStore<'_>,
    first: Option<&str>,
    half: u32,
) -> Result<Vec<String>, IdbError> {
    let keys: Vec<JsValue> = match first {
        Some(first) => {
            // An array sorts after every text and number.
            let (low, high) = (
                Array::of1(&first.into()),
                Array::of2(&first.into(), &Array::new()),
            );
            let range = KeyRange::Bound(JsValue::from(low), false, JsValue::from(high), false);
            store
                .get_all_keys::<JsValue>()
                .with_query::<JsValue, _>(range)
                .await?
                .collect::<Result<_, _>>()?
        }
        None => store
            .get_all_keys::<JsValue>()
            .await?
            .collect::<Result<_, _>>()?,
    };
    let text = |v: JsValue| {
        v.as_string()
            .or_else(|| v.as_f64().map(|n| n.to_string()))
            .unwrap_or_default()
    };
    Ok(keys
        .into_iter()
        .map(|pair| text(Array::from(&pair).get(half)))
        .collect())
}

fn failed(error: &IdbError) -> Error {
    let IdbError::DomException(exception) = error else {
        return Error::Store(error.to_string());
    };
    let sys: web_sys::DomException = exception.clone().into();
    match sys.name().as_str() {
        "QuotaExceededError" => Error::Full(sys.message()),
        "VersionError" => Error::Newer(SCHEMA + 1),
        name => Error::Store(format!("{name}: {}", DomException::message(exception))),
    }
}
