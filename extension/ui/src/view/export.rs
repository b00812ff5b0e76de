//! Everything out, as a file of the user's own.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Date};
use kith::protocol::{Answer, Ask};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::bridge::{Keeps, LastExport, ask, keeps};
use crate::state::{Exported, file_name};
use crate::words::{count, say, say_of, size};

/// How long the browser gets to begin a download before its address is taken back.
const DOWNLOAD_MS: u32 = 60_000;

#[component]
pub fn Export() -> impl IntoView {
    let running = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<String>);
    let kept = RwSignal::new(None::<Keeps>);
    let look = move || {
        spawn_local(async move {
            kept.try_set(keeps().await);
        });
    };
    look();
    let last = move || {
        kept.get().map(
            |Keeps {
                 exported, bytes, ..
             }| {
                let last = exported.map_or_else(
                    || say("exportedNever"),
                    |LastExport { when, file }| {
                        say_of("exportedLast", &[("when", &when), ("file", &file)])
                    },
                );
                format!(
                    "{} {last}",
                    say_of("storedAbout", &[("size", &size(bytes))])
                )
            },
        )
    };
    let export = move |_| {
        if running.get_untracked() {
            return;
        }
        running.set(true);
        failure.set(None);
        said.set(Some(say("exportRunning")));
        spawn_local(async move {
            match collect().await {
                Ok((parts, exported)) => {
                    let file = file_of_today();
                    match download(&file, "application/json", &parts) {
                        Ok(()) => {
                            said.set(Some(summary(&file, exported)));
                            crate::bridge::exported(&file).await;
                            look();
                        }
                        Err(_) => failure.set(Some(say("exportNoFile"))),
                    }
                }
                Err(why) => failure.set(Some(why)),
            }
            if failure.with_untracked(Option::is_some) {
                said.set(None);
            }
            running.set(false);
        });
    };
    view! {
        <div class="stack close">
            <h3>{say("exportTitle")}</h3>
            <p>{say("exportAbout")} " " {say("dataGone")}</p>
            <p class="small quiet" data-kept="">{last}</p>
            <div class="row">
                <button type="button" data-action="export" aria-disabled=move || running.get().then_some("true") on:click=export>
                    {say("exportDo")}
                </button>
            </div>
            <p class="told" role="status">{move || said.get()}</p>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}

/// All parts, each read back.
async fn collect() -> Result<(Array, Exported), String> {
    let (parts, mut exported, mut after) = (Array::new(), Exported::default(), None);
    loop {
        let Answer::Export { text, next } = ask(&Ask::Export { after }).await? else {
            return Err(say("errorUnreachable"));
        };
        if next.is_some() {
            exported.people(&text).map_err(|_| say("exportBroken"))?;
        }
        parts.push(&JsValue::from_str(&text));
        match next {
            None => return Ok((parts, exported)),
            next => after = next,
        }
    }
}

/// Gives the user a file.
pub fn download(file: &str, of_type: &str, parts: &Array) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(of_type);
    let url =
        Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(parts, &kind)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file);
    link.click();
    Timeout::new(DOWNLOAD_MS, move || {
        Url::revoke_object_url(&url).ok();
    })
    .forget();
    Ok(())
}

fn file_of_today() -> String {
    file_today("json")
}

/// A file's name with today's date.
pub fn file_today(ending: &str) -> String {
    let today = Date::new_0();
    file_name(
        today.get_full_year(),
        today.get_month() + 1,
        today.get_date(),
        ending,
    )
}

fn summary(file: &str, Exported { people, notes }: Exported) -> String {
    let (people, notes) = (count("exportPeople", people), count("exportNotes", notes));
    say_of(
        "exportDone",
        &[("file", file), ("people", &people), ("notes", &notes)],
    )
}
