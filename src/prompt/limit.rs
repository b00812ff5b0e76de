//! How long an answer may be on each network, counted as the network counts.

use unicode_segmentation::UnicodeSegmentation;

use crate::people::Network;

/// X counts these code points once and all others twice (`twitter-text`, configuration 3).
const ONCE: [std::ops::RangeInclusive<u32>; 4] = [0..=4351, 8192..=8205, 8208..=8223, 8242..=8247];

/// The longest answer, in the network's own count; `None` where there is none worth naming.
pub fn limit(network: Network) -> Option<usize> {
    match network {
        Network::X => Some(280),
        Network::Linkedin => Some(1250),
        Network::Facebook => Some(8000),
        Network::Mastodon | Network::Threads => Some(500),
        Network::Bluesky => Some(300),
        Network::Reddit => Some(10_000),
        Network::Web | Network::Thread | Network::Name => None,
    }
}

/// How long a text is for a network.
pub fn weigh(network: Network, text: &str) -> usize {
    match network {
        Network::X => text
            .chars()
            .map(|c| {
                if ONCE.iter().any(|r| r.contains(&u32::from(c))) {
                    1
                } else {
                    2
                }
            })
            .sum(),
        Network::Bluesky => text.graphemes(true).count(),
        _ => text.chars().count(),
    }
}

/// As much of a text as fits, cut between characters as they are read.
pub fn fit(network: Network, text: &str) -> String {
    let Some(limit) = limit(network).filter(|limit| weigh(network, text) > *limit) else {
        return text.to_owned();
    };
    let room = limit - weigh(network, "…");
    let mut fitting = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += weigh(network, grapheme);
        if used > room {
            break;
        }
        fitting.push_str(grapheme);
    }
    format!("{}…", fitting.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn x_counts_by_script() {
        assert_eq!(weigh(Network::X, "abc é"), 5);
        assert_eq!(weigh(Network::X, "日本"), 4);
        assert_eq!(weigh(Network::Bluesky, "👩‍👩‍👧‍👦"), 1);
    }

    proptest! {
        #[test]
        fn what_fits_fits(text in "[a日👩é ]{0,400}") {
            for network in Network::ALL {
                let fitting = fit(network, &text);
                prop_assert!(limit(network).is_none_or(|l| weigh(network, &fitting) <= l));
                let whole = fitting.trim_end_matches('…').trim_end();
                prop_assert!(text.starts_with(whole));
            }
        }
    }
}
