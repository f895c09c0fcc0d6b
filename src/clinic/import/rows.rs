//! Rows of a CSV file, one after another: however long a cell or a file is, only a row is
//! held, and of it only so much.

use std::io::{self, Read};

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// Bytes of a cell that are kept.
pub const CELL: usize = 1024 * 1024;
/// Bytes of a row that are kept.
pub const ROW: usize = 8 * CELL;
/// Cells of a row that are kept.
const CELLS: usize = 4096;
/// What may stand between cells; the sign that is there most in the first line does.
const BETWEEN: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A row: its cells as bytes.
#[derive(Debug, Default)]
pub struct Row {
    /// The line it starts on, from 1.
    pub line: u64,
    /// How many cells it has, those that are not kept too.
    pub cells: usize,
    /// The first of its cells that was cut.
    pub cut: Option<usize>,
    /// True when a cell behind those that are kept says something.
    pub more: bool,
    /// The cells, a zero byte behind each: what is looked for never reaches into the next.
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Row {
    /// Cell `i`, from 0; empty when there is none.
    #[must_use]
    pub fn cell(&self, i: usize) -> &[u8] {
        let Some(end) = self.ends.get(i) else { return &[] };
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        &self.bytes[start..*end]
    }

    /// The cells that are kept.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.ends.len()).map(|i| self.cell(i))
    }

    /// All that is kept, with a zero byte behind each cell.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn clear(&mut self) {
        let Self { cells, cut, more, bytes, ends, .. } = self;
        (*cells, *cut, *more) = (0, None, false);
        bytes.clear();
        ends.clear();
    }

    /// Adds to the cell that is being read, of those that are kept.
    fn push(&mut self, part: &[u8], most: usize) {
        if self.cells >= most {
            self.more |= part.iter().any(|byte| !byte.is_ascii_whitespace());
            return;
        }
        let start = self.ends.last().map_or(0, |end| end + 1);
        let room = (start + CELL).min(ROW).saturating_sub(self.bytes.len());
        if part.len() > room {
            self.cut.get_or_insert(self.cells);
        }
        self.bytes.extend(&part[..part.len().min(room)]);
    }

    fn end(&mut self, most: usize) {
        if self.cells < most {
            self.ends.push(self.bytes.len());
            self.bytes.push(0);
        }
        self.cells += 1;
    }
}

/// The rows of a file.
pub struct Rows<R> {
    from: R,
    core: Reader,
    buffer: Box<[u8]>,
    /// What of the buffer is there to be read.
    start: usize,
    end: usize,
    /// No more can be read.
    over: bool,
    line: u64,
    read: u64,
    part: Box<[u8]>,
}

impl<R: Read> Rows<R> {
    /// Looks at the beginning of a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn new(from: R) -> io::Result<Self> {
        let size = 256 * 1024;
        let mut rows = Self {
            from,
            core: Reader::new(),
            buffer: vec![0; size].into(),
            start: 0,
            end: 0,
            over: false,
            line: 1,
            read: 0,
            part: vec![0; 16 * 1024].into(),
        };
        while rows.end < size && !rows.over {
            rows.more()?;
        }
        let begun = &rows.buffer[..rows.end];
        let first = begun.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let times = |sign: u8| memchr::memchr_iter(sign, first).count();
        // Of signs that are there as often the comma counts first.
        let between = BETWEEN.into_iter().rev().max_by_key(|sign| times(*sign));
        rows.core = ReaderBuilder::new().delimiter(between.unwrap_or(b',')).build();
        Ok(rows)
    }

    /// True for text of 16 bits a letter, which some programs call Unicode. To be asked
    /// before the first row is read.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        let begun = &self.buffer[..self.end];
        begun.starts_with(&[0xff, 0xfe]) || begun.starts_with(&[0xfe, 0xff])
    }

    /// Bytes that have been read.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Reads what comes behind the end of the buffer.
    fn more(&mut self) -> io::Result<()> {
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        loop {
            match self.from.read(&mut self.buffer[self.end..]) {
                Ok(0) => self.over = true,
                Ok(read) => {
                    self.end += read;
                    self.read += read as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            return Ok(());
        }
    }

    /// Reads the next row, of which at most `most` cells are kept; false when there is none.
    ///
    /// # Errors
    /// When the file cannot be read any further.
    pub fn next(&mut self, row: &mut Row, most: usize) -> io::Result<bool> {
        let most = most.min(CELLS);
        row.clear();
        // Empty lines are skipped here, so that the line of the row is known.
        loop {
            if self.start == self.end {
                if self.over {
                    return Ok(false);
                }
                self.more()?;
                continue;
            }
            match self.buffer[self.start] {
                b'\n' => self.line += 1,
                b'\r' => {}
                _ => break,
            }
            self.start += 1;
        }
        row.line = self.line;
        loop {
            if self.start == self.end && !self.over {
                self.more()?;
                continue;
            }
            let input = &self.buffer[self.start..self.end];
            let (result, taken, given) = self.core.read_field(input, &mut self.part);
            self.line += memchr::memchr_iter(b'\n', &input[..taken]).count() as u64;
            self.start += taken;
            row.push(&self.part[..given], most);
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => {
                    row.end(most);
                    if record_end {
                        return Ok(true);
                    }
                }
                ReadFieldResult::End => return Ok(row.cells > 0),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut rows = Rows::new(text).expect("rows");
        let (mut row, mut all) = (Row::default(), Vec::new());
        while rows.next(&mut row, CELLS).expect("a row") {
            let cells = row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned());
            all.push((row.line, cells.collect()));
        }
        all
    }

    #[test]
    fn rows_know_their_lines_and_cells() {
        let text = b"\xef\xbb\xbfa,b\r\n\r\n\"x\r\ny\",\"q\"\"q\"\r\nlast,";
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        assert_eq!(
            rows(text),
            [(1, cells(&["a", "b"])), (3, cells(&["x\r\ny", "q\"q"])), (5, cells(&["last", ""])),]
                as [(u64, Vec<String>); 3]
        );
        assert_eq!(rows(b""), []);
        assert_eq!(rows(b"a;b,c;d\n"), [(1, cells(&["a", "b,c", "d"]))] as [(u64, Vec<String>); 1]);
    }

    #[test]
    fn a_cell_without_an_end_is_cut() {
        let text = [b"a,b\n\"".to_vec(), vec![b'x'; 3 * CELL]].concat();
        let mut rows = Rows::new(&text[..]).expect("rows");
        let mut row = Row::default();
        assert!(rows.next(&mut row, 2).expect("a row"));
        assert!(rows.next(&mut row, 2).expect("a row"));
        assert_eq!((row.cut, row.cell(0).len(), row.cells), (Some(0), CELL, 1));
        assert!(!rows.next(&mut row, 2).expect("no row"));
    }
}
