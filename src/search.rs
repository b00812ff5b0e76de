//! Finding people by what stands in names, handles, notes and needs, in any script.
//!
//! Every word is folded (accents, case, width) and looked up by its beginning. The words live in the store, in an index
//! of their own, so that the first key press after a sleep reads a key range and nothing else.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use unicode_segmentation::UnicodeSegmentation;

use crate::people::Person;

/// Words longer than this many characters are found by their beginning alone.
const LONGEST: usize = 32;

/// Text without case, accents and other differences that a reader would not type.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let classes = CanonicalCombiningClassMapBorrowed::new();
    // What combines is an accent; vowel signs that stand for letters, as in Hindi or Thai, do not.
    let is_accent = |c: char| classes.get_u8(c) != 0;
    for c in DecomposingNormalizerBorrowed::new_nfkd()
        .normalize_iter(text.chars())
        .filter(|c| !is_accent(*c))
        .flat_map(char::to_lowercase)
    {
        // Letters that Unicode does not take apart, though people do when they type.
        match c {
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            c if is_accent(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// The folded words of a text, in its order.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .unicode_words()
        // A handle such as `ana_r` is one word to Unicode; people look for `r` as well.
        .flat_map(|word| {
            let parts = word.split('_').filter(|p| !p.is_empty());
            let whole = word.contains('_').then_some(word);
            parts.chain(whole)
        })
        .map(|word| word.chars().take(LONGEST).collect())
        .collect()
}

/// How well a person answers a query, smaller first; `None` where a word is missing.
/// A name that begins with the query stands before names that hold it, and those before notes.
pub fn rank(query: &[String], person: &Person) -> Option<u8> {
    let name = words(&person.name);
    let begins = |have: &[String], word: &String| have.iter().any(|w| w.starts_with(&**word));
    if !name.is_empty()
        && query.iter().zip(&name).all(|(q, n)| n.starts_with(&**q))
        && query.len() <= name.len()
    {
        return Some(0);
    }
    if query.iter().all(|q| begins(&name, q)) {
        return Some(1);
    }
    let handles: Vec<String> = person
        .profiles
        .iter()
        .flat_map(|p| p.handle.iter().chain(&p.former))
        .flat_map(|h| words(h))
        .collect();
    if query
        .iter()
        .all(|q| begins(&name, q) || begins(&handles, q))
    {
        return Some(2);
    }
    let all: Vec<String> = person.words().into_iter().collect();
    query.iter().all(|q| begins(&all, q)).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vowel_signs_are_letters_and_stay() {
        assert_eq!(fold("हिन्दी"), "हिनदी");
        assert_ne!(fold("ดี"), fold("ดู"));
    }

    #[test]
    fn accents_case_and_width_do_not_matter() {
        for (a, b) in [
            ("Łukasz Đặng", "lukasz dang"),
            ("Søren GROẞ", "soren gross"),
            ("Zoë Müller", "zoe muller"),
            ("Ｆｕｌｌ", "full"),
            ("İstanbul ışık", "istanbul isik"),
            ("Ærøskøbing", "aeroskobing"),
            ("Ёлка", "елка"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
    }

    #[test]
    fn words_come_from_every_script() {
        assert_eq!(
            words("Иван Петров, the one who gardens!"),
            ["иван", "петров", "the", "one", "who", "gardens"]
        );
        assert_eq!(words("山田太郎"), ["山", "田", "太", "郎"]);
        assert_eq!(words("@ana_r"), ["ana", "r", "ana_r"]);
        assert_eq!(words("محمد علي"), ["محمد", "علي"]);
    }

    #[test]
    fn names_stand_before_notes() {
        let mut person = Person::new("p".into(), "Ana Ruiz".into(), 0);
        person.notes.push(crate::history::Note {
            text: "gardens in Oslo".into(),
            time: None,
            pinned: false,
            place: None,
            extra: Default::default(),
        });
        let rank = |q: &str| super::rank(&words(q), &person);
        assert_eq!(rank("an ru"), Some(0));
        assert_eq!(rank("ruiz"), Some(1));
        assert_eq!(rank("ana gard"), Some(3));
        assert_eq!(rank("ana paris"), None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
