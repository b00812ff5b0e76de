//! JSON documents element by element, with the line on which each begins.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::file::Member;
use crate::backup::split::{Piece, Splitter};

/// A file that is read whole has at most so many bytes: 64 MiB.
pub const WHOLE: usize = 64 << 20;

/// An element of an outermost list.
pub struct Element {
    /// The list's key; none of a list that stands alone.
    pub list: String,
    /// Its place in the list, from 0.
    pub index: usize,
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its JSON.
    pub json: Vec<u8>,
}

/// The document cannot be read further.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The line up to which it was read.
    pub line: u64,
    /// Why.
    pub why: String,
}

/// The elements of a document's outermost lists, one after the other.
pub struct Elements {
    input: Box<dyn BufRead>,
    splitter: Splitter,
    pieces: VecDeque<Piece>,
    line: u64,
    ended: bool,
}

impl Elements {
    /// Of a member that holds an object or a list, after `window.… =` where it has that.
    pub fn of(member: &Member) -> Elements {
        let mut input = super::letters::utf8(member.open());
        let (mut line, mut alone, mut ended) = (1, false, false);
        loop {
            let Ok(next) = input.fill_buf() else {
                ended = true;
                break;
            };
            let Some(&byte) = next.first() else { break };
            match byte {
                b'[' => alone = true,
                b'{' => {}
                b'\n' => line += 1,
                _ => {}
            }
            if matches!(byte, b'[' | b'{') {
                break;
            }
            input.consume(1);
        }
        Elements {
            input,
            splitter: match alone {
                true => Splitter::of_list(line),
                false => Splitter::default(),
            },
            pieces: VecDeque::new(),
            line,
            ended,
        }
    }

    fn fill(&mut self) -> Result<(), String> {
        let bytes = self.input.fill_buf().map_err(|e| e.to_string())?;
        if bytes.is_empty() {
            self.ended = true;
            return self.splitter.finish().map_err(|e| e.to_string());
        }
        let (count, lines) = (bytes.len(), bytes.iter().filter(|b| **b == b'\n').count());
        let fed = self.splitter.feed(bytes);
        self.input.consume(count);
        match fed {
            Ok(pieces) => {
                self.line += lines as u64;
                self.pieces.extend(pieces);
                Ok(())
            }
            Err(broken) => {
                self.pieces.extend(self.splitter.rest());
                Err(broken.to_string())
            }
        }
    }
}

impl Iterator for Elements {
    type Item = Result<Element, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.pieces.pop_front() {
                Some(Piece::Element {
                    list,
                    index,
                    line,
                    json,
                }) => {
                    return Some(Ok(Element {
                        list,
                        index,
                        line,
                        json,
                    }));
                }
                Some(Piece::Value { .. }) => {}
                None if self.ended => return None,
                None => {
                    if let Err(why) = self.fill() {
                        self.ended = true;
                        let broken = Broken {
                            line: self.line,
                            why,
                        };
                        // what stands before that place comes first
                        if self.pieces.is_empty() {
                            return Some(Err(broken));
                        }
                    }
                }
            }
        }
    }
}

/// A member read whole; `None` where it is no such thing.
pub fn whole<T: DeserializeOwned>(member: &Member) -> Option<T> {
    let mut bytes = Vec::new();
    let mut input = super::letters::utf8(member.open()).take(WHOLE as u64);
    input.read_to_end(&mut bytes).ok()?;
    let begin = bytes.iter().position(|b| matches!(b, b'{' | b'['))?;
    let mut all = serde_json::Deserializer::from_slice(&bytes[begin..]);
    T::deserialize(&mut all).ok()
}

/// The line on which a value inside an element begins.
pub fn line_in(element: &Element, inner: &RawValue) -> u64 {
    let at = (inner.get().as_ptr() as usize).saturating_sub(element.json.as_ptr() as usize);
    let before = element.json.get(..at).unwrap_or_default();
    element.line + before.iter().filter(|b| **b == b'\n').count() as u64
}
