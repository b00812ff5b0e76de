//! What Kith writes down by itself, each kind with its switch.

use kith::protocol::{Answer, Ask, KINDS};
use kith::store::Settings;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::ask;
use crate::words::say;

/// The switches, with what they are for.
#[component]
pub fn Observing() -> impl IntoView {
    let settings = RwSignal::new(Settings::default());
    let failure = RwSignal::new(None::<String>);
    // Goes up when the page may show another choice than the one that holds.
    let drawn = RwSignal::new(0);
    let hear = move |asked: Ask| {
        let asked = ask(&asked);
        failure.set(None);
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Settings { settings: now } | Answer::Observe { settings: now }) => {
                    settings.set(now)
                }
                other => failure.set(other.err()),
            }
            drawn.update(|n| *n += 1);
        });
    };
    hear(Ask::Settings {});
    let switch = move |what: &'static str| {
        let id = format!("observe-{what}");
        let change = move |event| {
            let on = event_target_checked(&event);
            let what = what.to_owned();
            hear(Ask::Observe { what, on });
        };
        let on = move || {
            drawn.track();
            settings.with(|s| !s.unobserved.contains(what))
        };
        view! {
            <li class="choice">
                <input type="checkbox" id=id.clone() prop:checked=on on:change=change/>
                <label for=id>{say(&format!("observe{what}"))}</label>
            </li>
        }
    };
    view! {
        <div class="stack close" data-observing="">
            <h3>{say("observeTitle")}</h3>
            <p class="small quiet">{say("observeAbout")}</p>
            <ul class="switches">{KINDS.map(switch).collect_view()}</ul>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_switch_has_words() {
        for what in KINDS {
            let key = format!("observe{what}");
            assert_ne!(say(&key), key);
        }
    }
}
