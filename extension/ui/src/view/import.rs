//! A file in: looked at first, brought in at the yes, taken back at a press.

use leptos::html::P;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::imports::{Imports, undo};
use super::people_changed;
use crate::bridge::bring;
use crate::state::{Importing, Progress, Stage};
use crate::words::{count, say, say_of};

#[component]
pub fn Import() -> impl IntoView {
    let state = RwSignal::new(Importing::default());
    let progress = RwSignal::new(None::<Progress>);
    let file = StoredValue::new_local(None::<File>);
    let changed = people_changed();
    let listed = RwSignal::new(0);

    let read = move |apply: bool| {
        let Some(file) = file.get_value() else { return };
        let name = file.name();
        let about = [("file", &*name)];
        state.set(Importing::reading(if apply {
            say_of("importApplying", &about)
        } else {
            say_of("importReading", &about)
        }));
        progress.set(Some(Progress {
            read: 0.0,
            total: file.size(),
        }));
        spawn_local(async move {
            let report = bring(&file, apply, move |read, total| {
                progress.set(Some(Progress { read, total }))
            })
            .await;
            progress.set(None);
            state.set(match report {
                Ok(report) => report.into(),
                Err(why) if apply => Importing::failed(say_of(
                    "importStopped",
                    &[("file", &file.name()), ("why", &why)],
                )),
                Err(why) => Importing::failed(say_of(
                    "importUnread",
                    &[("file", &file.name()), ("why", &why)],
                )),
            });
            if apply {
                listed.update(|n| *n += 1);
                changed();
            }
        });
    };
    let stage = Memo::new(move |_| state.with(|state| state.stage));
    let chosen = move |input: HtmlInputElement| {
        let given = input.files().and_then(|files| files.get(0));
        // the same file may be chosen again
        input.set_value("");
        if stage.get_untracked() != Stage::Reading {
            file.set_value(given);
            read(false);
        }
    };
    let status = NodeRef::<P>::new();
    // The button that was pressed goes; the focus would go with it.
    let stay = move || {
        if let Some(status) = status.get_untracked() {
            status.focus().ok();
        }
    };
    let confirm = move |_| {
        stay();
        read(true);
    };
    let leave = move |_| {
        stay();
        state.set(Importing::left(say("importLeftAlone")));
    };
    let take_back = move |_| {
        let Some(import) = state.with_untracked(|state| state.import.clone()) else {
            return;
        };
        stay();
        state.set(Importing::reading(say("importUndoing")));
        spawn_local(async move {
            state.set(match undo(import).await {
                Ok(said) => Importing::undone(said),
                Err(why) => Importing::failed(why),
            });
            listed.update(|n| *n += 1);
            changed();
        });
    };

    view! {
        <div class="stack close">
            <h3>{say("importTitle")}</h3>
            <label for="import">{say("importAbout")}</label>
            <input
                type="file"
                id="import"
                data-action="import"
                accept=".json,application/json"
                aria-disabled=move || (stage.get() == Stage::Reading).then_some("true")
                on:change:target=move |event| chosen(event.target())
            />
            <Bar progress/>
            <p
                role="status"
                tabindex="-1"
                node_ref=status
                data-import-state=move || state.with(Importing::word)
                class=move || if stage.get() == Stage::Refused { "alert" } else { "told" }
            >
                {move || state.with(|state| state.text.clone())}
            </p>
            <LeftOut state/>
            <Show when=move || stage.get() == Stage::Preview>
                <div class="row">
                    <button type="button" data-action="import-confirm" on:click=confirm>{say("importYes")}</button>
                    <button type="button" class="second" data-action="import-cancel" on:click=leave>{say("importNo")}</button>
                </div>
            </Show>
            <Show when=move || state.with(|state| state.stage == Stage::Done && state.import.is_some())>
                <div class="row">
                    <button type="button" class="second" data-action="import-undo" on:click=take_back>{say("importUndo")}</button>
                </div>
            </Show>
        </div>
        <Imports listed/>
    }
}

/// How much of the file was read.
#[component]
fn Bar(progress: RwSignal<Option<Progress>>) -> impl IntoView {
    let bar = |Progress { read, total }: Progress| {
        view! {
            <div class="stack close">
                <progress aria-label=say("importProgressLabel") value=read.to_string() max=total.max(1.0).to_string()></progress>
                <p class="small quiet">{Progress { read, total }.said()}</p>
            </div>
        }
    };
    move || progress.get().map(bar)
}

/// What does not come in, and why.
#[component]
fn LeftOut(state: RwSignal<Importing>) -> impl IntoView {
    let pieces = move || {
        let pieces = state.with(|state| state.left_out.clone());
        pieces
            .into_iter()
            .map(|piece| view! { <dt>{piece.place}</dt><dd>{piece.why}</dd> })
            .collect_view()
    };
    let more = move || {
        state.with(|state| {
            (state.left_out_more > 0)
                .then(|| count("importLeftOutMore", state.left_out_more as u64))
        })
    };
    view! {
        <Show when=move || state.with(|state| !state.left_out.is_empty())>
            <details>
                <summary>{say("importLeftOutTitle")}</summary>
                <dl class="left-out small">{pieces}</dl>
                <p class="small quiet">{more}</p>
            </details>
        </Show>
    }
}
