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
    let whole = Stretch {
        source: source.clone(),
        at: 0,
        end: source.size(),
    };
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
