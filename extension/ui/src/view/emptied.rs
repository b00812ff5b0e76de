//! The store was emptied by something else: how to bring the last file back, before anything is written.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::{Keeps, LastExport, anew, keeps};
use crate::words::{say, say_of};

/// Nothing, as long as the notes are there.
#[component]
pub fn Emptied() -> impl IntoView {
    let kept = RwSignal::new(None::<Keeps>);
    let look = move || {
        spawn_local(async move {
            kept.try_set(keeps().await.filter(|kept| kept.emptied));
        });
    };
    look();
    let begin = move |_| {
        spawn_local(async move {
            anew().await;
            look();
        });
    };
    move || {
        kept.get().map(|Keeps { since, exported, .. }| {
            let since = since.unwrap_or_default();
            let file = exported.map_or_else(
                || say("emptiedNoFile"),
                |LastExport { when, file }| {
                    say_of("emptiedFile", &[("file", &file), ("when", &when)])
                },
            );
            view! {
                <section class="alert stack close" role="alert" data-emptied="">
                    <h2>{say("emptiedTitle")}</h2>
                    <p>{say_of("emptiedAbout", &[("since", &since)])}</p>
                    <p>{file}</p>
                    <p class="row">
                        <a href="dashboard.html#data" target="_blank">{say("emptiedBring")}</a>
                        <button type="button" class="plain" data-action="begin-anew" on:click=begin>{say("emptiedAnew")}</button>
                    </p>
                </section>
            }
        })
    }
}
