//! The list of keys, which every view shows at a press of `?`.

use leptos::ev::{self, KeyboardEvent};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::note_box::{save_keys, undo_keys};
use crate::bridge::{Command, commands};
use crate::state::{DIRECTIONS, KINDS};
use crate::words::say;

/// The commands, as the manifest names them, with their words.
const COMMANDS: [(&str, &str); 4] = [
    ("_execute_action", "commandOpen"),
    ("note", "commandNote"),
    ("panel", "commandPanel"),
    ("discreet", "commandDiscreet"),
];

/// A button `?`, and the list that it opens; so does the key.
#[component]
pub fn Keys() -> impl IntoView {
    let known = RwSignal::new(Vec::<Command>::new());
    let dialog = NodeRef::<Dialog>::new();
    let open = move || {
        spawn_local(async move {
            known.try_set(commands().await);
        });
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            dialog.show_modal().ok();
        }
    };
    let by_key = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "?" && !typing(&event) {
            event.prevent_default();
            open();
        }
    });
    on_cleanup(move || by_key.remove());
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let keys = move |name: &str| {
        let shortcut = known.with(|all| {
            let command = all.iter().find(|c| c.name == name);
            command
                .map(|c| c.shortcut.clone())
                .filter(|s| !s.is_empty())
        });
        match shortcut {
            Some(shortcut) => view! { <kbd>{shortcut}</kbd> }.into_any(),
            None => view! { <span class="quiet">{say("keysNone")}</span> }.into_any(),
        }
    };
    let anywhere = COMMANDS.map(|(name, words)| {
        view! { <div class="key"><dt>{say(words)}</dt><dd>{move || keys(name)}</dd></div> }
    });
    let here = [
        (save_keys(), "keyNoteSaves"),
        ("Alt+1 … 9".to_owned(), "keyLabel"),
        (format!("Alt+{}", letters(&KINDS.map(|k| k.2))), "keyKind"),
        (
            format!("Alt+{}", letters(&DIRECTIONS.map(|d| d.2))),
            "keyWay",
        ),
        ("↑  ↓".to_owned(), "keyArrows"),
        ("Enter".to_owned(), "keyEnter"),
        ("Esc".to_owned(), "keyEscape"),
        (undo_keys(), "keyUndo"),
        ("?".to_owned(), "keyHelp"),
    ]
    .map(|(key, words)| {
        view! { <div class="key"><dt>{say(words)}</dt><dd><kbd>{key}</kbd></dd></div> }
    });
    view! {
        <button type="button" class="plain help" aria-label=say("keysOpen") title=say("keysOpen") data-action="keys" on:click=move |_| open()>"?"</button>
        <dialog class="keys" node_ref=dialog aria-labelledby="keys-title">
            <div class="stack">
                <h2 id="keys-title" class="title" tabindex="-1" autofocus>{say("keysTitle")}</h2>
                <section class="stack close">
                    <h3>{say("keysAnywhere")}</h3>
                    <dl class="small">{anywhere.collect_view()}</dl>
                    <p class="small quiet">{say("keysChange")}</p>
                </section>
                <section class="stack close">
                    <h3>{say("keysHere")}</h3>
                    <dl class="small">{here.collect_view()}</dl>
                </section>
                <div><button type="button" class="second" on:click=close>{say("keysClose")}</button></div>
            </div>
        </dialog>
    }
}

/// Letters one after the other.
fn letters(all: &[char]) -> String {
    all.iter()
        .map(char::to_string)
        .collect::<Vec<_>>()
        .join("  ")
}

/// Whether what was pressed belongs to a text that is being written.
pub fn typing(event: &KeyboardEvent) -> bool {
    let Some(at) = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    match &*at.local_name() {
        "textarea" => true,
        "input" => at
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| matches!(&*input.type_(), "text" | "search" | "date")),
        _ => false,
    }
}
