//! The words of the views, from `_locales`.

use std::sync::LazyLock;

use kith::text::Text;

static TEXT: LazyLock<Text> = LazyLock::new(Text::english);

/// A message without places.
pub fn say(key: &str) -> String {
    TEXT.say(key, &[])
}

/// A message with its places filled in.
pub fn say_of(key: &str, places: &[(&str, &str)]) -> String {
    TEXT.say(key, places)
}

/// A message that depends on a number.
pub fn count(key: &str, number: u64) -> String {
    TEXT.count(key, number, &[])
}

/// A message in pieces, the name of a place standing alone between them: for a link or a key in the middle of a sentence.
pub fn around(key: &str, place: &str) -> (String, String) {
    const HOLE: &str = "\u{fffc}";
    let said = TEXT.say(key, &[(place, HOLE)]);
    match said.split_once(HOLE) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (said, String::new()),
    }
}

/// How large something is, as people say it.
pub fn size(bytes: f64) -> String {
    if bytes < 1_000_000.0 {
        return say_of(
            "sizeKilobytes",
            &[("size", &format!("{:.0}", (bytes / 1000.0).ceil()))],
        );
    }
    say_of(
        "sizeMegabytes",
        &[("size", &format!("{:.1}", bytes / 1_000_000.0))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_middle_splits_the_sentence() {
        let (before, after) = around("stepOpen", "site");
        assert!(
            !before.contains("stepOpen") && !after.is_empty(),
            "{before:?} {after:?}"
        );
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(1.0), "1 KB");
        assert_eq!(size(2_340_000.0), "2.3 MB");
    }

    /// Every key that a view names has its words: a missing one would show itself to the user.
    #[test]
    fn every_key_has_words() {
        let calls = ["say(\"", "say_of(\"", "around(\""];
        for (file, code) in sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            let named = |call: &str| {
                code.split(call)
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next().map(str::to_owned))
                    .collect::<Vec<_>>()
            };
            for key in calls
                .iter()
                .flat_map(|call| named(call))
                .filter(|key| key.chars().all(char::is_alphanumeric) && !key.is_empty())
            {
                assert!(TEXT.has(&key), "{file}: no words for {key}");
            }
            for key in named("count(\"")
                .into_iter()
                .filter(|key| key.chars().all(char::is_alphanumeric) && !key.is_empty())
            {
                assert!(
                    TEXT.has(&format!("{key}_other")),
                    "{file}: no plural for {key}"
                );
            }
        }
    }

    fn sources(folder: &std::path::Path) -> Vec<(String, String)> {
        let entries = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries
            .flat_map(|path| match path.is_dir() {
                true => sources(&path),
                false => vec![(
                    path.display().to_string(),
                    std::fs::read_to_string(&path).unwrap(),
                )],
            })
            .collect()
    }
}
