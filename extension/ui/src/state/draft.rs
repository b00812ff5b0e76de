//! What of the text in the note box is still to be kept.

/// The text that was typed and that nobody holds yet but the page.
///
/// Each input is sent at once, since a popup that closes is given no time for a last word; while one is under way the next
/// wait for it, and only the newest is sent then.
#[derive(Debug, Default)]
pub struct Draft {
    due: Option<String>,
    under_way: bool,
    saving: bool,
}

impl Draft {
    /// Something was typed.
    pub fn typed(&mut self, text: String) {
        self.due = Some(text);
    }

    /// What to send now; nothing while a draft is under way, or while the text is about to become a note: it would come back
    /// as a draft of what was saved.
    pub fn take(&mut self) -> Option<String> {
        if self.under_way || self.saving {
            return None;
        }
        self.under_way = self.due.is_some();
        self.due.take()
    }

    /// The one under way arrived, or never will.
    pub fn arrived(&mut self) {
        self.under_way = false;
    }

    /// The page goes: nothing is waited for any more.
    pub fn leaving(&mut self) -> Option<String> {
        self.under_way = false;
        self.take()
    }

    /// The text is being saved.
    pub fn saving(&mut self) {
        self.saving = true;
    }

    /// It was saved: nothing is left to keep.
    pub fn saved(&mut self) {
        *self = Draft::default();
    }

    /// It was not saved: it is a draft again.
    pub fn failed(&mut self, text: String) {
        *self = Draft {
            due: Some(text),
            ..Draft::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_goes_at_once_and_the_newest_after_it() {
        let mut draft = Draft::default();
        assert_eq!(draft.take(), None);
        draft.typed("a".into());
        assert_eq!(draft.take().as_deref(), Some("a"));
        draft.typed("ab".into());
        draft.typed("abc".into());
        assert_eq!(draft.take(), None);
        draft.arrived();
        assert_eq!(draft.take().as_deref(), Some("abc"));
        draft.arrived();
        assert_eq!(draft.take(), None);
    }

    #[test]
    fn a_page_that_goes_waits_for_nothing() {
        let mut draft = Draft::default();
        draft.typed("a".into());
        draft.take();
        draft.typed("ab".into());
        assert_eq!(draft.leaving().as_deref(), Some("ab"));
    }

    #[test]
    fn what_is_being_saved_does_not_come_back() {
        let mut draft = Draft::default();
        draft.typed("a".into());
        draft.saving();
        assert_eq!(draft.take(), None);
        assert_eq!(draft.leaving(), None);
        draft.saved();
        assert_eq!(draft.take(), None);
        draft.typed("b".into());
        assert_eq!(draft.take().as_deref(), Some("b"));
    }

    #[test]
    fn what_could_not_be_saved_is_kept() {
        let mut draft = Draft::default();
        draft.saving();
        draft.failed("a".into());
        assert_eq!(draft.take().as_deref(), Some("a"));
    }
}
