//! Tables of values between commas, row by row: the header is found by what stands in it, cells are asked for by the names of
//! their columns, and a row tells the line on which it begins.

use std::borrow::Cow;
use std::io::BufRead;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::memchr_iter;

use super::file::Member;
use super::letters::decoded;

/// A row longer than this is left out: 4 MiB.
const LONGEST: usize = 4 << 20;
/// Within so many rows the header is looked for.
const PREAMBLE: usize = 20;

/// What stands between cells, the most usual first.
pub const BETWEEN: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands between cells.
    pub between: u8,
    /// Whether a quotation mark inside a cell is written `\"`.
    pub escaped: bool,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            between: b',',
            escaped: false,
        }
    }
}

/// Why a row cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Bad {
    /// Fewer cells than columns.
    Few {
        /// Cells that are there.
        have: usize,
        /// Columns.
        want: usize,
    },
    /// A quotation mark that is never closed swallowed the rest.
    Open,
    /// More than 4 MiB.
    Long,
    /// The file could not be read further.
    Broken(String),
}

/// Cells in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// One of them, without white space around it; empty where there is none.
    pub fn cell(&self, number: usize) -> Cow<'_, str> {
        let Some(&end) = self.ends.get(number) else {
            return Cow::Borrowed("");
        };
        let begin = number.checked_sub(1).map_or(0, |n| self.ends[n]);
        match decoded(&self.text[begin..end]) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, str>> {
        (0..self.count()).map(|n| self.cell(n))
    }
}

/// One row, as it comes.
#[derive(Debug)]
pub struct Row {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells, or why there are none.
    pub cells: Result<Cells, Bad>,
}

/// Rows without a header.
pub struct Rows {
    input: Box<dyn BufRead>,
    reader: Reader,
    form: Form,
    line: u64,
    ended: bool,
    began: bool,
    /// Where a row is put together.
    room: Cells,
}

impl Rows {
    /// From the first on.
    pub fn of(member: &Member, form: Form) -> Rows {
        Rows::read(super::letters::utf8(member.open()), form)
    }

    fn read(input: Box<dyn BufRead>, form: Form) -> Rows {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(form.between);
        if form.escaped {
            // the other way of writing it is read as well
            builder.escape(Some(b'\\'));
        }
        Rows {
            input,
            reader: builder.build(),
            form,
            line: 1,
            ended: false,
            began: false,
            room: Cells {
                text: vec![0; 4096],
                ends: vec![0; 64],
            },
        }
    }

    /// Leaves empty lines behind, so that a row's line is its own.
    fn skip(&mut self) -> std::io::Result<()> {
        loop {
            let input = self.input.fill_buf()?;
            if !self.began && input.starts_with(b"\xef\xbb\xbf") {
                self.input.consume(3);
            } else if let Some(b'\n' | b'\r') = input.first() {
                self.line += u64::from(input[0] == b'\n');
                self.input.consume(1);
            } else {
                self.began = true;
                return Ok(());
            }
        }
    }

    fn row(&mut self) -> std::io::Result<Option<Row>> {
        self.skip()?;
        let line = self.line;
        let cells = &mut self.room;
        let (mut text, mut ends) = (0, 0);
        let (mut long, mut quotes, mut after_escape) = (false, 0usize, false);
        loop {
            let input = self.input.fill_buf()?;
            let last = input.is_empty();
            let (result, taken, wrote, ended) =
                self.reader
                    .read_record(input, &mut cells.text[text..], &mut cells.ends[ends..]);
            self.line += memchr_iter(b'\n', &input[..taken]).count() as u64;
            if self.form.escaped {
                for byte in &input[..taken] {
                    quotes += usize::from(*byte == b'"' && !after_escape);
                    after_escape = *byte == b'\\' && !after_escape;
                }
            } else {
                quotes += memchr_iter(b'"', &input[..taken]).count();
            }
            self.input.consume(taken);
            text += wrote;
            ends += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if cells.text.len() >= LONGEST => {
                    long = true;
                    text = 0;
                }
                ReadRecordResult::OutputFull => cells.text.resize(cells.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if ends >= LONGEST => {
                    long = true;
                    ends = 0;
                }
                ReadRecordResult::OutputEndsFull => cells.ends.resize(cells.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End if ends == 0 && last => {
                    return Ok(None);
                }
                ReadRecordResult::Record | ReadRecordResult::End => {
                    let open = last && quotes % 2 == 1;
                    let cells = match (long, open) {
                        (_, true) => Err(Bad::Open),
                        (true, _) => Err(Bad::Long),
                        _ => Ok(Cells {
                            text: cells.text[..text].to_vec(),
                            ends: cells.ends[..ends].to_vec(),
                        }),
                    };
                    return Ok(Some(Row { line, cells }));
                }
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.ended {
            return None;
        }
        let row = self.row().unwrap_or_else(|error| {
            self.ended = true;
            Some(Row {
                line: self.line,
                cells: Err(Bad::Broken(error.to_string())),
            })
        });
        self.ended |= row.is_none();
        row
    }
}

/// The name of a column as it is compared.
pub fn column(name: &str) -> String {
    name.trim_start_matches('\u{feff}').trim().to_lowercase()
}

/// A table whose header was found.
pub struct Table {
    /// The names of its columns, as they are compared.
    pub columns: Vec<String>,
    /// The same as they are written.
    pub titles: Vec<String>,
    rows: Rows,
}

/// A row of a table.
#[derive(Debug)]
pub struct Entry {
    /// The line on which it begins, from 1.
    pub line: u64,
    cells: Cells,
}

impl Entry {
    /// The cell of a column, by number; empty where the table has no such column.
    pub fn get(&self, column: Option<usize>) -> Cow<'_, str> {
        column.map_or(Cow::Borrowed(""), |n| self.cells.cell(n))
    }

    /// Whether every cell is empty.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

impl Table {
    /// The same for a table whose cells spreadsheets may have put other signs between.
    pub fn find_in_any(
        member: &Member,
        escaped: bool,
        mut is_header: impl FnMut(&[String]) -> bool,
    ) -> Option<Table> {
        BETWEEN.iter().find_map(|&between| {
            let form = Form { between, escaped };
            Table::find(member, form, &mut is_header)
        })
    }

    /// Looks for a header that `is_header` says yes to. `None` where there is none among the first 20 rows.
    pub fn find(
        member: &Member,
        form: Form,
        mut is_header: impl FnMut(&[String]) -> bool,
    ) -> Option<Table> {
        if !member.has_lines() {
            return None;
        }
        let mut rows = Rows::of(member, form);
        for _ in 0..PREAMBLE {
            let Ok(cells) = rows.next()?.cells else {
                continue;
            };
            let mut columns: Vec<String> = cells.iter().map(|c| column(&c)).collect();
            let titles = cells
                .iter()
                .map(|c| c.trim_start_matches('\u{feff}').to_owned());
            let titles = titles.take(columns.len()).collect();
            // a spreadsheet pads each row to the widest
            while columns.last().is_some_and(String::is_empty) {
                columns.pop();
            }
            if is_header(&columns) {
                return Some(Table {
                    columns,
                    titles,
                    rows,
                });
            }
        }
        None
    }

    /// Where the first column of one of these names stands.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names
            .iter()
            .find_map(|name| self.columns.iter().position(|c| c == name))
    }
}

impl Iterator for Table {
    type Item = Result<Entry, (u64, Bad)>;

    fn next(&mut self) -> Option<Self::Item> {
        let Row { line, cells } = self.rows.next()?;
        Some(match cells {
            Ok(cells) if cells.count() < self.columns.len() => Err((
                line,
                Bad::Few {
                    have: cells.count(),
                    want: self.columns.len(),
                },
            )),
            Ok(cells) => Ok(Entry { line, cells }),
            Err(bad) => Err((line, bad)),
        })
    }
}
