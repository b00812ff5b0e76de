//! Kith's own file on its way out: each part is read back before it counts.

use serde_json::Value;

/// What the parts so far hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many people.
    pub people: u64,
    /// How many notes.
    pub notes: u64,
}

/// A line of the file that cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Exported {
    /// Reads a part of the people back, of whom each is one line.
    ///
    /// # Errors
    /// Where a line is no person: the file would be of no use.
    pub fn people(&mut self, part: &str) -> Result<(), Unreadable> {
        let lines = part
            .lines()
            .map(|line| line.trim_end_matches(','))
            .filter(|line| !line.is_empty());
        for line in lines.filter(|line| !line.starts_with(r#"{"kith":"#)) {
            let person: Value = serde_json::from_str(line).map_err(|_| Unreadable)?;
            self.people += 1;
            self.notes += person["notes"]
                .as_array()
                .map_or(0, |notes| notes.len() as u64);
        }
        Ok(())
    }
}

/// The file's name, from a local date.
pub fn file_name(year: u32, month: u32, day: u32, ending: &str) -> String {
    format!("kith-{year:04}-{month:02}-{day:02}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_notes_are_counted() {
        let mut exported = Exported::default();
        let first = "{\"kith\":1,\"people\":[\n{\"key\":\"a\",\"name\":\"A\",\"notes\":[{\"text\":\"x\"},{\"text\":\"y\"}]},\n{\"key\":\"b\",\"name\":\"B\"}";
        assert_eq!(exported.people(first), Ok(()));
        assert_eq!(
            exported.people(",\n{\"key\":\"c\",\"name\":\"C\",\"notes\":[{\"text\":\"z\"}]}"),
            Ok(())
        );
        assert_eq!(
            exported,
            Exported {
                people: 3,
                notes: 3
            }
        );
    }

    #[test]
    fn a_broken_line_is_not_passed_over() {
        assert_eq!(
            Exported::default().people("\n{\"key\":\"a\","),
            Err(Unreadable)
        );
    }

    #[test]
    fn the_name_has_the_date() {
        assert_eq!(file_name(2026, 3, 5, "json"), "kith-2026-03-05.json");
    }
}
