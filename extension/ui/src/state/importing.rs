//! One import, as its user sees it.

use kith::backup::import::{ImportLeftOut, ImportReport, ImportState};
use kith::text::grouped;

use crate::words::{say_of, size};

/// How far an import has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// No file was chosen.
    #[default]
    Idle,
    /// The file is being read.
    Reading,
    /// It was looked at; the user is to say yes.
    Preview,
    /// It is in, or was taken back.
    Done,
    /// It cannot come in.
    Refused,
}

/// How much was read and found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Bytes read.
    pub read: f64,
    /// Bytes that will be read; `None` while an archive is looked at, of which only some parts are.
    pub total: Option<f64>,
    /// People found.
    pub people: f64,
    /// Interactions found.
    pub interactions: f64,
    /// The import's key, once it has begun.
    pub import: String,
}

impl Progress {
    /// "1.2 MB of 3.4 MB; 14 people and 300 interactions found"; less where less is known.
    pub fn said(&self) -> String {
        let read = size(self.read);
        let read = match self.total {
            Some(total) => say_of(
                "importProgress",
                &[("read", &read), ("total", &size(total))],
            ),
            None => say_of("importRead", &[("read", &read)]),
        };
        if self.people + self.interactions > 0.0 {
            let people = grouped(self.people as u64);
            let interactions = grouped(self.interactions as u64);
            return say_of(
                "importFound",
                &[
                    ("read", &read),
                    ("people", &people),
                    ("interactions", &interactions),
                ],
            );
        }
        match self.total {
            Some(_) => read,
            None => say_of("importBegun", &[("read", &read)]),
        }
    }
}

/// An import under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Importing {
    /// How far it has come.
    pub stage: Stage,
    /// What the user reads.
    pub text: String,
    /// What is left out.
    pub left_out: Vec<ImportLeftOut>,
    /// How much more is left out than is listed.
    pub left_out_more: usize,
    /// The import's key, where it can be undone.
    pub import: Option<String>,
}

/// How much of what is left out is shown.
const SHOWN: usize = 50;

impl Importing {
    /// A file is being read, to look at it or to bring it in.
    pub fn reading(text: String) -> Importing {
        Importing {
            stage: Stage::Reading,
            text,
            ..Default::default()
        }
    }

    /// The user said no.
    pub fn left(text: String) -> Importing {
        Importing {
            stage: Stage::Idle,
            text,
            ..Default::default()
        }
    }

    /// It failed before it could report.
    pub fn failed(text: String) -> Importing {
        Importing {
            stage: Stage::Refused,
            text,
            ..Default::default()
        }
    }

    /// It was taken back.
    pub fn undone(text: String) -> Importing {
        Importing {
            stage: Stage::Done,
            text,
            ..Default::default()
        }
    }

    /// The stage's word in the page.
    pub fn word(&self) -> &'static str {
        match self.stage {
            Stage::Idle => "",
            Stage::Reading => "reading",
            Stage::Preview => "preview",
            Stage::Done => "done",
            Stage::Refused => "refused",
        }
    }
}

impl From<ImportReport> for Importing {
    fn from(report: ImportReport) -> Importing {
        let mut left_out = report.left_out;
        let unseen = left_out.len().saturating_sub(SHOWN);
        left_out.truncate(SHOWN);
        Importing {
            stage: match report.state {
                ImportState::Preview => Stage::Preview,
                ImportState::Done => Stage::Done,
                ImportState::Refused => Stage::Refused,
            },
            text: report.text,
            left_out,
            left_out_more: report.left_out_more + unseen,
            import: report.import,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_is_counted() {
        let left_out = vec![
            ImportLeftOut {
                place: "person 1".into(),
                why: "is empty".into()
            };
            60
        ];
        let report = ImportReport {
            state: ImportState::Preview,
            text: "t".into(),
            left_out,
            left_out_more: 5,
            import: None,
            choice: None,
        };
        let importing = Importing::from(report);
        assert_eq!(
            (
                importing.left_out.len(),
                importing.left_out_more,
                importing.word()
            ),
            (50, 15, "preview")
        );
    }

    #[test]
    fn progress_says_how_much() {
        let said = |total, people, interactions| {
            let read = 1_200_000.0;
            let progress = Progress {
                read,
                total,
                people,
                interactions,
                ..Progress::default()
            };
            progress.said()
        };
        assert_eq!(
            said(None, 0.0, 0.0),
            "1.2 MB read. It is looked through for whose it is."
        );
        assert_eq!(
            said(None, 14.0, 12_300.0),
            "1.2 MB read; 14 people and 12\u{202f}300 interactions found"
        );
        assert_eq!(said(Some(3_400_000.0), 0.0, 0.0), "1.2 MB of 3.4 MB");
        assert_eq!(
            said(Some(3_400_000.0), 14.0, 300.0),
            "1.2 MB of 3.4 MB; 14 people and 300 interactions found"
        );
    }
}
