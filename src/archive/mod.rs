//! Reading other people's formats: what an archive tells, one thing after the other, whatever the format.
//!
//! [`open`] recognises files by what stands in them and gives a stream of [`Told`]; it never holds more of a file than its longest
//! record. A format is one file of this room: it says which files are its own, finds out whose archive it is before anything gets a
//! direction, and leaves out nothing without a word. The shapes are those of `field/exports.md`.

mod card;
mod facebook;
pub mod file;
mod gather;
mod google;
mod json;
mod letters;
mod linkedin;
mod mastodon;
mod monica;
mod month;
pub mod plain;
mod reddit;
mod table;
mod time;
mod x;

use std::rc::Rc;

use serde_json::Map;

use crate::backup::read::Incoming;
use crate::history::{self, Direction, Interaction, Kind, Moment};
use crate::people::address::profile_at;
use crate::people::{COMPANY, EMAIL, Network, POSITION, Profile};
use crate::text::Text;
use file::{Member, Source};

pub use gather::Gather;

/// One thing that an archive tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Somebody, and something that passed with them or was written on them.
    Person(Box<Incoming>),
    /// Something the user did to somebody whom the archive does not name; its place is the post's address.
    Loose(Box<Interaction>),
    /// An account of the user's own.
    Own(Profile),
    /// Something that is understood and rightly not brought in; the key of the words that count it.
    Left(&'static str),
    /// A file that the archive's own list names and that is not there.
    Missing {
        /// Its name.
        file: String,
    },
    /// A file that was given with others and is not read.
    Refused {
        /// Its name.
        file: String,
        /// Why not.
        why: Refusal,
    },
    /// A record that cannot be read.
    Unreadable {
        /// The file in the archive.
        file: String,
        /// The line on which the record begins, from 1.
        line: u64,
        /// What is wrong with it.
        why: Wrong,
    },
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each is a sentence of the locale
pub enum Wrong {
    Time(time::BadTime),
    Row(table::Bad),
    NoDirection,
    NoKind(String),
    NoName,
    NoPost,
    NoEnd,
    NoAddress(String),
    Item(usize, Box<Wrong>),
    Of(String, Box<Wrong>),
}

impl Wrong {
    /// A record, or the rest of a file, is not what it should be.
    fn broken(why: impl std::fmt::Display) -> Wrong {
        Wrong::Row(table::Bad::Broken(why.to_string()))
    }

    /// As people read it.
    pub fn say(&self, text: &Text) -> String {
        use table::Bad;
        use time::BadTime;
        match self {
            Wrong::Time(BadTime::Never(what)) => text.say("wrongNever", &[("what", what)]),
            Wrong::Time(BadTime::Unknown(what)) if what.is_empty() => text.say("wrongNoTime", &[]),
            Wrong::Time(BadTime::Unknown(what)) => text.say("wrongTime", &[("what", what)]),
            Wrong::Row(Bad::Few { have, want }) => text.say(
                "wrongFew",
                &[("have", &have.to_string()), ("want", &want.to_string())],
            ),
            Wrong::Row(Bad::Open) => text.say("wrongOpen", &[]),
            Wrong::Row(Bad::Long) => text.say("wrongLong", &[]),
            Wrong::Row(Bad::Broken(why)) => text.say("wrongBroken", &[("why", why)]),
            Wrong::NoDirection => text.say("wrongNoDirection", &[]),
            Wrong::NoKind(what) => text.say("wrongNoKind", &[("what", what)]),
            Wrong::NoEnd => text.say("wrongNoEnd", &[]),
            Wrong::NoAddress(what) => text.say("wrongNoAddress", &[("what", what)]),
            Wrong::Item(index, why) => {
                let (number, why) = ((index + 1).to_string(), why.say(text));
                text.say("wrongItem", &[("number", &number), ("why", &why)])
            }
            Wrong::Of(name, why) => text.say("wrongOf", &[("name", name), ("why", &why.say(text))]),
            Wrong::NoPost => text.say("wrongNoPost", &[]),
            Wrong::NoName => text.say("wrongNoName", &[]),
        }
    }
}

/// Why files are refused whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// A ZIP that cannot be read.
    Zip(String),
    /// Facebook's form for reading, not for programs.
    Html,
    /// X's archive in its form before 2018.
    Grailbird,
    /// In no form that Kith knows.
    Unknown,
}

impl Refusal {
    /// As people read it.
    pub fn say(&self, file: &str, text: &Text) -> String {
        match self {
            Refusal::Zip(why) => text.say("archiveBroken", &[("file", file), ("why", why)]),
            Refusal::Html => text.say("archiveHtml", &[("file", file)]),
            Refusal::Grailbird => text.say("archiveGrailbird", &[("file", file)]),
            Refusal::Unknown => text.say("archiveUnknown", &[("file", file)]),
        }
    }

    /// As it stands in a list, after the file's name.
    pub fn reason(&self, text: &Text) -> String {
        match self {
            Refusal::Zip(why) => text.say("refusedBroken", &[("why", why)]),
            Refusal::Html => text.say("refusedHtml", &[]),
            Refusal::Grailbird => text.say("refusedGrailbird", &[]),
            Refusal::Unknown => text.say("refusedUnknown", &[]),
        }
    }
}

/// What the files tell.
pub type Telling = Box<dyn Iterator<Item = Told>>;

/// Files that were recognised.
pub struct Opened {
    /// What they tell.
    pub telling: Telling,
    /// Of a table of anybody's: its columns, and what each is taken for.
    pub choice: Option<plain::Guessed>,
}

/// A format: how its files are told from others, and how they are read.
struct Format {
    /// Whether a member of a ZIP may be of use, by its path.
    wants: fn(&str) -> bool,
    /// Whether a member is in this format, by what stands in it.
    is_of: fn(&Member) -> bool,
    /// Reads members that are all in this format, with the user's own accounts, as far as they are known.
    read: fn(&[Member], &[Profile]) -> Result<Telling, Refusal>,
}

macro_rules! of {
    ($format:ident) => {
        Format {
            wants: $format::wants,
            is_of: $format::is_of,
            read: $format::read,
        }
    };
}

/// Every format, in the order in which they are asked. A table of anybody's comes last: it has no shape of its own.
const FORMATS: [Format; 8] = [
    of!(linkedin),
    of!(x),
    of!(facebook),
    of!(mastodon),
    of!(card),
    of!(google),
    of!(reddit),
    of!(monica),
];

/// Opens files that were given together, in whatever formats; `accounts` are the user's own, as far as they are known, and `chosen`
/// says which column of a table holds what. `None` where nothing is known, or where it is Kith's own file: that is not for this room.
///
/// # Errors
/// Where none of them can be read at all.
pub fn open(
    sources: &[Rc<dyn Source>],
    accounts: &[Profile],
    chosen: Option<&plain::TableColumns>,
) -> Option<Result<Opened, Refusal>> {
    let mut members = Vec::new();
    let mut refused = Vec::new();
    let mut zipped = false;
    for source in sources {
        match file::members(source, |path| FORMATS.iter().any(|f| (f.wants)(path))) {
            Some(Ok(more)) => {
                zipped = true;
                members.extend(more);
            }
            Some(Err(why)) => refused.push((source.name().to_owned(), Refusal::Zip(why))),
            None => members.push(Member::alone(source.clone())),
        }
    }
    if members.iter().any(is_own) {
        return None;
    }
    let mut tellings = Vec::new();
    for format in &FORMATS {
        let (own, others): (Vec<_>, Vec<_>) = members.iter().cloned().partition(format.is_of);
        let Some(first) = own.first() else { continue };
        match (format.read)(&own, accounts) {
            Ok(telling) => tellings.push(telling),
            Err(why) => refused.push((first.given().to_owned(), why)),
        }
        // of a ZIP the rest is of no use: cards that somebody sent are nobody's address book
        members = others;
        members.retain(|m| m.is_alone() || !own.iter().any(|o| o.given() == m.given()));
    }
    if tellings.is_empty() {
        return match refused.into_iter().next() {
            Some((_, why)) => Some(Err(why)),
            None => plain::read(&members, chosen)
                .map(Ok)
                .or_else(|| zipped.then_some(Err(Refusal::Unknown))),
        };
    }
    // what came alone and is in no form; of a ZIP much is rightly of no use
    let alone = members.iter().filter(|m| m.is_alone());
    refused.extend(alone.map(|m| (m.path.clone(), Refusal::Unknown)));
    let refused = refused
        .into_iter()
        .map(|(file, why)| Told::Refused { file, why });
    Some(Ok(Opened {
        telling: Box::new(refused.chain(tellings.into_iter().flatten())),
        choice: None,
    }))
}

/// Whether it is Kith's own file, which says so at its beginning.
fn is_own(member: &Member) -> bool {
    let head = member.head(4096).unwrap_or_default();
    let head = String::from_utf8_lossy(&head);
    let mut keys = head
        .trim_start_matches('\u{feff}')
        .trim_start()
        .split("\"kith\"");
    let begin = keys.next().unwrap_or_default();
    begin.starts_with('{') && keys.any(|rest| rest.trim_start().starts_with(':'))
}

/// Something that passed, as an archive tells it.
fn interaction(
    network: Option<Network>,
    kind: Kind,
    direction: Direction,
    time: Option<Moment>,
    excerpt: Option<String>,
) -> Interaction {
    Interaction {
        kind,
        direction,
        time,
        network,
        place: None,
        excerpt,
        source: Some(history::Source::Imported),
        import: None,
        extra: Map::new(),
    }
}

/// Somebody, and what passed with them.
fn passed(mut who: Incoming, one: Interaction) -> Told {
    who.interactions.push(one);
    Told::Person(Box::new(who))
}

/// Somebody of whom an archive tells: their account, and the name it gives them.
fn somebody(profile: Profile, name: &str) -> Incoming {
    let name = words(name);
    Incoming {
        name: match name.is_empty() {
            true => profile.label(),
            false => name,
        },
        profiles: vec![profile],
        ..Incoming::default()
    }
}

/// Somebody known by name alone; `None` without a name.
fn named(name: &str) -> Option<Incoming> {
    let name = words(name);
    Profile::new(Network::Name, Some(&name), None).map(|profile| somebody(profile, &name))
}

/// Somebody of an address book; `None` where nothing says who. Pages of their own are theirs and perhaps a company's: by them nobody is known again.
fn contact(name: &str, profiles: Vec<Profile>) -> Option<Incoming> {
    let (websites, mut profiles): (Vec<Profile>, Vec<Profile>) = profiles
        .into_iter()
        .partition(|p| p.network == Network::Web);
    let mut kept: Vec<Profile> = Vec::new();
    profiles.retain(|p| {
        !kept.contains(p) && {
            kept.push(p.clone());
            true
        }
    });
    if profiles.is_empty() {
        profiles.extend(Profile::new(Network::Name, Some(&words(name)), None));
    }
    let first = profiles.first()?.label();
    let name = words(name);
    Some(Incoming {
        name: if name.is_empty() { first } else { name },
        profiles,
        websites,
        ..Incoming::default()
    })
}

/// Notes of somebody what an archive tells beside their accounts, as far as it does.
fn tell_of(who: &mut Incoming, email: &str, company: &str, position: &str) {
    let told = [(EMAIL, email), (COMPANY, company), (POSITION, position)];
    for (key, value) in told {
        if !value.is_empty() {
            who.extra.insert(key.into(), value.into());
        }
    }
}

/// The account that an address in an address book leads to: on a known network, `/@name` on any other host, or a page of one's own.
fn accounts_at(address: &str) -> Vec<Profile> {
    let address = address.trim();
    // without its scheme only a network's own address is told from words
    if !address.contains("://") {
        let known = address.contains('/') || address.starts_with("www.");
        let profile = known
            .then(|| profile_at(&format!("https://{address}"), None))
            .flatten();
        return profile
            .filter(|p| p.network != Network::Web)
            .into_iter()
            .collect();
    }
    let handle = address
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split_once('/'));
    let hint = match handle {
        Some((_, path)) if path.starts_with('@') => Network::Mastodon,
        _ => Network::Web,
    };
    profile_at(address, None)
        .or_else(|| profile_at(address, Some(hint)))
        .into_iter()
        .collect()
}

/// The network that an address book calls by a name.
fn network(service: &str) -> Option<Network> {
    Some(match service.trim().to_lowercase().as_str() {
        "twitter" | "x" => Network::X,
        "facebook" => Network::Facebook,
        "linkedin" => Network::Linkedin,
        "mastodon" => Network::Mastodon,
        "bluesky" => Network::Bluesky,
        "threads" => Network::Threads,
        "reddit" => Network::Reddit,
        _ => return None,
    })
}

/// A name with single spaces.
fn words(name: &str) -> String {
    let plain = !name.contains("  ") && name.chars().all(|c| c == ' ' || !c.is_whitespace());
    if plain && !name.starts_with(' ') && !name.ends_with(' ') {
        return name.to_owned();
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
