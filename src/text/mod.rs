//! The words that Kith speaks. They stand in `extension/_locales/<language>/messages.json`, the file that the browsers
//! read for the manifest; the library reads the same one, so that what people read is decided and tested here.

mod when;

use std::collections::HashMap;

use serde::Deserialize;

pub use when::Now;

/// The words of one language.
pub struct Text {
    messages: HashMap<String, String>,
    plural: fn(u64) -> &'static str,
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

impl Text {
    /// The words of a `messages.json`. `plural` names the CLDR category of a number in that language.
    ///
    /// # Errors
    /// Where the file is not in the form that browsers ask for.
    pub fn read(json: &str, plural: fn(u64) -> &'static str) -> Result<Text, serde_json::Error> {
        let messages: HashMap<String, Message> = serde_json::from_str(json)?;
        Ok(Text {
            messages: messages.into_iter().map(|(k, m)| (k, m.message)).collect(),
            plural,
        })
    }

    /// The words that every copy of Kith carries.
    pub fn english() -> Text {
        let json = include_str!("../../extension/_locales/en/messages.json");
        // A test holds the file to its form.
        Text::read(json, |n| if n == 1 { "one" } else { "other" }).unwrap_or(Text {
            messages: HashMap::new(),
            plural: |_| "other",
        })
    }

    /// A message with its places filled in. An unknown key shows itself, so that nothing is silent.
    pub fn say(&self, key: &str, places: &[(&str, &str)]) -> String {
        let Some(message) = self.messages.get(key) else {
            return key.to_owned();
        };
        let mut said = String::with_capacity(message.len());
        let mut rest = message.as_str();
        // `$name$` is a place and `$$` a dollar sign, as in the browsers' own reading.
        while let Some((before, after)) = rest.split_once('$') {
            said.push_str(before);
            let Some((name, tail)) = after.split_once('$') else {
                said.push('$');
                rest = after;
                continue;
            };
            if name.is_empty() {
                said.push('$');
            } else if let Some((_, value)) =
                places.iter().find(|(n, _)| n.eq_ignore_ascii_case(name))
            {
                said.push_str(value);
            }
            rest = tail;
        }
        said.push_str(rest);
        said
    }

    /// A message that depends on a number: `key_one`, `key_few`, … `key_other`, with the number in `$count$`.
    pub fn count(&self, key: &str, number: u64, places: &[(&str, &str)]) -> String {
        let exact = format!("{key}_{}", (self.plural)(number));
        let key = if self.messages.contains_key(&exact) {
            exact
        } else {
            format!("{key}_other")
        };
        let number = grouped(number);
        let places: Vec<_> = std::iter::once(("count", &*number))
            .chain(places.iter().copied())
            .collect();
        self.say(&key, &places)
    }

    /// Whether a key has words.
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }
}

/// A number with narrow spaces between its thousands, readable in every language.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Text {
        let json = r#"{"a":{"message":"Hello $NAME$, $$5"},"n_one":{"message":"$count$ note"},"n_other":{"message":"$count$ notes"}}"#;
        Text::read(json, |n| if n == 1 { "one" } else { "few" }).unwrap()
    }

    #[test]
    fn places_are_filled_in() {
        assert_eq!(text().say("a", &[("name", "$x$")]), "Hello $x$, $5");
        assert_eq!(text().say("missing", &[]), "missing");
    }

    #[test]
    fn numbers_choose_their_form() {
        assert_eq!(text().count("n", 1, &[]), "1 note");
        assert_eq!(text().count("n", 3, &[]), "3 notes");
        assert_eq!(
            text().count("n", 1_234_567, &[]),
            "1\u{202f}234\u{202f}567 notes"
        );
    }

    #[test]
    fn the_english_words_are_there() {
        assert!(Text::english().has("extName"));
    }
}
