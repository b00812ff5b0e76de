//! "Get a copy of your data", LinkedIn: every era since 2015 (`field/exports.md`, section 1). Tables, each known by its header.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::json;

use super::file::Member;
use super::letters::of_html;
use super::table::{Entry, Table};
use super::time;
use super::{Refusal, Telling, Told, Wrong, named, somebody, tell_of, words};
use crate::backup::read::Incoming;
use crate::history::excerpt;
use crate::history::{Direction, Interaction, Kind, Moment, Note, post};
use crate::people::address::profile_at;
use crate::people::{Network, Profile};

/// A table of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Profile,
    Connections,
    Invitations,
    EndorsementsGiven,
    EndorsementsReceived,
    RecommendationsGiven,
    RecommendationsReceived,
    MemberFollows,
    Notes,
    Contacts,
    Messages,
    Comments,
    Reactions,
    Reposts,
    /// What names nobody: own posts, votes, what was saved, companies.
    Nobody,
}

/// Columns by which a table is known, all of which it has.
const HEADERS: [(Of, &[&str]); 15] = [
    (Of::Messages, &["conversation id", "from", "content"]),
    (
        Of::Connections,
        &["first name", "last name", "connected on"],
    ),
    (Of::Invitations, &["from", "to", "sent at", "direction"]),
    (
        Of::EndorsementsGiven,
        &["skill name", "endorsee first name"],
    ),
    (
        Of::EndorsementsReceived,
        &["skill name", "endorser first name"],
    ),
    (Of::Notes, &["connection first name", "note"]),
    (Of::MemberFollows, &["date", "status", "fullname"]),
    (Of::Contacts, &["source", "firstname", "lastname"]),
    (Of::Profile, &["first name", "last name", "headline"]),
    (Of::Comments, &["date", "link", "message"]),
    (Of::Reactions, &["date", "type", "link"]),
    (Of::Nobody, &["date", "sharelink"]),
    (Of::Nobody, &["date", "link", "optiontext"]),
    (Of::Nobody, &["saveditem"]),
    (Of::Nobody, &["organization", "followed on"]),
];

/// How accounts that were closed are called where no address is.
const CLOSED: &str = "LinkedIn Member";

/// Tables whose header is that of another too: the name tells.
const NAMED: [(Of, &str, &[&str]); 3] = [
    (
        Of::RecommendationsGiven,
        "recommendations_given",
        &["first name", "last name", "text"],
    ),
    (
        Of::RecommendationsReceived,
        "recommendations_received",
        &["first name", "last name", "text"],
    ),
    (Of::Reposts, "instantreposts", &["date", "link"]),
];

/// Talks with a machine have the columns of messages.
const MACHINES: [&str; 4] = ["guide", "coach", "role_play", "roleplay"];

/// The forms of a day, as LinkedIn writes it and as spreadsheets do.
const DAY: [&str; 4] = ["%d %b %Y", "%d-%b-%y", "%d-%b-%Y", "%Y-%m-%d"];
/// The forms of an instant.
const INSTANT: [&str; 6] = [
    "%Y-%m-%d %H:%M:%S UTC",
    "%Y-%m-%d %H:%M:%S",
    "%m/%d/%y, %I:%M %p",
    "%Y/%m/%d %H:%M:%S UTC",
    "%a %b %d %H:%M:%S UTC %Y",
    "%m/%d/%Y, %I:%M %p",
];

/// Whether a member of a ZIP may be one of the tables.
pub fn wants(path: &str) -> bool {
    path.to_lowercase().ends_with(".csv")
}

/// A member's name without folder, number and ending, blanks as underscores.
fn stem(member: &Member) -> String {
    let name = member.name().to_lowercase().replace(' ', "_");
    let stem = name.split('.').next().unwrap_or_default();
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.strip_suffix('_').unwrap_or(stem).to_owned()
}

/// Which table a member is, by its header.
fn of(member: &Member) -> Option<Of> {
    let has = |columns: &[String], all: &[&str]| all.iter().all(|c| columns.iter().any(|h| h == c));
    let stem = stem(member);
    let mut found = None;
    Table::find_in_any(member, false, |columns| {
        let by_name = NAMED
            .iter()
            .find(|(_, name, all)| stem.contains(name) && has(columns, all))
            .map(|(of, ..)| *of);
        let by_header = HEADERS
            .iter()
            .find(|(_, all)| has(columns, all))
            .map(|(of, _)| *of);
        found = by_name.or(by_header);
        found.is_some()
    });
    found.filter(|of| *of != Of::Messages || !MACHINES.iter().any(|m| stem.contains(m)))
}

fn open(member: &Member, which: Of) -> Option<Table> {
    let is_it = |columns: &[String]| {
        let has = |all: &[&str]| all.iter().all(|c| columns.iter().any(|h| h == c));
        let by_header = HEADERS.iter().any(|(of, all)| *of == which && has(all));
        by_header || NAMED.iter().any(|(of, _, all)| *of == which && has(all))
    };
    Table::find_in_any(member, which == Of::Comments, is_it)
}

/// Whether a member is one of the tables.
pub fn is_of(member: &Member) -> bool {
    of(member).is_some()
}

/// Reads the tables. `own` are the user's accounts, as far as they are known.
pub fn read(members: &[Member], own: &[Profile]) -> Result<Telling, Refusal> {
    let mut tables: BTreeMap<Of, Vec<Member>> = BTreeMap::new();
    for member in members {
        if let Some(of) = of(member) {
            tables.entry(of).or_default().push(member.clone());
        }
    }
    let owner = Rc::new(Owner::find(&tables, own));
    let own = owner.slug.clone().map(Told::Own);
    let connections = tables.get(&Of::Connections).cloned().unwrap_or_default();
    let rows = tables.into_iter().flat_map(move |(which, members)| {
        let owner = owner.clone();
        let connections = connections.clone();
        members.into_iter().flat_map(move |member| {
            let conversations = match which {
                Of::Messages => Conversations::of(&member, &connections),
                _ => Conversations::default(),
            };
            lines(&member, which, &owner, conversations)
        })
    });
    Ok(Box::new(own.into_iter().chain(rows)))
}

fn lines(member: &Member, which: Of, owner: &Rc<Owner>, names: Conversations) -> Telling {
    let Some(table) = open(member, which) else {
        return Box::new(std::iter::empty());
    };
    let file = member.path.clone();
    let owner = owner.clone();
    let columns = Columns::of(&table);
    Box::new(table.flat_map(move |row| {
        let wrong = |line, why| {
            vec![Told::Unreadable {
                file: file.clone(),
                line,
                why,
            }]
        };
        match row {
            Err((line, bad)) => wrong(line, Wrong::Row(bad)),
            Ok(entry) if entry.is_empty() => Vec::new(),
            Ok(entry) => {
                let line = entry.line;
                let row = Line {
                    entry,
                    columns: &columns,
                    owner: &owner,
                };
                match row.told(which, &names) {
                    Ok(mut told) => {
                        for one in &mut told {
                            if let Told::Person(person) = one {
                                person.place.clone_from(&file);
                            }
                        }
                        told
                    }
                    Err(why) => wrong(line, why),
                }
            }
        }
    }))
}

/// Where each column stands that any of the tables has.
struct Columns {
    first: Option<usize>,
    last: Option<usize>,
    url: Option<usize>,
    email: Option<usize>,
    company: Option<usize>,
    position: Option<usize>,
    date: Option<usize>,
    from: Option<usize>,
    from_url: Option<usize>,
    to: Option<usize>,
    to_urls: Option<usize>,
    text: Option<usize>,
    subject: Option<usize>,
    direction: Option<usize>,
    status: Option<usize>,
    full: Option<usize>,
    link: Option<usize>,
    folder: Option<usize>,
    draft: Option<usize>,
    conversation_draft: Option<usize>,
    conversation: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Columns {
        let at = |names: &[&str]| table.column(names);
        Columns {
            first: at(&[
                "endorsee first name",
                "endorser first name",
                "connection first name",
                "first name",
            ]),
            last: at(&[
                "endorsee last name",
                "endorser last name",
                "connection last name",
                "last name",
            ]),
            url: at(&[
                "endorsee public url",
                "endorser public url",
                "connection profile url",
                "url",
                "profile url",
            ]),
            email: at(&["email address"]),
            company: at(&["company"]),
            position: at(&["position", "job title"]),
            date: at(&[
                "connected on",
                "sent at",
                "endorsement date",
                "creation date",
                "created on",
                "date",
            ]),
            from: at(&["from"]),
            from_url: at(&["sender profile url", "inviterprofileurl"]),
            to: at(&["to"]),
            to_urls: at(&["recipient profile urls", "inviteeprofileurl"]),
            text: at(&["content", "message", "text", "note", "skill name"]),
            subject: at(&["subject"]),
            direction: at(&["direction"]),
            status: at(&["status"]),
            full: at(&["fullname"]),
            link: at(&["link"]),
            folder: at(&["folder"]),
            draft: at(&["is message draft"]),
            conversation_draft: at(&["is conversation draft"]),
            conversation: at(&["conversation id"]),
        }
    }
}

/// The account that an address leads to: with scheme or without, of any country, percent-encoded or not.
fn account(address: &str) -> Option<Profile> {
    let address = address.trim();
    let whole = match address.contains("://") {
        true => address.to_owned(),
        false => format!("https://{address}"),
    };
    let mut profile = profile_at(&whole, None).filter(|p| p.network == Network::Linkedin)?;
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    profile.handle = profile
        .handle
        .map(|h: String| nfc.normalize(&h).into_owned());
    Some(profile)
}

/// The addresses in a cell: they stand after a comma, or in one old generator after a semicolon.
fn accounts(cell: &str) -> Vec<Profile> {
    let mut starts: Vec<usize> = ["http", "www."]
        .iter()
        .flat_map(|begin| {
            cell.match_indices(begin).filter_map(|(at, _)| {
                let before = cell[..at].trim_end();
                (before.is_empty() || before.ends_with([',', ';'])).then_some(at)
            })
        })
        .collect();
    starts.sort_unstable();
    starts
        .iter()
        .enumerate()
        .filter_map(|(n, at)| {
            let end = starts.get(n + 1).copied().unwrap_or(cell.len());
            account(cell[*at..end].trim_end_matches([',', ';', ' ']))
        })
        .collect()
}

/// So many addresses are remembered.
const REMEMBERED: usize = 50_000;

/// Whose archive it is.
#[derive(Debug, Default)]
struct Owner {
    name: String,
    slug: Option<Profile>,
    /// What addresses lead to: a few thousand stand in a million messages.
    read: RefCell<HashMap<String, Option<Profile>>>,
}

impl Owner {
    /// By the profile's name; and by the one who sent all invitations that went out, or else the address of messages from that
    /// name, or else the one that takes part in nearly every conversation, or else the account that is known to be the user's.
    fn find(tables: &BTreeMap<Of, Vec<Member>>, own: &[Profile]) -> Owner {
        let mut owner = Owner::default();
        let each = |which: Of, hear: &mut dyn FnMut(&Entry, &Columns)| {
            for member in tables.get(&which).into_iter().flatten() {
                let Some(table) = open(member, which) else {
                    continue;
                };
                let columns = Columns::of(&table);
                table.flatten().for_each(|entry| hear(&entry, &columns));
            }
        };
        each(Of::Profile, &mut |row, at| {
            if owner.name.is_empty() {
                owner.name = words(&format!("{} {}", row.get(at.first), row.get(at.last)));
            }
        });
        let mut inviters: HashMap<String, (Profile, usize)> = HashMap::new();
        each(Of::Invitations, &mut |row, at| {
            let address = match &*row.get(at.direction) {
                "OUTGOING" => row.get(at.from_url),
                "INCOMING" => row.get(at.to_urls),
                _ => return,
            };
            count(&mut inviters, account(&address));
        });
        owner.slug = most(inviters);
        if owner.slug.is_some() {
            return owner;
        }
        let mut senders: HashMap<String, (Profile, usize)> = HashMap::new();
        let mut all: HashMap<String, (Profile, usize)> = HashMap::new();
        let (mut conversation, mut met, mut conversations) =
            (String::new(), Vec::<Profile>::new(), 0);
        let name = owner.name.clone();
        each(Of::Messages, &mut |row, at| {
            let sender = account(&row.get(at.from_url));
            if !name.is_empty() && words(&row.get(at.from)) == name {
                count(&mut senders, sender.clone());
            }
            let id = row.get(at.conversation);
            if id != conversation {
                conversation = id.into_owned();
                conversations += 1;
                met.clear();
            }
            for who in sender.into_iter().chain(accounts(&row.get(at.to_urls))) {
                if !met.contains(&who) {
                    met.push(who.clone());
                    count(&mut all, Some(who));
                }
            }
        });
        let there: Vec<Profile> = all
            .into_values()
            .filter(|(_, n)| *n * 10 >= conversations * 9)
            .map(|(slug, _)| slug)
            .collect();
        // two who are in all of them may be either, and so may the two of one conversation
        let only = match &there[..] {
            [one] if conversations > 2 => Some(one.clone()),
            _ => own.iter().find(|own| there.contains(own)).cloned(),
        };
        owner.slug = most(senders).or(only);
        owner
    }

    fn account(&self, address: &str) -> Option<Profile> {
        if let Some(known) = self.read.borrow().get(address) {
            return known.clone();
        }
        let read = account(address);
        let mut all = self.read.borrow_mut();
        if all.len() < REMEMBERED {
            all.insert(address.to_owned(), read.clone());
        }
        read
    }

    fn is(&self, profile: &Profile) -> bool {
        self.slug.as_ref() == Some(profile)
    }
}

/// Who was counted most often; nobody where that is two.
fn most(of: HashMap<String, (Profile, usize)>) -> Option<Profile> {
    let mut all: Vec<(Profile, usize)> = of.into_values().collect();
    all.sort_by_key(|(_, n)| Reverse(*n));
    match &all[..] {
        [(_, first), (_, second), ..] if first == second => None,
        _ => all.into_iter().next().map(|(who, _)| who),
    }
}

fn count(of: &mut HashMap<String, (Profile, usize)>, profile: Option<Profile>) {
    if let Some(profile) = profile {
        of.entry(profile.label()).or_insert((profile, 0)).1 += 1;
    }
}

/// Of archives without the recipients' addresses: who wrote in each conversation, by name. Within it, and nowhere else, a name is
/// one address.
#[derive(Default)]
struct Conversations {
    writers: HashMap<String, Vec<(String, Profile)>>,
    /// Every name that somebody bears, the longest first: of several in a cell they tell where one ends.
    names: Vec<String>,
}

impl Conversations {
    fn of(member: &Member, connections: &[Member]) -> Conversations {
        let mut writers: HashMap<String, Vec<(String, Profile)>> = HashMap::new();
        let mut names = BTreeSet::new();
        let Some(table) = open(member, Of::Messages) else {
            return Conversations::default();
        };
        let at = Columns::of(&table);
        if at.to_urls.is_some() {
            return Conversations::default();
        }
        for row in table.flatten() {
            if let Some(profile) = account(&row.get(at.from_url)) {
                let of = writers
                    .entry(row.get(at.conversation).into_owned())
                    .or_default();
                let name = row.get(at.from);
                names.insert(name.clone().into_owned());
                if !of.iter().any(|(known, _)| *known == name) {
                    of.push((name.into_owned(), profile));
                }
            }
        }
        for table in connections.iter().filter_map(|m| open(m, Of::Connections)) {
            let at = Columns::of(&table);
            let name = |row: Entry| words(&format!("{} {}", row.get(at.first), row.get(at.last)));
            names.extend(table.flatten().map(name));
        }
        let mut names = Vec::from_iter(names);
        names.retain(|name| !name.is_empty());
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Conversations { writers, names }
    }

    /// Those whom a cell of names means: whoever wrote in the conversation, longest name first, and the rest by name alone.
    fn meant(&self, conversation: &str, names: &str, owner: &str) -> Vec<Incoming> {
        let mut rest = format!(", {names}, ");
        let mut people = Vec::new();
        let mut known: Vec<(&str, Option<&Profile>)> = vec![(owner, None)];
        known.extend(
            self.writers
                .get(conversation)
                .into_iter()
                .flatten()
                .map(|(name, profile)| (name.as_str(), Some(profile))),
        );
        known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        for (name, profile) in known {
            let whole = format!(", {name}, ");
            if !name.is_empty() && rest.contains(&whole) {
                rest = rest.replacen(&whole, ", ", 1);
                people.extend(
                    profile
                        .filter(|_| name != owner)
                        .map(|p| somebody(p.clone(), name)),
                );
            }
        }
        // who never wrote here is a name and no more
        let several = rest.trim_matches([',', ' ']).contains(", ");
        for name in self.names.iter().filter(|_| several) {
            let whole = format!(", {name}, ");
            if rest.len() > whole.len() && rest.contains(&whole) {
                rest = rest.replacen(&whole, ", ", 1);
                people.extend(named(name));
            }
        }
        let rest = without_closed(rest.trim_matches([',', ' ']));
        people.extend(named(&rest));
        people
    }
}

/// A cell of names without those of closed accounts.
fn without_closed(names: &str) -> Cow<'_, str> {
    match names.contains(CLOSED) {
        true => Cow::Owned(
            names
                .split(", ")
                .filter(|name| *name != CLOSED)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        false => Cow::Borrowed(names),
    }
}

/// One row.
struct Line<'a> {
    entry: Entry,
    columns: &'a Columns,
    owner: &'a Owner,
}

impl Line<'_> {
    fn get(&self, column: Option<usize>) -> std::borrow::Cow<'_, str> {
        self.entry.get(column)
    }

    /// The member of the row's name columns, by address where there is one.
    fn member(&self) -> Option<Incoming> {
        let name = format!(
            "{} {}",
            self.get(self.columns.first),
            self.get(self.columns.last)
        );
        match account(&self.get(self.columns.url)) {
            Some(profile) => Some(somebody(profile, &name)),
            None => named(&name),
        }
    }

    fn day(&self) -> Result<Moment, Wrong> {
        time::read(&self.get(self.columns.date), &DAY).map_err(Wrong::Time)
    }

    fn instant(&self) -> Result<Moment, Wrong> {
        time::read(&self.get(self.columns.date), &INSTANT).map_err(Wrong::Time)
    }

    fn told(&self, which: Of, names: &Conversations) -> Result<Vec<Told>, Wrong> {
        use Direction::{Given, Mutual, Received};
        let at = self.columns;
        let passed = |who: Option<Incoming>, kind, direction, time, text: Option<String>| {
            let mut who = who.ok_or(Wrong::NoName)?;
            if who.name == CLOSED && who.profiles.iter().all(|p| p.network == Network::Name) {
                return Ok(vec![Told::Left("leftClosedAccount")]);
            }
            who.interactions
                .push(interaction(kind, direction, time, text));
            Ok(vec![Told::Person(Box::new(who))])
        };
        match which {
            Of::Profile | Of::Nobody => Ok(Vec::new()),
            Of::Connections => {
                let Some(mut who) = self.member() else {
                    return Ok(vec![Told::Left("leftHidden")]);
                };
                let [email, company, position] =
                    [at.email, at.company, at.position].map(|column| self.get(column));
                tell_of(&mut who, &email, &company, &position);
                passed(Some(who), Kind::Connection, Mutual, self.day()?, None)
            }
            Of::Invitations => {
                let time = self.instant()?;
                let (direction, name, address) = match &*self.get(at.direction) {
                    "OUTGOING" => (Given, self.get(at.to), self.get(at.to_urls)),
                    "INCOMING" => (Received, self.get(at.from), self.get(at.from_url)),
                    _ => return Err(Wrong::NoDirection),
                };
                let who = match account(&address) {
                    Some(profile) => Some(somebody(profile, &name)),
                    None => named(&name),
                };
                let text = excerpt(&of_html(&self.get(at.text)));
                passed(who, Kind::Connection, direction, time, text)
            }
            Of::EndorsementsGiven | Of::RecommendationsGiven => {
                let text = excerpt(&self.get(at.text));
                passed(
                    self.member(),
                    Kind::Endorsement,
                    Given,
                    self.instant()?,
                    text,
                )
            }
            Of::EndorsementsReceived | Of::RecommendationsReceived => {
                let text = excerpt(&self.get(at.text));
                passed(
                    self.member(),
                    Kind::Endorsement,
                    Received,
                    self.instant()?,
                    text,
                )
            }
            Of::MemberFollows if self.get(at.status).eq_ignore_ascii_case("active") => {
                let who = named(&self.get(at.full));
                passed(who, Kind::Connection, Given, self.instant()?, None)
            }
            Of::MemberFollows => Ok(vec![Told::Left("leftUnfollowed")]),
            Of::Contacts => Ok(vec![Told::Left("leftAddressBook")]),
            Of::Notes => {
                let mut who = self.member().ok_or(Wrong::NoName)?;
                let text = self.get(at.text);
                if !text.is_empty() {
                    who.notes.push(Note {
                        text: text.into_owned(),
                        time: self.day().ok(),
                        ..Note::default()
                    });
                }
                Ok(vec![Told::Person(Box::new(who))])
            }
            Of::Messages => self.message(names),
            Of::Comments => self.loose(Kind::Comment),
            Of::Reactions => self.loose(Kind::Reaction),
            Of::Reposts => self.loose(Kind::Share),
        }
    }

    fn loose(&self, kind: Kind) -> Result<Vec<Told>, Wrong> {
        let link = self.get(self.columns.link);
        let urn = percent_encoding::percent_decode_str(&link).decode_utf8_lossy();
        let urn = urn.find("urn:li:").map_or(&*link, |at| &urn[at..]);
        let urn = urn.split(['?', '&', '#']).next().unwrap_or(urn);
        if urn.is_empty() {
            return Err(Wrong::NoPost);
        }
        let text = match kind {
            Kind::Comment => excerpt(&of_html(&self.get(self.columns.text))),
            _ => None,
        };
        let mut passed = interaction(kind, Direction::Given, self.instant()?, text);
        passed.place = post::address(urn.trim_end_matches('/')).or_else(|| Some(link.into_owned()));
        Ok(vec![Told::Loose(Box::new(passed))])
    }

    fn message(&self, names: &Conversations) -> Result<Vec<Told>, Wrong> {
        let at = self.columns;
        let left = |key| Ok(vec![Told::Left(key)]);
        let drafts = [at.draft, at.conversation_draft];
        if drafts
            .iter()
            .any(|d| self.get(*d).eq_ignore_ascii_case("yes"))
        {
            return left("leftDraft");
        }
        if self.get(at.folder).eq_ignore_ascii_case("spam") {
            return left("leftSpam");
        }
        let Some(sender) = self.owner.account(&self.get(at.from_url)) else {
            return left("leftNoSender");
        };
        if self.owner.slug.is_none() {
            return left("leftNoOwner");
        }
        let time = self.instant()?;
        let content = self.get(at.text);
        let text = excerpt(&of_html(&content)).or_else(|| excerpt(&self.get(at.subject)));
        if !self.owner.is(&sender) {
            let mut who = somebody(sender, &self.get(at.from));
            who.interactions
                .push(interaction(Kind::Message, Direction::Received, time, text));
            return Ok(vec![Told::Person(Box::new(who))]);
        }
        let to = self.get(at.to);
        let to = without_closed(&to);
        let mut people: Vec<Incoming> = match at.to_urls {
            None => names.meant(&self.get(at.conversation), &to, &self.get(at.from)),
            Some(_) => {
                let cell = self.get(at.to_urls);
                let others = match cell.contains([',', ';']) {
                    true => accounts(&cell),
                    false => self.owner.account(&cell).into_iter().collect(),
                };
                let alone = others.len() == 1;
                others
                    .into_iter()
                    .filter(|other| !self.owner.is(other))
                    // of several names in one cell nobody can tell where one ends
                    .map(|other| somebody(other, if alone { &to } else { "" }))
                    .collect()
            }
        };
        if people.is_empty() {
            return left("leftNoRecipient");
        }
        let group = people.len();
        for who in &mut people {
            let mut passed = interaction(Kind::Message, Direction::Given, time, text.clone());
            if group > 1 {
                passed.extra.insert("group".into(), json!(group + 1));
            }
            who.interactions.push(passed);
        }
        Ok(people
            .into_iter()
            .map(|p| Told::Person(Box::new(p)))
            .collect())
    }
}

fn interaction(
    kind: Kind,
    direction: Direction,
    time: Moment,
    excerpt: Option<String>,
) -> Interaction {
    super::interaction(
        Some(Network::Linkedin),
        kind,
        direction,
        Some(time),
        excerpt,
    )
}
