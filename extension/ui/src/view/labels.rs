//! The user's own words for somebody: each on a number key, together with Alt.

use kith::protocol::{Ask, LabelView, PersonView};
use leptos::ev::{self, KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::act::Acts;
use crate::state::label_at;
use crate::words::{say, say_of};

/// The labels that there are, and a line for a new one.
#[component]
pub fn Labels(person: RwSignal<PersonView>) -> impl IntoView {
    let acts = Acts::on(person);
    let failure = acts.failure;
    let text = RwSignal::new(String::new());
    let give = move |label: String, on: bool| {
        let (who, name) = person.with_untracked(|p| (p.who.clone(), p.name.clone()));
        let ask = move |on| Ask::Label {
            who: who.clone(),
            name: Some(name.clone()),
            label: label.clone(),
            on,
        };
        let back = ask(!on);
        let said = say(if on { "labelGiven" } else { "labelTaken" });
        acts.act(ask(on), |_| Some((said, back)));
    };
    let by_key = {
        let give = give.clone();
        window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            if !event.alt_key() || event.ctrl_key() || event.meta_key() || event.repeat() {
                return;
            }
            let pressed = person.with_untracked(|p| label_at(&p.labels, &event.code()).cloned());
            if let Some(LabelView { label, on }) = pressed {
                event.prevent_default();
                give(label, !on);
            }
        })
    };
    on_cleanup(move || by_key.remove());
    let chip = {
        let give = give.clone();
        move |(at, LabelView { label, on }): (usize, LabelView)| {
            let (give, word) = (give.clone(), label.clone());
            view! {
                <button type="button" class="chip" aria-pressed=on.to_string() on:click=move |_| give(word.clone(), !on)>
                    <bdi>{label}</bdi>
                    {(at < 9).then(|| view! { " " <kbd aria-hidden="true">{at + 1}</kbd> })}
                </button>
            }
        }
    };
    let unlist = move || {
        let nobody = person.with(|p| p.labels.iter().find(|l| !l.on).map(|l| l.label.clone()));
        nobody.map(|label| {
            let said = say_of("labelUnlist", &[("label", &label)]);
            let asked = Ask::Unlist { label };
            view! { <button type="button" class="plain small" on:click=move |_| {
                acts.act(asked.clone(), |_| None);
                acts.again();
            }>{said}</button> }
        })
    };
    let add = {
        let give = give.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let label = text.get_untracked();
            if !label.trim().is_empty() {
                give(label, true);
                text.set(String::new());
            }
        }
    };
    view! {
        <details class="labels small" prop:open=move || person.with(|p| p.labels.iter().any(|l| l.on))>
            <summary>{say("labelsTitle")}</summary>
            <div class="stack close">
                <div class="chips" role="group" aria-label=say("labelsTitle")>
                    {move || person.with(|p| p.labels.clone()).into_iter().enumerate().map(chip.clone()).collect_view()}
                </div>
                <form class="line" on:submit=add>
                    <input id="label" type="text" dir="auto" autocomplete="off" aria-label=say("labelAdd") placeholder=say("labelAdd")
                        prop:value=move || text.get() on:input:target=move |event| text.set(event.target().value())/>
                    <button class="second small" hidden=move || text.with(|t| t.trim().is_empty())>{say("add")}</button>
                </form>
                {unlist}
            </div>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </details>
    }
}
