//! vCard 2.1 to 4.0, with the spellings of social profiles that Apple, Nextcloud and others use (`field/exports.md`, section 4).
//!
//! No library: `calcard` needs a source of random numbers and a zone database in wasm for what are a few lines here, `vcard` knows
//! 4.0 alone.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use super::file::Member;
use super::letters::decoded;
use super::{Refusal, Telling, Told, Wrong, accounts_at, contact, network, tell_of};
use crate::history::Note;
use crate::people::{Network, Profile};

/// A card longer than this is left out: 16 MiB.
const LONGEST: usize = 16 << 20;

/// Whether a member of a ZIP may hold cards.
pub fn wants(path: &str) -> bool {
    let path = path.to_lowercase();
    path.ends_with(".vcf") || path.ends_with(".vcard")
}

/// Whether a member holds cards.
pub fn is_of(member: &Member) -> bool {
    let mut head = Vec::new();
    let read = super::letters::utf8(member.open())
        .take(64)
        .read_to_end(&mut head);
    if read.is_err() {
        return false;
    }
    let head = String::from_utf8_lossy(&head).to_uppercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("BEGIN:VCARD")
}

/// Reads the cards.
pub fn read(members: &[Member], _: &[Profile]) -> Result<Telling, Refusal> {
    let cards = Vec::from(members).into_iter().flat_map(|member| {
        let file = member.path.clone();
        Cards::of(&member).map(move |card| told(card, &file))
    });
    Ok(Box::new(cards))
}

/// A card: the line on which it begins, its unfolded lines, and what is wrong with it as a whole.
struct Card {
    line: u64,
    lines: Vec<String>,
    wrong: Option<Wrong>,
}

struct Cards {
    input: Box<dyn BufRead>,
    line: u64,
    ended: bool,
    waiting: VecDeque<Card>,
}

impl Cards {
    fn of(member: &Member) -> Cards {
        Cards {
            input: super::letters::utf8(member.open()),
            line: 0,
            ended: false,
            waiting: VecDeque::new(),
        }
    }

    /// The next line as it stands; `None` at the end.
    fn read(&mut self) -> Result<Option<String>, std::io::Error> {
        let mut bytes = Vec::new();
        let mut long = false;
        loop {
            let input = self.input.fill_buf()?;
            if input.is_empty() {
                break;
            }
            let end = input.iter().position(|b| *b == b'\n');
            let count = end.map_or(input.len(), |at| at + 1);
            long |= bytes.len() + count > LONGEST;
            if !long {
                bytes.extend_from_slice(&input[..count]);
            }
            self.input.consume(count);
            if end.is_some() {
                break;
            }
        }
        if bytes.is_empty() && !long {
            return Ok(None);
        }
        self.line += 1;
        Ok(Some(
            decoded(&bytes)
                .trim_end_matches(['\n', '\r'])
                .trim_start_matches('\u{feff}')
                .to_owned(),
        ))
    }

    fn card(&mut self) -> Result<Option<Card>, std::io::Error> {
        let mut card: Option<Card> = None;
        let mut size = 0;
        while let Some(line) = self.read()? {
            let is = |word: &str| line.trim().eq_ignore_ascii_case(word);
            if is("BEGIN:VCARD") {
                let begun = Card {
                    line: self.line,
                    lines: Vec::new(),
                    wrong: None,
                };
                size = 0;
                if let Some(mut open) = card.replace(begun) {
                    open.wrong = Some(Wrong::NoEnd);
                    self.waiting.push_back(open);
                }
            } else if is("END:VCARD") {
                if card.is_some() {
                    return Ok(card);
                }
            } else if let Some(card) = &mut card {
                size += line.len();
                if size > LONGEST {
                    card.wrong = Some(Wrong::Row(super::table::Bad::Long));
                    card.lines.clear();
                    continue;
                }
                let soft = card
                    .lines
                    .last()
                    .is_some_and(|last| last.ends_with('=') && is_printable(last));
                match (card.lines.last_mut(), line.strip_prefix([' ', '\t'])) {
                    (Some(last), _) if soft => {
                        last.pop();
                        last.push_str(&line);
                    }
                    (Some(last), Some(rest)) => last.push_str(rest),
                    _ => card.lines.push(line),
                }
            }
        }
        Ok(card.map(|card| Card {
            wrong: Some(Wrong::NoEnd),
            ..card
        }))
    }
}

/// Whether a line is in quoted-printable.
fn is_printable(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_uppercase().contains("QUOTED-PRINTABLE")
}

impl Iterator for Cards {
    type Item = Card;

    fn next(&mut self) -> Option<Card> {
        if let Some(card) = self.waiting.pop_front() {
            return Some(card);
        }
        if self.ended {
            return None;
        }
        match self.card() {
            Ok(card) => {
                self.ended = card.is_none();
                self.waiting.extend(card);
                self.waiting.pop_front()
            }
            Err(error) => {
                self.ended = true;
                Some(Card {
                    line: self.line + 1,
                    lines: Vec::new(),
                    wrong: Some(Wrong::broken(error)),
                })
            }
        }
    }
}

/// A property: its name, its parameters, its value as it stands.
struct Property {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

impl Property {
    fn of(line: &str) -> Option<Property> {
        let mut quoted = false;
        let colon = line.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        })?;
        let (head, value) = (&line[..colon], &line[colon + 1..]);
        let mut parts = Vec::new();
        let (mut begin, mut quoted) = (0, false);
        for (at, c) in head.char_indices() {
            quoted ^= c == '"';
            if c == ';' && !quoted {
                parts.push(&head[begin..at]);
                begin = at + 1;
            }
        }
        parts.push(&head[begin..]);
        let name = parts[0].rsplit('.').next().unwrap_or(parts[0]);
        let parameters: Vec<(String, String)> = parts[1..]
            .iter()
            .map(|part| match part.split_once('=') {
                Some((key, value)) => (key.to_uppercase(), value.trim_matches('"').to_owned()),
                // 2.1 writes the value alone
                None => ("TYPE".to_owned(), (*part).to_owned()),
            })
            .collect();
        let mut value = value.to_owned();
        if parameters
            .iter()
            .any(|(_, v)| v.eq_ignore_ascii_case("quoted-printable"))
        {
            let bytes =
                quoted_printable::decode(&value, quoted_printable::ParseMode::Robust).ok()?;
            value = decoded(&bytes).into_owned();
        }
        Some(Property {
            name: name.to_uppercase(),
            parameters,
            value,
        })
    }

    fn parameter(&self, key: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(k, _)| k == key);
        found.map(|(_, value)| value.as_str())
    }

    /// The network of the service, wherever it is named.
    fn service(&self) -> Option<Network> {
        let keys = ["SERVICE-TYPE", "X-SERVICE-TYPE", "TYPE"];
        let all = self.parameters.iter();
        all.filter(|(key, _)| keys.contains(&key.as_str()))
            .flat_map(|(_, value)| value.split(','))
            .find_map(network)
    }

    /// The parts of a value that has several.
    fn parts(&self) -> Vec<String> {
        let (mut parts, mut begin, mut escaped) = (Vec::new(), 0, false);
        for (at, c) in self.value.char_indices() {
            if c == ';' && !escaped {
                parts.push(unescaped(&self.value[begin..at]));
                begin = at + 1;
            }
            escaped = c == '\\' && !escaped;
        }
        parts.push(unescaped(&self.value[begin..]));
        parts
    }

    fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The accounts that it leads to.
    fn accounts(&self) -> Vec<Profile> {
        let text = self.text();
        let service = self.service();
        let handle = |network: Network, raw: &str| Profile::new(network, Some(raw), None);
        match self.name.as_str() {
            "URL" => accounts_at(&text),
            "X-TWITTER" => match accounts_at(&text) {
                found if found.is_empty() => handle(Network::X, &text).into_iter().collect(),
                found => found,
            },
            "SOCIALPROFILE" | "X-SOCIALPROFILE" | "IMPP" => {
                let said = self.parameter("USERNAME").unwrap_or_default();
                if let (Some(Network::Mastodon), Some(_)) =
                    (service, said.trim_start_matches('@').find('@'))
                {
                    return handle(Network::Mastodon, said).into_iter().collect();
                }
                // Nextcloud writes "twitter:https://…" and "xmpp:https://…"
                let address = text.find("http").map(|at| &text[at..]);
                if let Some(address) = address {
                    return accounts_at(address);
                }
                let name = match text.split_once(':') {
                    Some((_, name)) => name,
                    None => &*text,
                };
                let network = service.and_then(|network| handle(network, name));
                network.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => {}
            },
            _ => plain.push(letter),
        }
    }
    plain
}

fn told(card: Card, file: &str) -> Told {
    let unreadable = |why| Told::Unreadable {
        file: file.to_owned(),
        line: card.line,
        why,
    };
    if let Some(why) = card.wrong {
        return unreadable(why);
    }
    let all: Vec<Property> = card.lines.iter().filter_map(|l| Property::of(l)).collect();
    let first = |name: &str| all.iter().find(|p| p.name == name);
    let kind = first("KIND").or_else(|| first("X-ADDRESSBOOKSERVER-KIND"));
    let kind = kind.map(|p| p.text().to_lowercase()).unwrap_or_default();
    let company = first("X-ABSHOWAS").is_some_and(|p| p.text().eq_ignore_ascii_case("company"));
    match kind.as_str() {
        "group" => return Told::Left("leftGroupCard"),
        "org" | "location" | "application" | "device" => return Told::Left("leftOrganisation"),
        _ if company => return Told::Left("leftOrganisation"),
        _ => {}
    }
    let rank = |p: &&Property| {
        p.parameter("PREF")
            .and_then(|n| n.parse().ok())
            .unwrap_or(101u32)
    };
    let full = all.iter().filter(|p| p.name == "FN").min_by_key(rank);
    let name = full.map(Property::text).filter(|n| !n.trim().is_empty());
    let name = name.or_else(|| {
        let parts = first("N")?.parts();
        let part = |n: usize| parts.get(n).map(String::as_str).unwrap_or_default().trim();
        let name = [part(3), part(1), part(2), part(0)].join(" ");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    });
    let Some(name) = name else {
        return unreadable(Wrong::NoName);
    };
    let profiles = all.iter().flat_map(Property::accounts).collect();
    let Some(mut who) = contact(&name, profiles) else {
        return unreadable(Wrong::NoName);
    };
    for note in all.iter().filter(|p| p.name == "NOTE") {
        let text = note.text();
        if !text.trim().is_empty() {
            who.notes.push(Note {
                text: text.trim().to_owned(),
                ..Note::default()
            });
        }
    }
    let [email, company, position] = ["EMAIL", "ORG", "TITLE"].map(|name| {
        let value = first(name).map(|p| p.parts().join(" "));
        value.unwrap_or_default().trim().to_owned()
    });
    tell_of(&mut who, &email, &company, &position);
    Told::Person(Box::new(who))
}
