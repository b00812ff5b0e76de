//! LinkedIn's profile token, in which the member number stands.
//!
//! `ACoA…`, 39 characters of base64url: bytes 0 to 3 are `00 2A 00 00`, bytes 4 to 7 the number that
//! `urn:li:member:<n>` shows, big-endian (`field/markup.md`, 1.2, checked there on four pairs).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The member number in a token, or `None` where this is no such token.
pub fn member_number(token: &str) -> Option<u32> {
    if token.len() != 39 || !token.starts_with("ACoA") {
        return None;
    }
    // 39 characters carry 234 bits, two more than 29 bytes: a lenient decoder ignores them.
    let bytes = LENIENT.decode(token).ok()?;
    let (head, rest) = bytes.split_at_checked(4)?;
    let number = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
    (head == [0x00, 0x2a, 0x00, 0x00] && number > 0).then_some(number)
}

const LENIENT: base64::engine::GeneralPurpose = base64::engine::GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    base64::engine::GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A token as LinkedIn would write it, for tests: the number and 21 further bytes.
#[doc(hidden)]
pub fn token_of(number: u32, rest: [u8; 21]) -> String {
    let mut bytes = vec![0x00, 0x2a, 0x00, 0x00];
    bytes.extend(number.to_be_bytes());
    bytes.extend(rest);
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_number_comes_back(number in 1u32.., rest: [u8; 21]) {
            prop_assert_eq!(member_number(&token_of(number, rest)), Some(number));
        }

        #[test]
        fn anything_else_does_no_harm(text in "\\PC*") {
            let _ = member_number(&text);
        }

        #[test]
        fn a_foreign_token_is_refused(rest in "[A-Za-z0-9_-]{35}") {
            let number = member_number(&format!("ACwA{rest}"));
            prop_assert_eq!(number, None);
        }
    }
}
