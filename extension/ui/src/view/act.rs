//! Doing something to a person, and undoing it: one bar says what was done last, and takes it back.

use kith::protocol::{Answer, Ask, PersonView};
use std::time::Duration;

use leptos::ev::{self, KeyboardEvent};
use leptos::html::Div;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keys::typing;
use super::people_changed;
use crate::bridge::ask;
use crate::state::person_in;
use crate::words::say;

/// For how long the bar stands.
const SHOWN: Duration = Duration::from_secs(12);

/// What was done last, and what takes it back.
#[derive(Clone)]
struct Done {
    said: String,
    undo: Ask,
    person: Option<RwSignal<PersonView>>,
}

/// Where the bar hears of it.
#[derive(Clone, Copy)]
pub struct Undo(RwSignal<Option<Done>>);

impl Undo {
    pub fn new() -> Undo {
        Undo(RwSignal::new(None))
    }
}

/// What a part of a view needs to act on a person.
#[derive(Clone, Copy)]
pub struct Acts {
    pub person: RwSignal<PersonView>,
    pub failure: RwSignal<Option<String>>,
    undo: Option<Undo>,
}

impl Acts {
    pub fn on(person: RwSignal<PersonView>) -> Acts {
        Acts {
            person,
            failure: RwSignal::new(None),
            undo: use_context(),
        }
    }

    pub fn key(self) -> String {
        self.person.with_untracked(|p| p.who.clone())
    }

    /// Asks, and shows the person as they are then. `undo` says what was done, and makes of the answer what takes it back.
    pub fn act(self, asked: Ask, undo: impl FnOnce(&Answer) -> Option<(String, Ask)> + 'static) {
        let changed = people_changed();
        let Acts {
            person,
            failure,
            undo: bar,
        } = self;
        failure.try_set(None);
        let asking = ask(&asked);
        spawn_local(async move {
            match asking.await {
                Ok(answer) => {
                    if let (Some(Undo(bar)), Some((said, undo))) = (bar, undo(&answer)) {
                        bar.try_set(Some(Done {
                            said,
                            undo,
                            person: Some(person),
                        }));
                    }
                    if let Some(after) = person_in(answer) {
                        person.try_set(after);
                    }
                    changed();
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    }

    /// Something was done elsewhere, and can be taken back so.
    pub fn done(self, said: String, undo: Ask) {
        if let Some(Undo(bar)) = self.undo {
            bar.set(Some(Done {
                said,
                undo,
                person: Some(self.person),
            }));
        }
    }

    /// Asks for the person anew.
    pub fn again(self) {
        spawn_local(again(self.person, self.key()));
    }

    /// The whole person goes: `gone` is called when they have.
    pub fn delete(self, said: String, gone: impl FnOnce() + 'static) {
        let changed = people_changed();
        let (failure, bar) = (self.failure, self.undo);
        let asking = ask(&Ask::Delete {
            key: self.key(),
            piece: None,
        });
        spawn_local(async move {
            match asking.await {
                Ok(Answer::Delete { bin, .. }) => {
                    if let Some(Undo(bar)) = bar {
                        bar.set(Some(Done {
                            said,
                            undo: Ask::Restore { bin },
                            person: None,
                        }));
                    }
                    changed();
                    gone();
                }
                other => drop(failure.try_set(other.err())),
            }
        });
    }
}

/// Says what was done last, for as long as it can be taken back here. `open` hears of a person who came back.
#[component]
pub fn UndoBar(undo: Undo, open: Callback<String>) -> impl IntoView {
    let Undo(last) = undo;
    let failure = RwSignal::new(None::<String>);
    let changed = people_changed();
    let take_back = move || {
        let Some(Done { undo, person, .. }) = last.get_untracked() else {
            return;
        };
        last.set(None);
        failure.set(None);
        spawn_local(async move {
            match ask(&undo).await {
                Ok(Answer::Restore { who, left_out, .. }) => {
                    if !left_out.is_empty() {
                        failure.set(Some(left_out.join(" ")));
                    }
                    match person {
                        Some(person) => again(person, who).await,
                        None => open.run(who),
                    }
                }
                Ok(answer) => {
                    if let (Some(person), Some(after)) = (person, person_in(answer)) {
                        person.try_set(after);
                    }
                }
                Err(why) => failure.set(Some(why)),
            }
            changed();
        });
    };
    let by_key = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key();
        if held && event.key() == "z" && !event.shift_key() && !typing(&event) {
            event.prevent_default();
            take_back();
        }
    });
    on_cleanup(move || by_key.remove());
    // It covers what stands below: after a while it goes, and Ctrl+Z goes on working.
    let hidden = RwSignal::new(false);
    let bar = NodeRef::<Div>::new();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let wait = move || {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let over = move || {
            let used = bar.get_untracked().is_some_and(|bar| {
                let is = |state| bar.matches(state).unwrap_or_default();
                is(":hover") || is(":focus-within")
            });
            hidden.try_set(!used);
        };
        timer.set_value(set_timeout_with_handle(over, SHOWN).ok());
    };
    Effect::new(move || {
        last.track();
        hidden.set(false);
        wait();
    });
    on_cleanup(move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
        }
    });
    view! {
        <div class="undo" role="status" node_ref=bar on:pointerleave=move |_| wait() on:focusout=move |_| wait()>
            {move || last.get().filter(|_| !hidden.get()).map(|done| view! {
                <p class="small row">
                    <span>{done.said}</span>
                    <button type="button" class="plain" data-action="undo" on:click=move |_| take_back()>{say("undo")}</button>
                </p>
            })}
        </div>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}

async fn again(person: RwSignal<PersonView>, who: String) {
    if let Ok(answer) = ask(&Ask::Person { who, name: None }).await
        && let Some(after) = person_in(answer)
    {
        person.try_set(after);
    }
}
