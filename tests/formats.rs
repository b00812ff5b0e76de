//! Each format, as it is told: archives written by us in the exact shape of each, with the quirks that such files have (`tests/archives`). And the
//! same files with random damage: no reader panics, tells more than it was given, or holds on to what it cannot read.
//!
//! `KITH_MUTATIONS=100000 cargo test --release --test formats` damages each format so often.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use kith::archive::file::{Held, Source};
use kith::archive::plain::TableColumns;
use kith::archive::{self, Gather, Told};
use kith::text::Text;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives")
}

/// The files below a path, by their names in an archive.
fn files(below: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    let mut left = vec![below.to_owned()];
    while let Some(at) = left.pop() {
        if at.is_file() {
            let name = at
                .strip_prefix(below)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            all.push((name, fs::read(&at).unwrap()));
        } else {
            left.extend(fs::read_dir(&at).unwrap().map(|e| e.unwrap().path()));
        }
    }
    all.sort();
    all
}

/// An archive as the site gives it: a folder is zipped, a file comes alone.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What a file tells; nothing where it is refused.
fn told(name: &str, bytes: Vec<u8>, chosen: Option<&TableColumns>) -> Option<Vec<Told>> {
    let source: Rc<dyn Source> = Rc::new(Held::new(name, bytes));
    let opened = archive::open(&[source], chosen)?.ok()?;
    Some(Gather::of(opened.telling).flatten().collect())
}

/// One line for each thing, as people can check it against the file.
fn lines(told: &[Told]) -> String {
    let text = Text::english();
    let passed = |i: &kith::history::Interaction| {
        let time = i.time.map(|t| t.to_string()).unwrap_or_default();
        let extra = if i.extra.is_empty() {
            String::new()
        } else {
            format!(" {}", serde_json::to_string(&i.extra).unwrap())
        };
        let parts = [
            time,
            i.place.clone().unwrap_or_default(),
            i.excerpt.clone().unwrap_or_default(),
        ];
        format!(
            "{:?} {:?} {}{extra}",
            i.kind,
            i.direction,
            parts.join(" | ")
        )
    };
    let mut out = Vec::new();
    for one in told {
        match one {
            Told::Person(p) => {
                let accounts: Vec<String> = p
                    .profiles
                    .iter()
                    .chain(&p.websites)
                    .map(kith::people::Who::write)
                    .collect();
                let more = if p.extra.is_empty() {
                    String::new()
                } else {
                    format!(" {}", serde_json::to_string(&p.extra).unwrap())
                };
                out.push(format!("{} [{}]{more}", p.name, accounts.join(", ")));
                out.extend(p.notes.iter().map(|n| format!("    note {:?}", n.text)));
                out.extend(p.interactions.iter().map(|i| format!("    {}", passed(i))));
            }
            Told::Loose(i) => out.push(format!("loose {}", passed(i))),
            Told::Own(profile) => out.push(format!("own {}", kith::people::Who::write(profile))),
            Told::Left(key) => out.push(format!("left out: {key}")),
            Told::Missing { file } => out.push(format!("missing {file}")),
            Told::Refused { file, why } => {
                out.push(format!("refused {file}: {}", why.reason(&text)))
            }
            Told::Unreadable { file, line, why } => {
                out.push(format!("unreadable {file}:{line} {}", why.say(&text)))
            }
        }
    }
    out.join("\n")
}

/// The columns of the table that nobody wrote.
fn columns() -> TableColumns {
    serde_json::from_value(serde_json::json!({"name": 0, "profile": 1, "text": 2})).unwrap()
}

fn archive_of(name: &str) -> (String, Vec<(String, Vec<u8>)>) {
    let path = folder().join(name);
    match path.is_file() {
        true => (
            name.to_owned(),
            vec![(String::new(), fs::read(path).unwrap())],
        ),
        false => (format!("{name}.zip"), files(&path)),
    }
}

fn bytes_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    match files {
        [(name, bytes)] if name.is_empty() => bytes.clone(),
        _ => packed(files),
    }
}

/// What several files tell that are given together: all that each tells, and which are not read.
#[test]
fn several_formats_given_together_are_all_read() {
    let mut sources: Vec<Rc<dyn Source>> = Vec::new();
    let mut apart = Vec::new();
    let of = |told: &[Told]| -> Vec<String> {
        let people = told.iter().filter(|t| matches!(t, Told::Person(_)));
        let mut lines: Vec<String> = people.map(|p| lines(std::slice::from_ref(p))).collect();
        lines.sort();
        lines
    };
    for name in ["linkedin", "x", "facebook", "contacts.vcf", "res.json"] {
        let (name, files) = archive_of(name);
        let source: Rc<dyn Source> = Rc::new(Held::new(&name, bytes_of(&files)));
        sources.push(source.clone());
        let alone = archive::open(&[source], None).unwrap().ok().unwrap();
        apart.extend(alone.telling);
    }
    sources.push(Rc::new(Held::new("shopping.txt", b"milk, eggs".to_vec())));
    sources.push(Rc::new(Held::new("cut.zip", b"PK\x03\x04cut off".to_vec())));
    let together = archive::open(&sources, None).unwrap().ok().unwrap();
    let together: Vec<Told> = together.telling.collect();
    assert_eq!(of(&together), of(&apart));
    let refused: Vec<Told> = together
        .into_iter()
        .filter(|t| matches!(t, Told::Refused { .. }))
        .collect();
    insta::assert_snapshot!(lines(&refused));
}

#[test]
fn an_archive_of_twitter_before_2018_is_refused_with_a_sentence() {
    let files = [
        (
            "data/js/user_details.js".to_owned(),
            b"var user_details = {}".to_vec(),
        ),
        (
            "data/js/tweets/2014_03.js".to_owned(),
            b"Grailbird.data.tweets_2014_03 = [ ]".to_vec(),
        ),
        (
            "tweets.csv".to_owned(),
            b"\"tweet_id\",\"timestamp\",\"text\"".to_vec(),
        ),
    ];
    let source: Rc<dyn Source> = Rc::new(Held::new("old.zip", packed(&files)));
    let Some(Err(why)) = archive::open(&[source], None) else {
        panic!("it is read");
    };
    insta::assert_snapshot!(why.say("old.zip", &Text::english()));
}

/// What is done to a file.
#[derive(Clone, Debug)]
enum Damage {
    Byte(usize, u8),
    Cut(usize),
    Without(usize, usize),
    Twice(usize, usize),
    With(usize, &'static str),
}

const WORDS: [&str; 24] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    "\\",
    "\u{feff}",
    "null",
    "1e999",
    "-1",
    ",",
    ";",
    "\r",
    "\n",
    "\0",
    "BEGIN:VCARD\r\n",
    "END:VCARD\r\n",
    "\\u00",
    "\\ud800",
    "9999999999999999999",
    "<p>",
    "&#x110000;",
    "=?",
    "PK\u{3}\u{4}",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0usize..1 << 20;
    prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        at.clone().prop_map(Damage::Cut),
        (at.clone(), 1usize..200).prop_map(|(at, n)| Damage::Without(at, n)),
        (at.clone(), 1usize..400).prop_map(|(at, n)| Damage::Twice(at, n)),
        (at, prop::sample::select(&WORDS[..])).prop_map(|(at, word)| Damage::With(at, word)),
    ]
}

fn damaged(mut bytes: Vec<u8>, all: &[Damage]) -> Vec<u8> {
    for one in all {
        let length = bytes.len().max(1);
        match *one {
            Damage::Byte(at, byte) => {
                if let Some(there) = bytes.get_mut(at % length) {
                    *there = byte;
                }
            }
            Damage::Cut(at) => bytes.truncate(at % length),
            Damage::Without(at, n) => {
                let at = at % length;
                let end = (at + n).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            Damage::Twice(at, n) => {
                let at = at % length;
                let part = bytes[at.min(bytes.len())..(at + n).min(bytes.len())].to_vec();
                bytes.splice(at.min(bytes.len())..at.min(bytes.len()), part);
            }
            Damage::With(at, word) => {
                let at = (at % length).min(bytes.len());
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

/// Reads it damaged in many ways: a member before it is packed, or the whole file.
fn stands_damage(name: &str) {
    let (name, files) = archive_of(name);
    let cases = std::env::var("KITH_MUTATIONS")
        .ok()
        .and_then(|n| n.parse().ok());
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(cases.unwrap_or(120))
    });
    let how = (
        any::<bool>(),
        0..files.len(),
        prop::collection::vec(damage(), 1..5),
    );
    let result = runner.run(&how, |(whole, which, all)| {
        let bytes = match whole {
            true => damaged(bytes_of(&files), &all),
            false => {
                let mut files = files.clone();
                files[which].1 = damaged(std::mem::take(&mut files[which].1), &all);
                bytes_of(&files)
            }
        };
        let size: usize = bytes.len() + files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        let told = told(&name, bytes, Some(&columns())).unwrap_or_default();
        prop_assert!(
            told.len() <= size,
            "{} things out of {size} bytes",
            told.len()
        );
        Ok(())
    });
    result.unwrap();
}

/// A test that reads an archive as it is, and one that damages it.
macro_rules! formats {
    ($($name:ident $archive:literal)*) => {$(
        mod $name {
            #[test]
            fn is_told_as_it_stands_there() {
                let (name, files) = super::archive_of($archive);
                let columns = super::columns();
                let chosen = $archive.starts_with("plain").then_some(&columns);
                let told = super::told(&name, super::bytes_of(&files), chosen).expect("it is known");
                insta::assert_snapshot!($archive, super::lines(&told));
            }

            #[test]
            fn stands_any_damage() {
                super::stands_damage($archive);
            }
        }
    )*};
}

formats! {
    linkedin "linkedin"
    linkedin_2021 "linkedin-2021"
    x "x"
    facebook "facebook"
    mastodon "mastodon"
    mastodon_list "following_accounts.csv"
    vcard "contacts.vcf"
    google "google.csv"
    monica "monica.json"
    reddit "res.json"
    plain "plain.csv"
}
