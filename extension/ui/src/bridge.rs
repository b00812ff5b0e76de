//! What `pages/bridge.ts` does for the views: the browser's own object is named there alone.

use std::cell::OnceCell;

use js_sys::Promise;
use kith::archive::plain::TableColumns;
use kith::backup::import::ImportReport;
use kith::prompt::Way;
use kith::protocol::{Answer, Ask};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::words::say;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** What the views need of the browser; texts are JSON. */
export interface Bridge {
  /** Sends an `Ask` to the background; its `Answer`. */
  ask(ask: string): Promise<string>;
  /** Whom a view (`popup` or `panel`) is about: a `Target`, or null. */
  target(view: string): Promise<string>;
  /** Calls whenever another tab or another page may be in front. */
  follow(heard: () => void): void;
  /** Opens the panel beside the page; to be called in a press. */
  panel(): Promise<void>;
  /** Reads files in a worker, to look at them or to bring them in; their `ImportReport`. `columns`: of a table, where chosen. */
  bring(
    files: File[],
    apply: boolean,
    columns: string | undefined,
    progress: (read: number, people: number, interactions: number, key: string) => void,
  ): Promise<string>;
  /** Ends the import under way. */
  stop(): void;
  /** Waits until no tab brings anything in. */
  idle(): Promise<void>;
  /** Whether the page in view shows names that Kith does not recognise. */
  blind(): Promise<boolean>;
  /** The commands with their keys: a list of `Command`. */
  keys(): Promise<string>;
  /** What is known of the store from beside it: `Keeps`. */
  keeps(): Promise<string>;
  /** Who stands on an open tab, this one or anybody: `Someone`, or null. */
  someone(whom: string | undefined): Promise<string>;
  /** Brings a tab to the front. */
  show(tab: number): Promise<void>;
  /** An export went to the downloads, under this name. */
  exported(file: string): Promise<void>;
  /** Begins anew after the store was emptied. */
  anew(): Promise<void>;
  /** Whether the browser lets Kith onto a site. */
  reaches(site: string): Promise<boolean>;
  /** Asks the user for sites, by their words with spaces between; to be called in a press. */
  reach(sites: string): Promise<boolean>;
}
";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Bridge")]
    pub type Bridge;
    #[wasm_bindgen(method, catch)]
    fn ask(this: &Bridge, ask: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn target(this: &Bridge, view: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn follow(this: &Bridge, heard: &JsValue);
    #[wasm_bindgen(method)]
    fn panel(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn bring(
        this: &Bridge,
        files: Vec<File>,
        apply: bool,
        columns: Option<&str>,
        progress: &JsValue,
    ) -> Promise;
    #[wasm_bindgen(method)]
    fn stop(this: &Bridge);
    #[wasm_bindgen(method)]
    fn idle(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn blind(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn keys(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn keeps(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn someone(this: &Bridge, whom: Option<&str>) -> Promise;
    #[wasm_bindgen(method)]
    fn show(this: &Bridge, tab: i32) -> Promise;
    #[wasm_bindgen(method)]
    fn exported(this: &Bridge, file: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn anew(this: &Bridge) -> Promise;
    #[wasm_bindgen(method)]
    fn reaches(this: &Bridge, site: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn reach(this: &Bridge, sites: &str) -> Promise;
}

thread_local! {
    static BRIDGE: OnceCell<Bridge> = const { OnceCell::new() };
}

/// Takes the bridge; once, before anything is drawn.
pub fn cross(bridge: Bridge) {
    BRIDGE.with(|cell| cell.set(bridge).ok());
}

fn over<T>(work: impl FnOnce(&Bridge) -> T) -> T {
    BRIDGE.with(|cell| work(cell.get().expect("the bridge is there before the views")))
}

/// Asks the background. The message leaves at once, not when the answer is awaited: a page that goes must not take it along.
/// Where it was not done, a sentence says why.
pub fn ask(ask: &Ask) -> impl Future<Output = Result<Answer, String>> + use<> {
    let sent = serde_json::to_string(ask)
        .ok()
        .and_then(|json| over(|bridge| bridge.ask(&json)).ok());
    async move {
        let answer = match sent {
            Some(promise) => JsFuture::from(promise)
                .await
                .ok()
                .and_then(|json| json.as_string()),
            None => None,
        };
        match answer.and_then(|json| serde_json::from_str(&json).ok()) {
            Some(Answer::Refused { text }) => Err(text),
            Some(answer) => Ok(answer),
            None => Err(say("errorUnreachable")),
        }
    }
}

/// Whom a view is about.
#[derive(serde::Deserialize)]
pub struct Target {
    /// Nobody yet, where somebody is to be chosen for the text.
    pub who: Option<String>,
    pub name: Option<String>,
    pub post: Option<String>,
    pub way: Option<Way>,
    /// What the note begins with.
    pub text: Option<String>,
}

/// Whom a view is about; nobody where that cannot be told.
pub async fn target(view: &str) -> Option<Target> {
    let json = JsFuture::from(over(|bridge| bridge.target(view)))
        .await
        .ok()?
        .as_string()?;
    serde_json::from_str(&json).ok()
}

/// Reads files. `progress` hears bytes read, people and interactions found, and the import's key. Where that fails, the browser's
/// own words for it.
pub async fn bring(
    files: Vec<File>,
    apply: bool,
    columns: Option<&TableColumns>,
    progress: impl FnMut(f64, f64, f64, String) + 'static,
) -> Result<ImportReport, String> {
    let progress = Closure::<dyn FnMut(f64, f64, f64, String)>::new(progress);
    let columns = columns.and_then(|columns| serde_json::to_string(columns).ok());
    let told = |error: JsValue| error.as_string().unwrap_or_else(|| format!("{error:?}"));
    let brought = over(|bridge| bridge.bring(files, apply, columns.as_deref(), progress.as_ref()));
    let json = JsFuture::from(brought).await.map_err(told)?;
    serde_json::from_str(&json.as_string().unwrap_or_default()).map_err(|error| error.to_string())
}

/// How an import fails that was ended by [`stop`].
pub const STOPPED: &str = "stopped";

/// Ends the import under way: what it has not written yet is not written.
pub fn stop() {
    over(Bridge::stop);
}

/// Waits until no tab brings anything in.
pub async fn idle() {
    let _ = JsFuture::from(over(Bridge::idle)).await;
}

/// Whether the page in view shows names that Kith does not recognise.
pub async fn blind() -> bool {
    JsFuture::from(over(Bridge::blind))
        .await
        .is_ok_and(|blind| blind.is_truthy())
}

/// Hears whenever another tab or another page may be in front; for as long as the view is there.
pub fn follow(heard: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(heard);
    over(|bridge| bridge.follow(heard.as_ref()));
    heard.forget();
}

/// Opens the panel beside the page.
pub fn panel() -> impl Future<Output = ()> + use<> {
    let opening = over(Bridge::panel);
    async move {
        JsFuture::from(opening).await.ok();
    }
}

/// A command that works on every page.
#[derive(Clone, Default, serde::Deserialize)]
pub struct Command {
    /// As the manifest names it.
    #[serde(default)]
    pub name: String,
    /// Its keys; empty where it has none.
    #[serde(default)]
    pub shortcut: String,
}

/// The commands.
pub async fn commands() -> Vec<Command> {
    let json = JsFuture::from(over(Bridge::keys)).await.ok();
    json.and_then(|json| json.as_string())
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default()
}

/// The keys of a command, where it has some.
pub async fn keys_of(name: &str) -> Option<String> {
    let command = commands().await.into_iter().find(|c| c.name == name);
    command.map(|c| c.shortcut).filter(|keys| !keys.is_empty())
}

/// What is known of the store from beside it. Days as people write them.
#[derive(Clone, Default, serde::Deserialize)]
pub struct Keeps {
    /// Its notes are gone.
    pub emptied: bool,
    /// Since when it was there.
    pub since: Option<String>,
    /// The last export.
    pub exported: Option<LastExport>,
    /// How much is stored.
    pub bytes: f64,
}

/// The last export.
#[derive(Clone, Default, serde::Deserialize)]
pub struct LastExport {
    /// When.
    pub when: String,
    /// The file's name.
    pub file: String,
}

/// What is known of the store from beside it.
pub async fn keeps() -> Option<Keeps> {
    let json = JsFuture::from(over(Bridge::keeps)).await.ok()?;
    serde_json::from_str(&json.as_string()?).ok()
}

/// Somebody whose name stands on an open tab.
#[derive(Clone, PartialEq, serde::Deserialize)]
pub struct Someone {
    /// As in `person`.
    pub who: String,
    /// As the page shows it.
    pub name: String,
    /// The tab's number.
    pub tab: i32,
    /// What the mark says.
    pub text: String,
}

/// Who stands on an open tab: this one, or anybody.
pub async fn someone(whom: Option<&str>) -> Option<Someone> {
    let json = JsFuture::from(over(|bridge| bridge.someone(whom)))
        .await
        .ok()?;
    serde_json::from_str(&json.as_string()?).ok()?
}

/// Brings a tab to the front.
pub async fn show(tab: i32) {
    JsFuture::from(over(|bridge| bridge.show(tab))).await.ok();
}

/// An export went to the downloads.
pub async fn exported(file: &str) {
    JsFuture::from(over(|bridge| bridge.exported(file)))
        .await
        .ok();
}

/// Begins anew after the store was emptied.
pub async fn anew() {
    JsFuture::from(over(Bridge::anew)).await.ok();
}

/// Whether the browser lets Kith onto a site.
pub async fn reaches(site: &str) -> bool {
    JsFuture::from(over(|bridge| bridge.reaches(site)))
        .await
        .is_ok_and(|yes| yes.is_truthy())
}

/// Asks the user for sites, all at once. The question leaves at once too: browsers hear it only while a press lasts.
pub fn reach(sites: &[&str]) -> impl Future<Output = bool> + use<> {
    let asked = over(|bridge| bridge.reach(&sites.join(" ")));
    async move { JsFuture::from(asked).await.is_ok_and(|yes| yes.is_truthy()) }
}
