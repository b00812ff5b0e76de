//! Reading a profile out of an address, for every network (`field/markup.md` and `field/pages.md` list the forms).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use url::Url;

use super::{Network, Profile};

/// The profile that an address leads to, or `None` where it leads to no person.
///
/// `hint` is the network of the page on which the address stands: only with it is `/@user` on an unknown host
/// taken for a Mastodon profile, and only with [`Network::Web`] any address for a page of one's own.
pub fn profile_at(address: &str, hint: Option<Network>) -> Option<Profile> {
    let url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let host = url.host_str()?.to_lowercase();
    let segments: Vec<&str> = url.path_segments()?.filter(|s| !s.is_empty()).collect();
    match network_of(&host) {
        Some(network) => on(network, &url, &segments),
        None if hint == Some(Network::Mastodon) => mastodon(&host, &segments),
        None if hint == Some(Network::Web) => Profile::new(Network::Web, Some(address), None),
        None => None,
    }
}

/// The network whose pages stand on a host.
fn network_of(host: &str) -> Option<Network> {
    let bare = ["www.", "m.", "mobile.", "web.", "pro.", "old."]
        .iter()
        .find_map(|p| host.strip_prefix(p))
        .unwrap_or(host);
    match bare {
        "x.com" | "twitter.com" => Some(Network::X),
        "facebook.com" => Some(Network::Facebook),
        "bsky.app" => Some(Network::Bluesky),
        "threads.com" | "threads.net" => Some(Network::Threads),
        "reddit.com" => Some(Network::Reddit),
        // Country hosts such as `de.linkedin.com` show the same people.
        _ if bare == "linkedin.com" || bare.ends_with(".linkedin.com") => Some(Network::Linkedin),
        _ => None,
    }
}

fn on(network: Network, url: &Url, segments: &[&str]) -> Option<Profile> {
    let handle = |raw: &str| Profile::new(network, Some(raw), None);
    let id = |raw: &str| Profile::new(network, None, Some(raw));
    let query = |key: &str| {
        url.query_pairs()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.into_owned())
    };
    match (network, segments) {
        (Network::Linkedin, ["in", slug, ..]) => {
            if network.id(slug).is_some() && super::token::member_number(slug).is_some() {
                id(slug)
            } else {
                handle(slug)
            }
        }
        (Network::X, ["i", "user", number, ..]) => id(number),
        (Network::X, [name, ..]) => handle(name),
        (Network::Facebook, ["profile.php"]) if query("sk").is_none() => id(&query("id")?),
        (Network::Facebook, ["friends", ..]) => id(&query("profile_id")?),
        (Network::Facebook, ["people", _, number, ..]) => id(number),
        (Network::Facebook, ["groups", _, "user", number]) => id(number),
        (Network::Facebook, ["messages", "t", number]) => id(number),
        (Network::Facebook, [name]) if network.id(name).is_some() => id(name),
        (Network::Facebook, [name]) => handle(name),
        (Network::Bluesky, ["profile", who, ..]) => {
            if network.id(&decoded(who)).is_some() {
                id(&decoded(who))
            } else {
                handle(who)
            }
        }
        (Network::Threads, [name, ..]) if name.starts_with('@') || name.starts_with("%40") => {
            handle(name)
        }
        (Network::Reddit, ["user" | "u", name, ..]) => handle(name),
        _ => None,
    }
}

fn mastodon(host: &str, segments: &[&str]) -> Option<Profile> {
    let first = decoded(segments.first()?);
    let account = first.strip_prefix('@')?;
    let full = if account.contains('@') {
        account.to_owned()
    } else {
        format!("{account}@{host}")
    };
    Profile::new(Network::Mastodon, Some(&full), None)
}

fn decoded(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment)
        .decode_utf8_lossy()
        .into_owned()
}

/// A page's address as it is compared: `https`, host in lower case, no fragment, no credentials, no trailing slash
/// below the root, none of the parameters that only say where a reader came from.
pub fn canonical(address: &str) -> Option<String> {
    let mut url = Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return None;
    }
    // An explicit port belongs to the address; the default one was dropped when it was parsed.
    let _ = url.set_scheme("https");
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(k, _)| {
            !k.starts_with("utm_") && !matches!(&**k, "fbclid" | "gclid" | "ref" | "ref_src")
        })
        .map(|(k, v)| (k.into_owned(), v.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(kept);
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    Some(url.into())
}

/// What is escaped in a part of a path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The address at which a profile can be opened, where one follows from its handle or id.
pub fn address_of(network: Network, handle: Option<&str>, id: Option<&str>) -> Option<String> {
    let segment = |s: &str| percent_encoding::utf8_percent_encode(s, SEGMENT).to_string();
    match (network, handle, id) {
        (Network::Linkedin, Some(h), _) => {
            Some(format!("https://www.linkedin.com/in/{}/", segment(h)))
        }
        (Network::X, Some(h), _) => Some(format!("https://x.com/{h}")),
        (Network::X, None, Some(id)) => Some(format!("https://x.com/i/user/{id}")),
        (Network::Facebook, Some(h), _) => Some(format!("https://www.facebook.com/{h}")),
        (Network::Facebook, None, Some(id)) => {
            Some(format!("https://www.facebook.com/profile.php?id={id}"))
        }
        (Network::Mastodon, Some(h), _) => h
            .split_once('@')
            .map(|(user, host)| format!("https://{host}/@{user}")),
        (Network::Bluesky, h, id) => h
            .or(id)
            .map(|who| format!("https://bsky.app/profile/{who}")),
        (Network::Threads, Some(h), _) => Some(format!("https://www.threads.com/@{h}")),
        (Network::Reddit, Some(h), _) => Some(format!("https://www.reddit.com/user/{h}")),
        (Network::Web, Some(h), _) => Some(h.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn alias(address: &str, hint: Option<Network>) -> Option<String> {
        profile_at(address, hint).and_then(|p| p.aliases().next().map(|a| a.to_string()))
    }

    #[test]
    fn each_form_of_address_finds_its_profile() {
        for (address, want) in [
            ("https://x.com/AnaR", "x:anar"),
            ("https://twitter.com/anar/status/12", "x:anar"),
            ("https://mobile.twitter.com/anar/followers", "x:anar"),
            ("https://pro.x.com/anar", "x:anar"),
            ("https://x.com/i/user/900123", "x:#900123"),
            (
                "https://www.linkedin.com/in/Ana-Ruiz-42/",
                "linkedin:ana-ruiz-42",
            ),
            (
                "https://de.linkedin.com/in/j%C3%BCrgen/en/",
                "linkedin:jürgen",
            ),
            (
                "https://www.linkedin.com/in/ACoAAAkw5Cud2h1Cm5q0XOfk8ZxGHnrql9gsGaI",
                "linkedin:#154199083",
            ),
            (
                "https://www.facebook.com/profile.php?id=100012345678901&__tn__=%3C",
                "facebook:#100012345678901",
            ),
            ("https://www.facebook.com/Ana.Ruiz", "facebook:ana.ruiz"),
            (
                "https://m.facebook.com/100012345678901/",
                "facebook:#100012345678901",
            ),
            (
                "https://www.facebook.com/groups/7/user/61512345678901/",
                "facebook:#61512345678901",
            ),
            (
                "https://www.facebook.com/people/Ana-Ruiz/61512345678901/",
                "facebook:#61512345678901",
            ),
            (
                "https://www.facebook.com/messages/t/61512345678901",
                "facebook:#61512345678901",
            ),
            (
                "https://www.facebook.com/friends/suggestions/?profile_id=61512345678901",
                "facebook:#61512345678901",
            ),
            (
                "https://bsky.app/profile/ana.bsky.social/post/3k",
                "bluesky:ana.bsky.social",
            ),
            (
                "https://bsky.app/profile/did:plc:abc",
                "bluesky:#did:plc:abc",
            ),
            ("https://www.threads.net/@Ana.R", "threads:ana.r"),
            ("https://old.reddit.com/user/Ana_R/", "reddit:ana_r"),
        ] {
            assert_eq!(alias(address, None).as_deref(), Some(want), "{address}");
        }
        let there = Some(Network::Mastodon);
        assert_eq!(
            alias("https://social.example/@Ana", there).as_deref(),
            Some("mastodon:ana@social.example")
        );
        assert_eq!(
            alias("https://social.example/@ana@other.example", there).as_deref(),
            Some("mastodon:ana@other.example")
        );
        assert_eq!(
            alias(
                "http://Ana.example/about/?utm_source=x#me",
                Some(Network::Web)
            )
            .as_deref(),
            Some("web:https://ana.example/about")
        );
    }

    #[test]
    fn pages_that_are_nobody_find_nobody() {
        for address in [
            "https://x.com/home",
            "https://x.com/i/lists/1/members",
            "https://x.com/",
            "https://www.linkedin.com/company/ana/",
            "https://www.linkedin.com/feed/",
            "https://www.facebook.com/groups/7/",
            "https://www.facebook.com/profile.php?id=1&sk=about",
            "https://www.facebook.com/messages/e2ee/t/61512345678901",
            "https://www.facebook.com/stories/1/abc/",
            "https://bsky.app/",
            "https://blog.example/@ana",
            "chrome://extensions",
            "x.com/anar",
            "",
        ] {
            assert_eq!(alias(address, None), None, "{address}");
        }
    }

    #[test]
    fn an_address_of_one_s_own_takes_one_form() {
        for (given, want) in [
            ("https://ana.example", "https://ana.example/"),
            ("http://Ana.Example/", "https://ana.example/"),
            ("https://ana.example/blog/", "https://ana.example/blog"),
            (
                "https://ana.example/?p=3&utm_medium=feed",
                "https://ana.example/?p=3",
            ),
        ] {
            assert_eq!(canonical(given).as_deref(), Some(want));
        }
    }

    proptest! {
        #[test]
        fn no_address_does_harm(address in "(https?://)?\\PC{0,80}") {
            for hint in [None, Some(Network::Mastodon), Some(Network::Web)] {
                let _ = profile_at(&address, hint);
            }
        }

        #[test]
        fn an_address_made_from_a_handle_leads_back(handle in "[a-z][a-z0-9_]{3,14}") {
            for network in [Network::X, Network::Linkedin, Network::Threads, Network::Reddit] {
                let address = address_of(network, Some(&handle), None).unwrap();
                let back = profile_at(&address, None).unwrap();
                prop_assert_eq!(back.handle.as_deref(), Some(&*handle));
            }
        }
    }
}
