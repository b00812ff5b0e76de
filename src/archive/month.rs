//! Months in other languages than English. Every archive seen so far says them in English; none is known to promise it.

use std::borrow::Cow;

use pure_rust_locales as locales;

const ENGLISH: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The names of the months, short and long, in languages that write them in letters.
const NAMES: [[&[&str]; 2]; 19] = {
    macro_rules! names {
        ($($locale:ident)*) => {
            [$([locales::$locale::LC_TIME::ABMON, locales::$locale::LC_TIME::MON]),*]
        };
    }
    names!(
        en_GB de_DE fr_FR es_ES it_IT pt_BR nl_NL pl_PL sv_SE da_DK nb_NO fi_FI cs_CZ ro_RO tr_TR
        id_ID hu_HU ru_RU uk_UA
    )
};

/// The same text with the English short name of its month. As it was, where no word of it is a month, or English is.
pub fn in_english(text: &str) -> Cow<'_, str> {
    for word in text.split(|c: char| !c.is_alphabetic()) {
        if word.chars().count() < 2 || ENGLISH.contains(&word) {
            continue;
        }
        if let Some(number) = number(word) {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let after = &text[at + word.len()..];
            let after = after.strip_prefix('.').unwrap_or(after);
            return Cow::Owned(format!("{}{}{after}", &text[..at], ENGLISH[number]));
        }
    }
    Cow::Borrowed(text)
}

/// Which month a word is, from 0.
fn number(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    NAMES.iter().flatten().find_map(|names| {
        names
            .iter()
            .position(|name| name.to_lowercase().trim_end_matches('.') == word)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn months_of_many_languages_are_read() {
        for (foreign, english) in [
            ("08 févr. 2026", "08 Feb 2026"),
            ("8 Mär 2026", "8 Mar 2026"),
            ("08 ago 2025", "08 Aug 2025"),
            ("03 grudnia 2024", "03 Dec 2024"),
            ("1-Okt-21", "1-Oct-21"),
            ("12 Sept 2023", "12 Sep 2023"),
        ] {
            assert_eq!(in_english(foreign), english);
        }
        for same in ["08 Feb 2026", "2026-02-08", "no date", "08 XX 2026"] {
            assert!(matches!(in_english(same), Cow::Borrowed(_)), "{same}");
        }
    }

    #[test]
    fn no_word_is_two_months() {
        let mut known: HashMap<String, usize> = HashMap::new();
        for names in NAMES.iter().flatten() {
            assert_eq!(names.len(), 12);
            for (number, name) in names.iter().enumerate() {
                let name = name.to_lowercase();
                let before = known.insert(name.trim_end_matches('.').to_owned(), number);
                assert!(before.is_none_or(|before| before == number), "{name}");
            }
        }
    }
}
