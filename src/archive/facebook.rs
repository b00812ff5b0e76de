//! "Download your information", Facebook: JSON of every layout since 2018, and the separate archive of encrypted chats
//! (`field/exports.md`, section 3).
//!
//! No person has an id here. A name is a person; two of one name are two only by their threads, and what happened towards the mere
//! name is nobody's then. Sentences are in the account's language: a known name is looked for in them, their words decide nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde::Deserialize;
use serde_json::json;

use super::file::Member;
use super::json::{self as document, Element, Elements};
use super::letters::put_right;
use super::time;
use super::{Refusal, Telling, Told, Wrong, named, somebody};
use crate::backup::read::Incoming;
use crate::history::excerpt;
use crate::history::{Direction, Interaction, Kind, Moment};
use crate::people::{Network, Profile};

/// The boxes in which threads lie.
const BOXES: [&str; 6] = [
    "inbox",
    "archived_threads",
    "filtered_threads",
    "message_requests",
    "e2ee_cutover",
    "messages",
];

/// The box of threads that were moved to where only the two can read them.
const ENCRYPTED: &str = "e2ee_cutover/";

/// What accounts that were closed are called, where no thread of theirs tells.
const CLOSED: [&str; 3] = ["Facebook user", "Facebook-Nutzer", "Utilisateur Facebook"];

/// Whether a thread is that of an account that was closed.
fn is_closed(thread: &str) -> bool {
    let folder = thread.rsplit('/').next().unwrap_or(thread);
    folder.starts_with("facebookuser_")
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Profile,
    Friends,
    Thread,
    Comments,
    Reactions,
}

fn kind(path: &str) -> Option<Of> {
    let name = path.rsplit('/').next()?.to_lowercase();
    let stem = name.strip_suffix(".json")?;
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    match bare {
        "profile_information" => Some(Of::Profile),
        "friends" | "your_friends" => Some(Of::Friends),
        "message" => Some(Of::Thread),
        "comments" => Some(Of::Comments),
        "posts_and_comments" | "likes_and_reactions" => Some(Of::Reactions),
        _ => None,
    }
}

/// Whether a member of a ZIP may be of use. Any JSON may be an encrypted chat, which is named after a person.
pub fn wants(path: &str) -> bool {
    let flat = path.matches('/').count() < 2;
    kind(path).is_some() || (flat && path.ends_with(".json")) || is_html(path)
}

/// A page of the form that Kith cannot read.
fn is_html(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, "html" | "htm")) = name.rsplit_once('.') else {
        return false;
    };
    matches!(stem, "start_here" | "messages") || kind(&format!("{stem}.json")).is_some()
}

/// Instagram's archive has the same threads, of other people.
fn is_instagram(path: &str) -> bool {
    path.contains("your_instagram_activity/")
}

/// What a member is, by its name and by what stands in it.
fn of(member: &Member) -> Option<Of> {
    if !member.path.to_lowercase().ends_with(".json") || is_instagram(&member.path) {
        return None;
    }
    // before the first message stand the names of all who are in the thread
    let head = member.head(64 << 10).ok()?;
    let head = String::from_utf8_lossy(&head);
    let has = |key: &str| head.contains(&format!("\"{key}\""));
    let begins = |keys: &[&str]| {
        let first = head.split('"').nth(1).unwrap_or_default();
        head.trim_start().starts_with('{') && keys.contains(&first)
    };
    let kind = kind(&member.path);
    let thread = begins(&["participants", "threadName"])
        && (kind == Some(Of::Thread) || has("messages") || has("sender_name") || has("senderName"));
    match kind {
        _ if thread => Some(Of::Thread),
        _ if begins(&["friends", "friends_v2"]) => Some(Of::Friends),
        _ if begins(&["comments", "comments_v2"]) => Some(Of::Comments),
        _ if begins(&["reactions", "reactions_v2"]) => Some(Of::Reactions),
        Some(Of::Reactions) if has("reaction") || has("label_values") => Some(Of::Reactions),
        Some(Of::Profile) if has("profile") || has("profile_v2") => Some(Of::Profile),
        _ => None,
    }
}

/// Whether a member is one of the files, in either form.
pub fn is_of(member: &Member) -> bool {
    of(member).is_some() || is_html(&member.path)
}

/// Reads the files.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    let mut files: Vec<(Of, Member)> = members
        .iter()
        .filter_map(|member| Some((of(member)?, member.clone())))
        .collect();
    if files.is_empty() {
        return Err(Refusal::Html);
    }
    files.sort_by(|(a, m), (b, n)| (a, &m.path).cmp(&(b, &n.path)));
    Ok(tell(files))
}

/// The thread that a file belongs to: box and folder; of an encrypted chat the file's own name without number.
fn thread(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    if let [.., of, folder, _] = parts[..]
        && BOXES.contains(&of)
    {
        return format!("{of}/{folder}");
    }
    let name = parts.last().copied().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or(name);
    stem.trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches('_')
        .to_owned()
}

/// The number at the end of a thread's folder, which stays when the thread moves to another box.
fn number(thread: &str) -> Option<&str> {
    let (_, number) = thread.rsplit_once('_')?;
    let is_it = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_it.then_some(number)
}

#[derive(Deserialize)]
struct Message {
    #[serde(alias = "senderName", default)]
    sender_name: String,
    timestamp_ms: Option<i64>,
    timestamp: Option<i64>,
    #[serde(alias = "text")]
    content: Option<String>,
    call_duration: Option<i64>,
    #[serde(default)]
    missed: bool,
    #[serde(alias = "isUnsent", default)]
    is_unsent: bool,
    share: Option<Share>,
    #[serde(default)]
    reactions: Vec<Reaction>,
}

#[derive(Deserialize)]
struct Share {
    share_text: Option<String>,
    link: Option<String>,
}

#[derive(Deserialize)]
struct Reaction {
    #[serde(default)]
    reaction: String,
    #[serde(default)]
    actor: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Participant {
    Named { name: String },
    Name(String),
}

impl Participant {
    fn name(self) -> String {
        match self {
            Participant::Named { name } | Participant::Name(name) => put_right(name),
        }
    }
}

#[derive(Deserialize)]
struct Friend {
    #[serde(default)]
    name: String,
    timestamp: Option<i64>,
}

#[derive(Deserialize)]
struct Act {
    timestamp: Option<i64>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    data: Vec<Data>,
    #[serde(default)]
    label_values: Vec<Label>,
}

#[derive(Deserialize)]
struct Data {
    comment: Option<Comment>,
    reaction: Option<Reaction>,
}

#[derive(Deserialize)]
struct Comment {
    comment: Option<String>,
}

#[derive(Deserialize)]
struct Label {
    #[serde(default)]
    value: serde_json::Value,
}

/// Nobody's, and by which words it is counted.
struct Left(&'static str);

/// What all files tell together.
#[derive(Default)]
struct Known {
    owner: Option<String>,
    /// The thread of a number, where it lies in several boxes.
    numbered: HashMap<String, String>,
    /// What accounts that were closed are called, in the language of the account.
    closed: HashSet<String>,
    /// Who is in each thread, the owner among them.
    threads: HashMap<String, BTreeSet<String>>,
    /// Names that two people bear.
    twice: HashSet<String>,
    /// Every name but the owner's, the longest first.
    names: Vec<String>,
}

fn tell(files: Vec<(Of, Member)>) -> Telling {
    let known = Rc::new(Known::find(&files));
    Box::new(files.into_iter().flat_map(move |(of, member)| {
        let known = known.clone();
        let file = member.path.clone();
        let elements: Box<dyn Iterator<Item = _>> = match of {
            Of::Profile => Box::new(std::iter::empty()),
            _ => Box::new(Elements::of(&member)),
        };
        elements.flat_map(move |element| match element {
            Ok(element) => known.told(of, &element, &file),
            Err(broken) => vec![Told::Unreadable {
                file: file.clone(),
                line: broken.line,
                why: Wrong::broken(broken.why),
            }],
        })
    }))
}

impl Known {
    fn find(files: &[(Of, Member)]) -> Known {
        let mut known = Known::default();
        let mut friends: BTreeMap<String, usize> = BTreeMap::new();
        for (_, member) in files.iter().filter(|(of, _)| *of == Of::Thread) {
            let thread = thread(&member.path);
            if let Some(number) = number(&thread) {
                let known = known.numbered.entry(number.to_owned());
                let known = known.or_insert_with(|| thread.clone());
                if known.starts_with(ENCRYPTED) {
                    *known = thread;
                }
            }
        }
        for (of, member) in files {
            match of {
                Of::Profile => known.owner = owner(member).or(known.owner.take()),
                Of::Friends => {
                    for element in Elements::of(member).flatten() {
                        if let Ok(friend) = serde_json::from_slice::<Friend>(&element.json) {
                            *friends.entry(put_right(friend.name)).or_default() += 1;
                        }
                    }
                }
                Of::Thread => {
                    let thread = known.thread(&member.path);
                    let members = known.threads.entry(thread).or_default();
                    for element in Elements::of(member).flatten() {
                        match element.list.as_str() {
                            "participants" => members.extend(
                                serde_json::from_slice::<Participant>(&element.json)
                                    .map(Participant::name),
                            ),
                            "messages" => members.extend(
                                serde_json::from_slice::<Message>(&element.json)
                                    .map(|m| put_right(m.sender_name)),
                            ),
                            _ => {}
                        }
                    }
                    members.retain(|name| !name.trim().is_empty());
                }
                _ => {}
            }
        }
        if known.owner.is_none() && known.threads.len() > 1 {
            let mut all = known.threads.values();
            let first = all.next().cloned().unwrap_or_default();
            let common = all.fold(first, |common, one| &common & one);
            known.owner = match Vec::from_iter(common).as_slice() {
                [owner] => Some(owner.clone()),
                _ => None,
            };
        }
        known.closed.extend(CLOSED.map(str::to_owned));
        let closed = known.threads.iter().filter(|(path, _)| is_closed(path));
        let closed = closed.flat_map(|(_, members)| members);
        let closed: Vec<String> = closed.filter(|m| !known.is_owner(m)).cloned().collect();
        known.closed.extend(closed);
        let mut alone: HashMap<&String, HashSet<&str>> = HashMap::new();
        for (path, members) in &known.threads {
            let others = || members.iter().filter(|m| Some(*m) != known.owner.as_ref());
            let encrypted = path.starts_with(ENCRYPTED) || !path.contains('/');
            if let (1, Some(other), false) = (others().count(), others().next(), encrypted) {
                let number = path.rsplit('_').next().unwrap_or(path);
                alone.entry(other).or_default().insert(number);
            }
        }
        let threads = alone.into_iter().filter(|(_, threads)| threads.len() > 1);
        let mut twice: HashSet<String> = threads.map(|(name, _)| name.clone()).collect();
        twice.extend(
            friends
                .iter()
                .filter(|(_, n)| **n > 1)
                .map(|(n, _)| n.clone()),
        );
        let names: BTreeSet<&String> = friends
            .keys()
            .chain(known.threads.values().flatten())
            .collect();
        known.names = names
            .into_iter()
            .filter(|name| Some(*name) != known.owner.as_ref() && !name.trim().is_empty())
            .cloned()
            .collect();
        known
            .names
            .sort_by_key(|name| std::cmp::Reverse(name.len()));
        known.twice = twice;
        known
    }

    /// The thread that a file belongs to, wherever it lies.
    fn thread(&self, path: &str) -> String {
        let thread = thread(path);
        let known = number(&thread).and_then(|number| self.numbered.get(number));
        known.cloned().unwrap_or(thread)
    }

    fn is_owner(&self, name: &str) -> bool {
        self.owner.as_deref() == Some(name)
    }

    /// The person of a name; `Err` where two bear it.
    fn person(&self, name: &str) -> Result<Option<Incoming>, Left> {
        if self.twice.contains(name) {
            return Err(Left("leftTwoOfAName"));
        }
        if self.closed.contains(name) {
            return Err(Left("leftClosed"));
        }
        Ok(named(name))
    }

    /// The one known name in a sentence, the owner's left away. A longer name hides the shorter in it.
    fn in_sentence(&self, sentence: &str) -> Option<&str> {
        let mut rest = match &self.owner {
            Some(owner) => sentence.replacen(owner.as_str(), "\0", 1),
            None => sentence.to_owned(),
        };
        let mut found = None;
        for name in &self.names {
            if rest.contains(name.as_str()) {
                rest = rest.replace(name.as_str(), "\0");
                if found.replace(name.as_str()).is_some() {
                    return None;
                }
            }
        }
        found
    }

    fn told(&self, of: Of, element: &Element, file: &str) -> Vec<Told> {
        let told = match (of, element.list.as_str()) {
            (Of::Friends, _) => self.friend(&element.json),
            (Of::Thread, "messages") => self.message(&element.json, file),
            (Of::Comments | Of::Reactions, _) => self.act(of, &element.json),
            _ => return Vec::new(),
        };
        told.unwrap_or_else(|why| {
            vec![Told::Unreadable {
                file: file.to_owned(),
                line: element.line,
                why,
            }]
        })
    }

    fn friend(&self, json: &[u8]) -> Result<Vec<Told>, Wrong> {
        let friend: Friend = parsed(json)?;
        let name = put_right(friend.name);
        let at = friend.timestamp.and_then(time::of_seconds);
        Ok(self.passed(
            &name,
            interaction(Kind::Connection, Direction::Mutual, at, None),
        ))
    }

    fn passed(&self, name: &str, one: Interaction) -> Vec<Told> {
        match self.person(name) {
            Err(Left(key)) => vec![Told::Left(key)],
            Ok(Some(mut who)) => {
                who.interactions.push(one);
                vec![Told::Person(Box::new(who))]
            }
            Ok(None) => Vec::new(),
        }
    }

    /// The person of a name within a thread: where two bear it, the thread of two tells which.
    fn member(&self, name: &str, path: &str) -> Result<Option<Incoming>, Left> {
        let others = self
            .threads
            .get(path)
            .map_or(0, |all| all.iter().filter(|m| !self.is_owner(m)).count());
        if self.twice.contains(name) && others == 1 {
            return Ok(Profile::new(Network::Thread, Some(path), None).map(|p| somebody(p, name)));
        }
        self.person(name)
    }

    fn message(&self, json: &[u8], file: &str) -> Result<Vec<Told>, Wrong> {
        use Direction::{Given, Mutual, Received};
        let message: Message = parsed(json)?;
        let path = self.thread(file);
        if is_closed(&path) {
            return Ok(vec![Told::Left("leftClosed")]);
        }
        if message.is_unsent {
            return Ok(vec![Told::Left("leftUnsent")]);
        }
        if self.owner.is_none() {
            return Ok(vec![Told::Left("leftNoOwnerFacebook")]);
        }
        let call = message.call_duration.is_some();
        if message.missed || message.call_duration == Some(0) {
            return Ok(vec![Told::Left("leftMissedCall")]);
        }
        let at = message
            .timestamp_ms
            .or(message.timestamp)
            .and_then(time::of_ms)
            .ok_or(Wrong::Time(time::BadTime::Unknown(String::new())))?;
        let sender = put_right(message.sender_name);
        let text = message.content.or_else(|| {
            let share = message.share?;
            share.share_text.or(share.link)
        });
        let text = text.and_then(|text| excerpt(&put_right(text)));
        let all = self.threads.get(&path);
        let others: Vec<&String> = all
            .into_iter()
            .flatten()
            .filter(|name| !self.is_owner(name))
            .collect();
        let mine = self.is_owner(&sender);
        let whom: Vec<&String> = match mine || call {
            true => others.clone(),
            false => vec![&sender],
        };
        let (kind, direction) = match (call, mine) {
            (true, _) => (Kind::Meeting, Mutual),
            (false, true) => (Kind::Message, Given),
            (false, false) => (Kind::Message, Received),
        };
        let mut told = Vec::new();
        let mut add = |name: &str, one: Interaction| match self.member(name, &path) {
            Ok(Some(mut who)) => {
                who.interactions.push(one);
                told.push(Told::Person(Box::new(who)));
            }
            Ok(None) => {}
            Err(Left(key)) => told.push(Told::Left(key)),
        };
        for name in &whom {
            let mut one = interaction(kind, direction, Some(at), text.clone());
            if mine && others.len() > 1 {
                one.extra.insert("group".into(), json!(others.len() + 1));
            }
            add(name, one);
        }
        let mut own = 0;
        for reaction in message.reactions {
            let actor = put_right(reaction.actor);
            let reacted = |direction| {
                let mut one = interaction(Kind::Reaction, direction, Some(at), None);
                one.extra.insert(
                    "reaction".into(),
                    json!(put_right(reaction.reaction.clone())),
                );
                one
            };
            match (self.is_owner(&actor), mine) {
                (true, true) => own += 1,
                (true, false) => add(&sender, reacted(Given)),
                (false, true) => add(&actor, reacted(Received)),
                // between two others
                (false, false) if actor == sender => own += 1,
                (false, false) => {}
            }
        }
        told.extend((0..own).map(|_| Told::Left("leftOwnReaction")));
        Ok(told)
    }

    fn act(&self, of: Of, json: &[u8]) -> Result<Vec<Told>, Wrong> {
        let act: Act = parsed(json)?;
        let at = act.timestamp.and_then(time::of_seconds);
        let comment = act.data.iter().find_map(|d| d.comment.as_ref());
        let reaction = act.data.iter().find_map(|d| d.reaction.as_ref());
        // a comment may be a picture and no more
        let kind = match (of, comment) {
            (Of::Comments, _) | (_, Some(_)) => Kind::Comment,
            _ => Kind::Reaction,
        };
        let text = comment
            .and_then(|c| c.comment.clone())
            .and_then(|text| excerpt(&put_right(text)));
        let mut one = interaction(kind, Direction::Given, at, text);
        if let Some(reaction) = reaction {
            one.extra
                .insert("reaction".into(), json!(reaction.reaction.to_lowercase()));
        }
        let values: Vec<String> = act
            .label_values
            .into_iter()
            .filter_map(|label| label.value.as_str().map(str::to_owned))
            .map(put_right)
            .collect();
        one.place = values.iter().find(|v| v.starts_with("https://")).cloned();
        let whole = values
            .iter()
            .find(|value| self.names.contains(value))
            .map(String::as_str);
        let title = put_right(act.title);
        Ok(match whole.or_else(|| self.in_sentence(&title)) {
            Some(name) => self.passed(name, one),
            None if kind == Kind::Comment => vec![Told::Left("leftNobodysPost")],
            None => vec![Told::Left("leftNobodysPostLiked")],
        })
    }
}

fn owner(member: &Member) -> Option<String> {
    #[derive(Deserialize)]
    struct Information {
        #[serde(alias = "profile_v2")]
        profile: Page,
    }
    #[derive(Deserialize)]
    struct Page {
        name: Name,
    }
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Name {
        Parts { full_name: String },
        Whole(String),
    }
    let page = document::whole::<Information>(member)?.profile;
    Some(put_right(match page.name {
        Name::Parts { full_name } => full_name,
        Name::Whole(name) => name,
    }))
}

fn parsed<T: serde::de::DeserializeOwned>(json: &[u8]) -> Result<T, Wrong> {
    serde_json::from_slice(json).map_err(Wrong::broken)
}

fn interaction(
    kind: Kind,
    direction: Direction,
    time: Option<Moment>,
    excerpt: Option<String>,
) -> Interaction {
    super::interaction(Some(Network::Facebook), kind, direction, time, excerpt)
}
