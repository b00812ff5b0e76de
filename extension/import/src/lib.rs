//! Files in, in a worker of its own: archives are read where it matters, Kith's own file slice by slice.

#![deny(missing_docs)]

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use js_sys::{Array, Function, Uint8Array};
use kith::archive::file::Source;
use kith::archive::plain::TableColumns;
use kith::archive::{self, Gather, Opened};
use kith::backup::import::{Import, ImportReport, ImportState};
use kith::dice::Dice;
use kith::people::Profile;
use kith::protocol::{Error, World};
use kith::store::{Key, Reading, Records};
use kith::text::{Now, Text};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileReaderSync};

use kith_store::{database, lock};

thread_local! {
    static TEXT: Text = Text::english();
}

/// How much of Kith's own file is read at once, in bytes.
const SLICE: f64 = 1_048_576.0;
/// How many things of an archive are read while the store writes a batch: what is typed meanwhile waits for both.
const STEP: usize = 20_000;
/// How much is read between two news of it, in bytes.
const NEWS: f64 = 4_194_304.0;

/// Looks at files, or brings them in where `apply`; answers with an `ImportReport` as JSON.
///
/// `columns` is a table's `TableColumns` as JSON, where the user chose them. `progress` is called with the bytes read so far, the people
/// and the interactions found so far, and the import's key. Clock and random bits are those of `ask`.
#[wasm_bindgen(js_name = importFiles)]
pub async fn import(
    files: Array,
    apply: bool,
    columns: Option<String>,
    now: f64,
    ahead: i32,
    random: u64,
    progress: Function,
) -> String {
    let mut clock = Clock {
        now: Now {
            ms: now as i64,
            ahead,
        },
        dice: Dice::new(random),
    };
    let key = clock.dice.key('i');
    let files: Vec<File> = files.iter().filter_map(|f| f.dyn_into().ok()).collect();
    let name = files.iter().map(File::name).collect::<Vec<_>>().join(", ");
    let news = News::new(progress, key.clone());
    let sources: Result<Vec<_>, JsValue> =
        files.iter().map(|file| Disk::source(file, &news)).collect();
    let chosen: Option<TableColumns> = columns.and_then(|json| serde_json::from_str(&json).ok());
    let accounts = own_accounts().await;
    let opened = match sources {
        Ok(sources) => archive::open(&sources, &accounts, chosen.as_ref()),
        Err(_) => None,
    };
    let report = match opened {
        Some(Err(why)) => TEXT.with(|text| ImportReport::unopened(&name, &why, text)),
        Some(Ok(opened)) => {
            let mut import = Import::of_archive(&name, key, apply, &accounts);
            let choice = opened.choice.clone();
            let done = told(opened, &mut import, &mut clock, &news).await;
            ImportReport {
                choice,
                ..report(&import, done)
            }
        }
        None => {
            let mut import = Import::new(&name, key, apply);
            let done = match &*files {
                [file] => own(file, &mut import, &mut clock, &news).await,
                // of several files none of which is known
                _ => Ok(()),
            };
            report(&import, done)
        }
    };
    serde_json::to_string(&report).unwrap_or_default()
}

/// Reads what files tell and does nothing with it; answers with how much was told. For the bench: what an import takes beside it.
#[wasm_bindgen(js_name = readFiles)]
pub fn read(files: Array, progress: Function) -> f64 {
    let news = News::new(progress, String::new());
    let files = files.iter().filter_map(|f| f.dyn_into().ok());
    let sources: Vec<_> = files.filter_map(|f| Disk::source(&f, &news).ok()).collect();
    match archive::open(&sources, &[], None) {
        Some(Ok(opened)) => opened.telling.count() as f64,
        _ => 0.0,
    }
}

/// The user's own accounts, as far as they are known: they tell whose an archive is that does not say it.
async fn own_accounts() -> Vec<Profile> {
    let asked = async {
        let database = database::open().await?;
        let read = |records: &Records| {
            let mut reading = Reading::new(records);
            reading.want(Key::Settings);
            reading.wants()
        };
        database.read(read).await
    };
    let known: Result<Records, Error> = asked.await;
    known
        .map(|records| records.settings().own_profiles())
        .unwrap_or_default()
}

struct Clock {
    now: Now,
    dice: Dice,
}

/// What is told of an import under way.
struct News {
    progress: Function,
    key: String,
    read: Cell<f64>,
    told: Cell<f64>,
    found: Cell<(usize, usize)>,
}

impl News {
    fn new(progress: Function, key: String) -> Rc<News> {
        Rc::new(News {
            progress,
            key,
            read: Cell::new(0.0),
            told: Cell::new(0.0),
            found: Cell::new((0, 0)),
        })
    }

    /// Tells what was read, now and then.
    fn read(&self, bytes: f64) {
        self.read.set(self.read.get() + bytes);
        if self.read.get() - self.told.get() >= NEWS {
            self.tell();
        }
    }

    fn tell(&self) {
        self.told.set(self.read.get());
        let (people, interactions) = self.found.get();
        let all = Array::of4(
            &self.read.get().into(),
            &(people as f64).into(),
            &(interactions as f64).into(),
            &self.key.as_str().into(),
        );
        let _ = self.progress.apply(&JsValue::NULL, &all);
    }
}

/// A file of the user's, read from anywhere without waiting: only a worker may.
struct Disk {
    file: File,
    name: String,
    reader: FileReaderSync,
    news: Rc<News>,
}

impl Disk {
    fn source(file: &File, news: &Rc<News>) -> Result<Rc<dyn Source>, JsValue> {
        Ok(Rc::new(Disk {
            file: file.clone(),
            name: file.name(),
            reader: FileReaderSync::new()?,
            news: news.clone(),
        }))
    }
}

impl Source for Disk {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.file.size() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let unread = |e: JsValue| io::Error::other(format!("{e:?}"));
        let end = (at as f64 + into.len() as f64).min(self.file.size());
        if end <= at as f64 {
            return Ok(0);
        }
        let slice = self
            .file
            .slice_with_f64_and_f64(at as f64, end)
            .map_err(unread)?;
        let buffer = self.reader.read_as_array_buffer(&slice).map_err(unread)?;
        let bytes = Uint8Array::new(&buffer);
        let count = bytes.length() as usize;
        bytes.copy_to(&mut into[..count]);
        self.news.read(count as f64);
        Ok(count)
    }
}

/// Notes that all of it is in.
async fn close(import: &mut Import) -> Result<(), Error> {
    let changes = import.close();
    lock::hold(async { database::open().await?.commit(changes).await }).await?
}

/// Brings in what an archive tells.
async fn told(
    opened: Opened,
    import: &mut Import,
    clock: &mut Clock,
    news: &News,
) -> Result<(), Error> {
    let mut gather = Gather::of(opened.telling);
    while let Some(all) = gather.next() {
        TEXT.with(|text| {
            for one in all {
                import.tell(one, text);
            }
        });
        // while the store writes, the next is read
        let meanwhile = || {
            gather.read(STEP);
        };
        batches(import, clock, news, false, meanwhile).await?;
    }
    import.end();
    batches(import, clock, news, true, || {}).await?;
    news.tell();
    close(import).await
}

/// Brings in Kith's own file.
async fn own(
    file: &File,
    import: &mut Import,
    clock: &mut Clock,
    news: &News,
) -> Result<(), Error> {
    let unread = |e: JsValue| Error::Store(format!("{}: {e:?}", file.name()));
    let mut at = 0.0;
    let mut going = true;
    while going && at < file.size() {
        let slice = file
            .slice_with_f64_and_f64(at, at + SLICE)
            .map_err(unread)?;
        let buffer = JsFuture::from(slice.array_buffer()).await.map_err(unread)?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        going = TEXT.with(|text| import.feed(&bytes, text));
        at += SLICE;
        batches(import, clock, news, !going, || {}).await?;
        news.read.set(at.min(file.size()));
        news.tell();
    }
    if going {
        import.end();
    }
    batches(import, clock, news, true, || {}).await?;
    close(import).await
}

/// Brings in all batches that are full. `meanwhile` is done once for each, while the store writes.
async fn batches(
    import: &mut Import,
    clock: &mut Clock,
    news: &News,
    ended: bool,
    mut meanwhile: impl FnMut(),
) -> Result<(), Error> {
    while import.ready(ended) {
        // A note typed meanwhile waits for this batch and no longer.
        lock::hold(batch(import, clock, &mut meanwhile)).await??;
        news.found.set(import.found_so_far());
        news.tell();
    }
    Ok(())
}

async fn batch(
    import: &mut Import,
    clock: &mut Clock,
    meanwhile: &mut impl FnMut(),
) -> Result<(), Error> {
    let database = database::open().await?;
    let records = database
        .read(|records: &Records| {
            let mut reading = Reading::new(records);
            import.reads(&mut reading);
            reading.wants()
        })
        .await?;
    let changes = TEXT.with(|text| {
        let mut world = World {
            now: clock.now,
            dice: clock.dice.clone(),
            text,
        };
        let changes = import.decide(&records, &mut world);
        clock.dice = world.dice;
        changes
    });
    let mut writing = pin!(database.commit(changes));
    // the first poll hands everything to the store
    if let Poll::Ready(done) = poll_once(writing.as_mut()).await {
        return done;
    }
    meanwhile();
    writing.await
}

async fn poll_once<T>(mut future: Pin<&mut impl Future<Output = T>>) -> Poll<T> {
    poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await
}

/// How it went. Where the store or a file failed midway, what was written so far can be undone.
fn report(import: &Import, done: Result<(), Error>) -> ImportReport {
    TEXT.with(|text| {
        let report = import.report(text);
        match done {
            Ok(()) => report,
            Err(error) => ImportReport {
                state: ImportState::Refused,
                text: error.say(text),
                ..report
            },
        }
    })
}
