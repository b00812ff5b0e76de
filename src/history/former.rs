//! What a text was before it was edited: kept beside it, in Kith's file as `was`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Moment;

const WAS: &str = "was";

/// A text as it was, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// What stood there.
    pub text: String,
    /// When it was changed.
    pub until: Moment,
}

/// The former texts of a piece, oldest first.
pub fn former(extra: &Map<String, Value>) -> Vec<Former> {
    let was = extra.get(WAS).cloned();
    was.and_then(|was| serde_json::from_value(was).ok())
        .unwrap_or_default()
}

/// Whether a piece once said this.
pub fn once_said(extra: &Map<String, Value>, text: &str) -> bool {
    former(extra).iter().any(|was| was.text == text)
}

/// Puts a new text in the place of another. Back to the last former one is an undo, and leaves no trace.
pub fn rewrite(text: &mut String, extra: &mut Map<String, Value>, new: &str, now: Moment) {
    if *text == new {
        return;
    }
    let mut was = former(extra);
    if was.last().is_some_and(|last| last.text == new) {
        was.pop();
    } else {
        was.push(Former {
            text: text.clone(),
            until: now,
        });
    }
    new.clone_into(text);
    if was.is_empty() {
        extra.remove(WAS);
    } else {
        extra.insert(WAS.into(), serde_json::json!(was));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edit_keeps_what_stood_there_and_an_undo_takes_it_back() {
        let (mut text, mut extra) = ("a".to_owned(), Map::new());
        let now = Moment::from_ms(0);
        rewrite(&mut text, &mut extra, "b", now);
        rewrite(&mut text, &mut extra, "c", now);
        assert_eq!(former(&extra).len(), 2);
        assert!(once_said(&extra, "a") && !once_said(&extra, "c"));
        rewrite(&mut text, &mut extra, "b", now);
        rewrite(&mut text, &mut extra, "a", now);
        assert_eq!((&*text, extra.is_empty()), ("a", true));
    }
}
