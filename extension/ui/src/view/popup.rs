//! The popup: a note on somebody in two keystrokes, or a search.

use kith::prompt::Way;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::UrlSearchParams;

use super::finder::Finder;
use super::notices::Notices;
use super::person::{Focus, Person};
use crate::bridge::{Target, blind, target};
use crate::words::say;

/// What the popup shows.
#[derive(Clone, PartialEq)]
enum Page {
    /// Not known yet.
    Waiting,
    /// A search; `nobody` where the page in view is nobody's.
    Search { nobody: bool },
    /// A person, met on a page or found by search.
    Person {
        who: String,
        name: Option<String>,
        place: Option<String>,
        way: Option<Way>,
        searched: bool,
    },
}

#[component]
pub fn Popup() -> impl IntoView {
    let page = RwSignal::new(asked_for().map_or(Page::Waiting, Page::of));
    if page.get_untracked() == Page::Waiting {
        spawn_local(async move {
            page.set(
                target()
                    .await
                    .map_or(Page::Search { nobody: true }, Page::of),
            );
        });
    }
    let blinded = RwSignal::new(false);
    spawn_local(async move { blinded.set(blind().await) });
    let open = Callback::new(move |who| {
        page.set(Page::Person {
            who,
            name: None,
            place: None,
            way: None,
            searched: true,
        })
    });
    let search = move || page.set(Page::Search { nobody: false });
    let escape = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let back = page.with_untracked(|page| matches!(page, Page::Person { searched: true, .. }));
        if event.key() == "Escape" && back && !event.is_composing() {
            event.prevent_default();
            search();
        }
    });
    on_cleanup(move || escape.remove());

    view! {
        <header class="bar small">
            <h1 class="heard">{say("extName")}</h1>
            <button class="plain" hidden=move || !matches!(page.get(), Page::Person { .. }) on:click=move |_| search()>
                {say("findSomeone")}
            </button>
            <a href=move || page.with(Page::dashboard) target="_blank">{say("openKith")}</a>
        </header>
        <main class="stack">
            <Notices open/>
            {move || blinded.get().then(|| view! { <p class="alert" role="status">{say("blind")}</p> })}
            {move || match page.get() {
                Page::Waiting => ().into_any(),
                Page::Person { who, name, place, way, .. } => view! { <Person who name place way focus=Focus::Note/> }.into_any(),
                Page::Search { nobody } => view! {
                    <section class="stack">
                        <h2 class="title">{say("findTitle")}</h2>
                        {nobody.then(|| view! { <p class="small quiet">{say("findNoTarget")}</p> })}
                        <Finder focus=true open/>
                    </section>
                }.into_any(),
            }}
        </main>
    }
}

impl Page {
    fn of(
        Target {
            who,
            name,
            post,
            way,
        }: Target,
    ) -> Page {
        Page::Person {
            who,
            name,
            place: post,
            way,
            searched: false,
        }
    }

    /// Where the rest about whom is shown stands.
    fn dashboard(&self) -> String {
        match self {
            Page::Person { who, .. } => super::dashboard::address_of(who),
            _ => "dashboard.html".to_owned(),
        }
    }
}

/// The person in the page's own address.
fn asked_for() -> Option<Target> {
    let search = window().location().search().ok()?;
    let given = UrlSearchParams::new_with_str(&search).ok()?;
    let who = given.get("person").filter(|who| !who.is_empty())?;
    Some(Target {
        who,
        name: given.get("name"),
        post: given.get("post"),
        way: given
            .get("way")
            .and_then(|way| serde_json::from_str(&way).ok()),
    })
}
