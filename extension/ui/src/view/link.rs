//! Another account, or another person of the list, who is the same human being.

use kith::protocol::{Answer, Ask, PersonView};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::Acts;
use super::finder::Finder;
use crate::words::{say, say_of};

/// A reason, an address, or somebody of the list.
#[component]
pub fn Link(person: RwSignal<PersonView>, done: Callback<()>) -> impl IntoView {
    let acts = Acts::on(person);
    let failure = acts.failure;
    let (reason, address) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let link = Callback::new(move |with: String| {
        let asked = Ask::Link {
            key: acts.key(),
            with,
            reason: reason.get_untracked(),
        };
        acts.act(asked, move |answer| linked(answer, || done.run(())));
    });
    let by_address = move |event: SubmitEvent| {
        event.prevent_default();
        let with = address.get_untracked();
        if !with.trim().is_empty() {
            link.run(with.trim().to_owned());
        }
    };
    view! {
        <div class="link small stack close" data-link="">
            <h3>{move || person.with(|p| say_of("linkTitle", &[("name", &p.name)]))}</h3>
            <label class="quiet">{say("linkReason")}
                <input id="link-reason" type="text" dir="auto" autocomplete="off" placeholder=say("linkReasonSuch")
                    prop:value=move || reason.get() on:input:target=move |event| reason.set(event.target().value())/>
            </label>
            <form class="line" on:submit=by_address>
                <input id="link-address" type="text" autocomplete="off" aria-label=say("linkAddress") placeholder=say("linkAddress")
                    prop:value=move || address.get() on:input:target=move |event| address.set(event.target().value())/>
                <button class="second small">{say("linkDo")}</button>
            </form>
            <Finder focus=false open=link id="link"/>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}

/// After a link was made: what to do then, and what the undo bar says and does.
pub fn linked(answer: &Answer, then: impl Fn()) -> Option<(String, Ask)> {
    let Answer::Link {
        person, account, ..
    } = answer
    else {
        return None;
    };
    then();
    let back = Ask::Unlink {
        key: person.who.clone(),
        account: account.clone(),
    };
    Some((say("linked"), back))
}

/// Takes an account away again.
#[component]
pub fn Unlink(acts: Acts, account: String, label: String) -> impl IntoView {
    let said = say_of("unlinkOf", &[("account", &label)]);
    let unlink = move |_| {
        let key = acts.key();
        let asked = Ask::Unlink {
            key,
            account: account.clone(),
        };
        acts.act(asked, |_| None);
    };
    view! { <button type="button" class="plain" data-act="unlink" aria-label=said on:click=unlink>{say("unlink")}</button> }
}
