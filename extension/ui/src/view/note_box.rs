//! The box in which a note is written.

use kith::protocol::{Answer, Ask, PersonView};
use leptos::ev::{self, KeyboardEvent, SubmitEvent};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::act::Acts;
use super::also::Also;
use super::keeper::Keeper;
use super::passed::Passed;
use super::people_changed;
use super::person::Begin;
use crate::bridge::ask;
use crate::state::{Choosing, host};
use crate::words::{say, say_of};

/// A box for a note on `person`, who is replaced when it was saved.
#[component]
pub fn NoteBox(person: RwSignal<PersonView>, begin: Begin, focus: bool) -> impl IntoView {
    let PersonView { who, draft, .. } = person.get_untracked();
    let Begin { place, text: first } = begin;
    let restored = RwSignal::new(!draft.is_empty());
    let whole = [Some(draft), first.clone()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty());
    let text = RwSignal::new(whole.collect::<Vec<_>>().join("\n"));
    let (saving, saved) = (RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<String>);
    let choosing = RwSignal::new(Choosing::default());
    let also = RwSignal::new(Vec::<(String, String)>::new());
    let keeper = StoredValue::new_local(Keeper::new(who, failure));
    if first.is_some() {
        keeper.with_value(|keeper| keeper.typed(text.get_untracked()));
    }
    let acts = Acts::on(person);
    let area = NodeRef::<Textarea>::new();
    if focus {
        area.on_load(|area| {
            let end = area.value().encode_utf16().count() as u32;
            area.focus().ok();
            area.set_selection_range(end, end).ok();
        });
    }

    let typed = move |now: String| {
        keeper.with_value(|keeper| keeper.typed(now.clone()));
        text.set(now);
        saved.set(false);
        restored.set(false);
        failure.set(None);
    };
    let changed = people_changed();
    let kept_place = place.clone();
    let save = move || {
        if saving.get_untracked() {
            return;
        }
        let now = text.get_untracked();
        let PersonView { who, name, .. } = person.get_untracked();
        let note = Ask::Note {
            who,
            name: Some(name),
            text: now.clone(),
            place: kept_place.clone(),
            passed: choosing.get_untracked().passed(),
            also: also.with_untracked(|also| also.iter().map(|(who, _)| who.clone()).collect()),
        };
        let earlier = keeper.with_value(Keeper::saving);
        saving.set(true);
        saved.set(false);
        failure.set(None);
        spawn_local(async move {
            earlier.await;
            match ask(&note).await {
                Ok(Answer::Note { person: after, .. }) => {
                    keeper.try_with_value(|keeper| keeper.saved(after.who.clone()));
                    let saved_text = now.trim();
                    let here = after.notes.iter().chain(&after.history);
                    if let Some(item) = here.into_iter().find(|i| i.text == saved_text) {
                        let back = Ask::Delete {
                            key: after.who.clone(),
                            piece: Some(item.piece.clone()),
                        };
                        acts.done(say("noteSaved"), back);
                    }
                    text.set(String::new());
                    choosing.set(Choosing::default());
                    also.set(Vec::new());
                    restored.set(false);
                    saved.set(true);
                    person.set(after);
                    changed();
                }
                other => {
                    keeper.try_with_value(|keeper| keeper.failed(now));
                    failure.set(Some(other.err().unwrap_or_else(|| say("errorUnreachable"))));
                }
            }
            saving.set(false);
            if let Some(area) = area.get_untracked() {
                area.focus().ok();
            }
        });
    };
    let saves = |event: &KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key();
        event.key() == "Enter" && held && !event.is_composing() && !event.default_prevented()
    };
    let by_key = {
        let save = save.clone();
        move |event: KeyboardEvent| {
            if saves(&event) {
                event.prevent_default();
                save();
            }
        }
    };
    // also where the focus is nowhere
    let anywhere = {
        let save = save.clone();
        window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            let nowhere = document()
                .active_element()
                .is_none_or(|at| at.local_name() == "body");
            if nowhere && saves(&event) && text.with_untracked(|text| !text.trim().is_empty()) {
                event.prevent_default();
                save();
            }
        })
    };
    on_cleanup(move || anywhere.remove());
    let back = Callback::new(move |()| {
        if let Some(area) = area.get_untracked() {
            area.focus().ok();
        }
    });
    let by_button = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };

    view! {
        <form class="note-box" on:submit=by_button on:keydown=by_key>
            <label class="heard" for="note">
                {move || person.with(|p| say_of("noteLabel", &[("name", &p.name)]))}
            </label>
            <textarea
                id="note"
                dir="auto"
                node_ref=area
                placeholder=say("notePlaceholder")
                prop:value=move || text.get()
                readonly=move || saving.get()
                on:input:target=move |event| typed(event.target().value())
            ></textarea>
            <div class="under small">
                <p class="quiet">
                    <span class="saved">{move || saved.get().then(|| say("noteSaved"))}</span>
                    " "
                    <Show when=move || restored.get()>
                        <span>{say("noteRestored")}</span>
                        " "
                    </Show>
                    <span>{say("noteStays")}</span>
                </p>
                <button>{say("noteSave")} " " <kbd aria-hidden="true">{save_keys()}</kbd></button>
            </div>
            <Passed choosing/>
            <Also person also back/>
            {place.map(|place| view! {
                <p class="small quiet">
                    {say_of("notePlace", &[("place", host(&place))])}
                </p>
            })}
            <p class="alert" role="alert">{move || failure.get()}</p>
        </form>
    }
}

/// The keys that save, as this machine's keyboard names them.
pub fn save_keys() -> String {
    say(if on_apple() { "keySaveMac" } else { "keySave" })
}

/// The keys that undo.
pub fn undo_keys() -> String {
    say(if on_apple() {
        "keyUndoMac"
    } else {
        "keyUndoOther"
    })
}

fn on_apple() -> bool {
    let platform = window().navigator().platform();
    platform.is_ok_and(|p| p.starts_with("Mac") || p.starts_with("iP"))
}
