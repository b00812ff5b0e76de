//! One account of a person.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Network;

/// One account of a person on one network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Where the account is.
    pub network: Network,
    /// Its present handle, in the form that [`Network::handle`] gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Its permanent id, in the form that [`Network::id`] gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Handles that were this account's before; searched, never marked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    /// Why it was linked to the person, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked: Option<String>,
    /// What a newer or foreign file says besides; kept as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Profile {
    /// A profile of these raw values; `None` where neither handle nor id is one of this network's.
    pub fn new(network: Network, handle: Option<&str>, id: Option<&str>) -> Option<Profile> {
        let id = id.and_then(|i| network.id(i)).or_else(|| {
            // A slug can be the permanent id itself.
            handle
                .filter(|_| network == Network::Linkedin)
                .and_then(super::token::member_number)
                .map(|n| n.to_string())
        });
        let handle = handle.and_then(|h| network.handle(h));
        (handle.is_some() || id.is_some()).then_some(Profile {
            network,
            handle,
            id,
            former: Vec::new(),
            linked: None,
            extra: Map::new(),
        })
    }

    /// The keys under which a page may meet this account: by id, then by handle.
    pub fn aliases(&self) -> impl Iterator<Item = Alias> + '_ {
        let id = self.id.iter().map(|id| Alias::id(self.network, id));
        let handle = self.handle.iter().map(|h| Alias::handle(self.network, h));
        id.chain(handle)
    }

    /// What people call it: the handle, the id, or the handle it had.
    pub fn label(&self) -> String {
        let last = || {
            self.id
                .clone()
                .or_else(|| self.former.last().map(|f| self.written(f)))
        };
        self.handle
            .as_deref()
            .map(|h| self.written(h))
            .or_else(last)
            .unwrap_or_default()
    }

    /// A handle as people write it on this network.
    pub fn written(&self, handle: &str) -> String {
        match self.network {
            Network::X | Network::Threads | Network::Bluesky | Network::Mastodon => {
                format!("@{handle}")
            }
            Network::Web => handle
                .trim_start_matches("https://")
                .trim_end_matches('/')
                .to_owned(),
            _ => handle.to_owned(),
        }
    }

    /// Takes a new handle and keeps the old one among the former.
    pub fn rename(&mut self, handle: Option<String>) {
        if self.handle == handle {
            return;
        }
        if let Some(old) = std::mem::replace(&mut self.handle, handle)
            && !self.former.contains(&old)
        {
            self.former.push(old);
        }
        self.former.retain(|f| Some(f) != self.handle.as_ref());
    }
}

/// A key under which an account is met: `x:anar` by handle, `x:#900123` by permanent id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Alias(String);

impl Alias {
    /// The key of a handle in its compared form.
    pub fn handle(network: Network, handle: &str) -> Alias {
        Alias(format!("{}:{handle}", network.word()))
    }

    /// The key of a permanent id in its compared form.
    pub fn id(network: Network, id: &str) -> Alias {
        Alias(format!("{}:#{id}", network.word()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whom somebody means: a person's key, or a profile written `x:anar`, `x:#900123` or `x:anar#900123`.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// A person by key.
    Key(String),
    /// Somebody by profile, noted or not.
    Profile(Profile),
}

impl Who {
    /// Reads the written form; `None` where it names a network but no profile of it.
    pub fn read(text: &str) -> Option<Who> {
        let text = text.trim();
        let Some((network, rest)) = text
            .split_once(':')
            .and_then(|(w, r)| Some((Network::from_word(w)?, r)))
        else {
            return (!text.is_empty()).then(|| Who::Key(text.to_owned()));
        };
        // Only networks with ids give `#` a meaning; in an address of one's own it is a fragment.
        let (handle, id) = match rest.split_once('#') {
            Some((handle, id))
                if network != Network::Web
                    && network != Network::Name
                    && network != Network::Thread =>
            {
                (handle, Some(id))
            }
            _ => (rest, None),
        };
        let profile = Profile::new(network, Some(handle).filter(|h| !h.is_empty()), id)?;
        Some(Who::Profile(profile))
    }

    /// As it is read back.
    pub fn written(&self) -> String {
        match self {
            Who::Key(key) => key.clone(),
            Who::Profile(profile) => Who::write(profile),
        }
    }

    /// The written form of a profile.
    pub fn write(profile: &Profile) -> String {
        let id = profile
            .id
            .as_ref()
            .map(|id| format!("#{id}"))
            .unwrap_or_default();
        format!(
            "{}:{}{id}",
            profile.network.word(),
            profile.handle.as_deref().unwrap_or_default()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_read_back_from_what_was_written() {
        for text in [
            "x:anar",
            "x:#900123",
            "x:anar#900123",
            "web:https://ana.example/",
            "mastodon:ana@social.example",
            "name:ana ruiz",
        ] {
            let Some(Who::Profile(profile)) = Who::read(text) else {
                panic!("{text}")
            };
            assert_eq!(Who::write(&profile), text);
        }
        assert_eq!(Who::read("p5q0c7"), Some(Who::Key("p5q0c7".into())));
        assert_eq!(Who::read("x:"), None);
        assert_eq!(Who::read(""), None);
    }

    #[test]
    fn a_rename_keeps_the_old_handle_once() {
        let mut profile = Profile::new(Network::X, Some("ana_r"), Some("9")).unwrap();
        profile.rename(Some("anar".into()));
        profile.rename(Some("ana_r".into()));
        profile.rename(Some("anar".into()));
        assert_eq!(profile.handle.as_deref(), Some("anar"));
        assert_eq!(profile.former, ["ana_r"]);
    }
}
