//! Keeps what is typed, while it is typed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use kith::protocol::Ask;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::bridge::ask;
use crate::state::Draft;

struct Desk {
    draft: RefCell<Draft>,
    who: RefCell<String>,
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
            sent: RefCell::default(),
            failure,
        });
        let leave = || {
            let desk = desk.clone();
            move |_: &web_sys::Event| desk.leave()
        };
        let _leaving = [
            EventListener::new(&window(), "pagehide", leave()),
            EventListener::new(&document(), "visibilitychange", leave()),
        ];
        Keeper { desk, _leaving }
    }

    pub fn typed(&self, text: String) {
        self.desk.draft.borrow_mut().typed(text);
        self.desk.keep();
    }

    /// The text is about to be saved; to be awaited first, so that no draft arrives after the note that it became.
    pub fn saving(&self) -> impl Future<Output = ()> + use<> {
        self.desk.draft.borrow_mut().saving();
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
        self.desk.leave();
    }
}

impl Desk {
    fn keep(self: &Rc<Desk>) {
        let due = self.draft.borrow_mut().take();
        self.send(due);
    }

    fn leave(self: &Rc<Desk>) {
        let due = self.draft.borrow_mut().leaving();
        self.send(due);
    }

    fn send(self: &Rc<Desk>, due: Option<String>) {
        let Some(text) = due else { return };
        let who = self.who.borrow().clone();
        let kept = ask(&Ask::Draft { who, text });
        let desk = self.clone();
        *self.sent.borrow_mut() = Some(future_to_promise(async move {
            if let Err(why) = kept.await {
                desk.failure.try_set(Some(why));
            }
            desk.draft.borrow_mut().arrived();
            desk.keep();
            Ok(JsValue::UNDEFINED)
        }));
    }
}
