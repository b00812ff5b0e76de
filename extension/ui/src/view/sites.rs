//! What Kith does on each site, and the choice.

use kith::protocol::{Answer, Ask};
use kith::store::{Mode, Settings};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bridge::{ask, reach, reaches};
use crate::state::{MODES, SITES, Site, mode_of, word};
use crate::words::{say, say_of};

/// The choices as they are, and what came of the last one.
#[derive(Clone, Copy)]
pub struct Choices {
    settings: RwSignal<Settings>,
    /// The sites onto which the browser does not let Kith.
    barred: RwSignal<Vec<&'static str>>,
    /// What was chosen last, in a sentence.
    said: RwSignal<Option<String>>,
    failure: RwSignal<Option<String>>,
    /// Goes up when the page may show another choice than the one that holds.
    drawn: RwSignal<u32>,
}

fn name(site: &str) -> String {
    say(&format!("network{site}"))
}

impl Choices {
    /// Asks for them.
    pub fn new() -> Choices {
        let choices = Choices {
            settings: RwSignal::new(Settings::default()),
            barred: RwSignal::new(Vec::new()),
            said: RwSignal::new(None),
            failure: RwSignal::new(None),
            drawn: RwSignal::new(0),
        };
        spawn_local(choices.load());
        choices
    }

    async fn load(self) {
        for site in &SITES {
            self.bar(site.word, !reaches(site.word).await);
        }
        match ask(&Ask::Settings {}).await {
            Ok(Answer::Settings { settings }) => self.settings.set(settings),
            other => self.failed(other.err()),
        }
    }

    fn failed(self, why: Option<String>) {
        self.failure
            .set(Some(why.unwrap_or_else(|| say("errorUnreachable"))));
        self.drawn.update(|n| *n += 1);
    }

    fn bar(self, site: &'static str, barred: bool) {
        self.barred.update(|all| {
            all.retain(|one| *one != site);
            all.extend(barred.then_some(site));
        });
    }

    /// To be called in a press: where the browser does not let Kith onto sites, it asks its user there and then, once for all of them.
    fn reach(self, sites: &[&'static str]) -> impl Future<Output = ()> + use<> {
        let barred = self.barred.with_untracked(|all| {
            let wanted = sites.iter().filter(|site| all.contains(site));
            wanted.copied().collect::<Vec<_>>()
        });
        let asked = (!barred.is_empty()).then(|| reach(&barred));
        async move {
            if let Some(asked) = asked {
                let allowed = asked.await;
                for site in barred {
                    self.bar(site, !allowed);
                }
            }
        }
    }

    /// Chooses, in a press; whether that was done.
    pub fn choose(self, site: &'static str, mode: Mode) -> impl Future<Output = bool> {
        let reached = (mode == Mode::Marks).then(|| self.reach(&[site]));
        self.said.set(None);
        self.failure.set(None);
        async move {
            if let Some(reached) = reached {
                reached.await;
            }
            let kept = self.keep(site, mode).await;
            if kept {
                let said = format!("site{}", word(mode));
                self.said.set(Some(say_of(&said, &[("site", &name(site))])));
            }
            kept
        }
    }

    async fn keep(self, site: &'static str, mode: Mode) -> bool {
        let chosen = ask(&Ask::Choose {
            site: site.to_owned(),
            mode,
        });
        match chosen.await {
            Ok(Answer::Choose { settings }) => {
                self.settings.set(settings);
                true
            }
            other => {
                self.failed(other.err());
                false
            }
        }
    }

    /// Marks on every site, in a press; whether that was done.
    pub fn enable_all(self) -> impl Future<Output = bool> {
        let reached = self.reach(&SITES.map(|site| site.word));
        self.said.set(None);
        self.failure.set(None);
        async move {
            reached.await;
            let mut all = true;
            for site in &SITES {
                all &= self.keep(site.word, Mode::Marks).await;
            }
            all
        }
    }

    /// The sites that have marks.
    pub fn marked(self) -> Vec<&'static Site> {
        self.settings.with(|settings| {
            SITES
                .iter()
                .filter(|site| mode_of(settings, site.word) == Mode::Marks)
                .collect()
        })
    }
}

/// Each site with its three choices.
#[component]
pub fn Sites(choices: Choices) -> impl IntoView {
    view! {
        {move || {
            choices.drawn.track();
            SITES.iter().map(|site| view! { <OneSite site choices/> }).collect_view()
        }}
        <p class="small quiet">{say("sitesComing")}</p>
        <p class="told small" role="status">{move || choices.said.get()}</p>
        <p class="alert" role="alert">{move || choices.failure.get()}</p>
    }
}

#[component]
fn OneSite(site: &'static Site, choices: Choices) -> impl IntoView {
    let Site {
        word: site, rule, ..
    } = *site;
    let barred = move || {
        choices.barred.with(|all| all.contains(&site))
            && choices.settings.with(|s| mode_of(s, site) == Mode::Marks)
    };
    let choice = move |mode: Mode| {
        let about = format!("{site}-{}", word(mode));
        let choose = move |_| {
            let chosen = choices.choose(site, mode);
            spawn_local(async move {
                chosen.await;
            });
        };
        view! {
            <div class="choice">
                <input
                    type="radio"
                    id=format!("{about}-choice")
                    name=site
                    value=word(mode)
                    aria-describedby=about.clone()
                    prop:checked=move || choices.settings.with(|s| mode_of(s, site) == mode)
                    on:change=choose
                />
                <label for=format!("{about}-choice")>{say(&format!("mode{}", word(mode)))}</label>
                <p class="small quiet" id=about>{say(&format!("mode{}About", word(mode)))}</p>
            </div>
        }
    };
    view! {
        <fieldset class="site" data-site=site aria-describedby=rule>
            <legend>{name(site)}</legend>
            {rule.map(|rule| view! { <p class="rule small" id=rule>{say(rule)}</p> })}
            {MODES.map(choice)}
            <Show when=barred>
                <div class="alert row">
                    <p>{say_of("siteBarred", &[("site", &name(site))])}</p>
                    <button class="second" type="button" on:click=move |_| spawn_local(choices.reach(&[site]))>
                        {say("siteAllow")}
                    </button>
                </div>
            </Show>
        </fieldset>
    }
}
