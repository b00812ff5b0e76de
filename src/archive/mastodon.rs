//! Mastodon: the archive that a server makes, and the list of followed accounts, which is always a file of its own
//! (`field/exports.md`, section 4).

use std::collections::HashMap;
use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;

use super::file::Member;
use super::json::{self as document, Elements};
use super::letters::of_html;
use super::table::{Form, Rows, column};
use super::time;
use super::{Refusal, Telling, Told, Wrong, passed, somebody};
use crate::history::excerpt;
use crate::history::{Direction, Interaction, Kind, Moment};
use crate::people::{Network, Profile};

/// Everybody may read a post that names this among its receivers.
const PUBLIC: &str = "#Public";
const WRITTEN: [&str; 2] = ["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%.fZ"];

/// Whether a member of a ZIP may be of use.
pub fn wants(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "actor.json" | "outbox.json" | "likes.json") || name.ends_with(".csv")
}

/// Whether a member is a collection of posts or likes.
fn is_box(member: &Member) -> bool {
    let head = member.head(2048).unwrap_or_default();
    let head = String::from_utf8_lossy(&head);
    member.path.to_lowercase().ends_with(".json")
        && (head.contains("OrderedCollection") || head.contains("orderedItems"))
}

/// What the user marked for themselves: nobody hears of it.
fn is_bookmarks(member: &Member) -> bool {
    let head = member.head(2048).unwrap_or_default();
    member.name() == "bookmarks.json"
        || String::from_utf8_lossy(&head).contains("\"bookmarks.json\"")
}

/// Accounts that the user will not hear of: Mastodon names the file so, or its table has this column.
fn is_unwanted(member: &Member) -> bool {
    let head = member.head(2048).unwrap_or_default();
    let head = String::from_utf8_lossy(&head).to_lowercase();
    let name = member.name().to_lowercase();
    name.contains("blocked") || name.contains("muted") || head.contains("hide notifications")
}

/// Whether a member is a collection, a list of accounts, or tells whose they are.
pub fn is_of(member: &Member) -> bool {
    member.name() == "actor.json" || is_box(member) || is_list(member)
}

/// Reads the files.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    let of = |is: fn(&Member) -> bool| members.iter().filter(move |m| is(m)).cloned();
    let boxes: Vec<Member> = of(|m| is_box(m) && !is_bookmarks(m)).collect();
    let lists: Vec<Member> = of(is_list).collect();
    let actor = members
        .iter()
        .filter(|m| m.name() == "actor.json")
        .find_map(document::whole::<Actor>);
    // without it each thing that was done still says by whom
    let id = actor.as_ref().map(|actor| actor.id.clone());
    let id = id.or_else(|| boxes.iter().find_map(actor_of));
    let own = actor.as_ref().and_then(Actor::profile);
    let own = own.or_else(|| author(&format!("{}/statuses/", id.as_deref()?)));
    let known = Rc::new(Known {
        owner: id,
        own: own.clone(),
        accounts: boxes.iter().flat_map(mentioned).collect(),
    });
    let told = own.into_iter().map(Told::Own);
    let told = told.chain(
        boxes
            .into_iter()
            .flat_map(move |member| posts(&member, known.clone())),
    );
    let told = told.chain(lists.into_iter().flat_map(|member| followed(&member)));
    Ok(Box::new(told))
}

#[derive(Deserialize)]
struct Actor {
    id: String,
    #[serde(rename = "preferredUsername")]
    name: String,
}

impl Actor {
    fn profile(&self) -> Option<Profile> {
        let host = url::Url::parse(&self.id).ok()?.host_str()?.to_owned();
        account(&format!("{}@{host}", self.name))
    }
}

fn account(address: &str) -> Option<Profile> {
    Profile::new(Network::Mastodon, Some(address), None)
}

/// A table of one column of addresses, or of more whose header is the list's.
fn is_list(member: &Member) -> bool {
    if !member.path.to_lowercase().ends_with(".csv") || !member.has_lines() {
        return false;
    }
    let mut rows = Rows::of(member, Form::default());
    let Some(Ok(first)) = rows.next().map(|row| row.cells) else {
        return false;
    };
    let cell = first.cell(0);
    column(&cell) == "account address"
        || (first.count() == 1 && cell.contains('@') && account(&cell).is_some())
}

fn followed(member: &Member) -> Telling {
    let file = member.path.clone();
    let unwanted = is_unwanted(member);
    let rows = Rows::of(member, Form::default()).enumerate();
    Box::new(rows.filter_map(move |(n, row)| {
        let unreadable = |why| Told::Unreadable {
            file: file.clone(),
            line: row.line,
            why,
        };
        Some(match &row.cells {
            Err(bad) => unreadable(Wrong::Row(bad.clone())),
            Ok(cells) => match account(&cells.cell(0)) {
                Some(_) if unwanted => Told::Left("leftBlocked"),
                Some(profile) => passed(
                    somebody(profile, ""),
                    interaction(Kind::Connection, None, None),
                ),
                // the header
                None if n == 0 => return None,
                None => unreadable(Wrong::NoAddress(cells.cell(0).into_owned())),
            },
        })
    }))
}

#[derive(Deserialize)]
struct Activity {
    #[serde(rename = "type")]
    kind: String,
    published: Option<String>,
    object: Value,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Post {
    id: String,
    url: Option<String>,
    in_reply_to: Option<String>,
    published: Option<String>,
    content: String,
    to: Vec<String>,
    cc: Vec<String>,
    tag: Vec<Tag>,
}

#[derive(Deserialize)]
struct Tag {
    #[serde(rename = "type", default)]
    kind: String,
    href: Option<String>,
    name: Option<String>,
}

/// Whose archive it is, and which account each address of a person is, as far as mentions tell.
struct Known {
    owner: Option<String>,
    own: Option<Profile>,
    accounts: HashMap<String, Profile>,
}

impl Known {
    fn is_own(&self, address: &str) -> bool {
        self.owner
            .as_deref()
            .is_some_and(|own| is_below(address, own))
            || (self.own.is_some() && author(address) == self.own)
    }

    /// Who wrote the post of an address: the address of a person stands before it, or a name in it.
    fn author(&self, address: &str) -> Option<Profile> {
        let person = address.split_once("/statuses/").map(|(person, _)| person);
        let known = person.and_then(|person| self.accounts.get(person));
        known.cloned().or_else(|| author(address))
    }
}

/// Whether an address is another's or begins with it.
fn is_below(address: &str, person: &str) -> bool {
    address
        .strip_prefix(person)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// By whom the first thing in a collection was done.
fn actor_of(member: &Member) -> Option<String> {
    #[derive(Deserialize)]
    struct Done {
        actor: String,
    }
    let mut done = Elements::of(member).flatten().take(100);
    done.find_map(|element| serde_json::from_slice::<Done>(&element.json).ok())
        .map(|done| done.actor)
}

/// The people whom posts name, by address.
fn mentioned(member: &Member) -> Vec<(String, Profile)> {
    #[derive(Deserialize)]
    struct Named {
        object: Tags,
    }
    #[derive(Deserialize)]
    struct Tags {
        #[serde(default)]
        tag: Vec<Tag>,
    }
    Elements::of(member)
        .flatten()
        .filter_map(|element| serde_json::from_slice::<Named>(&element.json).ok())
        .flat_map(|named| named.object.tag)
        .filter_map(|tag| Some((tag.href.clone()?, tag.account()?)))
        .collect()
}

impl Tag {
    fn account(&self) -> Option<Profile> {
        let name = self.name.as_deref().filter(|_| self.kind == "Mention")?;
        let name = name.trim_start_matches('@');
        let host = self.href.as_deref().and_then(|h| url::Url::parse(h).ok());
        match name.contains('@') {
            true => account(name),
            false => account(&format!("{name}@{}", host?.host_str()?)),
        }
    }
}

fn posts(member: &Member, known: Rc<Known>) -> Telling {
    let file = member.path.clone();
    Box::new(Elements::of(member).flat_map(move |element| {
        let unreadable = |line, why| {
            vec![Told::Unreadable {
                file: file.clone(),
                line,
                why,
            }]
        };
        match element {
            Err(broken) => unreadable(broken.line, Wrong::broken(broken.why)),
            Ok(element) if element.list != "orderedItems" => Vec::new(),
            Ok(element) => told(&element.json, &known).unwrap_or_else(|why| {
                unreadable(element.line, Wrong::Item(element.index, Box::new(why)))
            }),
        }
    }))
}

fn told(json: &[u8], known: &Known) -> Result<Vec<Told>, Wrong> {
    // a favourite is an address and nothing else
    if let Ok(address) = serde_json::from_slice::<String>(json) {
        let one = interaction(Kind::Reaction, None, Some(address.clone()));
        return Ok(match known.author(&address) {
            _ if known.is_own(&address) => Vec::new(),
            Some(who) => vec![passed(somebody(who, ""), one)],
            None => vec![Told::Loose(Box::new(one))],
        });
    }
    let activity: Activity = serde_json::from_slice(json).map_err(Wrong::broken)?;
    match (activity.kind.as_str(), activity.object) {
        ("Announce", Value::String(address)) => {
            let at = moment(activity.published.as_deref())?;
            let one = interaction(Kind::Share, Some(at), Some(address.clone()));
            Ok(match known.author(&address) {
                _ if known.is_own(&address) => Vec::new(),
                Some(who) => vec![passed(somebody(who, ""), one)],
                None => vec![Told::Loose(Box::new(one))],
            })
        }
        ("Create", object @ Value::Object(_)) => {
            let post = Post::deserialize(object).map_err(Wrong::broken)?;
            let at = moment(post.published.as_deref().or(activity.published.as_deref()))?;
            Ok(post.told(at, known))
        }
        _ => Ok(Vec::new()),
    }
}

fn moment(text: Option<&str>) -> Result<Moment, Wrong> {
    time::read(text.unwrap_or_default(), &WRITTEN).map_err(Wrong::Time)
}

impl Post {
    fn told(self, at: Moment, known: &Known) -> Vec<Told> {
        let mentions: Vec<(String, Profile)> = self
            .tag
            .iter()
            .filter(|tag| !tag.href.as_deref().is_some_and(|href| known.is_own(href)))
            .filter_map(|tag| Some((tag.href.clone().unwrap_or_default(), tag.account()?)))
            .collect();
        let text = excerpt(&of_html(&self.content));
        let place = self.url.clone().unwrap_or_else(|| self.id.clone());
        let tell = |who: &Profile, kind| {
            let mut one = interaction(kind, Some(at), Some(place.clone()));
            one.excerpt.clone_from(&text);
            passed(somebody(who.clone(), ""), one)
        };
        let all = || self.to.iter().chain(&self.cc);
        let open = all().any(|who| who.ends_with(PUBLIC) || who.ends_with("/followers"));
        if !open && !mentions.is_empty() {
            return mentions
                .iter()
                .map(|(_, who)| tell(who, Kind::Message))
                .collect();
        }
        let answered = self.in_reply_to.as_deref().filter(|to| !known.is_own(to));
        let target = answered.and_then(|to| {
            let by_mention = mentions
                .iter()
                .find(|(href, _)| !href.is_empty() && is_below(to, href));
            by_mention
                .map(|(_, who)| who.clone())
                .or_else(|| known.author(to))
        });
        let mut told: Vec<Told> = target.iter().map(|who| tell(who, Kind::Reply)).collect();
        if let (Some(to), None) = (answered, &target) {
            let mut one = interaction(Kind::Reply, Some(at), Some(to.to_owned()));
            one.excerpt.clone_from(&text);
            told.push(Told::Loose(Box::new(one)));
        }
        let others = mentions
            .iter()
            .filter(|(_, who)| Some(who) != target.as_ref());
        told.extend(others.map(|(_, who)| tell(who, Kind::Mention)));
        told
    }
}

/// Who wrote the post of an address, where the address tells: `/users/<name>/statuses/` and `/@<name>/`.
fn author(address: &str) -> Option<Profile> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str()?;
    let parts: Vec<&str> = url.path_segments()?.collect();
    let name = match parts[..] {
        ["users", name, "statuses", ..] => name,
        [name, ..] => name.strip_prefix('@')?,
        [] => return None,
    };
    account(&format!("{name}@{host}"))
}

fn interaction(kind: Kind, time: Option<Moment>, place: Option<String>) -> Interaction {
    let network = Some(Network::Mastodon);
    let mut one = super::interaction(network, kind, Direction::Given, time, None);
    one.place = place;
    one
}
