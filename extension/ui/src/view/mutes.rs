//! What is silenced before connecting, each with its undo, and what became of the last prompts.

use kith::prompt::Mute;
use kith::protocol::{Answer, Ask, MuteView, OutcomeView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dashboard::address_of;
use crate::bridge::ask;
use crate::state::SITES;
use crate::words::{say, say_of};

/// Mutes, and what was chosen.
#[component]
pub fn Mutes() -> impl IntoView {
    let mutes = RwSignal::new(Vec::<MuteView>::new());
    let outcomes = RwSignal::new(Vec::<OutcomeView>::new());
    let failure = RwSignal::new(None::<String>);
    let list = move || {
        let (silent, became) = (ask(&Ask::Mutes {}), ask(&Ask::Outcomes {}));
        spawn_local(async move {
            match silent.await {
                Ok(Answer::Mutes { mutes: all }) => mutes.set(all),
                other => failure.set(other.err()),
            }
            if let Ok(Answer::Outcomes { outcomes: all }) = became.await {
                outcomes.set(all);
            }
        });
    };
    list();
    let set = move |mute: Mute, on: bool| {
        let asked = ask(&Ask::Mute { mute, on });
        failure.set(None);
        spawn_local(async move {
            failure.set(asked.await.err());
            list();
        });
    };
    let silent = move |MuteView { text, mute }: MuteView| {
        let (word, whole) = match mute {
            Mute::Forgotten { .. } => ("forgottenUndo", "forgottenUndoOf"),
            _ => ("muteUndo", "muteUndoOf"),
        };
        let label = say_of(whole, &[("mute", &text)]);
        view! {
            <li class="between">
                <span>{text}</span>
                <button type="button" class="plain small" aria-label=label on:click=move |_| set(mute.clone(), false)>
                    {say(word)}
                </button>
            </li>
        }
    };
    // Sites on which it may ask.
    let asking = move || {
        let silent = |site: &str| {
            mutes.with(|all| {
                all.iter()
                    .any(|m| matches!(&m.mute, Mute::Site { site: s } if s == site))
            })
        };
        let words = SITES.iter().map(|site| site.word);
        words.filter(|site| !silent(site)).collect::<Vec<_>>()
    };
    let became = |OutcomeView {
                      name,
                      who,
                      text,
                      when,
                      exact,
                  }: OutcomeView| {
        view! {
            <li class="small">
                <a href=address_of(&who)><bdi>{name}</bdi></a>
                " "
                <span>{text}</span>
                " "
                <span class="quiet" title=exact>{when}</span>
            </li>
        }
    };
    view! {
        <p>{say("askAbout")}</p>
        <p class="quiet" hidden=move || mutes.with(|m| !m.is_empty())>{say("mutesNone")}</p>
        <ul class="stack close" data-mutes="">{move || mutes.get().into_iter().map(silent).collect_view()}</ul>
        <div class="row">{move || asking().into_iter().map(|site| {
            let mute = Mute::Site { site: site.to_owned() };
            let said = say_of("muteSiteDo", &[("site", &say(&format!("network{site}")))]);
            view! { <button type="button" class="second" on:click=move |_| set(mute.clone(), true)>{said}</button> }
        }).collect_view()}</div>
        <details hidden=move || outcomes.with(Vec::is_empty)>
            <summary>{say("outcomesTitle")}</summary>
            <ul class="outcomes">{move || outcomes.get().into_iter().map(became).collect_view()}</ul>
        </details>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}
