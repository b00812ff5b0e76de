//! The components: they draw what `state` holds, and hand on what the user does.

mod act;
mod alike;
mod also;
mod bin;
mod copies;
mod dashboard;
mod discreet;
mod emptied;
mod export;
mod finder;
mod first_note;
mod give;
mod import;
mod imports;
mod keeper;
mod keys;
mod labels;
mod link;
mod mutes;
mod name;
mod needs;
mod note_box;
mod notices;
mod observing;
mod open;
mod passed;
mod person;
mod plot;
mod popup;
mod promises;
mod sites;
mod timeline;
mod welcome;

use gloo_events::EventListener;
use leptos::ev::{self, EventDescriptor};
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::bridge::{Bridge, cross};
use crate::words::say;

/// Counts what changed the people: lists that are open ask again.
#[derive(Clone, Copy)]
struct Changed(RwSignal<u32>);

/// Tells open lists that people changed; where there are none, nobody.
fn people_changed() -> impl Fn() + Copy + 'static {
    let changed = use_context::<Changed>();
    move || {
        if let Some(Changed(count)) = changed {
            count.update(|n| *n += 1);
        }
    }
}

/// Does this when the page goes, or the part of it that asks: a popup that closes gives no time for a press on a button.
fn on_leave(act: impl Fn() + Clone + Send + Sync + 'static) {
    let name = ev::pagehide.name().into_owned();
    let leaving = {
        let act = act.clone();
        EventListener::new(&window(), name, move |_| act())
    };
    let leaving = StoredValue::new_local(leaving);
    on_cleanup(move || {
        act();
        leaving.dispose();
    });
}

fn begin(bridge: Bridge, title: String) {
    cross(bridge);
    let document = document();
    document.set_title(&title);
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", &say("language")).ok();
        root.set_attribute("dir", &say("direction")).ok();
    }
}

/// Draws the popup.
#[wasm_bindgen]
pub fn mount_popup(bridge: Bridge) {
    begin(bridge, say("extName"));
    mount_to_body(|| view! { <popup::Popup kind=popup::View::Popup/> });
}

/// Draws the panel beside the page.
#[wasm_bindgen]
pub fn mount_panel(bridge: Bridge) {
    begin(bridge, say("extName"));
    mount_to_body(|| view! { <popup::Popup kind=popup::View::Panel/> });
}

/// Draws the dashboard.
#[wasm_bindgen]
pub fn mount_dashboard(bridge: Bridge) {
    begin(bridge, say("extName"));
    mount_to_body(dashboard::Dashboard);
}

/// Draws the welcome page.
#[wasm_bindgen]
pub fn mount_welcome(bridge: Bridge) {
    begin(bridge, say("welcomeTitle"));
    mount_to_body(welcome::Welcome);
}
