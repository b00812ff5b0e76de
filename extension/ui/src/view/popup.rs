//! The popup: a note on somebody in two keystrokes, or a search. The panel beside the page is the same, and follows the tab.

use kith::prompt::Way;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::UrlSearchParams;

use super::act::{Undo, UndoBar};
use super::discreet::Hidden;
use super::emptied::Emptied;
use super::finder::Finder;
use super::keys::Keys;
use super::notices::Notices;
use super::person::{Begin, Focus, Person};
use crate::bridge::{Target, blind, follow, panel, target};
use crate::words::say;

/// Which of the two it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// At the toolbar; closes with the next press elsewhere.
    Popup,
    /// Beside the page, for as long as it is left open.
    Panel,
}

/// What is shown.
#[derive(Clone, PartialEq)]
enum Page {
    /// Not known yet.
    Waiting,
    /// A search; `nobody` where the page in view is nobody's. `begin` is for whoever is chosen.
    Search { nobody: bool, begin: Begin },
    /// A person, met on a page or found by search.
    Person {
        who: String,
        name: Option<String>,
        begin: Begin,
        way: Option<Way>,
        searched: bool,
    },
}

#[component]
pub fn Popup(kind: View) -> impl IntoView {
    let undo = Undo::new();
    provide_context(undo);
    let page = RwSignal::new(asked_for().map_or(Page::Waiting, Page::of));
    let blinded = RwSignal::new(false);
    // Whom the tab showed last: only somebody else takes the place of what is being read or written.
    let last = RwSignal::new(None::<String>);
    let look = move || {
        spawn_local(async move {
            blinded.try_set(blind().await);
        });
        spawn_local(async move {
            let found = target(match kind {
                View::Popup => "popup",
                View::Panel => "panel",
            })
            .await;
            let who = found.as_ref().and_then(|found| found.who.clone());
            let first = page.with_untracked(|page| *page == Page::Waiting);
            if first || (who.is_some() && last.get_untracked() != who) {
                last.set(who);
                page.set(found.map_or_else(Page::nobody, Page::of));
            }
        });
    };
    if page.get_untracked() == Page::Waiting {
        look();
    }
    if kind == View::Panel {
        follow(look);
    }
    let open = Callback::new(move |who| {
        let begin = page.with_untracked(|page| match page {
            Page::Search { begin, .. } => begin.clone(),
            _ => Begin::default(),
        });
        page.set(Page::Person {
            who,
            name: None,
            begin,
            way: None,
            searched: true,
        })
    });
    let search = move || {
        page.set(Page::Search {
            nobody: false,
            begin: Begin::default(),
        })
    };
    let escape = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let back = page.with_untracked(|page| matches!(page, Page::Person { searched: true, .. }));
        if event.key() == "Escape" && back && !event.default_prevented() && !event.is_composing() {
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
            <span class="row">
                {(kind == View::Popup).then(|| view! {
                    <button class="plain" data-action="panel" on:click=move |_| spawn_local(panel())>{say("panelOpen")}</button>
                })}
                <a href=move || page.with(Page::dashboard) target="_blank">{say("openKith")}</a>
                <Keys/>
            </span>
        </header>
        <main class="stack">
            <UndoBar undo open/>
            <Emptied/>
            <Hidden/>
            <Notices open/>
            {move || blinded.get().then(|| view! { <p class="alert" role="status">{say("blind")}</p> })}
            {move || match page.get() {
                Page::Waiting => ().into_any(),
                Page::Person { who, name, begin, way, .. } => view! { <Person who name begin way focus=Focus::Note/> }.into_any(),
                Page::Search { nobody, begin } => view! {
                    <section class="stack">
                        <h2 class="title">{say(if begin.text.is_some() { "chooseTitle" } else { "findTitle" })}</h2>
                        {begin.text.map(|text| view! { <blockquote class="chosen small" dir="auto">{text}</blockquote> })}
                        {nobody.then(|| view! {
                            <p class="small quiet">{say(if kind == View::Panel { "findNoTargetPanel" } else { "findNoTarget" })}</p>
                        })}
                        <Finder focus=true open/>
                    </section>
                }.into_any(),
            }}
        </main>
    }
}

impl Page {
    fn of(target: Target) -> Page {
        let begin = Begin {
            place: target.post,
            text: target.text,
        };
        match target.who {
            Some(who) => Page::Person {
                who,
                name: target.name,
                begin,
                way: target.way,
                searched: false,
            },
            None => Page::Search {
                nobody: begin.text.is_none(),
                begin,
            },
        }
    }

    fn nobody() -> Page {
        Page::Search {
            nobody: true,
            begin: Begin::default(),
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
    let who = given.get("person").filter(|who| !who.is_empty());
    let text = given.get("text").filter(|text| !text.is_empty());
    (who.is_some() || text.is_some()).then(|| Target {
        who,
        text,
        name: given.get("name"),
        post: given.get("post"),
        way: given
            .get("way")
            .and_then(|way| serde_json::from_str(&way).ok()),
    })
}
