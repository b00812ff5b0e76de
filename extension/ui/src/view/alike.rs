//! Somebody else of the list who may be the same person: a yes links the two, a no is remembered.

use kith::protocol::{AlikeView, Answer, Ask, PersonView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::act::Acts;
use super::link::linked;
use crate::bridge::ask;
use crate::words::{say, say_of};

/// Those who may be, each with a yes and a no.
#[component]
pub fn Alike(person: RwSignal<PersonView>) -> impl IntoView {
    let acts = Acts::on(person);
    let all = RwSignal::new(Vec::<AlikeView>::new());
    let list = move || {
        let Some(key) = person.with_untracked(|p| p.key.clone()) else {
            return;
        };
        let asked = ask(&Ask::Alike { key });
        spawn_local(async move {
            if let Ok(Answer::Alike { alike }) = asked.await {
                all.try_set(alike);
            }
        });
    };
    list();
    let yes = move |other: AlikeView| {
        let asked = Ask::Link {
            key: acts.key(),
            with: other.who,
            reason: other.why,
        };
        acts.act(asked, move |answer| linked(answer, list));
    };
    let no = move |other: AlikeView| {
        let asked = ask(&Ask::Apart {
            key: acts.key(),
            with: other.who,
            on: true,
        });
        spawn_local(async move {
            match asked.await {
                Ok(_) => list(),
                Err(why) => acts.failure.set(Some(why)),
            }
        });
    };
    let one = move |other: AlikeView| {
        let (same, apart) = (other.clone(), other.clone());
        let name = other.name.clone();
        view! {
            <li class="stack close" data-alike=other.who>
                <p>
                    <bdi>{say_of("alikeAsk", &[("name", &other.name), ("accounts", &other.accounts)])}</bdi>
                    " " <span class="quiet">{other.why}</span>
                </p>
                <div class="row">
                    <button type="button" class="second small" on:click=move |_| yes(same.clone())>{say("alikeYes")}</button>
                    <button type="button" class="plain small" aria-label=say_of("alikeNoOf", &[("name", &name)])
                        on:click=move |_| no(apart.clone())>{say("alikeNo")}</button>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <ul class="alike small stack close">{move || all.get().into_iter().map(one).collect_view()}</ul>
        </Show>
    }
}
