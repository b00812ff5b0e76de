//! The files of an archive, read where it matters and nowhere else: a ZIP by its central directory, each member as a stream.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

/// How many bytes are asked of a source at once.
const WINDOW: usize = 256 << 10;

/// A file whose bytes can be read from anywhere.
pub trait Source {
    /// Its name, as the user knows it.
    fn name(&self) -> &str;
    /// How many bytes it has.
    fn size(&self) -> u64;
    /// Reads some bytes from a place; as many as were read, 0 at the end.
    ///
    /// # Errors
    /// Where the file can no longer be read.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize>;
}

/// A file held in memory: for tests, and for what is small.
pub struct Held {
    name: String,
    bytes: Vec<u8>,
}

impl Held {
    /// Of this name and these bytes.
    pub fn new(name: &str, bytes: Vec<u8>) -> Held {
        Held {
            name: name.to_owned(),
            bytes,
        }
    }
}

impl Source for Held {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let from = usize::try_from(at).unwrap_or(usize::MAX);
        let rest = self.bytes.get(from..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}

/// A stretch of a source, read from front to back.
struct Stretch {
    source: Rc<dyn Source>,
    at: u64,
    end: u64,
}

impl Read for Stretch {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let room = self.end.saturating_sub(self.at).min(into.len() as u64) as usize;
        let count = self.source.read_at(self.at, &mut into[..room])?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Stretch {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = to.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

/// Where a member's bytes stand, and how they are packed.
#[derive(Clone)]
struct Packed {
    from: u64,
    packed: u64,
    deflated: bool,
}

/// One file of an archive: a member of a ZIP, or a file that came alone.
#[derive(Clone)]
pub struct Member {
    /// Its path in the archive; of a file alone, its name.
    pub path: String,
    /// Its size in bytes when unpacked, as the directory says it.
    pub size: u64,
    source: Rc<dyn Source>,
    at: Packed,
}

impl Member {
    /// A file that came alone.
    pub fn alone(source: Rc<dyn Source>) -> Member {
        Member {
            path: source.name().to_owned(),
            size: source.size(),
            at: Packed {
                from: 0,
                packed: source.size(),
                deflated: false,
            },
            source,
        }
    }

    /// The last part of its path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The name of the file in which it was given.
    pub fn given(&self) -> &str {
        self.source.name()
    }

    /// Whether it was given by itself, in no ZIP.
    pub fn is_alone(&self) -> bool {
        self.path == self.source.name()
    }

    /// Its bytes from the first on. A member never gives more than the directory says: what unpacks to more is cut off there, with
    /// an error.
    pub fn open(&self) -> Box<dyn BufRead> {
        let stretch = BufReader::with_capacity(
            WINDOW,
            Stretch {
                source: self.source.clone(),
                at: self.at.from,
                end: self.at.from + self.at.packed,
            },
        );
        if !self.at.deflated {
            return Box::new(stretch);
        }
        let whole = Whole {
            inner: DeflateDecoder::new(stretch),
            left: self.size,
        };
        Box::new(BufReader::with_capacity(WINDOW, whole))
    }

    /// Whether no text stands in it: text has no byte 0 among its first bytes, or the mark of UTF-16.
    pub fn is_binary(&self) -> bool {
        let head = self.head(1024).unwrap_or_default();
        let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
        head.is_empty() || (!wide && head.contains(&0))
    }

    /// Whether it may be a table: among its first bytes a line ends. Nobody wants to read 200 MB for a header.
    pub fn has_lines(&self) -> bool {
        const FIRST: usize = 256 << 10;
        let head = self.head(FIRST).unwrap_or_default();
        head.len() < FIRST || head.contains(&b'\n')
    }

    /// Its first bytes, at most so many.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn head(&self, most: usize) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.open().take(most as u64).read_to_end(&mut head)?;
        Ok(head)
    }
}

/// A member gives more than its directory says.
#[derive(Debug, thiserror::Error)]
#[error("it unpacks to more than its archive says")]
struct More;

/// A member gives less than its directory says.
#[derive(Debug, thiserror::Error)]
#[error("it is cut off")]
struct Less;

/// Holds a stream to the length that the directory promises.
struct Whole<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        if self.left == 0 {
            return match self.inner.read(&mut [0])? {
                0 => Ok(0),
                _ => Err(io::Error::other(More)),
            };
        }
        let room = self.left.min(into.len() as u64) as usize;
        let count = self.inner.read(&mut into[..room])?;
        if count == 0 {
            return Err(io::Error::other(Less));
        }
        self.left -= count as u64;
        Ok(count)
    }
}

/// A ZIP whose end says how many members its directory really has. Writers without ZIP64 count in 16 bits, and archives with more media than that
/// begin again from 0; others count wrong in other ways.
struct Counted {
    whole: Stretch,
    /// In place of what stands there from that byte on.
    mended: Option<(u64, Vec<u8>)>,
}

/// The signatures of a member in the directory and of the directory's end, and how long each is without its texts
/// (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, 4.3.12 to 4.3.16).
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
const END: (&[u8], usize) = (b"PK\x05\x06", 22);
/// The longest comment after the end.
const COMMENT: usize = 65_535;
/// A directory longer than this is believed.
const BELIEVED: u64 = 256 << 20;

impl Counted {
    fn of(source: &Rc<dyn Source>) -> io::Result<Counted> {
        let whole = |end| Stretch {
            source: source.clone(),
            at: 0,
            end,
        };
        let size = source.size();
        let begin = size.saturating_sub((END.1 + COMMENT) as u64);
        let mut tail = Vec::new();
        let mut last = whole(size);
        last.at = begin;
        last.read_to_end(&mut tail)?;
        let believed = Counted {
            whole: whole(size),
            mended: None,
        };
        let Some(at) = tail.windows(4).rposition(|four| four == END.0) else {
            return Ok(believed);
        };
        let Some(end) = tail.get(at..at + END.1) else {
            return Ok(believed);
        };
        let two = |at: usize| u16::from_le_bytes([end[at], end[at + 1]]);
        let four = |at: usize| u32::from_le_bytes([end[at], end[at + 1], end[at + 2], end[at + 3]]);
        let (count, length, from) = (two(10), u64::from(four(12)), u64::from(four(16)));
        // ZIP64 counts in 64 bits, and says elsewhere
        if from == u64::from(u32::MAX) || length == u64::from(u32::MAX) || length > BELIEVED {
            return Ok(believed);
        }
        let mut directory = whole(from.saturating_add(length).min(size));
        directory.at = from;
        let counted = count_entries(BufReader::with_capacity(WINDOW, directory))?;
        if counted == u64::from(count) || counted == 0 {
            return Ok(believed);
        }
        Ok(Counted {
            mended: Some((
                begin + at as u64,
                end_of(begin + at as u64, counted, length, from),
            )),
            ..believed
        })
    }

    fn size(&self) -> u64 {
        match &self.mended {
            Some((at, end)) => at + end.len() as u64,
            None => self.whole.end,
        }
    }
}

fn count_entries(mut directory: impl Read) -> io::Result<u64> {
    let mut count = 0;
    let mut entry = [0; ENTRY.1];
    while directory.read_exact(&mut entry).is_ok() && entry.starts_with(ENTRY.0) {
        count += 1;
        let texts =
            [28, 30, 32].map(|at| u64::from(u16::from_le_bytes([entry[at], entry[at + 1]])));
        io::copy(
            &mut directory.by_ref().take(texts.iter().sum()),
            &mut io::sink(),
        )?;
    }
    Ok(count)
}

/// A ZIP64 end for a directory: it counts as far as one likes. `at`: where it will stand.
fn end_of(at: u64, count: u64, length: u64, from: u64) -> Vec<u8> {
    let mut end = Vec::new();
    end.extend(b"PK\x06\x06");
    end.extend(44u64.to_le_bytes());
    end.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, length, from] {
        end.extend(number.to_le_bytes());
    }
    end.extend(b"PK\x06\x07\0\0\0\0");
    end.extend(at.to_le_bytes());
    end.extend(1u32.to_le_bytes());
    end.extend(END.0);
    end.extend([0; 4]);
    end.extend([0xff; 12]);
    end.extend([0; 2]);
    end
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some((at, end)) = &self.mended else {
            return self.whole.read(into);
        };
        if self.whole.at < *at {
            let room = (at - self.whole.at).min(into.len() as u64) as usize;
            return self.whole.read(&mut into[..room]);
        }
        let rest = end.get((self.whole.at - at) as usize..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.whole.at += count as u64;
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::End(by) => {
                let at = self.size().checked_add_signed(by);
                self.whole.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
                Ok(self.whole.at)
            }
            other => self.whole.seek(other),
        }
    }
}

/// The members of a ZIP whose path `wanted` says yes to. `None` where the file is no ZIP.
///
/// # Errors
/// Where its directory cannot be read.
pub fn members(
    source: &Rc<dyn Source>,
    wanted: impl Fn(&str) -> bool,
) -> Option<Result<Vec<Member>, String>> {
    let mut begin = [0; 4];
    let read = source.read_at(0, &mut begin).ok()?;
    if read < 4 || !begin.starts_with(b"PK") || begin[2] > 8 {
        return None;
    }
    Some(directory(source, wanted))
}

fn directory(
    source: &Rc<dyn Source>,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Member>, String> {
    let whole = Counted::of(source).map_err(said)?;
    let mut zip = ZipArchive::new(BufReader::with_capacity(WINDOW, whole)).map_err(said)?;
    let names: Vec<usize> = (0..zip.len())
        .filter(|n| {
            zip.name_for_index(*n)
                .and_then(Result::ok)
                .is_some_and(|name| !name.ends_with('/') && wanted(&name))
        })
        .collect();
    let mut members = Vec::new();
    for number in names {
        let file = zip.by_index_raw(number).map_err(said)?;
        if file.encrypted() {
            return Err("it is locked with a password".into());
        }
        let deflated = match file.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => {
                return Err(format!(
                    "it is packed in a way that Kith cannot read ({other})"
                ));
            }
        };
        members.push(Member {
            path: file.name().map_err(said)?.replace('\\', "/"),
            size: file.size(),
            source: source.clone(),
            at: Packed {
                from: file.data_start().unwrap_or_default(),
                packed: file.compressed_size(),
                deflated,
            },
        });
    }
    Ok(members)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
