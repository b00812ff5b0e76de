//! The picture of an exchange over the years.

use kith::protocol::PersonView;
use leptos::prelude::*;

use crate::state::{Bars, HEIGHT, WIDTH, bars};
use crate::words::say_of;

/// Nothing for an exchange of one year: there is nothing to see yet.
#[component]
pub fn Plot(person: RwSignal<PersonView>) -> impl IntoView {
    move || {
        let years = person.with(|p| bars(&p.years));
        let (first, last) = (years.first()?.year, years.last()?.year);
        if first == last {
            return None;
        }
        let (from, to) = (first.to_string(), last.to_string());
        let about = [("from", &*from), ("to", &*to)];
        let (label, caption) = (say_of("plotLabel", &about), say_of("plotCaption", &about));
        let wide = WIDTH * years.len() as f64;
        let drawn = years.into_iter().enumerate().map(|(at, bars)| {
            let Bars { year, up, down } = bars;
            let x = WIDTH * at as f64 + 2.0;
            let bar = WIDTH - 4.0;
            view! {
                <g>
                    <title>{year.to_string()}</title>
                    <rect class="given" x=x y=HEIGHT - up width=bar height=up rx="1"/>
                    <rect class="received" x=x y=HEIGHT + 1.0 width=bar height=down rx="1"/>
                </g>
            }
        });
        Some(view! {
            <figure class="plot">
                <svg role="img" aria-label=label viewBox=format!("0 0 {wide} {}", HEIGHT * 2.0 + 1.0) preserveAspectRatio="none" style=format!("inline-size: {}px", 2.0 * wide)>
                    {drawn.collect_view()}
                    <line x1="0" y1=HEIGHT + 0.5 x2=wide y2=HEIGHT + 0.5/>
                </svg>
                <figcaption class="small quiet" aria-hidden="true">{caption}</figcaption>
            </figure>
        })
    }
}
