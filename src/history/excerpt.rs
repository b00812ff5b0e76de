//! The first words of something said.

/// How long an excerpt is, in characters.
const EXCERPT: usize = 80;

/// The first words of a text: white space single, cut to 80 characters. `None` where it says nothing.
pub fn excerpt(text: &str) -> Option<String> {
    let mut short = String::with_capacity(EXCERPT);
    for (count, letter) in single(text.chars()).enumerate() {
        if count == EXCERPT {
            break;
        }
        short.push(letter);
    }
    (!short.is_empty()).then_some(short)
}

/// White space as one space, and none at the ends.
fn single(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let (mut began, mut space) = (false, false);
    text.flat_map(move |letter| {
        if letter.is_whitespace() {
            space = began;
            return [None, None];
        }
        began = true;
        [std::mem::take(&mut space).then_some(' '), Some(letter)]
    })
    .flatten()
}
