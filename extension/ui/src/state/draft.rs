//! What of the text in the note box is still to be kept.

/// The text that was typed and that nobody holds yet but the page.
#[derive(Debug, Default)]
pub struct Draft {
    due: Option<String>,
    saving: bool,
}

impl Draft {
    /// Something was typed.
    pub fn typed(&mut self, text: String) {
        self.due = Some(text);
    }

    /// What to keep now: the typing paused, or the page is going. Nothing while the text is on its way to become a note,
    /// or it would come back as a draft of what was saved.
    pub fn take(&mut self) -> Option<String> {
        if self.saving { None } else { self.due.take() }
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
            saving: false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_text_is_kept_once() {
        let mut draft = Draft::default();
        assert_eq!(draft.take(), None);
        draft.typed("a".into());
        draft.typed("ab".into());
        assert_eq!(draft.take().as_deref(), Some("ab"));
        assert_eq!(draft.take(), None);
    }

    #[test]
    fn what_is_being_saved_does_not_come_back() {
        let mut draft = Draft::default();
        draft.typed("a".into());
        draft.saving();
        assert_eq!(draft.take(), None);
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
