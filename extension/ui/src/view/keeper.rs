//! Keeps what is typed: after a pause, when the page is hidden or goes, and when the box goes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Promise;
use kith::protocol::Ask;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::bridge::ask;
use crate::state::Draft;

const PAUSE_MS: u32 = 250;

struct Desk {
    draft: RefCell<Draft>,
    who: RefCell<String>,
    pause: RefCell<Option<Timeout>>,
    /// The last draft on its way.
    sent: RefCell<Option<Promise>>,
    /// Hears why a draft could not be kept.
    failure: RwSignal<Option<String>>,
}

/// Stands beside a note box for as long as it is there.
pub struct Keeper {
    desk: Rc<Desk>,
    _leaving: [EventListener; 2],
}

impl Keeper {
    pub fn new(who: String, failure: RwSignal<Option<String>>) -> Keeper {
        let desk = Rc::new(Desk {
            draft: RefCell::default(),
            who: RefCell::new(who),
            pause: RefCell::default(),
            sent: RefCell::default(),
            failure,
        });
        let keep = || {
            let desk = desk.clone();
            move |_: &web_sys::Event| desk.keep()
        };
        let _leaving = [
            EventListener::new(&window(), "pagehide", keep()),
            EventListener::new(&document(), "visibilitychange", keep()),
        ];
        Keeper { desk, _leaving }
    }

    pub fn typed(&self, text: String) {
        self.desk.draft.borrow_mut().typed(text);
        let desk = self.desk.clone();
        *self.desk.pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || desk.keep()));
    }

    /// The text is about to be saved; to be awaited first, so that no draft arrives after the note that it became.
    pub fn saving(&self) -> impl Future<Output = ()> + use<> {
        self.desk.draft.borrow_mut().saving();
        *self.desk.pause.borrow_mut() = None;
        let sent = self.desk.sent.take();
        async move {
            if let Some(sent) = sent {
                JsFuture::from(sent).await.ok();
            }
        }
    }

    /// It is a note now, of somebody who may have a key since.
    pub fn saved(&self, who: String) {
        self.desk.draft.borrow_mut().saved();
        *self.desk.who.borrow_mut() = who;
    }

    /// It was not saved.
    pub fn failed(&self, text: String) {
        self.desk.draft.borrow_mut().failed(text);
        self.desk.keep();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.desk.keep();
    }
}

impl Desk {
    fn keep(&self) {
        let Some(text) = self.draft.borrow_mut().take() else {
            return;
        };
        let kept = ask(&Ask::Draft {
            who: self.who.borrow().clone(),
            text,
        });
        let failure = self.failure;
        *self.sent.borrow_mut() = Some(future_to_promise(async move {
            if let Err(why) = kept.await {
                failure.try_set(Some(why));
            }
            Ok(JsValue::UNDEFINED)
        }));
    }
}
