//! The networks on which somebody can have a profile, and how each one tells people apart.

use serde::{Deserialize, Serialize};

use super::token;

/// A place where people have profiles. The table "Who somebody is" in `docs/architecture.md` says what
/// stands for a person in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// linkedin.com: member number; slug of `/in/<slug>`.
    Linkedin,
    /// x.com, once twitter.com: numeric id; handle.
    X,
    /// facebook.com: numeric id; vanity name.
    Facebook,
    /// Any Mastodon server: `user@host`, no id that holds beyond one server.
    Mastodon,
    /// bsky.app: DID; handle.
    Bluesky,
    /// threads.com: handle.
    Threads,
    /// A page of one's own: its canonical address.
    Web,
    /// reddit.com, from archives: user name.
    Reddit,
    /// A conversation whose archive names nobody else: the archive's own key.
    Thread,
    /// Somebody known by name alone.
    Name,
}

impl Network {
    /// Every network, in the order in which they are shown.
    pub const ALL: [Network; 10] = [
        Network::Linkedin,
        Network::X,
        Network::Facebook,
        Network::Mastodon,
        Network::Bluesky,
        Network::Threads,
        Network::Web,
        Network::Reddit,
        Network::Thread,
        Network::Name,
    ];

    /// The word that stands for it in addresses such as `x:anar` and in Kith's file.
    pub fn word(self) -> &'static str {
        match self {
            Network::Linkedin => "linkedin",
            Network::X => "x",
            Network::Facebook => "facebook",
            Network::Mastodon => "mastodon",
            Network::Bluesky => "bluesky",
            Network::Threads => "threads",
            Network::Web => "web",
            Network::Reddit => "reddit",
            Network::Thread => "thread",
            Network::Name => "name",
        }
    }

    /// The network that a word stands for.
    pub fn from_word(word: &str) -> Option<Network> {
        Network::ALL.into_iter().find(|n| n.word() == word)
    }

    /// Whether it is a place where people write to each other.
    pub fn is_site(self) -> bool {
        !matches!(self, Network::Web | Network::Thread | Network::Name)
    }

    /// A handle as it is compared: percent-decoded, lower case, without `@` and direction marks. What this gives, it gives again.
    /// `None` where it breaks the network's own grammar or is a word that the site keeps for itself.
    pub fn handle(self, raw: &str) -> Option<String> {
        let raw = raw.trim();
        let decoded = match self {
            Network::Web => return super::address::canonical(raw),
            // a key that an archive gives, kept as it came
            Network::Thread => return (!raw.is_empty()).then(|| raw.to_owned()),
            // no part of an address
            Network::Name => unmarked(raw),
            _ => decoded(raw)?,
        };
        let bare = decoded.trim_start_matches(|c: char| c == '@' || c.is_whitespace());
        let handle = bare.trim_end().to_lowercase();
        let count = handle.chars().count();
        let ascii = |extra: &str| {
            handle
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || extra.contains(c))
        };
        let good = match self {
            // 15 since 2007; accounts older than that may have up to 20.
            Network::X => {
                (1..=20).contains(&count) && ascii("_") && !RESERVED_ON_X.contains(&&*handle)
            }
            Network::Linkedin => {
                (1..=120).contains(&count)
                    && !handle.contains(['/', '?', '#', ' ', ':'])
                    && token::member_number(bare).is_none()
            }
            // A vanity name has a letter in it, or it would be a number. Facebook gives out letters, digits and dots; address books
            // hold others.
            Network::Facebook => {
                (2..=80).contains(&count)
                    && ascii("._-")
                    && handle.chars().any(|c| c.is_ascii_alphabetic())
                    && !RESERVED_ON_FACEBOOK.contains(&&*handle)
            }
            Network::Mastodon => match handle.split_once('@') {
                Some((user, host)) => {
                    !user.is_empty()
                        && user
                            .chars()
                            .all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c))
                        && is_host(host)
                }
                None => false,
            },
            Network::Bluesky => is_host(&handle),
            Network::Threads => (1..=30).contains(&count) && ascii("_."),
            Network::Reddit => (1..=20).contains(&count) && ascii("_-"),
            Network::Web | Network::Thread | Network::Name => count > 0,
        };
        good.then_some(handle)
    }

    /// A permanent id as it is compared. LinkedIn's token and `urn:li:member:<n>` become the member number.
    /// `None` where the network has no such id or this is not one.
    pub fn id(self, raw: &str) -> Option<String> {
        let raw = raw.trim();
        let digits = |s: &str| {
            let s = s.trim_start_matches('0');
            (!s.is_empty() && s.len() <= 20 && s.bytes().all(|b| b.is_ascii_digit()))
                .then(|| s.to_owned())
        };
        match self {
            Network::Linkedin => {
                let last = raw.rsplit(':').next().unwrap_or(raw);
                token::member_number(last)
                    .map(|n| n.to_string())
                    .or_else(|| digits(last))
            }
            Network::X | Network::Facebook => digits(raw),
            Network::Bluesky => {
                let did = raw.to_lowercase();
                (did.starts_with("did:plc:") || did.starts_with("did:web:"))
                    .then_some(did)
                    .filter(|d| {
                        d.len() > 8
                            && d.chars()
                                .all(|c| c.is_ascii_alphanumeric() || ":.-_%".contains(c))
                    })
            }
            _ => None,
        }
    }
}

/// Bidirectional marks that sites wrap around handles.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_host(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    name.contains('.')
        && name.len() <= 253
        && name.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// First segments of addresses on x.com that are pages and not people (`field/markup.md`, section 2).
const RESERVED_ON_X: [&str; 20] = [
    "about",
    "communities",
    "compose",
    "download",
    "explore",
    "hashtag",
    "home",
    "i",
    "intent",
    "jobs",
    "lists",
    "login",
    "logout",
    "messages",
    "notifications",
    "privacy",
    "search",
    "settings",
    "share",
    "tos",
];

/// First segments of addresses on facebook.com that are pages and not people.
const RESERVED_ON_FACEBOOK: [&str; 32] = [
    "ads",
    "bookmarks",
    "business",
    "dialog",
    "directory",
    "events",
    "favorites",
    "feed",
    "friends",
    "gaming",
    "groups",
    "hashtag",
    "help",
    "home.php",
    "l.php",
    "login",
    "marketplace",
    "me",
    "messages",
    "notifications",
    "pages",
    "people",
    "permalink.php",
    "photo",
    "photo.php",
    "privacy",
    "profile.php",
    "reel",
    "sharer",
    "stories",
    "story.php",
    "watch",
];

/// A text without direction marks.
fn unmarked(text: &str) -> String {
    text.chars().filter(|c| !is_direction_mark(*c)).collect()
}

/// A part of an address without its escapes, however often it was escaped, and without direction marks.
fn decoded(raw: &str) -> Option<String> {
    let mut text = unmarked(raw);
    loop {
        let next = percent_encoding::percent_decode_str(&text)
            .decode_utf8()
            .ok()?;
        if next == text {
            return Some(text);
        }
        text = unmarked(&next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_handle_gives_it_gives_again(
            text in r"[@%258aZ4é İß./:?#_\-\u{200f}\u{1e9e}]{0,12}|(https?://)[a-z]{1,3}\.ex(:443|:80)?/[%2fA?&=#@ ./]{0,9}",
        ) {
            for network in Network::ALL {
                if let Some(handle) = network.handle(&text) {
                    prop_assert_eq!(network.handle(&handle), Some(handle), "{:?}", network);
                }
            }
        }
    }

    #[test]
    fn every_network_has_a_word_of_its_own() {
        for network in Network::ALL {
            assert_eq!(Network::from_word(network.word()), Some(network));
            assert_eq!(serde_json::to_value(network).unwrap(), network.word());
        }
    }

    #[test]
    fn handles_are_compared_without_case_and_marks() {
        assert_eq!(Network::X.handle("@AnaR").as_deref(), Some("anar"));
        assert_eq!(
            Network::X.handle("\u{202a}@AnaR\u{202c}").as_deref(),
            Some("anar")
        );
        assert_eq!(
            Network::Linkedin.handle("J%C3%BCrgen-M").as_deref(),
            Some("jürgen-m")
        );
        assert_eq!(
            Network::Mastodon.handle("@Ana@Social.Example").as_deref(),
            Some("ana@social.example")
        );
        assert_eq!(
            Network::Bluesky.handle("ana.bsky.social").as_deref(),
            Some("ana.bsky.social")
        );
        assert_eq!(
            Network::Facebook.handle("Ana.Ruiz.5").as_deref(),
            Some("ana.ruiz.5")
        );
    }

    #[test]
    fn what_is_no_handle_is_refused() {
        for (network, raw) in [
            (Network::X, "home"),
            (Network::X, "ana ruiz"),
            (Network::X, "ana-ruiz"),
            (Network::X, ""),
            (Network::Facebook, "100012345678901"),
            (Network::Facebook, "profile.php"),
            (Network::Mastodon, "ana"),
            (Network::Bluesky, "ana"),
            (Network::Linkedin, "a/b"),
        ] {
            assert_eq!(network.handle(raw), None, "{network:?} {raw}");
        }
    }

    #[test]
    fn ids_take_one_form() {
        assert_eq!(Network::X.id("900123").as_deref(), Some("900123"));
        assert_eq!(Network::X.id("anar"), None);
        assert_eq!(
            Network::Linkedin.id("urn:li:member:81723").as_deref(),
            Some("81723")
        );
        assert_eq!(
            Network::Linkedin.id("member:81723").as_deref(),
            Some("81723")
        );
        assert_eq!(
            Network::Bluesky.id("did:plc:ABC").as_deref(),
            Some("did:plc:abc")
        );
        for token in ["", "urn:li:fsd_profile:", "urn:li:fs_miniProfile:"] {
            assert_eq!(
                Network::Linkedin
                    .id(&format!("{token}ACoAAAkw5Cud2h1Cm5q0XOfk8ZxGHnrql9gsGaI"))
                    .as_deref(),
                Some("154199083")
            );
        }
        // Sales Navigator's sibling, and a token that was cut off
        assert_eq!(
            Network::Linkedin.id("ACwAAAkw5Cud2h1Cm5q0XOfk8ZxGHnrql9gsGaI"),
            None
        );
        assert_eq!(Network::Linkedin.id("ACoAAAkw5Cud2h1Cm"), None);
        assert_eq!(Network::Threads.id("5"), None);
    }
}
