//! What passed, where a note tells of that: a kind and a direction, by a press or by a key together with Alt.

use kith::protocol::Passed as Told;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

use crate::state::{Choosing, DIRECTIONS, KINDS};
use crate::words::say;

/// The choices, folded away until they are wanted.
#[component]
pub fn Passed(choosing: RwSignal<Choosing>) -> impl IntoView {
    let open = RwSignal::new(false);
    let by_key = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if !event.alt_key()
            || event.repeat()
            || event.ctrl_key()
            || event.meta_key()
            || event.is_composing()
        {
            return;
        }
        let mut next = choosing.get_untracked();
        if next.key(&event.code()) {
            event.prevent_default();
            choosing.set(next);
            open.set(true);
        }
    });
    on_cleanup(move || by_key.remove());
    let told = Memo::new(move |_| choosing.get().passed());
    let kinds = KINDS.iter().map(|(kind, word, key)| {
        let is_it = move || told.get().is_some_and(|t: Told| t.kind == *kind);
        view! {
            <button type="button" class="chip" aria-pressed=move || is_it().to_string()
                on:click=move |_| choosing.update(|c| c.kind(*kind))>
                {say(&format!("kind{word}"))} " " <kbd aria-hidden="true">{key.to_string()}</kbd>
            </button>
        }
    });
    let directions = DIRECTIONS.iter().map(|(direction, word, key)| {
        let is_it = move || told.get().is_some_and(|t: Told| t.direction == *direction);
        view! {
            <button type="button" class="chip" aria-pressed=move || is_it().to_string()
                on:click=move |_| choosing.update(|c| c.direction(*direction))>
                {say(&format!("direction{word}"))} " " <kbd aria-hidden="true">{key.to_string()}</kbd>
            </button>
        }
    });
    view! {
        <details class="passed small" prop:open=move || open.get()>
            <summary>{say("passedTitle")}</summary>
            <div class="stack close">
                <div class="chips" role="group" aria-label=say("passedKinds")>{kinds.collect_view()}</div>
                <div class="chips" role="group" aria-label=say("passedDirections")>{directions.collect_view()}</div>
                <p class="quiet">{say("passedKeys")}</p>
            </div>
        </details>
    }
}
