//! Bytes to text: files in UTF-16 are read as if they were in UTF-8, text of HTML as people read it.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

/// The same text in UTF-8, where the file is in UTF-16 with its mark; else the bytes as they are.
pub fn utf8(mut input: Box<dyn BufRead>) -> Box<dyn BufRead> {
    let big = match input.fill_buf() {
        Ok([0xff, 0xfe, ..]) => false,
        Ok([0xfe, 0xff, ..]) => true,
        _ => return input,
    };
    input.consume(2);
    Box::new(BufReader::new(Utf16 {
        input,
        big,
        kept: None,
        out: Vec::new(),
        given: 0,
    }))
}

struct Utf16 {
    input: Box<dyn BufRead>,
    big: bool,
    /// The first half of a pair.
    kept: Option<u16>,
    out: Vec<u8>,
    given: usize,
}

impl Read for Utf16 {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.out.len() {
            self.out.clear();
            self.given = 0;
            let mut units: Vec<u16> = self.kept.take().into_iter().collect();
            for _ in 0..4096 {
                let mut two = [0; 2];
                match self.input.read_exact(&mut two) {
                    Ok(()) => units.push(match self.big {
                        true => u16::from_be_bytes(two),
                        false => u16::from_le_bytes(two),
                    }),
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
                    Err(error) => return Err(error),
                }
            }
            if units.is_empty() {
                return Ok(0);
            }
            if units.len() > 1 {
                self.kept = units.pop_if(|unit| (0xd800..0xdc00).contains(unit));
            }
            for letter in char::decode_utf16(units) {
                let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
                self.out.extend(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        let count = into.len().min(self.out.len() - self.given);
        into[..count].copy_from_slice(&self.out[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

/// Text in UTF-8, or else in Windows-1252, in which spreadsheets of the West still write.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|b| windows_1252(*b)).collect()),
    }
}

/// The characters of 0x80 to 0x9f (<https://encoding.spec.whatwg.org/index-windows-1252.txt>); the others are Latin-1.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// What people read of HTML: tags are spaces, entities what they stand for. Text without either is left as it is.
pub fn of_html(html: &str) -> Cow<'_, str> {
    if !html.contains(['<', '&']) {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let tag = &rest[open..];
        let is_tag = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        match tag.find('>').filter(|_| is_tag) {
            Some(end) => {
                text.push_str(&rest[..open]);
                text.push(' ');
                rest = &tag[end + 1..];
            }
            None => {
                text.push_str(&rest[..=open]);
                rest = &tag[1..];
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(entities(&text))
}

/// Entities as what they stand for.
pub fn entities(text: &str) -> String {
    html_escape::decode_html_entities(text).into_owned()
}

/// Facebook writes each byte of UTF-8 as a character of its own (`\u00XX`); a text of such characters that are UTF-8
/// together is put right, any other is left as it is.
pub fn put_right(text: String) -> String {
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or(text)
}
