//! What has passed: notes and interactions, newest first.

use kith::protocol::{Answer, Ask, Item, PersonView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::ask;
use crate::state::{Shown, host};
use crate::words::{say, say_of};

/// A person's notes, and beneath them what has passed.
#[component]
pub fn Timeline(person: RwSignal<PersonView>) -> impl IntoView {
    let older = RwSignal::new(Vec::<Item>::new());
    let skip = RwSignal::new(1);
    let more = RwSignal::new(person.with_untracked(|p| p.more));
    let failure = RwSignal::new(None::<String>);
    let asking = RwSignal::new(false);
    let ask_older = Callback::new(move |()| {
        let Some(key) = person.with_untracked(|p| p.key.clone()) else {
            return;
        };
        if asking.get_untracked() {
            return; // pressed twice: the same part would come twice
        }
        asking.set(true);
        let asked = ask(&Ask::History {
            key,
            skip: skip.get_untracked(),
        });
        spawn_local(async move {
            match asked.await {
                Ok(Answer::History { items, more: still }) => {
                    older.update(|older| older.extend(items));
                    skip.update(|skip| *skip += 1);
                    more.set(still);
                    failure.set(None);
                }
                other => failure.set(Some(other.err().unwrap_or_else(|| say("errorUnreachable")))),
            }
            asking.set(false);
        });
    });
    let notes = Signal::derive(move || person.with(|p| p.notes.clone()));
    let history = Signal::derive(move || {
        let newest = person.with(|p| p.history.clone());
        older.with(|older| {
            newest
                .into_iter()
                .chain(older.iter().cloned())
                .collect::<Vec<_>>()
        })
    });

    view! {
        <Show when=move || person.with(|p| p.notes.is_empty() && p.history.is_empty())>
            <p class="quiet">{say("personNothing")}</p>
        </Show>
        <Entries title=say("sectionNotes") items=notes/>
        <Entries title=say("sectionHistory") items=history more=more ask_more=ask_older/>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}

/// A list under its heading; nothing where it is empty. `ask_more` hears when all that is at hand is shown and there is more.
#[component]
fn Entries(
    title: String,
    items: Signal<Vec<Item>>,
    #[prop(into, default = Signal::stored(false))] more: Signal<bool>,
    #[prop(optional)] ask_more: Option<Callback<()>>,
) -> impl IntoView {
    let shown = RwSignal::new(Shown::default());
    let at_hand = Memo::new(move |_| items.with(Vec::len));
    let show_more = move |_| {
        let too_few = shown
            .try_update(|shown| shown.more(at_hand.get_untracked()))
            .unwrap_or_default();
        if too_few
            && more.get_untracked()
            && let Some(ask_more) = ask_more
        {
            ask_more.run(());
        }
    };
    let rows = move || {
        items.with(|items| {
            items[..shown.get().of(items.len())]
                .iter()
                .cloned()
                .enumerate()
                .collect::<Vec<_>>()
        })
    };
    // A row that says the same at the same place is not drawn again.
    let same = |(at, item): &(usize, Item)| {
        (
            *at,
            item.heading.clone(),
            item.text.clone(),
            item.exact.clone(),
            item.pinned,
        )
    };
    view! {
        <Show when=move || { at_hand.get() > 0 }>
            <section>
                <h3 class="section">{title.clone()}</h3>
                <ol class="items">
                    <For each=rows key=same let((_, item))>{entry(item)}</For>
                </ol>
                <Show when=move || more.get() || shown.get().of(at_hand.get()) < at_hand.get()>
                    <button type="button" class="plain small" on:click=show_more>{say("historyMore")}</button>
                </Show>
            </section>
        </Show>
    }
}

/// A note begins with its words, an interaction with what it was.
fn entry(item: Item) -> impl IntoView {
    let note = item.heading.is_none();
    let words = (!item.text.is_empty()).then(|| match note {
        true => view! { <p class="words" dir="auto">{item.text.clone()}</p> }.into_any(),
        false => {
            view! { <blockquote class="small words" dir="auto">{item.text.clone()}</blockquote> }
                .into_any()
        }
    });
    let about = view! {
        <p class="about small quiet">
            {item.heading.map(|heading| view! { <span class="heading">{heading}</span> })}
            {item.pinned.then(|| view! { <span>{say("itemPinned")}</span> })}
            {item.when.map(|when| view! { <time title=item.exact>{when}</time> })}
            {item.place.map(|place| view! {
                <a href=place.clone() target="_blank" rel="noreferrer">
                    {say_of("itemOn", &[("place", host(&place))])}
                </a>
            })}
        </p>
    };
    match note {
        true => view! { <li class="item">{words} {about}</li> }.into_any(),
        false => view! { <li class="item">{about} {words}</li> }.into_any(),
    }
}
