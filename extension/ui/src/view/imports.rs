//! Earlier imports, each of which can be taken back.

use kith::protocol::{Answer, Ask, ImportView};
use leptos::html::P;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::people_changed;
use crate::bridge::{ask, idle};
use crate::words::{say, say_of};

/// Takes an import back, batch by batch; what was done.
pub async fn undo(import: String) -> Result<String, String> {
    loop {
        match ask(&Ask::Undo {
            import: import.clone(),
        })
        .await?
        {
            Answer::Undo { more: true, .. } => {}
            Answer::Undo { said, .. } => return Ok(said.unwrap_or_default()),
            _ => return Err(say("errorUnreachable")),
        }
    }
}

/// The list; asked for anew when `listed` changes.
#[component]
pub fn Imports(
    listed: RwSignal<u32>,
    /// Hears which import was taken back.
    gone: Callback<String>,
) -> impl IntoView {
    let imports = RwSignal::new(Vec::<ImportView>::new());
    let said = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<String>);
    let running = RwSignal::new(false);
    let status = NodeRef::<P>::new();
    let changed = people_changed();
    let under_way = RwSignal::new(false);
    let list = async move || {
        if let Ok(Answer::Imports { imports: known }) = ask(&Ask::Imports {}).await {
            imports.try_set(known);
        }
    };
    Effect::new(move || {
        listed.track();
        spawn_local(async move {
            under_way.set(true);
            list().await;
            idle().await;
            // what another tab brought in has ended meanwhile, or broke off
            if imports.try_with_untracked(|all| all.iter().any(|i| !i.ended)) == Some(true) {
                list().await;
            }
            under_way.try_set(false);
        });
    });
    let take_back = move |key: String| {
        if running.get_untracked() {
            return;
        }
        running.set(true);
        // the button that was pressed goes; the focus would go with it
        if let Some(status) = status.get_untracked() {
            status.focus().ok();
        }
        failure.set(None);
        said.set(Some(say("importUndoing")));
        spawn_local(async move {
            match undo(key.clone()).await {
                Ok(done) => {
                    said.set(Some(done));
                    gone.run(key);
                }
                Err(why) => {
                    said.set(None);
                    failure.set(Some(why));
                }
            }
            running.set(false);
            listed.update(|n| *n += 1);
            changed();
        });
    };
    let one = move |ImportView {
                        key,
                        file,
                        ended,
                        when,
                    }: ImportView| {
        let label = say_of("importsUndoOf", &[("file", &file)]);
        let waits = move || !ended && under_way.get();
        let about = move || match waits() {
            true => Some(say("importsUnderWay")),
            false => when.clone(),
        };
        view! {
            <li>
                <span><bdi>{file}</bdi> " " <span class="small quiet">{about}</span></span>
                <button type="button" class="plain small" aria-label=label hidden=waits on:click=move |_| take_back(key.clone())>
                    {say("importsUndo")}
                </button>
                {move || (!ended && !waits()).then(|| view! { <p class="small alert">{say("importsBroken")}</p> })}
            </li>
        }
    };
    view! {
        <div class="imports stack close" hidden=move || imports.with(Vec::is_empty) && said.with(Option::is_none)>
            <h3>{say("importsTitle")}</h3>
            <ul>{move || imports.get().into_iter().map(one).collect_view()}</ul>
            <p class="told" role="status" tabindex="-1" node_ref=status>{move || said.get()}</p>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </div>
    }
}
