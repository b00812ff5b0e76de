//! Which label a number key means.

use kith::protocol::LabelView;

/// The label of a key pressed together with Alt, as `KeyboardEvent.code` names it.
pub fn label_at<'a>(labels: &'a [LabelView], code: &str) -> Option<&'a LabelView> {
    // not of the number pad: there Alt and a number write a letter
    let number: usize = code.strip_prefix("Digit")?.parse().ok()?;
    labels.get(number.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_keys_mean_the_labels_in_their_order() {
        let label = |label: &str| LabelView {
            label: label.into(),
            on: false,
        };
        let labels = [label("a"), label("b")];
        let at = |code| label_at(&labels, code).map(|l| &*l.label);
        assert_eq!((at("Digit1"), at("Digit2")), (Some("a"), Some("b")));
        for code in ["Digit0", "Digit3", "Numpad1", "KeyA"] {
            assert_eq!(at(code), None);
        }
    }
}
