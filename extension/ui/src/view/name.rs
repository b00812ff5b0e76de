//! What somebody is called, and who they are: to be changed, linked with another, or deleted with all that is noted.

use kith::protocol::{Ask, PersonView};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::act::Acts;
use super::link::Link;
use crate::words::{say, say_of};

/// The buttons behind a name. `gone` hears when the person is deleted.
#[component]
pub fn Rename(person: RwSignal<PersonView>, gone: Callback<()>) -> impl IntoView {
    let acts = Acts::on(person);
    let failure = acts.failure;
    let open = RwSignal::new(false);
    let linking = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(name) = field.get_untracked().map(|field| field.value()) else {
            return;
        };
        let (key, before) = person.with_untracked(|p| (p.who.clone(), p.name.clone()));
        open.set(false);
        if name.trim() == before {
            return;
        }
        let said = say_of("nameDone", &[("name", name.trim())]);
        let back = Ask::Name {
            key: key.clone(),
            name: before,
        };
        acts.act(Ask::Name { key, name }, |_| Some((said, back)));
    };
    let delete = move |_| {
        let name = person.with_untracked(|p| p.name.clone());
        acts.delete(say_of("personDeleted", &[("name", &name)]), move || {
            gone.run(())
        });
    };
    view! {
        <Show when=move || open.get()>
            <form class="line" on:submit=save>
                <input id="rename" type="text" dir="auto" autocomplete="off" aria-label=say("nameLabel") node_ref=field
                    prop:value=person.with_untracked(|p| p.name.clone())/>
                <button class="second small">{say("nameSave")}</button>
            </form>
        </Show>
        <p class="row small" hidden=move || open.get() || person.with(|p| p.key.is_none())>
            <button type="button" class="plain" data-action="rename" on:click=move |_| open.set(true)>{say("nameChange")}</button>
            <button type="button" class="plain" data-action="link" on:click=move |_| linking.update(|l| *l = !*l)>{say("linkOpen")}</button>
            <button type="button" class="plain" data-action="delete-person" on:click=delete>{say("personDelete")}</button>
        </p>
        <Show when=move || linking.get()>
            <Link person done=Callback::new(move |()| linking.set(false))/>
        </Show>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}
