//! A way that was chosen on the card: words to begin with, for the user to finish, copy and send.

use kith::people::Network;
use kith::prompt::Way;
use kith::prompt::limit::weigh;
use kith::protocol::{Answer, Ask};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::bridge::ask;
use crate::words::{say, say_of};

/// What the library says of a way.
#[derive(Clone)]
struct Words {
    said: String,
    draft: Option<String>,
    network: Network,
    limit: Option<usize>,
    page: Option<String>,
}

/// The words, and a box for them.
#[component]
pub fn Give(who: String, name: Option<String>, way: Way) -> impl IntoView {
    let words = RwSignal::new(None::<Words>);
    let asked = ask(&Ask::Way { who, name, way });
    spawn_local(async move {
        if let Ok(Answer::Way {
            said,
            draft,
            network,
            limit,
            page,
        }) = asked.await
        {
            let network = Network::from_word(&network).unwrap_or(Network::Name);
            words.set(Some(Words {
                said,
                draft,
                network,
                limit,
                page,
            }));
        }
    });
    move || {
        words.get().and_then(|words| {
            let draft = words.draft.clone()?;
            Some(view! { <Box words draft/> })
        })
    }
}

#[component]
fn Box(words: Words, draft: String) -> impl IntoView {
    let Words {
        said,
        network,
        limit,
        page,
        ..
    } = words;
    let text = RwSignal::new(draft);
    let copied = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let area = NodeRef::<Textarea>::new();
    area.on_load(|area| {
        let end = area.value().encode_utf16().count() as u32;
        area.focus().ok();
        area.set_selection_range(end, end).ok();
    });
    let used = Memo::new(move |_| text.with(|t| weigh(network, t)));
    let over = move || limit.is_some_and(|limit| used.get() > limit);
    let copy = move |_| {
        let clipboard = window().navigator().clipboard();
        let copying = clipboard.write_text(&text.get_untracked());
        failure.set(None);
        spawn_local(async move {
            match JsFuture::from(copying).await {
                Ok(_) => copied.set(true),
                Err(_) => failure.set(Some(say("giveNotCopied"))),
            }
        });
    };
    view! {
        <section class="give stack close" aria-labelledby="give-title">
            <h3 id="give-title">{said}</h3>
            <textarea
                aria-label=say("giveLabel")
                dir="auto"
                node_ref=area
                prop:value=move || text.get()
                on:input:target=move |event| {
                    text.set(event.target().value());
                    copied.set(false);
                }
            ></textarea>
            <div class="under small">
                <p class="quiet">
                    {limit.map(|limit| view! {
                        <span class:over=over>
                            {move || say_of("giveUsed", &[("used", &used.get().to_string()), ("limit", &limit.to_string())])}
                        </span>
                        " "
                    })}
                    <span role="status">{move || copied.get().then(|| say("giveCopied"))}</span>
                </p>
                {page.map(|page| view! { <a href=page target="_blank" rel="noreferrer">{say("givePage")}</a> })}
                <button type="button" class="second" on:click=copy>{say("giveCopy")}</button>
            </div>
            <p class="small quiet">{say("giveAbout")}</p>
            <p class="alert" role="alert">{move || failure.get()}</p>
        </section>
    }
}
