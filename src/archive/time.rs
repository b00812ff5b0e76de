//! The dates of archives.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;
use jiff::tz::Offset;

use super::month;
use crate::history::Moment;

/// Why a date cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum BadTime {
    /// No such day, as in "31 Feb 2021".
    Never(String),
    /// In none of the forms that the file uses.
    Unknown(String),
}

impl fmt::Display for BadTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadTime::Never(text) | BadTime::Unknown(text) => text.fmt(f),
        }
    }
}

/// Reads a date in one of these forms (those of strftime). What names no zone is in UTC.
///
/// # Errors
/// Where it is in none of them, or there is no such day.
pub fn read(text: &str, forms: &[&str]) -> Result<Moment, BadTime> {
    let text = text.trim();
    // newer makers put narrow blanks between time and PM
    let plain = match text.contains(['\u{a0}', '\u{202f}', '\u{2009}']) {
        true => Cow::Owned(text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")),
        false => Cow::Borrowed(text),
    };
    let text = &*plain;
    // the form of a million messages, read without looking at patterns
    if text.len() >= 19 && text.as_bytes()[10] == b' ' {
        let civil = text.strip_suffix(" UTC").unwrap_or(text);
        if let Ok(civil) = civil.parse::<DateTime>()
            && let Ok(instant) = in_utc(civil)
        {
            return Ok(Moment::Instant(instant));
        }
    }
    match in_forms(text, forms) {
        // looked at only where the English months fail
        Err(BadTime::Unknown(_)) => match month::in_english(text) {
            Cow::Borrowed(_) => Err(BadTime::Unknown(text.to_owned())),
            Cow::Owned(english) => in_forms(&english, forms).map_err(|bad| match bad {
                BadTime::Never(_) => BadTime::Never(text.to_owned()),
                BadTime::Unknown(_) => BadTime::Unknown(text.to_owned()),
            }),
        },
        read => read,
    }
}

fn in_forms(text: &str, forms: &[&str]) -> Result<Moment, BadTime> {
    let mut never = false;
    for form in forms {
        let Ok(parts) = strtime::parse(form, text) else {
            continue;
        };
        let whole = form.contains("%H") || form.contains("%I") || form.contains("%T");
        let moment = match whole {
            true => parts
                .to_timestamp()
                .or_else(|_| parts.to_datetime().and_then(in_utc))
                .map(Moment::Instant),
            false => parts.to_date().map(Moment::Day),
        };
        match moment {
            Ok(moment) if (1900..=9999).contains(&moment.year()) => return Ok(moment),
            _ => never = true,
        }
    }
    // jiff tells of 31 Feb while it reads, where the month comes as a number
    match never || forms.iter().any(|form| no_such_day(form, text)) {
        true => Err(BadTime::Never(text.to_owned())),
        false => Err(BadTime::Unknown(text.to_owned())),
    }
}

fn in_utc(civil: DateTime) -> Result<Timestamp, jiff::Error> {
    Offset::UTC.to_timestamp(civil)
}

/// Whether a text has this form and a day from 1 to 31, and is a day all the same that no calendar has.
fn no_such_day(form: &str, text: &str) -> bool {
    let error = match form.contains("%H") || form.contains("%I") || form.contains("%T") {
        true => DateTime::strptime(form, text).err(),
        false => Date::strptime(form, text).err(),
    };
    error.is_some_and(|e| e.to_string().contains("invalid date"))
}

/// Milliseconds since 1970, where they are a time at all.
pub fn of_ms(ms: i64) -> Option<Moment> {
    (ms > 0)
        .then(|| Timestamp::from_millisecond(ms).ok())
        .flatten()
        .map(Moment::Instant)
}

/// Seconds since 1970, where they are a time at all: 0 and the year 0 stand for none.
pub fn of_seconds(seconds: i64) -> Option<Moment> {
    of_ms(seconds.checked_mul(1000)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_linkedin_is_read() {
        let said = |text: &str, form: &str| read(text, &[form]).unwrap().to_string();
        assert_eq!(said("08 Feb 2026", "%d %b %Y"), "2026-02-08");
        assert_eq!(said("4-Apr-21", "%d-%b-%y"), "2021-04-04");
        assert_eq!(said("08 févr. 2026", "%d %b %Y"), "2026-02-08");
        assert_eq!(
            said("2025-06-01 14:03:22 UTC", "%Y-%m-%d %H:%M:%S UTC"),
            "2025-06-01T14:03:22Z"
        );
        assert_eq!(
            said("1/29/26, 2:37 PM", "%m/%d/%y, %I:%M %p"),
            "2026-01-29T14:37:00Z"
        );
        assert_eq!(
            said("08/30/22, 05:51 PM", "%m/%d/%y, %I:%M %p"),
            "2022-08-30T17:51:00Z"
        );
        assert_eq!(
            said("Sat Sep 05 08:12:14 UTC 2026", "%a %b %d %H:%M:%S UTC %Y"),
            "2026-09-05T08:12:14Z"
        );
        assert_eq!(
            said("Sat Feb 18 12:33:11 +0000 2023", "%a %b %d %H:%M:%S %z %Y"),
            "2023-02-18T12:33:11Z"
        );
    }

    #[test]
    fn a_day_that_never_was_is_told_from_what_is_no_date() {
        assert_eq!(
            read("31 Feb 2021", &["%d %b %Y"]),
            Err(BadTime::Never("31 Feb 2021".into()))
        );
        assert_eq!(
            read("31 févr. 2021", &["%d %b %Y"]),
            Err(BadTime::Never("31 févr. 2021".into()))
        );
        assert_eq!(
            read("not-a-date", &["%Y-%m-%d %H:%M:%S UTC"]),
            Err(BadTime::Unknown("not-a-date".into()))
        );
        assert_eq!(
            read("13/45/24, 9:61 AM", &["%m/%d/%y, %I:%M %p"]),
            Err(BadTime::Unknown("13/45/24, 9:61 AM".into()))
        );
    }
}
