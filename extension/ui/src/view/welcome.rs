//! The page that opens once, after installation.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::first_note::FirstNote;
use super::keys::Keys;
use super::note_box::save_keys;
use super::sites::{Choices, Sites};
use crate::bridge::keys_of;
use crate::state::Site;
use crate::words::{around, say};

#[component]
pub fn Welcome() -> impl IntoView {
    let choices = Choices::new();
    let enabled = RwSignal::new(false);
    let shortcut = RwSignal::new(None::<String>);
    spawn_local(async move { shortcut.set(keys_of("_execute_action").await) });
    let enable_all = move |_| {
        enabled.set(false);
        let done = choices.enable_all();
        spawn_local(async move { enabled.set(done.await) });
    };

    view! {
        <main class="welcome">
            <header class="stack">
                <div class="between"><p class="brand"><img src="icons/48.png" alt=""/>{say("extName")}</p> <Keys/></div>
                <h1>{say("welcomeHeading")}</h1>
                <p class="opening">{say("welcomeOpening")}</p>
                <Example/>
            </header>
            <section class="stack close" aria-labelledby="machine">
                <h2 id="machine">{say("machineTitle")}</h2>
                <p>{say("machineText")}</p>
                <p>{say("machineNever")}</p>
            </section>
            <section class="stack close" aria-labelledby="learn">
                <h2 id="learn">{say("learnTitle")}</h2>
                <p>{say("learnNothing")}</p>
                <p>{say("learnDrawn")}</p>
                <p>{say("learnHeld")}</p>
            </section>
            <section class="stack" aria-labelledby="where">
                <h2 id="where">{say("welcomeWhere")}</h2>
                <div class="sheet stack"><Sites choices/></div>
                <p class="small quiet">{say("welcomeLater")}</p>
                <div class="row">
                    <button type="button" data-action="enable-all" on:click=enable_all>{say("enableAll")}</button>
                    <span class="small quiet">{say("enableAllAbout")}</span>
                </div>
                <div role="status">
                    <Show when=move || enabled.get() || !choices.marked().is_empty()>
                        <div class="told">
                            {move || enabled.get().then(|| view! { <p>{say("enabledAll")}</p> })}
                            <ol class="steps">
                                {move || choices.marked().into_iter().map(open).collect_view()}
                                {move || press(shortcut.get())}
                                {write()}
                            </ol>
                        </div>
                    </Show>
                </div>
                <Show when=move || enabled.get() || !choices.marked().is_empty()><FirstNote/></Show>
            </section>
            <p><a href="dashboard.html">{say("welcomeDashboard")}</a></p>
        </main>
    }
}

/// A post that nobody wrote, with a mark beside its name.
#[component]
fn Example() -> impl IntoView {
    let tried = RwSignal::new(String::new());
    let mark = move || match tried.with(|t| t.trim().to_owned()) {
        tried if tried.is_empty() => say("exampleMark"),
        tried => tried,
    };
    view! {
        <figure class="example">
            <div class="sheet post">
                <span class="face" aria-hidden="true">{say("exampleName").chars().next().map(String::from)}</span>
                <div>
                    <p>
                        <span class="name">{say("exampleName")}</span>
                        " "
                        <span class="quiet">{say("exampleHandle")}</span>
                        " "
                        <bdi class="mark small">{mark}</bdi>
                    </p>
                    <p>{say("examplePost")}</p>
                </div>
            </div>
            <figcaption class="small quiet stack close">
                {say("exampleCaption")}
                <label>{say("exampleTry")} " "
                    <input id="try" type="text" dir="auto" autocomplete="off" prop:value=move || tried.get() on:input:target=move |event| tried.set(event.target().value())/>
                </label>
            </figcaption>
        </figure>
    }
}

fn open(site: &'static Site) -> impl IntoView {
    let (before, after) = around("stepOpen", "site");
    view! { <li>{before}<a href=site.address target="_blank" rel="noreferrer">{say(&format!("network{}", site.word))}</a>{after}</li> }
}

fn press(keys: Option<String>) -> impl IntoView {
    match keys {
        Some(keys) => {
            let (before, after) = around("stepPress", "keys");
            view! { <li>{before}<kbd>{keys}</kbd>{after}</li> }.into_any()
        }
        None => view! { <li>{say("stepPressButton")}</li> }.into_any(),
    }
}

fn write() -> impl IntoView {
    let (before, after) = around("stepWrite", "keys");
    view! { <li>{before}<kbd>{save_keys()}</kbd>{after}</li> }
}
