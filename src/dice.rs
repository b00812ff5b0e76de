//! Keys that nobody can guess, from random bits given from outside.

/// A source of keys, grown from one random number (splitmix64, public domain).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Grows keys from this random number.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A new key: the letter that says of what, and 50 random bits.
    pub fn key(&mut self, letter: char) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut bits = self.roll();
        let mut key = String::from(letter);
        for _ in 0..10 {
            key.push(char::from(ALPHABET[(bits & 31) as usize]));
            bits >>= 5;
        }
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_do_not_repeat() {
        let mut dice = Dice::new(7);
        let keys: HashSet<_> = (0..10_000).map(|_| dice.key('p')).collect();
        assert_eq!(keys.len(), 10_000);
    }
}
