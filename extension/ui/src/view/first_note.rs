//! The first note: on somebody whose name stands on an open tab, until it is seen beside that name.

use std::time::Duration;

use kith::protocol::{Answer, Ask, PersonView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::note_box::NoteBox;
use super::person::Begin;
use crate::bridge::{Someone, ask, show, someone};
use crate::words::say_of;

/// How often the open tabs are asked, as long as the task is not done.
const EVERY: Duration = Duration::from_millis(700);

/// Nothing, as long as no open tab shows anybody.
#[component]
pub fn FirstNote() -> impl IntoView {
    let on = RwSignal::new(None::<Someone>);
    let person = RwSignal::new(None::<RwSignal<PersonView>>);
    let done = RwSignal::new(None::<String>);
    let owner = Owner::current();
    let look = move || {
        if done.get_untracked().is_some() {
            return;
        }
        let owner = owner.clone();
        spawn_local(async move {
            let wanted = on.with_untracked(|on| on.as_ref().map(|on| on.who.clone()));
            let Some(found) = someone(wanted.as_deref()).await else {
                return;
            };
            let written = person
                .get_untracked()
                .is_some_and(|person| person.with_untracked(|p| !p.notes.is_empty()));
            if written && !found.text.is_empty() {
                done.try_set(Some(found.text));
                return;
            }
            // whoever has a mark already needs no first note
            if wanted.is_some() || !found.text.is_empty() {
                return;
            }
            let asked = ask(&Ask::Person {
                who: found.who.clone(),
                name: Some(found.name.clone()),
            });
            if let (Ok(Answer::Person { person: view }), Some(owner)) = (asked.await, owner) {
                person.try_set(Some(owner.with(|| RwSignal::new(view))));
                on.try_set(Some(found));
            }
        });
    };
    look();
    let looking = set_interval_with_handle(look, EVERY).ok();
    on_cleanup(move || {
        if let Some(looking) = looking {
            looking.clear();
        }
    });
    move || {
        let (Someone { name, tab, .. }, person) = (on.get()?, person.get()?);
        let said = say_of("firstOn", &[("name", &name)]);
        Some(view! {
            <section class="sheet stack close" data-first-note="">
                <p>{said}</p>
                <NoteBox person begin=Begin::default() focus=false/>
                {move || done.get().map(|text| view! {
                    <p class="told between" role="status" data-first-done="">
                        {say_of("firstDone", &[("text", &text)])}
                        <button type="button" class="plain" on:click=move |_| spawn_local(show(tab))>{say_of("firstShow", &[])}</button>
                    </p>
                })}
            </section>
        })
    }
}
