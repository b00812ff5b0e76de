//! The archive of X, once Twitter, of every era since 2018 (`field/exports.md`, section 2). Each file is a list after
//! `window.YTD.<kind>.part<n> =`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::file::Member;
use super::json::{self as document, Element, Elements, line_in};
use super::letters::entities;
use super::time;
use super::{Refusal, Telling, Told, Wrong, passed};
use crate::backup::read::Incoming;
use crate::history::excerpt;
use crate::history::{Direction, Interaction, Kind, Moment};
use crate::people::{Network, Profile};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Account,
    Manifest,
    Renamed,
    Tweets,
    Deleted,
    Likes,
    Followers,
    Following,
    Blocked,
    Messages,
    GroupMessages,
}

/// The kinds of files, by their names without part and with hyphens.
const NAMES: [(&str, Of); 16] = [
    ("account", Of::Account),
    ("manifest", Of::Manifest),
    ("screen-name-change", Of::Renamed),
    ("tweet", Of::Tweets),
    ("tweets", Of::Tweets),
    ("community-tweet", Of::Tweets),
    ("community-tweets", Of::Tweets),
    ("deleted-tweets", Of::Deleted),
    ("like", Of::Likes),
    ("follower", Of::Followers),
    ("following", Of::Following),
    ("block", Of::Blocked),
    ("direct-message", Of::Messages),
    ("direct-messages", Of::Messages),
    ("direct-message-group", Of::GroupMessages),
    ("direct-messages-group", Of::GroupMessages),
];

/// The times of posts, and those of messages.
const POSTED: [&str; 2] = ["%a %b %d %H:%M:%S %z %Y", "%Y-%m-%dT%H:%M:%S%.fZ"];
const WRITTEN: [&str; 1] = ["%Y-%m-%dT%H:%M:%S%.fZ"];

fn kind(name: &str) -> Option<Of> {
    let name = name.to_lowercase().replace('_', "-");
    let bare = name.split_once("-part").map_or(&*name, |(bare, _)| bare);
    NAMES.iter().find(|(n, _)| *n == bare).map(|(_, of)| *of)
}

/// Whether a member of a ZIP may be one of these files.
pub fn wants(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".js").and_then(kind).is_some() || path.ends_with(DETAILS)
}

/// A file that only archives before 2018 have.
const DETAILS: &str = "data/js/user_details.js";

/// Whether a member is of an archive before 2018: `Grailbird.data.tweets_2014_03 =` or the owner.
fn is_grailbird(member: &Member) -> bool {
    let head = member.head(64).unwrap_or_default();
    let head = String::from_utf8_lossy(&head);
    let table = head
        .trim_start_matches(['\u{feff}', '"'])
        .starts_with("tweet_id");
    member.path.ends_with(DETAILS) || table || head.starts_with("Grailbird.")
}

/// What a member holds: `window.…` stands at its beginning, and its name or that of the variable tells the rest.
fn of(member: &Member) -> Option<Of> {
    let head = member.head(200).ok()?;
    let head = String::from_utf8_lossy(&head);
    let variable = head
        .trim_start_matches('\u{feff}')
        .trim_start()
        .strip_prefix("window.")?;
    let by_name = member.name().split('.').next().and_then(kind);
    by_name.or_else(|| kind(variable.strip_prefix("YTD.")?.split('.').next()?))
}

/// Whether a member is one of these files.
pub fn is_of(member: &Member) -> bool {
    of(member).is_some() || is_grailbird(member)
}

/// Reads the files. `own` are the user's accounts, as far as they are known.
pub fn read(members: &[Member], own: &[Profile]) -> Result<Telling, Refusal> {
    let mut files: Vec<(Of, Member)> = members
        .iter()
        .filter_map(|member| Some((of(member)?, member.clone())))
        .collect();
    // by kind, so that people come with what passed and not with bare numbers first
    files.sort_by(|(a, m), (b, n)| (a, &m.path).cmp(&(b, &n.path)));
    match files.is_empty() {
        true => Err(Refusal::Grailbird),
        false => Ok(tell(files, own)),
    }
}

fn tell(files: Vec<(Of, Member)>, own: &[Profile]) -> Telling {
    let known = Rc::new(Known::find(&files, own));
    let own = known.own().map(Told::Own);
    let missing = missing(&files);
    let rest = files.into_iter().flat_map(move |(of, member)| {
        let known = known.clone();
        let file = member.path.clone();
        let elements: Box<dyn Iterator<Item = _>> = match of {
            Of::Account | Of::Manifest | Of::Renamed => Box::new(std::iter::empty()),
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
    });
    Box::new(own.into_iter().chain(missing).chain(rest))
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(rename = "userInfo")]
    user: Option<User>,
    #[serde(rename = "dataTypes", default)]
    types: HashMap<String, Type>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    account_id: String,
    #[serde(default)]
    user_name: String,
}

#[derive(Deserialize)]
struct Type {
    #[serde(default)]
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "fileName")]
    name: String,
}

/// What may be `null` where nothing is.
fn or_none<'de, D: serde::Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Files that the archive's list names and that were not given.
fn missing(files: &[(Of, Member)]) -> Vec<Told> {
    let manifests = files.iter().filter(|(of, _)| *of == Of::Manifest);
    let named: BTreeSet<String> = manifests
        .filter_map(|(_, member)| document::whole::<Manifest>(member))
        .flat_map(|manifest| manifest.types.into_values())
        .flat_map(|of| of.files)
        .map(|file| file.name)
        .filter(|name| wants(name))
        .collect();
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let given: HashSet<String> = files.iter().map(|(_, member)| last(&member.path)).collect();
    named
        .into_iter()
        .filter(|name| !given.contains(&last(name)))
        .map(|file| Told::Missing { file })
        .collect()
}

#[derive(Deserialize)]
struct Account {
    #[serde(rename = "accountId")]
    id: String,
    #[serde(default)]
    username: String,
}

#[derive(Deserialize, Default)]
struct Tweet {
    id_str: Option<String>,
    created_at: Option<String>,
    #[serde(default, deserialize_with = "or_none")]
    full_text: String,
    #[serde(default, deserialize_with = "or_none")]
    text: String,
    #[serde(default, deserialize_with = "or_none")]
    entities: Entities,
    in_reply_to_status_id_str: Option<String>,
    in_reply_to_user_id_str: Option<String>,
    in_reply_to_screen_name: Option<String>,
    edit_info: Option<EditInfo>,
}

#[derive(Deserialize, Default)]
struct Entities {
    #[serde(default, deserialize_with = "or_none")]
    user_mentions: Vec<Mention>,
    #[serde(default, deserialize_with = "or_none")]
    urls: Vec<Link>,
}

#[derive(Deserialize)]
struct Mention {
    #[serde(default)]
    name: String,
    #[serde(default)]
    screen_name: String,
    #[serde(default)]
    id_str: String,
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    expanded_url: String,
}

#[derive(Deserialize)]
struct EditInfo {
    initial: Option<Edits>,
}

#[derive(Deserialize)]
struct Edits {
    #[serde(rename = "editTweetIds", default)]
    ids: Vec<String>,
}

#[derive(Deserialize)]
struct Conversation<'a> {
    #[serde(rename = "conversationId", default)]
    id: String,
    #[serde(borrow, default)]
    messages: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    message_create: Option<Create>,
    join_conversation: Option<Join>,
    participants_join: Option<Joined>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    #[serde(default)]
    sender_id: String,
    recipient_id: Option<String>,
    #[serde(default, deserialize_with = "or_none")]
    text: String,
    created_at: Option<String>,
    #[serde(default, deserialize_with = "or_none")]
    reactions: Vec<Reaction>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reaction {
    #[serde(default)]
    sender_id: String,
    created_at: Option<String>,
    reaction_key: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Join {
    #[serde(default)]
    participants_snapshot: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Joined {
    #[serde(default)]
    user_ids: Vec<String>,
}

impl Message {
    /// The numbers of those who wrote, were there or were let in.
    fn members(&self) -> impl Iterator<Item = String> + '_ {
        let wrote = self.message_create.iter().map(|c| &c.sender_id);
        let were = self.join_conversation.iter();
        let were = were.flat_map(|join| &join.participants_snapshot);
        let came = self
            .participants_join
            .iter()
            .flat_map(|join| &join.user_ids);
        wrote.chain(were).chain(came).cloned()
    }
}

/// The handle that the owner had before a change.
fn former_handle(json: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Change {
        screen_name_change: Names,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Names {
        changed_from: String,
    }
    let change: Change = inside(json, "screenNameChange")?;
    Network::X.handle(&change.screen_name_change.changed_from)
}

/// A post, with its wrapper or, until 2019, without.
fn tweet(json: &[u8]) -> Option<Tweet> {
    #[derive(Deserialize)]
    struct Wrapped {
        tweet: Option<Tweet>,
    }
    match serde_json::from_slice::<Wrapped>(json).ok()?.tweet {
        Some(tweet) => Some(tweet),
        None => serde_json::from_slice(json).ok(),
    }
}

/// What an element holds below its one key.
fn inside<T: serde::de::DeserializeOwned>(json: &[u8], key: &str) -> Option<T> {
    let mut all: HashMap<String, T> = serde_json::from_slice(json).ok()?;
    all.remove(key)
}

/// Whose archive it is, and which handle goes with which number, as far as the owner's posts tell.
#[derive(Default)]
struct Known {
    id: Option<String>,
    handle: Option<String>,
    /// How the owner was called before.
    former: HashSet<String>,
    /// Who is in a conversation of several that is cut over several files, by its number.
    groups: HashMap<String, BTreeSet<String>>,
    by_id: HashMap<String, Somebody>,
    /// By handle: who was called so last, and when.
    by_handle: HashMap<String, (i64, String)>,
}

#[derive(Default)]
struct Somebody {
    /// Each with the time at which it was last seen.
    handles: Vec<(i64, String)>,
    name: (i64, String),
}

/// The elements of all files of a kind.
fn each(files: &[(Of, Member)], which: Of) -> impl Iterator<Item = Element> + '_ {
    let files = files.iter().filter(move |(of, _)| *of == which);
    files.flat_map(|(_, member)| Elements::of(member).flatten())
}

impl Known {
    /// The owner by `account.js` or the manifest, or else by the conversations, or else by the posts.
    fn find(files: &[(Of, Member)], own: &[Profile]) -> Known {
        let mut known = Known::default();
        let own: Vec<&Profile> = own.iter().filter(|p| p.network == Network::X).collect();
        known
            .former
            .extend(own.iter().filter_map(|p| p.handle.clone()));
        known.by_name(files);
        if known.id.is_none() {
            known.by_conversations(files, &own);
        }
        known.read_posts(files);
        known.read_groups(files);
        known
    }

    /// The files that say whose archive it is, and how the owner was called before.
    fn by_name(&mut self, files: &[(Of, Member)]) {
        for element in each(files, Of::Account) {
            if let Some(account) = inside::<Account>(&element.json, "account") {
                self.handle = Network::X.handle(&account.username);
                self.id = Network::X.id(&account.id);
            }
        }
        let manifests = files.iter().filter(|(of, _)| *of == Of::Manifest);
        for user in manifests.filter_map(|(_, m)| document::whole::<Manifest>(m)?.user) {
            if self.id.is_none() {
                self.handle = Network::X.handle(&user.user_name);
                self.id = Network::X.id(&user.account_id);
            }
        }
        for element in each(files, Of::Renamed) {
            self.former.extend(former_handle(&element.json));
        }
    }

    /// The one number that stands in every conversation of two; else the one account that is known to be the user's, where nothing
    /// speaks against it.
    fn by_conversations(&mut self, files: &[(Of, Member)], own: &[&Profile]) {
        // a long one is cut over several files
        let conversations: BTreeSet<String> = each(files, Of::Messages)
            .filter_map(|element| Some(conversation(&element)?.id))
            .collect();
        let mut all: BTreeMap<&str, usize> = BTreeMap::new();
        for of in &conversations {
            for id in BTreeSet::from_iter(of.split('-')) {
                *all.entry(id).or_default() += 1;
            }
        }
        all.retain(|_, n| *n == conversations.len());
        let everywhere: Vec<&str> = all.into_keys().collect();
        let ids: Vec<&String> = own.iter().filter_map(|p| p.id.as_ref()).collect();
        self.id = match (conversations.len(), &everywhere[..], &ids[..]) {
            (3.., [id], _) => Some((*id).to_owned()),
            (0, _, [id]) => Some((*id).clone()),
            (_, _, [id]) => Some((*id).clone()).filter(|id| everywhere.contains(&&**id)),
            _ => None,
        };
    }

    /// Which handle goes with which number; and whoever is answered on a post that stands here is the owner.
    fn read_posts(&mut self, files: &[(Of, Member)]) {
        let looked_for = self.id.is_none();
        let (mut posts, mut answered) = (HashSet::new(), BTreeMap::new());
        for element in each(files, Of::Tweets) {
            let Some(tweet) = tweet(&element.json) else {
                continue;
            };
            self.learn(&tweet);
            if looked_for {
                posts.extend(tweet.id_str);
                let whom = (tweet.in_reply_to_user_id_str, tweet.in_reply_to_screen_name);
                answered.extend(tweet.in_reply_to_status_id_str.zip(Some(whom)));
            }
        }
        let own = answered.into_iter().find(|(post, _)| posts.contains(post));
        if let Some((_, (id, handle))) = own {
            self.id = id.and_then(|id| Network::X.id(&id));
            self.handle = handle.and_then(|handle| Network::X.handle(&handle));
        }
    }

    /// Who is in a conversation of several that may be cut over several files.
    fn read_groups(&mut self, files: &[(Of, Member)]) {
        if files
            .iter()
            .filter(|(of, _)| *of == Of::GroupMessages)
            .count()
            < 2
        {
            return;
        }
        for element in each(files, Of::GroupMessages) {
            if let Some(of) = conversation(&element) {
                let messages = of.messages.iter();
                let messages = messages.filter_map(|raw| serde_json::from_str(raw.get()).ok());
                let members = self.groups.entry(of.id.clone()).or_default();
                messages.for_each(|message: Message| members.extend(message.members()));
            }
        }
    }

    fn own(&self) -> Option<Profile> {
        Profile::new(Network::X, self.handle.as_deref(), self.id.as_deref())
    }

    fn learn(&mut self, tweet: &Tweet) {
        let at = tweet
            .created_at
            .as_deref()
            .and_then(|t| time::read(t, &POSTED).ok())
            .map_or(i64::MIN, Moment::ms);
        for mention in &tweet.entities.user_mentions {
            self.pair(&mention.id_str, &mention.screen_name, &mention.name, at);
        }
        if let (Some(id), Some(handle)) = (
            &tweet.in_reply_to_user_id_str,
            &tweet.in_reply_to_screen_name,
        ) {
            self.pair(id, handle, "", at);
        }
    }

    fn pair(&mut self, id: &str, handle: &str, name: &str, at: i64) {
        let (Some(id), Some(handle)) = (Network::X.id(id), Network::X.handle(handle)) else {
            return;
        };
        let last = self
            .by_handle
            .entry(handle.clone())
            .or_insert_with(|| (at, id.clone()));
        if last.0 <= at {
            *last = (at, id.clone());
        }
        let who = self.by_id.entry(id).or_default();
        match who.handles.iter_mut().find(|(_, known)| *known == handle) {
            Some(known) => known.0 = known.0.max(at),
            None => who.handles.push((at, handle)),
        }
        if !name.trim().is_empty() && (who.name.1.is_empty() || who.name.0 <= at) {
            who.name = (at, entities(name));
        }
    }

    /// The person of a number, with all that is known of them.
    fn person(&self, id: &str) -> Option<Incoming> {
        let mut profile = Profile::new(Network::X, None, Some(id))?;
        let known = profile.id.as_ref().and_then(|id| self.by_id.get(id));
        if let Some(known) = known {
            let mut handles = known.handles.clone();
            handles.sort();
            for (_, handle) in handles {
                profile.rename(Some(handle));
            }
            // a handle whose last owner is another is theirs
            let holder = profile.handle.as_ref().and_then(|h| self.by_handle.get(h));
            if holder.is_some_and(|(_, id)| Some(id) != profile.id.as_ref()) {
                profile.rename(None);
            }
        }
        Some(super::somebody(profile, known.map_or("", |k| &k.name.1)))
    }

    /// The person of a handle: of the number that goes with it, where one does.
    fn called(&self, handle: &str) -> Option<Incoming> {
        let handle = Network::X.handle(handle)?;
        if Some(&handle) == self.handle.as_ref() {
            return None;
        }
        let by_handle = self.by_handle.get(&handle);
        if by_handle.is_none() && self.former.contains(&handle) {
            return None;
        }
        match by_handle {
            Some((_, id)) => self.person(id).filter(|_| !self.is(id)),
            None => Profile::new(Network::X, Some(&handle), None).map(|p| super::somebody(p, "")),
        }
    }

    fn is(&self, id: &str) -> bool {
        self.id.as_deref() == Some(id)
    }

    fn told(&self, of: Of, element: &Element, file: &str) -> Vec<Told> {
        let unreadable = |why| {
            vec![Told::Unreadable {
                file: file.to_owned(),
                line: element.line,
                why,
            }]
        };
        match of {
            Of::Account | Of::Manifest | Of::Renamed => Vec::new(),
            Of::Deleted => vec![Told::Left("leftDeleted")],
            Of::Blocked => vec![Told::Left("leftBlocked")],
            Of::Followers => self
                .follow(&element.json, "follower", Direction::Received)
                .unwrap_or_else(unreadable),
            Of::Following => self
                .follow(&element.json, "following", Direction::Given)
                .unwrap_or_else(unreadable),
            Of::Likes => self.like(&element.json).unwrap_or_else(unreadable),
            Of::Messages | Of::GroupMessages => self.conversation(of, element, file),
            Of::Tweets => match tweet(&element.json) {
                Some(tweet) if tweet.id_str.is_some() && tweet.created_at.is_some() => {
                    self.tweet(&tweet).unwrap_or_else(unreadable)
                }
                _ => unreadable(Wrong::NoPost),
            },
        }
    }

    fn follow(&self, json: &[u8], key: &str, direction: Direction) -> Result<Vec<Told>, Wrong> {
        #[derive(Deserialize)]
        struct Follow {
            #[serde(rename = "accountId")]
            id: String,
        }
        let follow: Follow = inside(json, key).ok_or(Wrong::NoPost)?;
        if self.is(&follow.id) {
            return Ok(Vec::new());
        }
        let who = self.person(&follow.id).ok_or(Wrong::NoPost)?;
        let one = interaction(Kind::Connection, direction, None, None);
        Ok(vec![passed(who, one)])
    }

    fn like(&self, json: &[u8]) -> Result<Vec<Told>, Wrong> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Like {
            tweet_id: String,
            full_text: Option<String>,
        }
        let like: Like = inside(json, "like").ok_or(Wrong::NoPost)?;
        let text = like.full_text.and_then(|text| excerpt(&entities(&text)));
        let mut loose = interaction(Kind::Reaction, Direction::Given, None, text);
        loose.place = Some(address(&like.tweet_id));
        Ok(vec![Told::Loose(Box::new(loose))])
    }

    fn tweet(&self, tweet: &Tweet) -> Result<Vec<Told>, Wrong> {
        let created = tweet.created_at.as_deref().unwrap_or_default();
        let at = time::read(created, &POSTED).map_err(Wrong::Time)?;
        let id = tweet.id_str.as_deref().unwrap_or_default();
        let edits = tweet.edit_info.as_ref().and_then(|i| i.initial.as_ref());
        if edits
            .and_then(|e| e.ids.last())
            .is_some_and(|last| last != id)
        {
            return Ok(vec![Told::Left("leftEdited")]);
        }
        let whole = if tweet.full_text.is_empty() {
            &tweet.text
        } else {
            &tweet.full_text
        };
        let text = entities(whole);
        let words = excerpt(&text);
        let mut told = Vec::new();
        let mut done = HashSet::new();
        let mut add = |who: Option<Incoming>, kind: Kind| {
            let Some(who) = who else { return };
            if done.insert((who.profiles[0].label(), kind)) {
                let mut one = interaction(kind, Direction::Given, Some(at), words.clone());
                one.place = Some(address(id));
                told.push(passed(who, one));
            }
        };
        let mentions = &tweet.entities.user_mentions;
        if let Some((author, _)) = text
            .strip_prefix("RT @")
            .and_then(|rest| rest.split_once(':'))
        {
            let named = mentions
                .iter()
                .find(|m| m.screen_name.eq_ignore_ascii_case(author))
                .filter(|m| Network::X.id(&m.id_str).is_some());
            let who = match named {
                Some(mention) if self.is(&mention.id_str) => None,
                Some(mention) => self.person(&mention.id_str),
                None => self.called(author),
            };
            add(who, Kind::Share);
            return Ok(told);
        }
        let target = tweet.in_reply_to_user_id_str.as_deref();
        let answered = match (target, &tweet.in_reply_to_screen_name) {
            (Some(id), _) if self.is(id) => None,
            (Some(id), _) if Network::X.id(id).is_some() => self.person(id),
            (_, Some(handle)) => self.called(handle),
            _ => None,
        };
        let answered_label = answered.as_ref().map(|who| who.profiles[0].label());
        add(answered, Kind::Reply);
        let mut nobody = 0;
        for mention in mentions {
            if Network::X.id(&mention.id_str).is_none() {
                nobody += 1;
                continue;
            }
            let who = self.person(&mention.id_str).filter(|who| {
                !self.is(&mention.id_str) && Some(who.profiles[0].label()) != answered_label
            });
            add(who, Kind::Mention);
        }
        for link in &tweet.entities.urls {
            if let Some(author) = quoted(&link.expanded_url) {
                add(self.called(author), Kind::Share);
            }
        }
        told.extend((0..nobody).map(|_| Told::Left("leftNoAccount")));
        Ok(told)
    }

    fn conversation(&self, of: Of, element: &Element, file: &str) -> Vec<Told> {
        let Some(conversation) = conversation(element) else {
            return vec![Told::Unreadable {
                file: file.to_owned(),
                line: element.line,
                why: Wrong::NoPost,
            }];
        };
        let messages: Vec<(u64, Option<Message>)> = conversation
            .messages
            .iter()
            .map(|raw| (line_in(element, raw), serde_json::from_str(raw.get()).ok()))
            .collect();
        let mut members = self
            .groups
            .get(&conversation.id)
            .cloned()
            .unwrap_or_default();
        for message in messages.iter().filter_map(|(_, m)| m.as_ref()) {
            members.extend(message.members());
        }
        members.retain(|id| !self.is(id));
        let mut told = Vec::new();
        for (line, message) in messages {
            let Some(message) = message else {
                told.push(Told::Unreadable {
                    file: file.to_owned(),
                    line,
                    why: Wrong::NoPost,
                });
                continue;
            };
            let Some(create) = message.message_create else {
                told.push(Told::Left("leftGroupEvent"));
                continue;
            };
            if self.id.is_none() {
                told.push(Told::Left("leftNoOwnerX"));
                continue;
            }
            let to = match (of, &create.recipient_id) {
                (Of::Messages, Some(id)) => BTreeSet::from([id.clone()]),
                (Of::Messages, None) => conversation
                    .id
                    .split('-')
                    .filter(|id| *id != create.sender_id)
                    .map(str::to_owned)
                    .collect(),
                _ => members.clone(),
            };
            match self.message(&create, &to) {
                Ok(more) => told.extend(more),
                Err(why) => told.push(Told::Unreadable {
                    file: file.to_owned(),
                    line,
                    why,
                }),
            }
        }
        told
    }

    fn message(&self, message: &Create, to: &BTreeSet<String>) -> Result<Vec<Told>, Wrong> {
        let created = message.created_at.as_deref().unwrap_or_default();
        let at = time::read(created, &WRITTEN).map_err(Wrong::Time)?;
        let text = excerpt(&entities(&message.text));
        let mine = self.is(&message.sender_id);
        let mut told = Vec::new();
        if mine {
            for id in to {
                if let Some(who) = self.person(id).filter(|_| !self.is(id)) {
                    let mut one =
                        interaction(Kind::Message, Direction::Given, Some(at), text.clone());
                    if to.len() > 1 {
                        one.extra.insert("group".into(), json!(to.len() + 1));
                    }
                    told.push(passed(who, one));
                }
            }
        } else if let Some(who) = self.person(&message.sender_id) {
            let one = interaction(Kind::Message, Direction::Received, Some(at), text);
            told.push(passed(who, one));
        }
        for reaction in &message.reactions {
            let direction = match (mine, self.is(&reaction.sender_id)) {
                (false, true) => Direction::Given,
                (true, false) => Direction::Received,
                _ => continue,
            };
            let whom = match direction {
                Direction::Given => &message.sender_id,
                _ => &reaction.sender_id,
            };
            let reacted = reaction.created_at.as_deref().unwrap_or(created);
            if let (Some(who), Ok(at)) = (self.person(whom), time::read(reacted, &WRITTEN)) {
                let mut one = interaction(Kind::Reaction, direction, Some(at), None);
                if let Some(word) = &reaction.reaction_key {
                    one.extra.insert("reaction".into(), json!(word));
                }
                told.push(passed(who, one));
            }
        }
        Ok(told)
    }
}

fn conversation(element: &Element) -> Option<Conversation<'_>> {
    #[derive(Deserialize)]
    struct Wrapped<'a> {
        #[serde(borrow, rename = "dmConversation")]
        conversation: Conversation<'a>,
    }
    let wrapped: Wrapped = serde_json::from_slice(&element.json).ok()?;
    Some(wrapped.conversation)
}

/// The handle of the post that an address leads to.
fn quoted(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/')?;
    let host = host
        .trim_start_matches("www.")
        .trim_start_matches("mobile.");
    let path = path.strip_prefix("#!/").unwrap_or(path);
    let (handle, post) = path.split_once("/status/")?;
    let number = post.split(['/', '?', '#']).next()?;
    let is_post = matches!(host, "twitter.com" | "x.com")
        && !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit());
    is_post.then_some(handle)
}

/// Under which address a post is opened, whoever wrote it.
fn address(id: &str) -> String {
    format!("https://x.com/i/status/{id}")
}

fn interaction(
    kind: Kind,
    direction: Direction,
    time: Option<Moment>,
    excerpt: Option<String>,
) -> Interaction {
    super::interaction(Some(Network::X), kind, direction, time, excerpt)
}
