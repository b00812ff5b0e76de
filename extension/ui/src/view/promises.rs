//! What the user said they would do for somebody, and a line for another promise.

use kith::protocol::{Answer, Ask, PersonView, PromiseView};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::Acts;
use super::timeline::Delete;
use crate::words::{say, say_of};

/// The promises, each to be marked as kept.
#[component]
pub fn Promises(person: RwSignal<PersonView>) -> impl IntoView {
    let acts = Acts::on(person);
    let failure = acts.failure;
    let (text, due) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let mark = move |piece: String, kept: bool| {
        let key = acts.key();
        let back = Ask::Kept {
            key: key.clone(),
            piece: piece.clone(),
            kept: !kept,
        };
        let said = say(if kept {
            "promiseKeptDone"
        } else {
            "promiseOpenDone"
        });
        acts.act(Ask::Kept { key, piece, kept }, |_| Some((said, back)));
    };
    let one = move |PromiseView {
                        piece,
                        text,
                        due,
                        exact,
                        kept,
                    }: PromiseView| {
        let label = say_of(
            if kept {
                "promiseOpenOf"
            } else {
                "promiseKeptOf"
            },
            &[("promise", &text)],
        );
        let said = say(if kept { "promiseOpen" } else { "promiseKept" });
        let which = piece.clone();
        view! {
            <li class="need between" class:met=kept>
                <span><bdi>{text.clone()}</bdi> " " {due.map(|due| view! { <time class="small quiet" title=exact>{due}</time> })}</span>
                <span class="row small">
                    <button type="button" class="plain small" aria-label=label on:click=move |_| mark(which.clone(), !kept)>{said}</button>
                    <Delete acts piece text/>
                </span>
            </li>
        }
    };
    let add = move || {
        let promise = text.try_get_untracked().unwrap_or_default();
        let Some((who, name)) = person
            .try_with_untracked(|p| (p.who.clone(), p.name.clone()))
            .filter(|_| !promise.trim().is_empty())
        else {
            return;
        };
        let asked = Ask::Promise {
            who,
            name: Some(name),
            text: promise.clone(),
            due: due.try_get_untracked(),
        };
        text.set(String::new());
        due.set(String::new());
        acts.act(asked, move |answer| {
            let Answer::Promise { person, .. } = answer else {
                return None;
            };
            let promise = person.promises.iter().find(|p| p.text == promise.trim())?;
            let back = Ask::Delete {
                key: person.who.clone(),
                piece: Some(promise.piece.clone()),
            };
            Some((say("noteSaved"), back))
        });
    };
    super::on_leave(add);
    let typed = move || text.with(|t| !t.trim().is_empty());
    view! {
        <section class="needs stack close">
            <h3 hidden=move || person.with(|p| p.promises.is_empty())>{say("promisesTitle")}</h3>
            <ul hidden=move || person.with(|p| p.promises.is_empty())>
                {move || person.with(|p| p.promises.clone()).into_iter().map(one).collect_view()}
            </ul>
            <form class="line" on:submit=move |event: SubmitEvent| { event.prevent_default(); add() }>
                <input id="promise" type="text" dir="auto" autocomplete="off" aria-label=say("promiseAdd") placeholder=say("promiseAdd")
                    prop:value=move || text.get() on:input:target=move |event| text.set(event.target().value())/>
                <span class="row" hidden=move || !typed()>
                    <label class="small quiet">{say("promiseDue")} " "
                        <input type="date" prop:value=move || due.get() on:input:target=move |event| due.set(event.target().value())/>
                    </label>
                    <button class="second small">{say("add")}</button>
                </span>
            </form>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </section>
    }
}
