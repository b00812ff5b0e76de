//! Files in: looked at first, brought in at the yes, taken back at a press.

use kith::archive::plain::{Guessed, TableColumns};
use kith::protocol::{Answer, Ask};
use leptos::ev::{self, DragEvent};
use leptos::html::P;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList, HtmlInputElement};

use super::imports::{Imports, undo};
use super::people_changed;
use crate::bridge::{STOPPED, ask, bring, stop};
use crate::state::{Importing, Progress, Stage};
use crate::words::{count, say, say_of};

/// What can be read: archives, tables, cards, Kith's own file.
const KINDS: &str = ".zip,.json,.csv,.vcf,.vcard,.js,.resbackup,.tsv,.txt";

/// So many reasons are shown unfolded.
const FEW: usize = 6;

#[component]
pub fn Import() -> impl IntoView {
    let state = RwSignal::new(Importing::default());
    let progress = RwSignal::new(None::<Progress>);
    let files = StoredValue::new_local(Vec::<File>::new());
    let columns = RwSignal::new(None::<TableColumns>);
    let choice = RwSignal::new(None::<Guessed>);
    let names = RwSignal::new(None::<String>);
    // how much the look has read: bringing in reads the same
    let looked = StoredValue::new(None::<f64>);
    let over = RwSignal::new(false);
    let changed = people_changed();
    let listed = RwSignal::new(0);

    let read = move |apply: bool| {
        let given = files.get_value();
        if given.is_empty() {
            return;
        }
        let name = given.iter().map(File::name).collect::<Vec<_>>().join(", ");
        names.set(Some(name.clone()));
        let about = [("file", &*name)];
        state.set(Importing::reading(if apply {
            say_of("importApplying", &about)
        } else {
            say_of("importReading", &about)
        }));
        let zipped = name.to_lowercase().contains(".zip");
        let size: f64 = given.iter().map(|file| file.size()).sum();
        let total = match apply {
            true => looked.get_value(),
            false => (!zipped).then_some(size),
        };
        progress.set(Some(Progress {
            total,
            ..Progress::default()
        }));
        spawn_local(async move {
            let chosen = columns.get_untracked();
            let news = move |read: f64, people, interactions, import| {
                if !apply {
                    looked.set_value(Some(read));
                }
                progress.set(Some(Progress {
                    read: total.map_or(read, |total| read.min(total)),
                    total,
                    people,
                    interactions,
                    import,
                }));
            };
            let report = bring(given, apply, chosen.as_ref(), news).await;
            let import = progress
                .get_untracked()
                .map(|p| p.import)
                .unwrap_or_default();
            progress.set(None);
            let next = match report {
                Ok(report) => {
                    choice.set(report.choice.clone().filter(|_| !apply));
                    report.into()
                }
                Err(why) if why == STOPPED => stopped(apply.then_some(import)).await,
                Err(why) if apply => {
                    Importing::failed(say_of("importStopped", &[("file", &name), ("why", &why)]))
                }
                Err(why) => {
                    Importing::failed(say_of("importUnread", &[("file", &name), ("why", &why)]))
                }
            };
            state.set(next);
            if apply {
                listed.update(|n| *n += 1);
                changed();
            }
        });
    };
    let stage = Memo::new(move |_| state.with(|state| state.stage));
    let given = move |list: Option<FileList>| {
        let all = list.as_ref().map_or(0, FileList::length);
        if all == 0 || stage.get_untracked() == Stage::Reading {
            return;
        }
        columns.set(None);
        choice.set(None);
        looked.set_value(None);
        files.set_value((0..all).filter_map(|n| list.as_ref()?.get(n)).collect());
        read(false);
    };
    let chosen = move |input: HtmlInputElement| {
        given(input.files());
        // the same file may be chosen again
        input.set_value("");
    };
    let status = NodeRef::<P>::new();
    // The button that was pressed goes; the focus would go with it.
    let stay = move || {
        if let Some(status) = status.get_untracked() {
            status.focus().ok();
        }
    };
    // anywhere on the page
    let dragged = window_event_listener(ev::dragover, move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    });
    let left = window_event_listener(ev::dragleave, move |event: DragEvent| {
        // out of the window, and not from one part of the page to another
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        given(event.data_transfer().and_then(|data| data.files()));
        stay();
    });
    on_cleanup(move || {
        dragged.remove();
        left.remove();
        dropped.remove();
    });
    let confirm = move |_| {
        stay();
        read(true);
    };
    let leave = move |_| {
        stay();
        choice.set(None);
        names.set(None);
        state.set(Importing::left(say("importLeftAlone")));
    };
    let halt = move |_| {
        stay();
        stop();
    };
    // the columns' names stay while another choice is looked at, and with them the focus
    let titles = Memo::new(move |_| choice.with(|c| c.as_ref().map(|c| c.names.clone())));
    let choose = move |new: TableColumns| {
        columns.set(Some(new));
        read(false);
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
            <p id="import-about">{say("importAbout")}</p>
            <input
                type="file"
                id="import"
                data-action="import"
                aria-label=say("importChoose")
                aria-describedby="import-about"
                multiple
                accept=KINDS
                aria-disabled=move || (stage.get() == Stage::Reading).then_some("true")
                on:change:target=move |event| chosen(event.target())
            />
            <Bar progress/>
            <Show when=move || progress.with(Option::is_some)>
                <div class="row">
                    <button type="button" class="second" data-action="import-stop" on:click=halt>{say("importStop")}</button>
                </div>
            </Show>
            {move || over.get().then(|| view! { <p class="drop" aria-hidden="true"><span>{say("importDrop")}</span></p> })}
            {move || names.get().filter(|_| stage.get() != Stage::Idle).map(|names| view! { <p class="small quiet"><bdi>{names}</bdi></p> })}
            <p
                role="status"
                tabindex="-1"
                node_ref=status
                data-import-state=move || state.with(Importing::word)
                class=move || if stage.get() == Stage::Refused { "alert" } else { "told" }
            >
                {move || state.with(|state| state.text.clone())}
            </p>
            {move || titles.get().map(|titles| view! { <Chooser titles choice choose/> })}
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
        <Imports listed gone=Callback::new(move |key: String| {
            if state.with_untracked(|state| state.import.as_ref() == Some(&key)) {
                names.set(None);
                state.set(Importing::default());
            }
        })/>
    }
}

/// The user stopped it: what came in already is taken back.
async fn stopped(import: Option<String>) -> Importing {
    // before the first batch nothing is there
    let begun = match ask(&Ask::Imports {}).await {
        Ok(Answer::Imports { imports }) => imports.into_iter().map(|i| i.key).collect(),
        _ => Vec::new(),
    };
    match import.filter(|import| begun.contains(import)) {
        Some(import) => match undo(import).await {
            Ok(_) => Importing::left(say("importHalted")),
            Err(why) => Importing::failed(why),
        },
        None => Importing::left(say("importHalted")),
    }
}

/// How much of the files was read, and what was found.
#[component]
fn Bar(progress: RwSignal<Option<Progress>>) -> impl IntoView {
    let bar = |progress: Progress| {
        let value = progress.total.map(|_| progress.read.to_string());
        let max = progress.total.map(|total| total.max(1.0).to_string());
        view! {
            <div class="stack close">
                <progress aria-label=say("importProgressLabel") value=value max=max></progress>
                <p class="small quiet">{progress.said()}</p>
            </div>
        }
    };
    move || progress.get().map(bar)
}

/// What each column of a table holds; another choice is looked at at once.
#[component]
fn Chooser(
    titles: Vec<String>,
    choice: RwSignal<Option<Guessed>>,
    choose: impl Fn(TableColumns) + Copy + 'static,
) -> impl IntoView {
    type Field = fn(&mut TableColumns) -> &mut Option<usize>;
    let fields: [(&str, Field); 7] = [
        ("columnName", |c| &mut c.name),
        ("columnLast", |c| &mut c.last),
        ("columnProfile", |c| &mut c.profile),
        ("columnTime", |c| &mut c.time),
        ("columnKind", |c| &mut c.kind),
        ("columnDirection", |c| &mut c.direction),
        ("columnText", |c| &mut c.text),
    ];
    let columns = move || {
        choice
            .get()
            .map(|choice| choice.columns)
            .unwrap_or_default()
    };
    let change = move |work: &dyn Fn(&mut TableColumns)| {
        let mut columns = choice
            .get_untracked()
            .map(|c| c.columns)
            .unwrap_or_default();
        work(&mut columns);
        choice.update(|choice| {
            if let Some(choice) = choice {
                choice.columns = columns.clone();
            }
        });
        choose(columns);
    };
    let one = move |(label, field): (&'static str, Field)| {
        let at = Memo::new(move |_| *field(&mut columns()));
        let options = titles.iter().enumerate().map(|(n, name)| {
            view! { <option value=n.to_string() prop:selected=move || at.get() == Some(n)>{name.clone()}</option> }
        });
        let options = options.collect_view();
        view! {
            <label class="field">
                <span class="small">{say(label)}</span>
                <select data-column=label on:change:target=move |event| {
                    let value = event.target().value();
                    change(&|columns| *field(columns) = value.parse().ok());
                }>
                    <option value="" prop:selected=move || at.get().is_none()>{say("columnNone")}</option>
                    {options}
                </select>
            </label>
        }
    };
    let month_first = move || columns().month_first.unwrap_or_default();
    view! {
        <fieldset class="columns">
            <legend>{say("columnsTitle")}</legend>
            {fields.into_iter().map(one).collect_view()}
            <label class="field" hidden=move || columns().time.is_none()>
                <span class="small">{say("columnOrder")}</span>
                <select data-column="columnOrder" on:change:target=move |event| {
                    let first = event.target().value() == "month";
                    change(&|columns| columns.month_first = Some(first));
                }>
                    <option value="day" prop:selected=move || !month_first()>{say("columnDayFirst")}</option>
                    <option value="month" prop:selected=month_first>{say("columnMonthFirst")}</option>
                </select>
            </label>
        </fieldset>
    }
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
            // a few are read at once
            <details open=move || state.with(|state| state.left_out.len() <= FEW)>
                <summary>{say("importLeftOutTitle")}</summary>
                <dl class="left-out small">{pieces}</dl>
                <p class="small quiet">{more}</p>
            </details>
        </Show>
    }
}
