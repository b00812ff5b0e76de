//! What somebody is dealing with, and why the user connects with them.

use gloo_events::EventListener;
use kith::protocol::{Answer, Ask, NeedView, PersonView};
use leptos::ev;
use leptos::ev::{EventDescriptor, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::act::Acts;
use super::people_changed;
use super::timeline::Delete;
use crate::bridge::ask;
use crate::words::{say, say_of};

/// The needs, each to be marked as met or as open again, and a line for another.
#[component]
pub fn Needs(person: RwSignal<PersonView>) -> impl IntoView {
    let acts = Acts::on(person);
    let failure = acts.failure;
    let text = RwSignal::new(String::new());
    let mark = move |text: String, met: bool| {
        let key = acts.key();
        let back = Ask::Need {
            key: key.clone(),
            text: text.clone(),
            met: !met,
        };
        let said = say(if met { "needMetDone" } else { "needOpenDone" });
        acts.act(Ask::Need { key, text, met }, |_| Some((said, back)));
    };
    let one = move |NeedView {
                        piece,
                        text,
                        since,
                        met,
                    }: NeedView| {
        let label = say_of(
            if met { "needOpenOf" } else { "needMetOf" },
            &[("need", &text)],
        );
        let said = say(if met { "needOpen" } else { "needMet" });
        let about = text.clone();
        view! {
            <li class="need between" class:met=met>
                <span><bdi>{text.clone()}</bdi> " " <span class="small quiet">{since}</span></span>
                <span class="row small">
                    <button type="button" class="plain small" aria-label=label on:click=move |_| mark(about.clone(), !met)>{said}</button>
                    <Delete acts piece text/>
                </span>
            </li>
        }
    };
    let add = move || {
        let need = text.try_get_untracked().unwrap_or_default();
        let Some((who, name)) = person
            .try_with_untracked(|p| (p.who.clone(), p.name.clone()))
            .filter(|_| !need.trim().is_empty())
        else {
            return;
        };
        text.set(String::new());
        let asked = Ask::Needs {
            who,
            name: Some(name),
            text: need.clone(),
        };
        acts.act(asked, move |answer| {
            let Answer::Needs { person, .. } = answer else {
                return None;
            };
            let need = person.needs.iter().find(|n| n.text == need.trim())?;
            let back = Ask::Delete {
                key: person.who.clone(),
                piece: Some(need.piece.clone()),
            };
            Some((say("noteSaved"), back))
        });
    };
    super::on_leave(add);
    view! {
        <section class="needs stack close">
            <h3 hidden=move || person.with(|p| p.needs.is_empty())>{say("needsTitle")}</h3>
            <ul hidden=move || person.with(|p| p.needs.is_empty())>
                {move || person.with(|p| p.needs.clone()).into_iter().map(one).collect_view()}
            </ul>
            <form class="line" on:submit=move |event: SubmitEvent| { event.prevent_default(); add() }>
                <input id="need" type="text" dir="auto" autocomplete="off" aria-label=say("needAdd") placeholder=say("needAdd")
                    prop:value=move || text.get() on:input:target=move |event| text.set(event.target().value())/>
                <button class="second small" hidden=move || text.with(|t| t.trim().is_empty())>{say("add")}</button>
            </form>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </section>
    }
}

/// The reason, in one line.
#[component]
pub fn Why(person: RwSignal<PersonView>, focus: bool) -> impl IntoView {
    let acts = Acts::on(person);
    let saved = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let typed = RwSignal::new(None::<String>);
    let field = NodeRef::<Input>::new();
    if focus {
        field.on_load(|field| {
            field.focus().ok();
        });
    }
    let changed = people_changed();
    let save = move |text: String| {
        let (who, name, why) =
            person.with_untracked(|p| (p.who.clone(), p.name.clone(), p.why.clone()));
        if text.trim() == why {
            return;
        }
        typed.set(None);
        let back = Ask::Why {
            who: who.clone(),
            name: None,
            text: why,
        };
        let asked = ask(&Ask::Why {
            who,
            name: Some(name),
            text,
        });
        failure.set(None);
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Why { person: after, .. }) => {
                    let back = match back {
                        // somebody new has a key since
                        Ask::Why { text, name, .. } => Ask::Why {
                            who: after.who.clone(),
                            name,
                            text,
                        },
                        other => other,
                    };
                    person.set(after);
                    acts.done(say("noteSaved"), back);
                    saved.set(true);
                    changed();
                }
                other => failure.set(Some(other.err().unwrap_or_else(|| say("errorUnreachable")))),
            }
        });
    };
    // A popup that closes is given no time for a last word, and tells its field nothing.
    let leave = move || {
        if let Some(text) = typed.try_get_untracked().flatten() {
            save(text);
        }
    };
    let leaving = [ev::pagehide.name(), ev::visibilitychange.name()]
        .map(|name| EventListener::new(&window(), name.into_owned(), move |_| leave()));
    let leaving = StoredValue::new_local(leaving);
    on_cleanup(move || {
        leave();
        leaving.dispose();
    });
    view! {
        <div class="why">
            <label class="small" for="why">{say("whyLabel")}</label>
            <input
                id="why"
                type="text"
                dir="auto"
                autocomplete="off"
                placeholder=say("whyPlaceholder")
                node_ref=field
                prop:value=move || person.with(|p| p.why.clone())
                on:input:target=move |event| {
                    typed.set(Some(event.target().value()));
                    saved.set(false);
                }
                on:change:target=move |event| save(event.target().value())
            />
            <p class="small quiet" role="status">{move || saved.get().then(|| say("noteSaved"))}</p>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}
