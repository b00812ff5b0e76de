//! When something happened: an instant, or a calendar day where no more is known.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::civil::Time;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant, or a plain calendar day. Written as RFC 3339 or `2026-03-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// An exact instant.
    Instant(Timestamp),
    /// A day, the same day wherever one is.
    Day(Date),
}

impl Moment {
    /// The instant of these milliseconds since 1970.
    pub fn from_ms(ms: i64) -> Moment {
        Moment::Instant(Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// The year in which it was, in UTC.
    pub fn year(self) -> i16 {
        match self {
            Moment::Instant(t) => Offset::UTC.to_datetime(t).year(),
            Moment::Day(d) => d.year(),
        }
    }

    /// Milliseconds since 1970; a day counts from its midnight in UTC. For ordering and for block ranges.
    pub fn ms(self) -> i64 {
        match self {
            Moment::Instant(t) => t.as_millisecond(),
            Moment::Day(d) => Offset::UTC
                .to_timestamp(d.to_datetime(Time::midnight()))
                .map_or(0, Timestamp::as_millisecond),
        }
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Moment, String> {
        let text = text.trim();
        let instant = text.parse::<Timestamp>().map(Moment::Instant);
        instant
            .or_else(|_| text.parse::<Date>().map(Moment::Day))
            .map_err(|_| format!("{text:?} is no time such as 2026-03-02 or 2026-03-02T08:00:00Z"))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::Instant(t) => t.fmt(f),
            Moment::Day(d) => d.fmt(f),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_forms_come_back_as_they_were_written() {
        for text in [
            "2026-01-05T10:00:00Z",
            "2026-01-05T10:00:00.25Z",
            "2026-03-02",
            "0033-01-01",
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2026-01-05T12:00:00+02:00"
                .parse::<Moment>()
                .unwrap()
                .to_string(),
            "2026-01-05T10:00:00Z"
        );
    }

    #[test]
    fn what_is_no_time_is_told() {
        for text in ["", "yesterday", "2026-02-30", "2026", "12"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn milliseconds_come_back(ms in -62_000_000_000_000i64..250_000_000_000_000) {
            let moment = Moment::from_ms(ms);
            prop_assert_eq!(moment.ms(), ms);
            prop_assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
        }
    }
}
