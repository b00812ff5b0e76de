//! The dashboard: everybody, one person, where Kith shows, and what is the user's own.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Changed;
use super::act::{Undo, UndoBar};
use super::bin::Bin;
use super::copies::Copies;
use super::discreet::{Discreet, Hidden};
use super::emptied::Emptied;
use super::export::Export;
use super::finder::Finder;
use super::import::Import;
use super::keys::Keys;
use super::mutes::Mutes;
use super::notices::Notices;
use super::observing::Observing;
use super::open::Open;
use super::person::{Begin, Focus, Person};
use super::sites::{Choices, Sites};
use crate::words::say;

const PERSON: &str = "person=";

/// The address of the dashboard that shows a person.
pub fn address_of(who: &str) -> String {
    format!(
        "dashboard.html#{PERSON}{}",
        js_sys::encode_uri_component(who)
    )
}

/// The person that the address names.
fn in_address() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let who = hash.strip_prefix('#')?.strip_prefix(PERSON)?;
    js_sys::decode_uri_component(who).ok().map(String::from)
}

/// What the address asks to look for: nobody was found for it elsewhere.
fn sought() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let query = hash.strip_prefix("#find=")?;
    js_sys::decode_uri_component(query).ok().map(String::from)
}

/// The section that the address names.
fn section() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let name = hash.trim_start_matches('#');
    (!name.is_empty() && !name.contains('=')).then(|| name.to_owned())
}

/// Shows the section that the address names, once it is drawn and no longer hidden.
fn scroll_to_section() {
    let section = section().and_then(|name| document().get_element_by_id(&name));
    if let Some(section) = section {
        section.scroll_into_view();
    }
}

#[component]
pub fn Dashboard() -> impl IntoView {
    provide_context(Changed(RwSignal::new(0)));
    let undo = Undo::new();
    provide_context(undo);
    let shown = RwSignal::new(in_address());
    let moved = window_event_listener(ev::hashchange, move |_| {
        shown.set(in_address());
        scroll_to_section();
    });
    on_cleanup(move || moved.remove());
    let open = Callback::new(|who: String| {
        let address = address_of(&who);
        window()
            .location()
            .set_hash(address.split_once('#').map_or("", |(_, hash)| hash))
            .ok();
    });
    let gone = Callback::new(|()| {
        window().location().set_hash("people").ok();
        if let Some(find) = document().get_element_by_id("find") {
            find.unchecked_into::<HtmlElement>().focus().ok();
        }
    });
    let choices = Choices::new();
    let sought = sought().unwrap_or_default();
    let to_section = section().is_some();
    request_animation_frame(scroll_to_section);

    view! {
        <header class="top">
            <h1 class="brand"><img src="icons/48.png" alt=""/>{say("extName")}</h1>
            <nav class="row small" aria-label=say("navLabel")>
                <a href="#people">{say("peopleTitle")}</a>
                <a href="#open">{say("openTitle")}</a>
                <a href="#sites">{say("sitesTitle")}</a>
                <a href="#ask">{say("askTitle")}</a>
                <a href="#data">{say("dataTitle")}</a>
                <a href="#bin">{say("binTitle")}</a>
                <Keys/>
            </nav>
        </header>
        <UndoBar undo open/>
        <div class="dashboard-top"><Emptied/></div>
        <main class="dashboard" class:one=move || shown.with(Option::is_some)>
            <section class="people stack" id="people" aria-labelledby="people-title">
                <h2 class="title" id="people-title">{say("peopleTitle")}</h2>
                <Hidden/>
                <Notices open/>
                <Finder focus=!to_section open current=shown begin=sought/>
            </section>
            <div class="sections">
                {move || shown.get().map(|who| view! {
                    <div class="sheet stack">
                        <p class="back small"><a href="#people">{say("backToPeople")}</a></p>
                        <Person who name=None begin=Begin::default() way=None focus=Focus::Name gone/>
                    </div>
                })}
                <section class="sheet stack" id="open" aria-labelledby="open-title" hidden=move || shown.with(Option::is_some)>
                    <h2 id="open-title">{say("openTitle")}</h2>
                    <Open/>
                </section>
                // Hidden and not taken away: an import goes on while somebody's page is read.
                <section class="sheet stack" id="sites" aria-labelledby="sites-title" hidden=move || shown.with(Option::is_some)>
                    <h2 id="sites-title">{say("sitesTitle")}</h2>
                    <Sites choices/>
                    <Observing/>
                    <Discreet/>
                </section>
                <section class="sheet stack" id="ask" aria-labelledby="ask-title" hidden=move || shown.with(Option::is_some)>
                    <h2 id="ask-title">{say("askTitle")}</h2>
                    <Mutes/>
                </section>
                <section class="sheet data" id="data" aria-labelledby="data-title" hidden=move || shown.with(Option::is_some)>
                    <div class="stack close">
                        <h2 id="data-title">{say("dataTitle")}</h2>
                        <p>{say("dataAbout")}</p>
                    </div>
                    <Export/>
                    <Copies/>
                    <Import/>
                </section>
                <section class="sheet stack" id="bin" aria-labelledby="bin-title" hidden=move || shown.with(Option::is_some)>
                    <h2 id="bin-title">{say("binTitle")}</h2>
                    <Bin open/>
                </section>
            </div>
        </main>
    }
}
