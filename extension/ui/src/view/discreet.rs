//! Every mark on every tab hidden, until the user shows them again.

use kith::protocol::{Answer, Ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::ask;
use crate::words::say;

fn setter(on: RwSignal<bool>) -> impl Fn(Option<bool>) + Copy {
    move |wanted| {
        let asked = match wanted {
            Some(_) => ask(&Ask::Discreet { on: wanted }),
            None => ask(&Ask::Settings {}),
        };
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Settings { settings }) => drop(on.try_set(settings.discreet)),
                Ok(Answer::Discreet { on: now, .. }) => drop(on.try_set(now)),
                _ => {}
            }
        });
    }
}

/// Says that marks are hidden, while they are.
#[component]
pub fn Hidden() -> impl IntoView {
    let on = RwSignal::new(false);
    let set = setter(on);
    set(None);
    view! {
        <Show when=move || on.get()>
            <p class="told small between" data-discreet="">
                {say("discreetOn")}
                <button type="button" class="plain" on:click=move |_| set(Some(false))>{say("discreetShow")}</button>
            </p>
        </Show>
    }
}

/// The switch, with what it is for.
#[component]
pub fn Discreet() -> impl IntoView {
    let on = RwSignal::new(false);
    let set = setter(on);
    set(None);
    view! {
        <div class="stack close">
            <h3>{say("discreetTitle")}</h3>
            <p class="small quiet">{say("discreetAbout")}</p>
            <div>
                <button type="button" class="second" data-action="discreet" on:click=move |_| set(Some(!on.get_untracked()))>
                    {move || say(if on.get() { "discreetShow" } else { "discreetHide" })}
                </button>
            </div>
        </div>
    }
}
