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
    let opened = archive::open(&[source], &[], chosen)?.ok()?;
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
                out.extend(p.notes.iter().map(|n| {
                    let time = n.time.map(|t| format!(" {t}")).unwrap_or_default();
                    format!("    note{time} {:?}", n.text)
                }));
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
        let alone = archive::open(&[source], &[], None).unwrap().ok().unwrap();
        apart.extend(alone.telling);
    }
    sources.push(Rc::new(Held::new("shopping.txt", b"milk, eggs".to_vec())));
    sources.push(Rc::new(Held::new("cut.zip", b"PK\x03\x04cut off".to_vec())));
    let together = archive::open(&sources, &[], None).unwrap().ok().unwrap();
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
    let Some(Err(why)) = archive::open(&[source], &[], None) else {
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

/// What files of other shapes tell, as they were met or are described; each was read wrongly once.
mod quirks {
    use super::*;

    fn of(files: &[(&str, &str)]) -> String {
        of_bytes(
            &files
                .iter()
                .map(|(name, text)| (*name, text.as_bytes().to_vec()))
                .collect::<Vec<_>>(),
        )
    }

    fn of_bytes(files: &[(&str, Vec<u8>)]) -> String {
        let source = |(name, bytes): &(&str, Vec<u8>)| -> Rc<dyn Source> {
            Rc::new(Held::new(name, bytes.clone()))
        };
        let sources: Vec<_> = files.iter().map(source).collect();
        match archive::open(&sources, &[], None) {
            None => "nothing that Kith knows".into(),
            Some(Err(why)) => why.say("the file", &Text::english()),
            Some(Ok(opened)) => lines(&Gather::of(opened.telling).flatten().collect::<Vec<_>>()),
        }
    }

    #[test]
    fn tables_of_anybody() {
        let semicolons = "Full name;Date;What happened\nAnn Bee;01.02.2024;Tea, cake, talk\nBo Cey;3.2.2024 14:30;Walk, long\n";
        let commas = "Name,Date,Note\nAnn Bee,13.03.2024,\"a; b; c; d; e\"\nBo Cey,5.4.2024,more\n";
        let dashes = "Name,Date,Note\nAnn Bee,05-04-2024,a\nBo Cey,13-03-2024,b\n";
        let american = "Company name,Full name,When,Notes\nKettles,Ann Bee,\"March 13, 2024\",a\nPots,Bo Cey,3/4/2024 2:30 PM,b\nPots,Di Eff,soon,c\n";
        let zones = "Name\tDate\tNote\nAnn Bee\t2024-03-13T10:00:00+02:00\ta\nBo Cey\t2024-03-13T10:00:00.123Z\tb\nDi Eff\t2024-03-13 10:00\tc\nEd Gee\t2024/03/13\td\n";
        let german = "Vorname;Nachname;Datum;Notiz\nAnn;Bee;13. März 2024;a\nAnn;Cey;1.4.2024;b\n";
        let nameless =
            "Name,Website,Note\nAnn Bee,https://ann.example/,a\n,https://kites.example/ann,b\n";
        let all = [
            semicolons, commas, dashes, american, zones, german, nameless,
        ];
        let told = all.map(|text| of(&[("table.csv", text)]));
        insta::assert_snapshot!(told.join("\n\n"));
    }

    #[test]
    fn facebook() {
        let many =
            (0..90).map(|n| format!("{{\"name\": \"{} {n}\"}}", "\\u00d0\\u0096".repeat(12)));
        let many = many.collect::<Vec<_>>().join(", ");
        let group = format!(
            r#"{{"participants": [{many}, {{"name": "Ana Ruiz"}}, {{"name": "Facebook user"}}], "messages": [
                {{"sender_name": "Ana Ruiz", "timestamp_ms": 1700000000000, "content": "All here?"}},
                {{"sender_name": "Facebook user", "timestamp_ms": 1700000000001, "content": "gone"}}]}}"#
        );
        let profile = r#"{"profile_v2": {"name": {"full_name": "Robin Sampleowner"}}}"#;
        let alex = |at: u32| {
            format!(
                r#"{{"participants": [{{"name": "Alex Kim"}}, {{"name": "Robin Sampleowner"}}], "messages": [
                    {{"sender_name": "Alex Kim", "timestamp_ms": {at}000, "content": "hello"}}]}}"#
            )
        };
        let comments = r#"{"comments_v2": [{"timestamp": 1700000000, "title": "Robin Sampleowner commented on Ana Ruiz's post.", "attachments": []}]}"#;
        insta::assert_snapshot!(of_bytes(&[(
            "facebook.zip",
            packed(&[
                (
                    "your_facebook_activity/messages/inbox/all_1/message_1.json".into(),
                    group.into()
                ),
                (
                    "your_facebook_activity/messages/archived_threads/alexkim_21/message_1.json"
                        .into(),
                    alex(1_700_000).into()
                ),
                (
                    "your_facebook_activity/messages/e2ee_cutover/alexkim_21/message_1.json".into(),
                    alex(1_800_000).into()
                ),
                (
                    "your_facebook_activity/messages/inbox/alexkim_33/message_1.json".into(),
                    alex(1_900_000).into()
                ),
                (
                    "personal_information/profile_information/profile_information.json".into(),
                    profile.into()
                ),
                (
                    "your_facebook_activity/comments_and_reactions/comments.json".into(),
                    comments.into()
                ),
                (
                    "your_facebook_activity/messages/inbox/all_1/files/card.vcf".into(),
                    b"BEGIN:VCARD\r\nFN:Sent Card\r\nEND:VCARD\r\n".to_vec()
                ),
            ]),
        )]));
        let html = packed(&[("facebook-1/start_here.html".into(), b"<html>".to_vec())]);
        insta::assert_snapshot!(of_bytes(&[("facebook.zip", html)]));
    }

    #[test]
    fn linkedin() {
        let saved = "First Name;Last Name;URL;Email Address;Company;Position;Connected On\nZoë;Brandt;https://www.linkedin.com/in/zoe-brandt;;Kettles, Inc.;Smith;04-févr.-21\n";
        let comments = "Date,Link,Message\n2026-07-20 10:25:25,https://www.linkedin.com/feed/update/urn:li:activity:7?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7%2C8%29,\"She said \"\"wow\"\", twice\"\n2026-07-21 10:25:25,https://www.linkedin.com/feed/update/urn:li:activity:9,\"and \\\"well\\\", once\"\n2026-07-22 10:25:25,,nowhere\n";
        let invitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nRobin Sampleowner,Bo Zhang,\"1/29/26, 2:37\u{202f}PM\",,OUTGOING,https://www.linkedin.com/in/robin-s,https://www.linkedin.com/in/bo-zhang\nLinkedIn Member,Robin Sampleowner,\"1/30/26, 2:37 PM\",,INCOMING,,https://www.linkedin.com/in/robin-s\n";
        let messages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS CONVERSATION DRAFT\n\
            a,,Robin  Sampleowner,https://www.linkedin.com/in/robin-s,\"LinkedIn Member, Bo Zhang\",https://www.linkedin.com/in/bo-zhang,2025-06-01 14:03:22 UTC,,Hello,INBOX,No\n\
            a,,Robin  Sampleowner,https://www.linkedin.com/in/robin-s,Bo Zhang,https://www.linkedin.com/in/bo-zhang,2025-06-02 14:03:22 UTC,,never sent,INBOX,Yes\n";
        let own = "First Name,Last Name,Headline\nRobin,Sampleowner,Owner\n";
        insta::assert_snapshot!(
            [
                of(&[("Connections.csv", saved)]),
                of(&[("Comments.csv", comments)]),
                of(&[("Invitations.csv", invitations)]),
                of(&[("messages.csv", messages), ("Profile.csv", own)]),
                of(&[("Profile.csv", own)]),
                of(&[("Shares.csv", "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-07-20 10:25:25,https://www.linkedin.com/feed/update/urn:li:share:7,words,,,MEMBER_NETWORK\n")]),
            ]
            .join("\n\n")
        );
    }

    #[test]
    fn linkedin_without_an_owner() {
        // two are in each conversation: either may be the owner
        let row = |n: u32| {
            format!(
                "c{n},,Robin Sampleowner,https://www.linkedin.com/in/robin-s,\"Ann {n}, Mira Lind\",\"https://www.linkedin.com/in/ann-{n},https://www.linkedin.com/in/mara-lind\",2025-06-0{n} 14:03:22 UTC,,Hello,INBOX\n"
            )
        };
        let messages = format!(
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n{}",
            (1..5).map(row).collect::<String>()
        );
        // as many went out from one as from the other
        let invitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nRobin,Bo,\"1/29/26, 2:37 PM\",,OUTGOING,https://www.linkedin.com/in/robin-s,https://www.linkedin.com/in/bo-zhang\nBo,Robin,\"1/30/26, 2:37 PM\",,OUTGOING,https://www.linkedin.com/in/bo-zhang,https://www.linkedin.com/in/robin-s\n";
        insta::assert_snapshot!(
            [
                of(&[("messages.csv", &messages)]),
                of(&[("Invitations.csv", invitations)])
            ]
            .join("\n\n")
        );
    }

    #[test]
    fn linkedin_names_of_2021() {
        let messages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n\
            a,,Robin Sampleowner,https://www.linkedin.com/in/robin-s,\"Nina Mute, MBA, Jane Doe, Ph.D., Bo Zhang\",2021-02-01 14:03:22 UTC,,To all,INBOX\n\
            a,,Bo Zhang,https://www.linkedin.com/in/bo-zhang,\"Robin Sampleowner, Nina Mute, MBA, Jane Doe, Ph.D.\",2021-02-02 14:03:22 UTC,,And back,INBOX\n\
            b,,\"Jane Doe, Ph.D.\",https://www.linkedin.com/in/jane-doe,Robin Sampleowner,2021-02-03 14:03:22 UTC,,Only us,INBOX\n";
        let own = "First Name,Last Name,Headline\nRobin,Sampleowner,Owner\n";
        let connections = "First Name,Last Name,Email Address,Company,Position,Connected On\nNina,\"Mute, MBA\",,,,08 Feb 2020\n";
        insta::assert_snapshot!(of(&[
            ("messages.csv", messages),
            ("Profile.csv", own),
            ("Connections.csv", connections),
        ]));
    }

    const TWEET: &str = r#""created_at": "Sat Feb 18 12:33:11 +0000 2023", "entities": null"#;

    #[test]
    fn x() {
        let answers = format!(
            r#"window.YTD.tweets.part0 = [
                {{"tweet": {{"id_str": "11", "full_text": "first", {TWEET}}}}},
                {{"tweet": {{"id_str": "12", "full_text": "second", "in_reply_to_status_id_str": "11", "in_reply_to_user_id_str": "42", "in_reply_to_screen_name": "owl", {TWEET}}}}},
                {{"tweet": {{"id_str": "13", "full_text": "to you", "in_reply_to_status_id_str": "99", "in_reply_to_user_id_str": "77", "in_reply_to_screen_name": "zoe", {TWEET}}}}}
            ]"#
        );
        let manifest = r#"window.__THAR_CONFIG = {"userInfo": {"accountId": "42", "userName": "owl"}, "dataTypes": {}}"#;
        let renamed = r#"window.YTD.screen_name_change.part0 = [{"screenNameChange": {"accountId": "42", "screenNameChange": {"changedAt": "2020-01-01T00:00:00.000Z", "changedFrom": "owl_old", "changedTo": "owl"}}}]"#;
        let quoting = r##"window.YTD.tweets.part0 = [
            {"tweet": {"id_str": "14", "full_text": "as I said", "created_at": "Sat Feb 18 12:33:11 +0000 2023", "entities": {"urls": [{"expanded_url": "https://twitter.com/owl_old/status/5"}]}}},
            {"tweet": {"id_str": "15", "full_text": "as you said", "created_at": "Sat Feb 18 12:33:12 +0000 2023", "entities": {"urls": [{"expanded_url": "http://twitter.com/#!/zoe/status/6"}]}}}]"##;
        let sent = |id: &str, text: &str| {
            format!(
                r#"{{"messageCreate": {{"id": "{id}", "senderId": "42", "text": "{text}", "createdAt": "2022-01-27T15:58:52.744Z"}}}}"#
            )
        };
        let part0 = format!(
            r#"window.YTD.direct_messages_group.part0 = [{{"dmConversation": {{"conversationId": "900", "messages": [{}, {{"messageCreate": {{"senderId": 7}}}}]}}}}]"#,
            sent("1", "to all")
        );
        // one conversation in three files: either may be the owner
        let cut = |part: u32| {
            let message = sent(&part.to_string(), "more");
            format!(
                r#"window.YTD.direct_messages.part{part} = [{{"dmConversation": {{"conversationId": "42-77", "messages": [{message}]}}}}]"#
            )
        };
        let part1 = r#"window.YTD.direct_messages_group.part1 = [{"dmConversation": {"conversationId": "900", "messages": [{"joinConversation": {"participantsSnapshot": ["42", "77", "78", "79"]}}]}}]"#;
        insta::assert_snapshot!(
            [
                of(&[("tweets.js", &answers)]),
                of(&[("manifest.js", manifest), ("screen-name-change.js", renamed), ("tweets.js", quoting)]),
                of(&[("manifest.js", manifest), ("direct-messages-group.js", &part0), ("direct-messages-group-part1.js", part1)]),
                of(&[("direct-messages.js", &cut(0)), ("direct-messages-part1.js", &cut(1)), ("direct-messages-part2.js", &cut(2))]),
                of(&[("tweets.csv", "\"tweet_id\",\"timestamp\",\"text\"\n\"1\",\"2014-03-01 10:00:00 +0000\",\"hello\"\n")]),
            ]
            .join("\n\n")
        );
    }

    #[test]
    fn mastodon() {
        let outbox = r#"{"id": "outbox.json", "type": "OrderedCollection", "orderedItems": [
            {"type": "Create", "actor": "https://kites.example/users/robin", "published": "2025-01-05T09:30:00Z", "object": {"id": "https://kites.example/users/robin/statuses/1", "type": "Note", "content": "<p>yes</p>", "inReplyTo": "https://kites.example/users/anna/statuses/5", "to": ["https://www.w3.org/ns/activitystreams#Public"],
                "tag": [{"type": "Mention", "href": "https://kites.example/users/ann", "name": "@ann"}, {"type": "Mention", "href": "https://kites.example/users/anna", "name": "@anna"}]}},
            {"type": "Create", "actor": "https://kites.example/users/robin", "published": "2025-01-06T09:30:00Z", "object": {"id": "https://kites.example/users/robin/statuses/2", "type": "Note", "content": "<p>more</p>", "inReplyTo": "https://kites.example/users/robin/statuses/1", "to": ["https://www.w3.org/ns/activitystreams#Public"]}},
            {"type": "Create", "actor": "https://kites.example/users/robin", "published": "2025-01-07T09:30:00Z", "object": {"id": "https://kites.example/users/robin/statuses/3", "type": "Note", "content": "<p>to whom</p>", "inReplyTo": "https://kites.example/ap/users/123/statuses/7", "to": ["https://www.w3.org/ns/activitystreams#Public"]}}]}"#;
        let likes = r#"{"id": "likes.json", "type": "OrderedCollection", "orderedItems": ["https://kites.example/users/robin/statuses/1", "https://kites.example/@robin/2", "https://kites.example/@anna/5"]}"#;
        let bookmarks = r#"{"id": "bookmarks.json", "type": "OrderedCollection", "orderedItems": ["https://kites.example/@anna/6"]}"#;
        insta::assert_snapshot!(
            [
                of(&[
                    ("outbox.json", outbox),
                    ("likes.json", likes),
                    ("bookmarks.json", bookmarks)
                ]),
                of(&[(
                    "muted_accounts.csv",
                    "Account address,Hide notifications\nloud@kites.example,true\n"
                )]),
                of(&[("blocked_accounts.csv", "rude@kites.example\n")]),
            ]
            .join("\n\n")
        );
    }

    #[test]
    fn cards() {
        let mut card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=FCrgen\r\nX-TWITTER:https://twitter.com/juergen\r\nURL:www.linkedin.com/in/juergen\r\nEND:VCARD\r\n".to_vec();
        card.extend(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:M\xfcller\r\nX-SOCIALPROFILE;type=pref;type=twitter:x-apple:mueller\r\nEND:VCARD\r\n");
        card.extend(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Two\r\nSOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME=\"@two@social.example\":https://social.example/users/two\r\nEND:VCARD\r\n");
        let wide =
            "\u{feff}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë 田中\r\nX-TWITTER:zoe\r\nEND:VCARD\r\n";
        let wide = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
        insta::assert_snapshot!(
            [
                of_bytes(&[("cards.vcf", card)]),
                of_bytes(&[("wide.vcf", wide)])
            ]
            .join("\n\n")
        );
    }
}
