//! What Kith does on each site.

use kith::store::{Mode, Settings};

/// A site that can be chosen.
pub struct Site {
    /// Its network's word.
    pub word: &'static str,
    /// Where it begins.
    pub address: &'static str,
    /// The words for a rule of its own that the user has to know before choosing.
    pub rule: Option<&'static str>,
}

/// The sites that can be chosen.
pub const SITES: [Site; 2] = [
    Site {
        word: "linkedin",
        address: "https://www.linkedin.com/feed/",
        rule: Some("rulelinkedin"),
    },
    Site {
        word: "x",
        address: "https://x.com/",
        rule: None,
    },
];

/// What can be chosen.
pub const MODES: [Mode; 3] = [Mode::Marks, Mode::Panel, Mode::Off];

/// What Kith does on a site now: nothing, as long as nothing was chosen.
pub fn mode_of(settings: &Settings, site: &str) -> Mode {
    settings.sites.get(site).copied().unwrap_or(Mode::Off)
}

/// A mode's word, as message keys end.
pub fn word(mode: Mode) -> &'static str {
    match mode {
        Mode::Marks => "Marks",
        Mode::Panel => "Panel",
        Mode::Off => "Off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::say;

    #[test]
    fn nothing_is_done_where_nothing_was_chosen() {
        let mut settings = Settings::default();
        assert_eq!(mode_of(&settings, "x"), Mode::Off);
        settings.sites.insert("x".into(), Mode::Panel);
        assert_eq!(mode_of(&settings, "x"), Mode::Panel);
    }

    #[test]
    fn every_choice_has_words() {
        for key in MODES.iter().flat_map(|mode| {
            [
                format!("mode{}", word(*mode)),
                format!("mode{}About", word(*mode)),
            ]
        }) {
            assert_ne!(say(&key), key);
        }
        for key in MODES
            .iter()
            .map(|mode| format!("site{}", word(*mode)))
            .chain(SITES.iter().map(|site| format!("network{}", site.word)))
            .chain(SITES.iter().filter_map(|site| site.rule.map(str::to_owned)))
        {
            assert_ne!(say(&key), key);
        }
    }
}
