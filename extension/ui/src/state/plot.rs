//! A small picture of an exchange over the years: what was given stands above the line, what was received below, what was mutual on both sides.

use kith::protocol::YearView;

/// How high a bar can be, in units of the picture.
pub const HEIGHT: f64 = 24.0;
/// How wide a year is.
pub const WIDTH: f64 = 12.0;

/// One year's two bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bars {
    /// Which.
    pub year: i16,
    /// Above the line.
    pub up: f64,
    /// Below it.
    pub down: f64,
}

/// Every year from the first to the last, those in which nothing passed too. Heights grow with the root, so that one loud year does
/// not flatten the others; whatever passed can be seen.
pub fn bars(years: &[YearView]) -> Vec<Bars> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Vec::new();
    };
    let up = |y: &YearView| f64::from(y.given + y.mutual);
    let down = |y: &YearView| f64::from(y.received + y.mutual);
    let most = years.iter().map(|y| up(y).max(down(y))).fold(1.0, f64::max);
    let height = |n: f64| match n {
        0.0 => 0.0,
        n => (HEIGHT * (n / most).sqrt()).max(1.5),
    };
    (first.year..=last.year)
        .map(|year| {
            let of = years.iter().find(|y| y.year == year);
            Bars {
                year,
                up: of.map_or(0.0, |y| height(up(y))),
                down: of.map_or(0.0, |y| height(down(y))),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i16, given: u32, received: u32, mutual: u32) -> YearView {
        YearView {
            year,
            given,
            received,
            mutual,
        }
    }

    #[test]
    fn silent_years_have_a_place_and_small_ones_can_be_seen() {
        let bars = bars(&[year(2020, 400, 1, 0), year(2022, 0, 0, 1)]);
        assert_eq!(
            bars.iter().map(|b| b.year).collect::<Vec<_>>(),
            [2020, 2021, 2022]
        );
        assert_eq!((bars[0].up, bars[1].up, bars[1].down), (HEIGHT, 0.0, 0.0));
        assert!(bars[0].down >= 1.5 && bars[2].up >= 1.5 && bars[2].down >= 1.5);
        assert!(super::bars(&[]).is_empty());
    }
}
