//! Files that lie, break off or mean harm: each is refused with a sentence, or comes in as far as it goes with a list.

use std::io::{Cursor, Write};
use std::rc::Rc;

use kith::archive::file::{Held, Source};
use kith::archive::{self, Gather, Told};
use kith::text::Text;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Everything that a file tells; or why it is refused.
fn told(name: &str, bytes: Vec<u8>) -> Result<Vec<Told>, String> {
    let source: Rc<dyn Source> = Rc::new(Held::new(name, bytes));
    match archive::open(&[source], &[], None) {
        None => Err("not known".into()),
        Some(Err(why)) => Err(why.say(name, &Text::english())),
        Some(Ok(opened)) => Ok(Gather::of(opened.telling).flatten().collect()),
    }
}

fn people(told: &[Told]) -> Vec<&str> {
    let names = told.iter().filter_map(|one| match one {
        Told::Person(person) => Some(person.name.as_str()),
        _ => None,
    });
    names.collect()
}

fn unreadable(told: &[Told]) -> Vec<(String, u64, String)> {
    let text = Text::english();
    let bad = told.iter().filter_map(|one| match one {
        Told::Unreadable { file, line, why } => Some((file.clone(), *line, why.say(&text))),
        _ => None,
    });
    bad.collect()
}

const HEAD: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const ANA: &str = "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,,,08 Feb 2026\n";

#[test]
fn a_row_without_end_is_left_out_and_the_rest_comes_in() {
    let long = "x".repeat(10 << 20);
    let table = format!(
        "{HEAD}{ANA}{long},Long,https://www.linkedin.com/in/long,,,,08 Feb 2026\nBen,Okafor,https://www.linkedin.com/in/ben,,,,09 Feb 2026\n"
    );
    let told = told("Connections.csv", table.into_bytes()).unwrap();
    assert_eq!(people(&told), ["Ana Ruiz", "Ben Okafor"]);
    assert_eq!(
        unreadable(&told),
        [("Connections.csv".into(), 3, "longer than 4 MiB".into())]
    );
}

#[test]
fn a_quotation_mark_that_never_closes_takes_only_the_rest() {
    let table = format!("{HEAD}{ANA}\"Ben,Okafor\nand so on\n");
    let told = told("Connections.csv", table.into_bytes()).unwrap();
    assert_eq!(people(&told), ["Ana Ruiz"]);
    assert_eq!(
        unreadable(&told),
        [(
            "Connections.csv".into(),
            3,
            "a quotation mark is never closed".into()
        )]
    );
}

#[test]
fn a_zip_that_unpacks_to_very_much_is_read_in_little_room() {
    // a gigabyte of one letter would be a megabyte; enough of it shows the way
    let bomb = [HEAD.as_bytes(), &vec![b'a'; 64 << 20]].concat();
    let told = told("bomb.zip", zipped(&[("Connections.csv", &bomb)])).unwrap();
    assert_eq!(people(&told), [] as [&str; 0]);
    assert_eq!(unreadable(&told).len(), 1);
}

#[test]
fn paths_that_lead_elsewhere_are_only_names() {
    let table = format!("{HEAD}{ANA}");
    for path in [
        "../../etc/Connections.csv",
        "/Connections.csv",
        "C:\\Connections.csv",
        "a/b/c/Connections.csv",
    ] {
        let told = told("tricks.zip", zipped(&[(path, table.as_bytes())])).unwrap();
        assert_eq!(people(&told), ["Ana Ruiz"], "{path}");
    }
}

#[test]
fn a_member_longer_than_its_directory_says_is_cut_off_and_told() {
    let rows = ANA.repeat(2_000);
    let mut zip = zipped(&[("Connections.csv", format!("{HEAD}{rows}").as_bytes())]);
    let size = ((HEAD.len() + rows.len()) as u32).to_le_bytes();
    let lie = 1_000u32.to_le_bytes();
    let places: Vec<usize> = (0..zip.len() - 4)
        .filter(|at| zip[*at..*at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        zip[at..at + 4].copy_from_slice(&lie);
    }
    let told = told("liar.zip", zip).unwrap();
    assert!(
        unreadable(&told)
            .iter()
            .any(|(_, _, why)| why.contains("more than its archive says")),
        "{told:?}"
    );
}

#[test]
fn a_zip_cut_off_is_refused_with_a_sentence() {
    let zip = zipped(&[("Connections.csv", format!("{HEAD}{ANA}").as_bytes())]);
    let why = told("half.zip", zip[..zip.len() / 2].to_vec()).unwrap_err();
    assert!(
        why.contains("half.zip cannot be opened") && why.contains("Nothing was changed"),
        "{why}"
    );
}

#[test]
fn other_letters_are_read() {
    let table = format!("{HEAD}Zoë,Łuk,https://www.linkedin.com/in/zoe,,,,08 Feb 2026\n");
    let wide: Vec<u8> = std::iter::once(0xfeffu16)
        .chain(table.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(people(&told("Connections.csv", wide).unwrap()), ["Zoë Łuk"]);
    let west = [
        HEAD.as_bytes(),
        b"Zo\xeb,Brandt,https://www.linkedin.com/in/zoe,,,,08 Feb 2026\n",
    ]
    .concat();
    assert_eq!(
        people(&told("Connections.csv", west).unwrap()),
        ["Zoë Brandt"]
    );
}

#[test]
fn json_that_breaks_off_comes_in_as_far_as_it_goes() {
    let likes = r#"window.YTD.like.part0 = [ {"like": {"tweetId": "1"}}, {"like": {"tweetId": "2"}}, {"like": {"twe"#;
    let told = told("like.js", likes.into()).unwrap();
    assert_eq!(
        told.iter().filter(|t| matches!(t, Told::Loose(_))).count(),
        2
    );
    assert_eq!(unreadable(&told).len(), 1);
}

/// Pieces of every format, in any order.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(HEAD.to_owned()),
        Just(ANA.to_owned()),
        Just("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n".to_owned()),
        Just("window.YTD.tweets.part0 = [ {\"tweet\": {\"id_str\": \"1\", \"created_at\": \"Sat Feb 18 12:33:11 +0000 2023\"}} ]".to_owned()),
        Just("{\"participants\":[{\"name\":\"A\"}],\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1}]}".to_owned()),
        Just("{\"orderedItems\":[\"https://a.example/users/b/statuses/1\"]}".to_owned()),
        Just("{\"SCHEMA_VERSION\":2,\"data\":{\"tag.a\":{\"text\":\"b\"}}}".to_owned()),
        "[\\x00-\\x7f]{0,40}",
        "\\PC{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn no_text_does_harm(pieces in prop::collection::vec(piece(), 0..6), name in prop::sample::select(vec![
        "messages.csv", "Connections.csv", "a.vcf", "tweets.js", "message_1.json", "outbox.json", "a.resbackup", "a.csv", "a.json", "a.zip",
    ])) {
        let _ = told(name, pieces.concat().into_bytes());
    }

    #[test]
    fn no_change_of_a_zip_does_harm(at in 0.0f64..1.0, byte: u8, cut in 0.0f64..1.0) {
        let table = format!("{HEAD}{ANA}");
        let mut zip = zipped(&[("Connections.csv", table.as_bytes()), ("messages.csv", b"CONVERSATION ID,FROM,CONTENT\n")]);
        let place = ((zip.len() - 1) as f64 * at) as usize;
        zip[place] = byte;
        let _ = told("a.zip", zip.clone());
        zip.truncate((zip.len() as f64 * cut) as usize);
        let _ = told("a.zip", zip);
    }
}

/// Where the directory's end stands in a ZIP without a comment.
fn end_of(zip: &[u8]) -> usize {
    zip.len() - 22
}

#[test]
fn a_directory_that_counts_wrong_is_read_by_what_stands_in_it() {
    let profile = b"First Name,Last Name,Headline\nNils,Holm,x\n".as_slice();
    let table = format!("{HEAD}{ANA}");
    let files = [
        ("Profile.csv", profile),
        ("Connections.csv", table.as_bytes()),
        ("Skills.csv", b"Name\nmoss\n".as_slice()),
    ];
    // more members than 16 bits count are counted from 0 again; other tools count wrong in other ways
    for count in [0u16, 1, 2, 9, 65_535] {
        let mut zip = zipped(&files);
        let end = end_of(&zip);
        for field in [8, 10] {
            zip[end + field..end + field + 2].copy_from_slice(&count.to_le_bytes());
        }
        assert_eq!(
            people(&told("li.zip", zip).unwrap()),
            ["Ana Ruiz"],
            "{count}"
        );
    }
}

#[test]
fn sizes_that_stand_behind_a_member_are_not_needed() {
    let table = format!("{HEAD}{ANA}");
    let mut zip = zipped(&[("Connections.csv", table.as_bytes())]);
    // as streaming writers do: the local header says nothing, a descriptor follows (bit 3)
    zip[6] |= 8;
    zip[14..26].fill(0);
    let directory = u32::from_le_bytes(zip[end_of(&zip) + 16..][..4].try_into().unwrap()) as usize;
    zip[directory + 8] |= 8;
    let (crc, sizes) = (
        zip[directory + 16..directory + 20].to_vec(),
        zip[directory + 20..directory + 28].to_vec(),
    );
    let descriptor = [b"PK\x07\x08".as_slice(), &crc, &sizes].concat();
    zip.splice(directory..directory, descriptor);
    let end = end_of(&zip);
    zip[end + 16..end + 20].copy_from_slice(&(directory as u32 + 16).to_le_bytes());
    assert_eq!(people(&told("li.zip", zip).unwrap()), ["Ana Ruiz"]);
}
