//! Looking for somebody: what is shown, and which of them the keys are on.

use kith::protocol::Found;

/// A search under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// The people shown, best first.
    pub people: Vec<Found>,
    /// Whether there are others.
    pub more: bool,
    /// A sentence where there is nobody.
    pub empty: Option<String>,
    /// Which of them Enter opens.
    pub active: Option<usize>,
    asked: u32,
    shown: u32,
}

/// Where the arrow keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One further, from the end to the beginning.
    Down,
    /// One back, from the beginning to the end.
    Up,
}

impl Finding {
    /// Something was asked; its answer is to bring this number back.
    pub fn ask(&mut self) -> u32 {
        self.asked += 1;
        self.asked
    }

    /// An answer came. One that was overtaken by a newer one is dropped.
    pub fn answer(&mut self, number: u32, people: Vec<Found>, more: bool, empty: Option<String>) {
        if number < self.shown {
            return;
        }
        self.shown = number;
        self.people = people;
        self.more = more;
        self.empty = empty;
        self.active = None;
    }

    /// How many are asked for when more are wanted.
    pub fn most(&self) -> u32 {
        self.people.len() as u32 + 100
    }

    /// An arrow key.
    pub fn step(&mut self, step: Step) {
        let last = match self.people.len() {
            0 => return,
            n => n - 1,
        };
        self.active = Some(match (step, self.active) {
            (Step::Down, Some(at)) if at < last => at + 1,
            (Step::Down, _) => 0,
            (Step::Up, Some(at)) if at > 0 => at - 1,
            (Step::Up, _) => last,
        });
    }

    /// Whom Enter opens: the one the arrows are on, or the first.
    pub fn chosen(&self) -> Option<&Found> {
        self.people.get(self.active.unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> Found {
        Found {
            who: name.into(),
            name: name.into(),
            handles: String::new(),
            line: String::new(),
        }
    }

    #[test]
    fn the_newest_answer_wins() {
        let mut finding = Finding::default();
        let (first, second) = (finding.ask(), finding.ask());
        finding.answer(second, vec![found("b")], false, None);
        finding.answer(first, vec![found("a")], false, None);
        assert_eq!(finding.people[0].name, "b");
    }

    #[test]
    fn the_arrows_go_round() {
        let mut finding = Finding::default();
        finding.step(Step::Down);
        assert_eq!(finding.active, None);
        let number = finding.ask();
        finding.answer(number, vec![found("a"), found("b")], false, None);
        assert_eq!(finding.chosen().map(|f| &*f.name), Some("a"));
        let seen: Vec<_> = [Step::Down, Step::Down, Step::Down, Step::Up]
            .into_iter()
            .map(|step| {
                finding.step(step);
                finding.active
            })
            .collect();
        assert_eq!(seen, [Some(0), Some(1), Some(0), Some(1)]);
        assert_eq!(finding.chosen().map(|f| &*f.name), Some("b"));
    }
}
