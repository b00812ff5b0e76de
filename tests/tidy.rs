//! What must stay true of the tree itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if endings.iter().any(|e| path.to_string_lossy().ends_with(e)) {
                found.push((path.clone(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

fn messages() -> serde_json::Map<String, serde_json::Value> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/extension/_locales/en/messages.json"
    );
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// Every text in quotation marks of the code: keys are among them.
fn quoted() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (_, text) in files("src", &[".rs"])
        .into_iter()
        .chain(files("extension", &[".rs", ".ts"]))
    {
        all.extend(text.split('"').map(str::to_owned));
        all.extend(text.split('\'').map(str::to_owned));
    }
    all
}

#[test]
fn every_text_is_used() {
    let quoted = quoted();
    let manifest = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/extension/manifest.ts"
    ))
    .unwrap();
    // Some are made of a beginning and a word of data, such as a month: "whenIn{}".
    let beginnings: Vec<&str> = quoted
        .iter()
        .filter_map(|q| q.split_once('{'))
        .map(|(beginning, _)| beginning)
        .filter(|b| !b.is_empty() && b.chars().all(char::is_alphabetic))
        .collect();
    for key in messages().keys() {
        let stem = ["_one", "_other"]
            .iter()
            .find_map(|e| key.strip_suffix(e))
            .unwrap_or(key);
        let used = quoted.contains(stem)
            || beginnings.iter().any(|b| stem.starts_with(b))
            || manifest.contains(&format!("__MSG_{stem}__"));
        assert!(used, "nothing says {key}");
    }
}

#[test]
fn every_place_in_a_text_is_declared() {
    for (key, message) in messages() {
        let text = message["message"].as_str().unwrap();
        for name in text.split('$').skip(1).step_by(2) {
            assert!(
                message["placeholders"].get(name).is_some(),
                "{key}: Chromium refuses ${name}$"
            );
        }
    }
}

#[test]
fn no_text_speaks_of_people_as_a_trade() {
    let words = [
        "lead",
        "leads",
        "score",
        "scores",
        "rank",
        "ranks",
        "ranking",
        "pipeline",
        "streak",
        "streaks",
        "overdue",
        "owe",
        "owes",
        "owed",
        "debt",
        "debts",
        "balance",
        "prospect",
        "prospects",
        "conversion",
        "funnel",
        "deal",
        "deals",
        "roi",
        "leverage",
        "reward",
        "badge",
    ];
    for (key, message) in messages() {
        let text = message["message"].as_str().unwrap().to_lowercase();
        let spoken: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for word in words {
            assert!(!spoken.contains(&word), "{key}: {word}");
        }
        for phrase in ["hasn't replied", "!"] {
            assert!(!text.contains(phrase), "{key}: {phrase}");
        }
    }
}

#[test]
fn one_file_alone_names_the_browser() {
    for (path, text) in files("extension", &[".ts"]) {
        let named = text.lines().any(|l| {
            let code = l.split("//").next().unwrap_or_default();
            ["chrome.", "browser."].iter().any(|n| {
                code.match_indices(n).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_./'".contains(c))
                        && !code[at..].starts_with("chrome.tabs.Tab")
                        && !code[at..].starts_with("chrome.runtime.MessageSender")
                })
            })
        });
        assert!(
            !named || path.ends_with("browser.ts"),
            "{} names the browser",
            path.display()
        );
    }
}

#[test]
fn the_library_has_neither_clock_nor_browser() {
    for (path, text) in files("src", &[".rs"]) {
        for word in [
            "SystemTime",
            "Instant::now",
            "Timestamp::now",
            "Zoned::now",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "async fn",
            "rand::",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
