//! What the user is told once.

use kith::protocol::{Answer, Ask, Told};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::ask;
use crate::words::say;

/// Shows what is still to be told, until the user has read it; `open` hears whose person is to be shown.
#[component]
pub fn Notices(open: Callback<String>) -> impl IntoView {
    let notices = RwSignal::new(Vec::<Told>::new());
    let asked = ask(&Ask::Notices {});
    spawn_local(async move {
        if let Ok(Answer::Notices { notices: told }) = asked.await {
            notices.try_set(told);
        }
    });
    let read = move |_| {
        let told = ask(&Ask::Told {});
        spawn_local(async move {
            if told.await.is_ok() {
                notices.try_set(Vec::new());
            }
        });
    };
    let one = move |Told { text, who }: Told| {
        view! {
            <li>
                {text} " "
                <button class="plain" on:click=move |_| open.run(who.clone())>{say("noticeOpen")}</button>
            </li>
        }
    };
    view! {
        <Show when=move || notices.with(|notices| !notices.is_empty())>
            <section class="notices told stack close small" aria-label=say("noticesTitle")>
                <ul class="stack close">{move || notices.get().into_iter().map(one).collect_view()}</ul>
                <div><button class="second" on:click=read>{say("noticesRead")}</button></div>
            </section>
        </Show>
    }
}
