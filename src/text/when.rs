//! Dates as people say them.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Span, Timestamp};

use super::Text;
use crate::history::Moment;

/// The clock and the place on earth of whoever looks, given from outside.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// Milliseconds since 1970.
    pub ms: i64,
    /// How far local time is ahead of UTC, in minutes.
    pub ahead: i32,
}

impl Now {
    fn local(self, instant: Timestamp) -> DateTime {
        Offset::from_seconds(self.ahead * 60)
            .unwrap_or(Offset::UTC)
            .to_datetime(instant)
    }

    fn date(self) -> Date {
        self.local(Timestamp::from_millisecond(self.ms).unwrap_or(Timestamp::UNIX_EPOCH))
            .date()
    }

    /// The day, where the user is.
    pub fn day(self) -> Moment {
        Moment::Day(self.date())
    }

    /// The same day a year before.
    pub fn a_year_ago(self) -> Moment {
        Moment::Day(self.date().saturating_sub(Span::new().years(1)))
    }

    /// The moment itself.
    pub fn moment(self) -> Moment {
        Moment::from_ms(self.ms)
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Text {
    /// When something was, in the words that one would use: "today", "last Tuesday", "in March", "in March 2024".
    pub fn when(&self, moment: Moment, now: Now) -> String {
        let (day, today) = (day_of(moment, now), now.date());
        let ago = today.since(day).map_or(i32::MAX, |s| s.get_days());
        let month = usize::from(day.month().unsigned_abs() - 1);
        match ago {
            0 => self.say("whenToday", &[]),
            1 => self.say("whenYesterday", &[]),
            2..=6 => self.say(
                &format!(
                    "whenLast{}",
                    DAYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
                ),
                &[],
            ),
            i32::MIN..=-1 => self.exact(Moment::Day(day), now),
            _ if day.year() == today.year() && day.month() == today.month() => {
                self.say("whenThisMonth", &[])
            }
            _ if day.year() == today.year() => self.say(&format!("whenIn{}", MONTHS[month]), &[]),
            _ => {
                let said = self.say(&format!("whenIn{}", MONTHS[month]), &[]);
                self.say(
                    "whenOfYear",
                    &[("when", &said), ("year", &day.year().to_string())],
                )
            }
        }
    }

    /// The exact day, and the time of day where it is known.
    pub fn exact(&self, moment: Moment, now: Now) -> String {
        let day = day_of(moment, now);
        let month = self.say(
            &format!(
                "month{}",
                MONTHS[usize::from(day.month().unsigned_abs() - 1)]
            ),
            &[],
        );
        let said = self.say(
            "whenDay",
            &[
                ("day", &day.day().to_string()),
                ("month", &month),
                ("year", &day.year().to_string()),
            ],
        );
        match moment {
            Moment::Day(_) => said,
            Moment::Instant(t) => {
                let time = now.local(t).time();
                self.say(
                    "whenDayAndTime",
                    &[
                        ("day", &said),
                        ("time", &format!("{:02}:{:02}", time.hour(), time.minute())),
                    ],
                )
            }
        }
    }

    /// The year of a moment.
    pub fn year(&self, moment: Moment, now: Now) -> String {
        day_of(moment, now).year().to_string()
    }
}

fn day_of(moment: Moment, now: Now) -> Date {
    match moment {
        Moment::Day(day) => day,
        Moment::Instant(t) => now.local(t).date(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    /// Wednesday, 25 November 2026, 00:30 in Oslo; still Tuesday in London.
    const OSLO: Now = Now {
        ms: 1_795_563_000_000,
        ahead: 60,
    };

    #[test]
    fn dates_as_people_say_them() {
        let text = Text::english();
        let when = |t: &str| text.when(t.parse().unwrap(), OSLO);
        let said: Vec<String> = [
            "2026-11-25",
            "2026-11-24T23:10:00Z",
            "2026-11-24T22:00:00Z",
            "2026-11-19",
            "2026-11-03",
            "2026-03-02",
            "2024-03-02",
            "2027-01-05",
        ]
        .map(when)
        .to_vec();
        insta::assert_debug_snapshot!(said, @r#"
        [
            "today",
            "today",
            "yesterday",
            "last Thursday",
            "this month",
            "in March",
            "in March 2024",
            "5 January 2027",
        ]
        "#);
        assert_eq!(
            text.exact("2026-01-05T10:00:00Z".parse().unwrap(), OSLO),
            "5 January 2026, 11:00"
        );
    }

    #[test]
    fn every_day_and_month_has_its_words() {
        let text = Text::english();
        for days in 0..400 {
            let day = OSLO.date().checked_sub(i64::from(days).days()).unwrap();
            let said = text.when(Moment::Day(day), OSLO);
            assert!(!said.contains("when"), "{said}");
        }
    }
}
