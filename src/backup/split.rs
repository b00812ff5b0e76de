//! Cuts a JSON document into the elements of its outermost lists, as the bytes come, so that a file of any size needs no
//! more room than its longest element. What stands inside an element is left to `serde_json`.

/// An element longer than this is no person: 64 MiB.
pub const LONGEST: usize = 64 << 20;

/// A piece of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// An element of an outermost list.
    Element {
        /// The list's key.
        list: String,
        /// Its place in the list, from 0.
        index: usize,
        /// The line on which it begins, from 1.
        line: u64,
        /// Its JSON.
        json: Vec<u8>,
    },
    /// A value of the outermost object that is no list.
    Value {
        /// Its key.
        key: String,
        /// Its JSON.
        json: Vec<u8>,
    },
}

/// Why a document cannot be cut further.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Broken {
    /// It does not begin with an object.
    #[error("no JSON object")]
    NoObject,
    /// Something stands where nothing like it can.
    #[error("not JSON at byte {0}")]
    NotJson(u64),
    /// It ends before it is whole.
    #[error("cut off after {0} bytes")]
    CutOff(u64),
    /// One element is longer than [`LONGEST`].
    #[error("an element of more than 64 MiB at byte {0}")]
    TooLong(u64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Start,
    /// Before a key or the end; `true` where a comma came before.
    Key(bool),
    InKey,
    Colon,
    Value,
    /// Before an element or the end of a list; `true` where a comma came before.
    Element(bool),
    InValue,
    AfterElement,
    AfterValue,
    End,
}

/// Takes bytes and gives pieces.
#[derive(Debug)]
pub struct Splitter {
    at: At,
    bytes: u64,
    line: u64,
    /// The line on which the value begins.
    from: u64,
    /// Whether the document is one list, and nothing after it counts.
    alone: bool,
    key: Vec<u8>,
    list: Option<usize>,
    taken: Vec<u8>,
    depth: u32,
    in_string: bool,
    escaped: bool,
    pieces: Vec<Piece>,
}

impl Default for Splitter {
    fn default() -> Splitter {
        Splitter {
            at: At::Start,
            bytes: 0,
            line: 1,
            from: 1,
            alone: false,
            key: Vec::new(),
            list: None,
            taken: Vec::new(),
            depth: 0,
            in_string: false,
            escaped: false,
            pieces: Vec::new(),
        }
    }
}

impl Splitter {
    /// Of a document that is one list, whose `[` has not come yet; its elements are those of the list `""`. `line` is the line that
    /// comes first. What follows the list is not looked at.
    pub fn of_list(line: u64) -> Splitter {
        Splitter {
            at: At::Value,
            line,
            alone: true,
            ..Splitter::default()
        }
    }

    /// Takes the next bytes; gives the pieces that became whole.
    ///
    /// # Errors
    /// Where the document breaks; the pieces before that place are given by [`Splitter::rest`].
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Vec<Piece>, Broken> {
        for &byte in bytes {
            self.take(byte)?;
            self.bytes += 1;
            self.line += u64::from(byte == b'\n');
        }
        Ok(self.rest())
    }

    /// The pieces that are whole and were not given yet.
    pub fn rest(&mut self) -> Vec<Piece> {
        std::mem::take(&mut self.pieces)
    }

    /// Says that no more bytes come.
    ///
    /// # Errors
    /// Where the document is not whole.
    pub fn finish(&self) -> Result<(), Broken> {
        match self.at {
            At::End => Ok(()),
            At::Start => Err(Broken::NoObject),
            _ => Err(Broken::CutOff(self.bytes)),
        }
    }

    fn take(&mut self, byte: u8) -> Result<(), Broken> {
        if self.at == At::InValue {
            return self.take_in_value(byte);
        }
        if self.at == At::InKey {
            return self.take_in_key(byte);
        }
        if byte.is_ascii_whitespace() || self.alone && self.at == At::End {
            return Ok(());
        }
        self.at = match (self.at, byte) {
            (At::Start, b'{') => At::Key(false),
            // The mark that some editors put before UTF-8.
            (At::Start, 0xef | 0xbb | 0xbf) if self.bytes < 3 => At::Start,
            (At::Start, _) => return Err(Broken::NoObject),
            (At::Key(_), b'"') => {
                self.key.clear();
                At::InKey
            }
            (At::Key(false), b'}') | (At::AfterValue, b'}') => At::End,
            (At::Colon, b':') => At::Value,
            (At::Value, b'[') => {
                self.list = Some(0);
                At::Element(false)
            }
            (At::Value, _) => return self.begin(byte),
            (At::Element(false), b']') | (At::AfterElement, b']') => {
                self.list = None;
                if self.alone { At::End } else { At::AfterValue }
            }
            (At::Element(_), _) => return self.begin(byte),
            (At::AfterElement, b',') => At::Element(true),
            (At::AfterValue, b',') => At::Key(true),
            _ => return Err(Broken::NotJson(self.bytes)),
        };
        Ok(())
    }

    fn begin(&mut self, byte: u8) -> Result<(), Broken> {
        if matches!(byte, b',' | b':' | b']' | b'}') {
            return Err(Broken::NotJson(self.bytes));
        }
        (self.at, self.depth, self.in_string, self.escaped) = (At::InValue, 0, false, false);
        self.taken.clear();
        self.from = self.line;
        self.take_in_value(byte)
    }

    fn take_in_key(&mut self, byte: u8) -> Result<(), Broken> {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.at = At::Colon;
            return Ok(());
        }
        self.key.push(byte);
        if self.key.len() > 1024 {
            Err(Broken::TooLong(self.bytes))
        } else {
            Ok(())
        }
    }

    fn take_in_value(&mut self, byte: u8) -> Result<(), Broken> {
        if self.in_string {
            self.taken.push(byte);
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.in_string = false;
                if self.depth == 0 {
                    self.end();
                }
            }
        } else {
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                // A number or a word ends where something else begins.
                b',' | b'}' | b']' if self.depth == 0 => {
                    self.end();
                    return self.take(byte);
                }
                _ if self.depth == 0 && byte.is_ascii_whitespace() => {
                    self.end();
                    return Ok(());
                }
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        self.taken.push(byte);
                        self.end();
                        return Ok(());
                    }
                }
                _ => {}
            }
            self.taken.push(byte);
        }
        if self.taken.len() > LONGEST {
            Err(Broken::TooLong(self.bytes))
        } else {
            Ok(())
        }
    }

    fn end(&mut self) {
        let json = std::mem::take(&mut self.taken);
        let key = String::from_utf8_lossy(&self.key).into_owned();
        match &mut self.list {
            Some(index) => {
                self.pieces.push(Piece::Element {
                    list: key,
                    index: *index,
                    line: self.from,
                    json,
                });
                *index += 1;
                self.at = At::AfterElement;
            }
            None => {
                self.pieces.push(Piece::Value { key, json });
                self.at = At::AfterValue;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from)
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec(("\\PC{0,6}", inner), 0..4)
                    .prop_map(|kv| Value::Object(kv.into_iter().collect())),
            ]
        })
    }

    /// The document put together again from its pieces.
    fn cut(text: &[u8], step: usize) -> Result<Value, Broken> {
        let mut splitter = Splitter::default();
        let mut whole = Map::new();
        for chunk in text.chunks(step) {
            for piece in splitter.feed(chunk)? {
                match piece {
                    Piece::Value { key, json } => {
                        drop(whole.insert(key, serde_json::from_slice(&json).unwrap()))
                    }
                    Piece::Element {
                        list, index, json, ..
                    } => {
                        let list = whole
                            .entry(list)
                            .or_insert_with(|| Value::Array(Vec::new()))
                            .as_array_mut()
                            .unwrap();
                        assert_eq!(list.len(), index);
                        list.push(serde_json::from_slice(&json).unwrap());
                    }
                }
            }
        }
        splitter.finish().map(|()| Value::Object(whole))
    }

    proptest! {
        #[test]
        fn nothing_is_lost_at_any_border(fields in prop::collection::btree_map("[a-z]{1,5}", json(), 0..5), pretty: bool, step in 1usize..40) {
            let fields: Map<String, Value> = fields.into_iter().filter(|(_, v)| v.as_array().is_none_or(|a| !a.is_empty())).collect();
            let value = Value::Object(fields);
            let text = if pretty { serde_json::to_vec_pretty(&value) } else { serde_json::to_vec(&value) }.unwrap();
            prop_assert_eq!(cut(&text, step).unwrap(), value);
        }

        #[test]
        fn what_is_cut_off_is_noticed(fields in prop::collection::btree_map("[a-z]{1,5}", json(), 1..4), part in 0.0f64..1.0) {
            let text = serde_json::to_vec(&fields).unwrap();
            let short = &text[..(text.len() as f64 * part) as usize];
            prop_assert!(cut(short, 7).is_err());
        }

        #[test]
        fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut splitter = Splitter::default();
            let _ = splitter.feed(&bytes);
            let _ = splitter.finish();
        }
    }

    #[test]
    fn broken_documents_are_told_apart() {
        assert_eq!(cut(b"[1]", 9), Err(Broken::NoObject));
        assert_eq!(cut(b"", 9), Err(Broken::NoObject));
        assert_eq!(cut(b"hello", 9), Err(Broken::NoObject));
        assert_eq!(cut(br#"{"a":1 "b":2}"#, 99), Err(Broken::NotJson(7)));
        assert_eq!(cut(br#"{"a":[1,2"#, 99), Err(Broken::CutOff(9)));
        assert_eq!(cut(br#"{"a":1}x"#, 99), Err(Broken::NotJson(7)));
        assert_eq!(
            cut("\u{feff}{}".as_bytes(), 1).unwrap(),
            Value::Object(Map::new())
        );
    }
}
