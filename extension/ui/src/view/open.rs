//! What is open with everybody: promises of the user's, and needs.

use kith::protocol::{Answer, Ask, OpenView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Changed;
use super::dashboard::address_of;
use crate::bridge::ask;
use crate::words::say;

/// Two lists; a word where both are empty.
#[component]
pub fn Open() -> impl IntoView {
    let promises = RwSignal::new(Vec::<OpenView>::new());
    let needs = RwSignal::new(Vec::<OpenView>::new());
    let failure = RwSignal::new(None::<String>);
    let changed = use_context::<Changed>();
    Effect::new(move || {
        if let Some(Changed(count)) = changed {
            count.track();
        }
        let asked = ask(&Ask::Open {});
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Open {
                    promises: promised,
                    needs: needed,
                }) => {
                    promises.try_set(promised);
                    needs.try_set(needed);
                }
                other => drop(failure.try_set(other.err())),
            }
        });
    });
    let nothing = move || promises.with(Vec::is_empty) && needs.with(Vec::is_empty);
    view! {
        <p class="quiet" hidden=move || !nothing()>{say("openNothing")}</p>
        <Listed title=say("promisesTitle") all=promises/>
        <Listed title=say("needsTitle") all=needs/>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}

#[component]
fn Listed(title: String, all: RwSignal<Vec<OpenView>>) -> impl IntoView {
    let one = |OpenView {
                   who,
                   name,
                   text,
                   when,
                   exact,
                   ..
               }: OpenView| {
        view! {
            <li>
                <a href=address_of(&who)><bdi>{name}</bdi></a> " " <bdi>{text}</bdi> " " <time class="small quiet" title=exact>{when}</time>
            </li>
        }
    };
    view! {
        <div class="stack close" hidden=move || all.with(Vec::is_empty)>
            <h3>{title}</h3>
            <ul class="stack close">{move || all.get().into_iter().map(one).collect_view()}</ul>
        </div>
    }
}
