//! Several people at once: one note for everybody at a table.

use kith::protocol::{Answer, Ask, PersonView};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::finder::Finder;
use crate::bridge::ask;
use crate::words::{say, say_of};

/// Who else the note is about, by key and name.
#[component]
pub fn Also(
    person: RwSignal<PersonView>,
    also: RwSignal<Vec<(String, String)>>,
    /// Back to the note.
    back: Callback<()>,
) -> impl IntoView {
    let finding = RwSignal::new(false);
    let add = Callback::new(move |who: String| {
        finding.set(false);
        back.run(());
        let own = person.with_untracked(|p| p.who == who);
        if own || also.with_untracked(|also| also.iter().any(|(w, _)| *w == who)) {
            return;
        }
        let asked = ask(&Ask::Person {
            who: who.clone(),
            name: None,
        });
        spawn_local(async move {
            if let Ok(Answer::Person { person }) = asked.await {
                also.try_update(|also| also.push((who, person.name)));
            }
        });
    });
    let leave_it = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            finding.set(false);
            back.run(());
        }
    };
    let one = move |(who, name): (String, String)| {
        let label = say_of("alsoLeaveOut", &[("name", &name)]);
        let leave = move |_| also.update(|also| also.retain(|(w, _)| *w != who));
        view! {
            <li><button type="button" class="chip" aria-label=label aria-pressed="true" on:click=leave><bdi>{name}</bdi> " ×"</button></li>
        }
    };
    view! {
        <div class="also small stack close">
            <ul class="chips" hidden=move || also.with(Vec::is_empty) aria-label=say("alsoTitle")>
                {move || also.get().into_iter().map(one).collect_view()}
            </ul>
            <p hidden=move || finding.get()>
                <button type="button" class="plain small" data-action="also" on:click=move |_| finding.set(true)>{say("alsoAdd")}</button>
            </p>
            <Show when=move || finding.get()>
                <div on:keydown=leave_it><Finder focus=true open=add id="also"/></div>
            </Show>
        </div>
    }
}
