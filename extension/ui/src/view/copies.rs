//! A copy of everything to read: a document, or a table.

use js_sys::Array;
use kith::copy::Form;
use kith::protocol::{Answer, Ask};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::export::{download, file_today};
use crate::bridge::ask;
use crate::words::{say, say_of};

#[component]
pub fn Copies() -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<String>);
    let make = move |form: Form, of_type: &'static str| {
        said.set(None);
        failure.set(None);
        spawn_local(async move {
            match collect(form).await {
                Ok(parts) => {
                    let file = file_today(form.ending());
                    match download(&file, of_type, &parts) {
                        Ok(()) => said.set(Some(say_of("copyDone", &[("file", &file)]))),
                        Err(_) => failure.set(Some(say("exportNoFile"))),
                    }
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    view! {
        <div class="stack close">
            <h3>{say("copyTitle")}</h3>
            <p>{say("copyAbout")}</p>
            <div class="row">
                <button type="button" class="second" data-action="copy-markdown" on:click=move |_| make(Form::Markdown, "text/markdown")>{say("copyMarkdown")}</button>
                <button type="button" class="second" data-action="copy-csv" on:click=move |_| make(Form::Csv, "text/csv")>{say("copyCsv")}</button>
            </div>
            <p class="told" role="status">{move || said.get()}</p>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}

async fn collect(form: Form) -> Result<Array, String> {
    let (parts, mut after) = (Array::new(), None);
    loop {
        let Answer::Copy { text, next } = ask(&Ask::Copy { form, after }).await? else {
            return Err(say("errorUnreachable"));
        };
        parts.push(&JsValue::from_str(&text));
        match next {
            None => return Ok(parts),
            next => after = next,
        }
    }
}
