//! The first words of something said.

/// How long an excerpt is, in characters.
const EXCERPT: usize = 80;

/// The first words of a text: white space single, cut to 80 characters. `None` where it says nothing.
pub fn excerpt(text: &str) -> Option<String> {
    let mut short = String::with_capacity(EXCERPT);
    let (mut count, mut space) = (0, false);
    for letter in text.chars() {
        if letter.is_whitespace() {
            space = count > 0;
            continue;
        }
        for each in [space.then_some(' '), Some(letter)].into_iter().flatten() {
            if count < EXCERPT {
                short.push(each);
                count += 1;
            }
        }
        if count == EXCERPT {
            break;
        }
        space = false;
    }
    (!short.is_empty()).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_single_and_nothing_is_longer() {
        assert_eq!(excerpt(" \n\t "), None);
        assert_eq!(excerpt(" a \u{a0} b\nc ").as_deref(), Some("a b c"));
        let long = "ä".repeat(79) + " ö ü";
        assert_eq!(excerpt(&long).unwrap().chars().count(), 80);
        assert_eq!(excerpt(&"ä".repeat(200)).unwrap().chars().count(), 80);
    }
}
