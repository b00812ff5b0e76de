//! What has passed: notes and interactions, newest first. Each can be changed, pinned and deleted, and every such step undone.

use kith::protocol::{Answer, Ask, Filter, Item, PersonView, WasView};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::{Button, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::act::Acts;
use super::note_box::save_keys;
use crate::bridge::ask;
use crate::state::{
    ALL_KINDS, DIRECTIONS, Shown, direction_at, host, kind_at, network_of, shows_all,
};
use crate::words::{say, say_of};

/// A person's notes, and beneath them what has passed.
#[component]
pub fn Timeline(person: RwSignal<PersonView>) -> impl IntoView {
    let acts = Acts::on(person);
    let older = RwSignal::new(Vec::<Item>::new());
    let filter = RwSignal::new(Filter::default());
    let skip = RwSignal::new(1);
    let more = RwSignal::new(person.with_untracked(|p| p.more));
    let asking = RwSignal::new(false);
    let failure = acts.failure;
    let ask_older = Callback::new(move |()| {
        let Some(key) = person.with_untracked(|p| p.key.clone()) else {
            return;
        };
        if asking.get_untracked() {
            return; // pressed twice: the same part would come twice
        }
        asking.set(true);
        let chosen = filter.get_untracked();
        let asked = ask(&Ask::History {
            key,
            skip: skip.get_untracked(),
            filter: chosen,
        });
        spawn_local(async move {
            match asked.await {
                // of what was chosen meanwhile another answer comes
                Ok(Answer::History { .. }) if filter.get_untracked() != chosen => {}
                Ok(Answer::History {
                    items,
                    skip: looked,
                    more: still,
                }) => {
                    older.update(|older| older.extend(items));
                    skip.set(looked);
                    more.set(still);
                    failure.set(None);
                }
                other => failure.set(Some(other.err().unwrap_or_else(|| say("errorUnreachable")))),
            }
            asking.set(false);
        });
    });
    let choose = Callback::new(move |chosen: Filter| {
        filter.set(chosen);
        older.set(Vec::new());
        asking.set(false);
        let all = shows_all(&chosen);
        skip.set(u32::from(all));
        more.set(all && person.with_untracked(|p| p.more));
        if !all {
            ask_older.run(());
        }
    });
    let notes = Signal::derive(move || person.with(|p| p.notes.clone()));
    let history = Signal::derive(move || {
        let newest = match shows_all(&filter.get()) {
            true => person.with(|p| p.history.clone()),
            false => Vec::new(),
        };
        older.with(|older| {
            newest
                .into_iter()
                .chain(older.iter().cloned())
                .collect::<Vec<_>>()
        })
    });
    // What was changed may stand among what was asked for since.
    let edited = Callback::new(move |(piece, now): (String, Option<Item>)| {
        older.update(|older| match now {
            Some(now) => {
                if let Some(item) = older.iter_mut().find(|i| i.piece == piece) {
                    *item = now;
                }
            }
            None => older.retain(|i| i.piece != piece),
        });
    });

    view! {
        <Show when=move || person.with(|p| p.notes.is_empty() && p.history.is_empty())>
            <p class="quiet">{say("personNothing")}</p>
        </Show>
        <Entries acts title=say("sectionNotes") items=notes edited/>
        <Show when=move || person.with(|p| !p.history.is_empty())>
            <section class="stack close">
                <h3 class="section">{say("sectionHistory")}</h3>
                <super::plot::Plot person/>
                <Filters person choose/>
            </section>
        </Show>
        <Entries acts items=history more=more ask_more=ask_older edited/>
        <Show when=move || !shows_all(&filter.get()) && !asking.get() && history.with(Vec::is_empty)>
            <p class="quiet">{say("filterNothing")}</p>
        </Show>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}

/// Which kind, direction and network is shown.
#[component]
fn Filters(person: RwSignal<PersonView>, choose: Callback<Filter>) -> impl IntoView {
    let filter = StoredValue::new(Filter::default());
    let change = move |work: &dyn Fn(&mut Filter)| {
        filter.update_value(|filter| work(filter));
        choose.run(filter.get_value());
    };
    let kinds = ALL_KINDS.iter().enumerate().map(
        |(at, (_, word))| view! { <option value=at.to_string()>{say(&format!("kind{word}"))}</option> },
    );
    let directions = DIRECTIONS.iter().enumerate().map(|(at, (_, word, _))| {
        view! { <option value=at.to_string()>{say(&format!("direction{word}"))}</option> }
    });
    let networks = move || {
        let mut networks: Vec<_> = person.with(|p| {
            p.profiles
                .iter()
                .map(|p| (p.word.clone(), p.network.clone()))
                .collect()
        });
        networks.sort();
        networks.dedup();
        networks
            .into_iter()
            .map(|(word, name)| view! { <option value=word>{name}</option> })
            .collect_view()
    };
    view! {
        <details class="filters small">
            <summary>{say("filterTitle")}</summary>
            <div class="row" role="group" aria-label=say("filterTitle")>
                <select aria-label=say("passedKinds") data-filter="kind"
                    on:change:target=move |event| { let kind = kind_at(&event.target().value()); change(&|f| f.kind = kind) }>
                    <option value="">{say("filterAllKinds")}</option>
                    {kinds.collect_view()}
                </select>
                <select aria-label=say("passedDirections") data-filter="direction"
                    on:change:target=move |event| { let way = direction_at(&event.target().value()); change(&|f| f.direction = way) }>
                    <option value="">{say("filterAllDirections")}</option>
                    {directions.collect_view()}
                </select>
                <select aria-label=say("filterNetwork") data-filter="network"
                    on:change:target=move |event| { let on = network_of(&event.target().value()); change(&|f| f.network = on) }>
                    <option value="">{say("filterAllNetworks")}</option>
                    {networks}
                </select>
            </div>
        </details>
    }
}

/// A list under its heading; nothing where it is empty. `ask_more` hears when all that is at hand is shown and there is more; `edited`
/// hears of each change, with the piece as it is then.
#[component]
fn Entries(
    acts: Acts,
    #[prop(optional)] title: Option<String>,
    items: Signal<Vec<Item>>,
    #[prop(into, default = Signal::stored(false))] more: Signal<bool>,
    #[prop(optional)] ask_more: Option<Callback<()>>,
    edited: Callback<(String, Option<Item>)>,
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
            item.piece.clone(),
            item.heading.clone(),
            item.pinned,
            item.was.len(),
        )
    };
    view! {
        <Show when=move || { at_hand.get() > 0 || more.get() }>
            <section>
                {title.clone().map(|title| view! { <h3 class="section">{title}</h3> })}
                <ol class="items">
                    <For each=rows key=same let((_, item))><Entry acts item edited/></For>
                </ol>
                <Show when=move || more.get() || shown.get().of(at_hand.get()) < at_hand.get()>
                    <button type="button" class="plain small" data-action="more" on:click=show_more>{say("historyMore")}</button>
                </Show>
            </section>
        </Show>
    }
}

/// A note begins with its words, an interaction with what it was.
#[component]
fn Entry(acts: Acts, item: Item, edited: Callback<(String, Option<Item>)>) -> impl IntoView {
    let note = item.heading.is_none();
    let editing = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    // back to where the user came from
    Effect::new(move |before: Option<bool>| {
        let now = editing.get();
        if before == Some(true) && !now {
            request_animation_frame(move || {
                if let Some(button) = button.get_untracked() {
                    button.focus().ok();
                }
            });
        }
        now
    });
    let Item {
        heading,
        text,
        when,
        exact,
        place,
        network,
        pinned,
        piece,
        was,
    } = item.clone();
    let can_edit = !text.is_empty();
    // who is on one network alone has nothing elsewhere
    let several = acts.person.with_untracked(|p| {
        let mut others = p.profiles.iter().skip(1);
        others.any(|one| one.word != p.profiles[0].word)
    });
    let network = network.filter(|_| several);
    let pin = {
        let piece = piece.clone();
        move |_| {
            let ask = |on| Ask::Pin {
                key: acts.key(),
                piece: piece.clone(),
                on,
            };
            let back = ask(pinned);
            let said = say(if pinned { "unpinned" } else { "pinned" });
            acts.act(ask(!pinned), |_| Some((said, back)));
        }
    };
    let about = view! {
        <p class="about small quiet">
            {heading.map(|heading| view! { <span class="heading">{heading}</span> })}
            {pinned.then(|| view! { <span>{say("itemPinned")}</span> })}
            {when.map(|when| view! { <time title=exact>{when}</time> })}
            {place.map(|place| view! {
                <a href=place.clone() target="_blank" rel="noreferrer">
                    {say_of("itemOn", &[("place", host(&place))])}
                </a>
            })}
            {network.map(|network| view! { <span>{say_of("itemOn", &[("place", &network)])}</span> })}
            <span class="acts row" hidden=move || editing.get()>
                {can_edit.then(|| view! {
                    <button type="button" class="plain" data-act="edit" node_ref=button aria-label=say_of("editOf", &[("text", &text)]) on:click=move |_| editing.set(true)>{say("edit")}</button>
                })}
                {note.then(|| view! {
                    <button type="button" class="plain" data-act="pin" aria-label=say_of(if pinned { "unpinOf" } else { "pinOf" }, &[("text", &text)]) on:click=pin>
                        {say(if pinned { "unpin" } else { "pin" })}
                    </button>
                })}
                <Delete acts piece=piece.clone() text=text.clone() edited/>
            </span>
        </p>
        {(!was.is_empty()).then(|| history_of(was))}
    };
    let shown = text.clone();
    let words = move || match editing.get() {
        true => view! { <Editor acts item=item.clone() editing edited/> }.into_any(),
        false if !can_edit => ().into_any(),
        false if note => view! { <p class="words" dir="auto">{shown.clone()}</p> }.into_any(),
        false => view! { <blockquote class="small words" dir="auto">{shown.clone()}</blockquote> }
            .into_any(),
    };
    match note {
        true => view! { <li class="item">{words} {about}</li> }.into_any(),
        false => view! { <li class="item">{about} {words}</li> }.into_any(),
    }
}

/// What it said before.
fn history_of(was: Vec<WasView>) -> impl IntoView {
    let one = |WasView { text, when }: WasView| {
        let until = say_of("wasUntil", &[("when", &when)]);
        view! { <li><span class="words" dir="auto">{text}</span> " " <span>{until}</span></li> }
    };
    view! {
        <details class="was small quiet">
            <summary>{say("wasTitle")}</summary>
            <ul>{was.into_iter().map(one).collect_view()}</ul>
        </details>
    }
}

/// The text in a box, to be changed.
#[component]
fn Editor(
    acts: Acts,
    item: Item,
    editing: RwSignal<bool>,
    edited: Callback<(String, Option<Item>)>,
) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    area.on_load(|area| {
        let end = area.value().encode_utf16().count() as u32;
        area.focus().ok();
        area.set_selection_range(end, end).ok();
    });
    let Item { text, piece, .. } = item.clone();
    let before = text.clone();
    let save = move || {
        let Some(now) = area.get_untracked().map(|area| area.value()) else {
            return;
        };
        let (piece, before, item) = (piece.clone(), before.clone(), item.clone());
        editing.set(false);
        if now.trim() == before {
            return;
        }
        let asked = Ask::Edit {
            key: acts.key(),
            piece: piece.clone(),
            text: now.clone(),
        };
        acts.act(asked, move |answer| {
            // its name has changed with its text
            let Answer::Edit { person, .. } = answer else {
                return None;
            };
            let here = person.notes.iter().chain(&person.history);
            let after = here.into_iter().find(|i| {
                i.text == now.trim() && i.exact == item.exact && i.heading == item.heading
            });
            let after = after.cloned();
            edited.run((piece, after.clone()));
            let back = Ask::Edit {
                key: person.who.clone(),
                piece: after?.piece,
                text: before,
            };
            Some((say("edited"), back))
        });
    };
    // what is half changed is not lost when the popup closes
    super::on_leave({
        let save = save.clone();
        move || {
            if editing.try_get_untracked().unwrap_or_default() {
                save();
            }
        }
    });
    let by_key = {
        let save = save.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                save();
            }
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                editing.set(false);
            }
        }
    };
    let by_button = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <form class="editor" on:submit=by_button>
            <textarea dir="auto" aria-label=say("editLabel") node_ref=area on:keydown=by_key>{text}</textarea>
            <p class="row small">
                <button class="second small">{say("editSave")} " " <kbd aria-hidden="true">{save_keys()}</kbd></button>
                <button type="button" class="plain" on:click=move |_| editing.set(false)>{say("editCancel")}</button>
            </p>
        </form>
    }
}

/// Moves a piece to the bin.
#[component]
pub fn Delete(
    acts: Acts,
    piece: String,
    text: String,
    #[prop(optional)] edited: Option<Callback<(String, Option<Item>)>>,
) -> impl IntoView {
    let label = say_of("deleteOf", &[("text", &text)]);
    let delete = move |_| {
        let asked = Ask::Delete {
            key: acts.key(),
            piece: Some(piece.clone()),
        };
        let piece = piece.clone();
        acts.act(asked, move |answer| {
            let Answer::Delete { bin, .. } = answer else {
                return None;
            };
            if let Some(edited) = edited {
                edited.run((piece, None));
            }
            Some((say("deleted"), Ask::Restore { bin: bin.clone() }))
        });
    };
    view! { <button type="button" class="plain" data-act="delete" aria-label=label on:click=delete>{say("delete")}</button> }
}
