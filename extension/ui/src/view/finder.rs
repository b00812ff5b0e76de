//! A box that finds people, and the people found beneath it.

use kith::protocol::{Answer, Ask, Found};
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Changed;
use crate::bridge::ask;
use crate::state::{Finding, Step};
use crate::words::{count, say, say_of};

/// Finds people; `open` hears who was chosen. `id` where a view has another finder.
#[component]
pub fn Finder(
    focus: bool,
    open: Callback<String>,
    #[prop(default = "find")] id: &'static str,
    /// Who is open beside the list.
    #[prop(into, default = Signal::stored(None))]
    current: Signal<Option<String>>,
    /// What is looked for at once.
    #[prop(optional)]
    begin: String,
) -> impl IntoView {
    let list = format!("{id}-list");
    let finding = RwSignal::new(Finding::default());
    let query = RwSignal::new(begin);
    let failure = RwSignal::new(None::<String>);
    let field = NodeRef::<Input>::new();
    if focus {
        field.on_load(|field| {
            field.focus().ok();
        });
    }

    let look = move |most: Option<u32>| {
        let number = finding.try_update(Finding::ask).unwrap_or_default();
        let asked = ask(&Ask::Find {
            query: query.get_untracked(),
            most,
        });
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Find {
                    people,
                    more,
                    empty,
                }) => {
                    finding.try_update(|finding| finding.answer(number, people, more, empty));
                    failure.try_set(None);
                }
                other => {
                    failure.try_set(Some(other.err().unwrap_or_else(|| say("errorUnreachable"))));
                }
            }
        });
    };
    let changed = use_context::<Changed>();
    Effect::new(move || {
        if let Some(Changed(count)) = changed {
            count.track();
        }
        look(None);
    });

    // Whoever is not found can be somebody new, known by name.
    let new = move || {
        let name = query.with(|query| query.split_whitespace().collect::<Vec<_>>().join(" "));
        let nobody = finding.with(|finding| finding.people.is_empty() && finding.empty.is_some());
        (nobody && !name.is_empty()).then(|| format!("name:{name}"))
    };
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match &*event.key() {
            "ArrowDown" => finding.update(|finding| finding.step(Step::Down)),
            "ArrowUp" => finding.update(|finding| finding.step(Step::Up)),
            "Enter" if !event.ctrl_key() && !event.meta_key() => {
                let chosen = finding
                    .with_untracked(|finding| finding.chosen().map(|found| found.who.clone()));
                if let Some(who) = chosen.or_else(new) {
                    open.run(who);
                }
            }
            _ => return,
        }
        event.prevent_default();
        scroll_to_active(id, finding.with_untracked(|finding| finding.active));
    };
    let more = move |_| look(Some(finding.with_untracked(Finding::most)));
    let some = move || finding.with(|finding| !finding.people.is_empty());
    let people = move || {
        finding.with(|finding| {
            finding
                .people
                .clone()
                .into_iter()
                .enumerate()
                .collect::<Vec<_>>()
        })
    };
    let active = move || finding.with(|finding| finding.active);
    let said = move || {
        finding.with(|f| {
            f.empty.clone().or_else(|| {
                let key = if f.more { "findMany" } else { "findCount" };
                (!f.people.is_empty()).then(|| count(key, f.people.len() as u64))
            })
        })
    };

    view! {
        <div class="finder stack close">
            <label class="small quiet" for=id>{say("findLabel")}</label>
            <input
                id=id
                type="search"
                node_ref=field
                autocomplete="off"
                spellcheck="false"
                prop:value=query.get_untracked()
                role="combobox"
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-expanded=move || some().to_string()
                aria-activedescendant=move || active().map(|at| option_id(id, at))
                on:input:target=move |event| {
                    query.set(event.target().value());
                    look(None);
                }
                on:keydown=keys
            />
            <p class="quiet" class:heard=some role="status">{said}</p>
            {move || new().map(|who| {
                let said = say_of("findNew", &[("name", who.trim_start_matches("name:"))]);
                view! { <p><button type="button" class="plain" data-action="new-person" on:click=move |_| open.run(who.clone())>{said}</button></p> }
            })}
            <p class="alert" role="alert">{move || failure.get()}</p>
            <Show when=some>
                <ul class="found" id=list.clone() role="listbox" aria-label=say("findList")>
                    <For each=people key=|(at, found)| (*at, found.clone().who, found.line.clone(), found.name.clone()) let((at, found))>
                        <Row id at found active=Signal::derive(active) current open/>
                    </For>
                </ul>
            </Show>
            <Show when=move || finding.with(|f| f.more)>
                <p><button type="button" class="plain small" data-action="more-people" on:click=more>{say("findMore")}</button></p>
            </Show>
        </div>
    }
}

#[component]
fn Row(
    id: &'static str,
    at: usize,
    found: Found,
    active: Signal<Option<usize>>,
    current: Signal<Option<String>>,
    open: Callback<String>,
) -> impl IntoView {
    let Found {
        who,
        name,
        handles,
        line,
    } = found;
    let here = who.clone();
    view! {
        <li
            role="option"
            aria-current=move || current.with(|c| c.as_ref() == Some(&here)).then_some("true")
            id=option_id(id, at)
            aria-selected=move || (active.get() == Some(at)).to_string()
            on:click=move |_| open.run(who.clone())
        >
            <bdi class="name">{name}</bdi>
            " "
            <bdi class="handles small quiet">{handles}</bdi>
            {(!line.is_empty()).then(|| view! { <bdi class="line small quiet">{line}</bdi> })}
        </li>
    }
}

fn option_id(id: &str, at: usize) -> String {
    format!("{id}-{at}")
}

/// Keeps the row that the arrows are on in view, once it is drawn.
fn scroll_to_active(id: &str, active: Option<usize>) {
    if let Some(row) = active.and_then(|at| document().get_element_by_id(&option_id(id, at))) {
        row.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}
