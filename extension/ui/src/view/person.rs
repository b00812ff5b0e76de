//! One person: who they are, a box for a note, what has passed.

use kith::prompt::Way;
use kith::protocol::{Answer, Ask, PersonView, ProfileView};
use leptos::html::H2;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::act::Acts;
use super::alike::Alike;
use super::give::Give;
use super::labels::Labels;
use super::link::Unlink;
use super::name::Rename;
use super::needs::{Needs, Why};
use super::note_box::NoteBox;
use super::promises::Promises;
use super::timeline::Timeline;
use crate::bridge::ask;
use crate::words::{say, say_of};

/// Where the cursor goes when a person opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Into the note box: the user came to write.
    Note,
    /// To the name: the user came to read.
    Name,
    /// To what the way asks for.
    Way,
}

/// What a new note begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Begin {
    /// The address that goes with it.
    pub place: Option<String>,
    /// Its first words: what was selected on a page.
    pub text: Option<String>,
}

/// Asks for a person and shows them.
#[component]
pub fn Person(
    who: String,
    name: Option<String>,
    begin: Begin,
    way: Option<Way>,
    focus: Focus,
    /// On the dashboard, where the person can be renamed and deleted: hears when they are gone.
    #[prop(optional)]
    gone: Option<Callback<()>>,
) -> impl IntoView {
    let focus = if way.is_some() { Focus::Way } else { focus };
    let give = way.clone().map(|way| (who.clone(), name.clone(), way));
    let found = RwSignal::new(None::<Result<RwSignal<PersonView>, String>>);
    let asked = ask(&Ask::Person { who, name });
    let owner = Owner::current();
    spawn_local(async move {
        let answer = match asked.await {
            Ok(Answer::Person { person }) => Ok(person),
            other => Err(other.err().unwrap_or_else(|| say("errorUnreachable"))),
        };
        // The person belongs to this component, and goes with it.
        let kept = |answer: Result<PersonView, String>| answer.map(RwSignal::new);
        found.try_set(Some(owner.map_or_else(
            || kept(answer.clone()),
            |owner| owner.with(|| kept(answer.clone())),
        )));
    });
    move || {
        found.get().map(|found| match found {
            Ok(person) => {
                view! { <Shown person begin=begin.clone() give=give.clone() focus gone/> }
                    .into_any()
            }
            Err(why) => view! { <p class="alert" role="alert">{why}</p> }.into_any(),
        })
    }
}

#[component]
fn Shown(
    person: RwSignal<PersonView>,
    begin: Begin,
    give: Option<(String, Option<String>, Way)>,
    focus: Focus,
    gone: Option<Callback<()>>,
) -> impl IntoView {
    let why = matches!(give, Some((_, _, Way::Why)));
    let heading = NodeRef::<H2>::new();
    if focus == Focus::Name {
        heading.on_load(|heading| {
            heading.focus().ok();
        });
    }
    let acts = Acts::on(person);
    let name = Memo::new(move |_| person.with(|p| p.name.clone()));
    let accounts = move || {
        person
            .with(|p| p.profiles.clone())
            .into_iter()
            .map(move |profile| account(acts, gone.is_some(), profile))
            .collect_view()
    };
    view! {
        <article class="person stack" aria-labelledby="name">
            <header class="stack close">
                <h2 id="name" class="title" tabindex="-1" node_ref=heading><bdi>{move || name.get()}</bdi></h2>
                {move || person.with(|p| about(p.work.clone(), p.email.clone()))}
                <ul class="accounts small">{accounts}</ul>
                {gone.map(|gone| view! { <Alike person/> <Rename person gone/> })}
            </header>
            {give.map(|(who, name, way)| view! { <Give who name way/> })}
            <NoteBox person begin focus=focus == Focus::Note/>
            <Labels person/>
            <Needs person/>
            <Promises person/>
            <Why person focus=why/>
            <Timeline person/>
        </article>
    }
}

/// What an archive told of them beside their accounts.
fn about(work: Option<String>, email: Option<String>) -> Option<impl IntoView> {
    let told = work.is_some() || email.is_some();
    let both = work.is_some() && email.is_some();
    told.then(|| {
        let email = email.map(|email| view! { <a href=format!("mailto:{email}")>{email.clone()}</a> });
        view! { <p class="small quiet words"><bdi>{work}</bdi>{both.then_some(" · ")}<bdi>{email}</bdi></p> }
    })
}

/// One account; where it was linked, why, and on the dashboard how to take it away again.
fn account(acts: Acts, may_unlink: bool, profile: ProfileView) -> impl IntoView {
    let written = profile.label.clone();
    let label = match profile.address {
        Some(address) => {
            view! { <a href=address target="_blank" rel="noreferrer">{profile.label}</a> }
                .into_any()
        }
        // the name stands above already
        None if profile.word == "name" => {
            view! { <span class="quiet">{say("nameOnly")}</span> }.into_any()
        }
        None => view! { <span>{profile.label}</span> }.into_any(),
    };
    view! {
        <li>
            {(profile.word != "name").then(|| view! { <span class="quiet">{profile.network}</span> " " })}
            <bdi>{label}</bdi>
            {profile.linked.map(|why| view! {
                <span class="quiet">" "{(!why.is_empty()).then(|| view! { <bdi>{say_of("linkedBecause", &[("reason", &why)])}</bdi> })}</span>
                {may_unlink.then(|| view! { " " <Unlink acts account=profile.account.clone() label=written.clone()/> })}
            })}
            {profile.former.map(|former| view! { <span class="quiet">" "<bdi>{former}</bdi></span> })}
        </li>
    }
}
