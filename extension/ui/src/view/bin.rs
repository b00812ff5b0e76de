//! What was deleted, to be put back or thrown away.

use kith::protocol::{Answer, Ask, BinView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Changed, people_changed};
use crate::bridge::ask;
use crate::words::{say, say_of};

/// The bin. `open` hears whose it is that was put back.
#[component]
pub fn Bin(open: Callback<String>) -> impl IntoView {
    let entries = RwSignal::new(Vec::<BinView>::new());
    let failure = RwSignal::new(None::<String>);
    let list = move || {
        let asked = ask(&Ask::Bin {});
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Bin { entries: all }) => drop(entries.try_set(all)),
                other => drop(failure.try_set(other.err())),
            }
        });
    };
    let changed = use_context::<Changed>();
    Effect::new(move || {
        if let Some(Changed(count)) = changed {
            count.track();
        }
        list();
    });
    let tell = people_changed();
    let back = move |bin: String| {
        let asked = ask(&Ask::Restore { bin });
        failure.set(None);
        spawn_local(async move {
            match asked.await {
                Ok(Answer::Restore { who, left_out, .. }) => {
                    if left_out.is_empty() {
                        open.run(who);
                    } else {
                        failure.set(Some(left_out.join(" ")));
                    }
                }
                other => failure.set(other.err()),
            }
            tell();
        });
    };
    let throw = move |bin: Option<String>| {
        let asked = ask(&Ask::Empty { bin });
        spawn_local(async move {
            failure.set(asked.await.err());
            list();
        });
    };
    let one = move |BinView {
                        bin,
                        text,
                        when,
                        exact,
                    }: BinView| {
        let (restored, thrown) = (bin.clone(), bin);
        let restore = say_of("binRestoreOf", &[("what", &text)]);
        let away = say_of("binThrowOf", &[("what", &text)]);
        view! {
            <li class="between">
                <span><bdi>{text}</bdi> " " <time class="small quiet" title=exact>{when}</time></span>
                <span class="row small">
                    <button type="button" class="plain" aria-label=restore on:click=move |_| back(restored.clone())>{say("binRestore")}</button>
                    <button type="button" class="plain" aria-label=away on:click=move |_| throw(Some(thrown.clone()))>{say("binThrow")}</button>
                </span>
            </li>
        }
    };
    let is_empty = move || entries.with(Vec::is_empty);
    view! {
        <p>{say("binAbout")}</p>
        <p class="quiet" hidden=move || !is_empty()>{say("binEmpty")}</p>
        <ul class="stack close" data-bin="">{move || entries.get().into_iter().map(one).collect_view()}</ul>
        <p hidden=is_empty><button type="button" class="second" on:click=move |_| throw(None)>{say("binThrowAll")}</button></p>
        <p class="alert" role="alert">{move || failure.get()}</p>
    }
}
