//! A post's address, out of what a page holds of it.
//!
//! X writes it into a link. LinkedIn's older front has the post's urn, its server-driven one only a token on an empty
//! element at the end of each post, in which the number stands (`field/pages.md`, "The post's address").

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// The address under which a post can be opened again. `raw` is an address, which is kept as it is, a urn of LinkedIn's,
/// also that of a comment, or the token of its server-driven feed. `None` where it is nothing of these.
///
/// One post can have several numbers (an activity's and a ugcPost's), which differ: each is kept with its kind.
pub fn address(raw: &str) -> Option<String> {
    let raw = raw.trim();
    if raw.starts_with("https://") || raw.starts_with("http://") {
        return Some(raw.to_owned());
    }
    let urn = urn_in(raw).or_else(|| urn_of_token(raw))?;
    Some(format!("https://www.linkedin.com/feed/update/{urn}/"))
}

/// By what a post is known again, whoever's name stands in its address: X's number, LinkedIn's urn, else the address itself.
pub fn key(address: &str) -> String {
    let number = |text: &str| {
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        text[..end].to_owned()
    };
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    if host.ends_with("x.com") || host.ends_with("twitter.com") {
        let found = rest.split_once("/status/").map(|(_, post)| number(post));
        if let Some(found) = found.filter(|n| !n.is_empty()) {
            return format!("x/{found}");
        }
    }
    match address
        .find("urn:li:")
        .and_then(|at| urn_in(address[at..].trim_end_matches('/')))
    {
        Some(urn) => urn,
        None => address.to_owned(),
    }
}

/// Kinds of urns under which LinkedIn opens a post.
const KINDS: [&str; 4] = ["activity", "ugcPost", "share", "groupPost"];

/// The post in `urn:li:activity:7`, `urn:li:groupPost:3-7` and, older and newer form, in a comment's
/// `urn:li:comment:(activity:7,8)`, `urn:li:comment:(urn:li:activity:7,8)`.
fn urn_in(raw: &str) -> Option<String> {
    let rest = raw.strip_prefix("urn:li:")?;
    let rest = rest.strip_prefix("comment:(").unwrap_or(rest);
    let rest = rest.strip_prefix("urn:li:").unwrap_or(rest);
    let (kind, number) = rest.split_once(':')?;
    let number = number.split([',', ')']).next()?;
    let is_number = number
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    (KINDS.contains(&kind) && is_number).then(|| format!("urn:li:{kind}:{number}"))
}

/// The post in a token: base64 of a protobuf message whose one field says of which kind the post is, and holds a
/// message of one number, or of two (group and post), as zigzag varints.
fn urn_of_token(token: &str) -> Option<String> {
    let bytes = STANDARD_NO_PAD.decode(token).ok()?;
    let (kind, inner) = match *bytes.as_slice() {
        [0x0a, length, ref inner @ ..] if usize::from(length) == inner.len() => ("activity", inner),
        [0x12, length, ref inner @ ..] if usize::from(length) == inner.len() => ("ugcPost", inner),
        [0x1a, length, ref inner @ ..] if usize::from(length) == inner.len() => {
            ("groupPost", inner)
        }
        _ => return None,
    };
    let (first, rest) = number(inner, 0x08)?;
    let (second, rest) = match number(rest, 0x10) {
        Some((second, rest)) => (Some(second), rest),
        None => (None, rest),
    };
    match (kind, second, rest) {
        ("groupPost", Some(post), []) => Some(format!("urn:li:groupPost:{first}-{post}")),
        ("activity" | "ugcPost", None, []) => Some(format!("urn:li:{kind}:{first}")),
        _ => None,
    }
}

/// A positive number in the field that `tag` begins, and what follows it.
fn number(bytes: &[u8], tag: u8) -> Option<(u64, &[u8])> {
    let mut rest = bytes.strip_prefix(&[tag])?;
    let mut value: u64 = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        rest = after;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            // zigzag: even numbers are positive
            return (value > 0 && value.is_multiple_of(2)).then_some((value / 2, rest));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn varint(tag: u8, number: u64) -> Vec<u8> {
        let mut value = number * 2;
        let mut bytes = vec![tag];
        while value >= 0x80 {
            bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        bytes.push(value as u8);
        bytes
    }

    fn token(field: u8, inner: &[u8]) -> String {
        let length = u8::try_from(inner.len()).unwrap();
        STANDARD_NO_PAD.encode([&[field, length], inner].concat())
    }

    #[test]
    fn each_form_leads_to_its_post() {
        for (raw, want) in [
            // the example of field/pages.md
            ("CgsIrMmCkcuOxMrOAQ", "urn:li:activity:7442911118366888534"),
            ("urn:li:activity:7123", "urn:li:activity:7123"),
            ("urn:li:ugcPost:7123", "urn:li:ugcPost:7123"),
            ("urn:li:groupPost:3-7123", "urn:li:groupPost:3-7123"),
            ("urn:li:comment:(activity:7,8)", "urn:li:activity:7"),
            ("urn:li:comment:(urn:li:ugcPost:7,8)", "urn:li:ugcPost:7"),
        ] {
            let want = format!("https://www.linkedin.com/feed/update/{want}/");
            assert_eq!(address(raw), Some(want), "{raw}");
        }
        let kept = "https://x.com/anar/status/12";
        assert_eq!(address(kept).as_deref(), Some(kept));
    }

    #[test]
    fn a_post_is_known_again_under_any_of_its_addresses() {
        for (one, other) in [
            (
                "https://x.com/anar/status/12",
                "https://twitter.com/i/web/status/12?s=20",
            ),
            (
                "https://x.com/anar/status/12/photo/1",
                "https://x.com/i/status/12",
            ),
            (
                "https://www.linkedin.com/feed/update/urn:li:activity:7/",
                "urn:li:activity:7",
            ),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("urn:li:ugcPost:7"), key("urn:li:activity:7"));
        assert_ne!(
            key("https://x.com/a/status/1"),
            key("https://x.com/a/status/12")
        );
    }

    #[test]
    fn what_is_no_post_leads_nowhere() {
        let short = token(0x0a, &varint(0x08, 7))[..4].to_owned();
        let wrong_kind = token(0x22, &varint(0x08, 7));
        let two_for_one = token(0x0a, &[varint(0x08, 7), varint(0x10, 8)].concat());
        let one_for_two = token(0x1a, &varint(0x08, 7));
        for raw in [
            "",
            "javascript:alert(1)",
            "/feed/",
            "urn:li:activity:",
            "urn:li:activity:7x",
            "urn:li:member:7",
            "urn:li:aggregate:(urn:li:activity:7,urn:li:activity:8)",
            "CgsI",
            &short,
            &wrong_kind,
            &two_for_one,
            &one_for_two,
        ] {
            assert_eq!(address(raw), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_token_s_numbers_come_back(one in 1u64..1 << 62, other in 1u64..1 << 62) {
            let activity = token(0x0a, &varint(0x08, one));
            prop_assert_eq!(urn_of_token(&activity), Some(format!("urn:li:activity:{one}")));
            let post = token(0x1a, &[varint(0x08, one), varint(0x10, other)].concat());
            prop_assert_eq!(urn_of_token(&post), Some(format!("urn:li:groupPost:{one}-{other}")));
        }

        #[test]
        fn anything_else_does_no_harm(raw in "\\PC{0,60}", token in "[A-Za-z0-9+/]{0,40}") {
            let _ = address(&raw);
            let _ = address(&token);
        }
    }
}
