//! Dots, and the signs they make a cell at a time.

/// What a map is drawn with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    /// Dots of a cell, from left to right.
    pub(super) across: usize,
    /// Dots of a cell, from top to bottom.
    pub(super) down: usize,
    /// A cell of the outline, from its dots: the first is the lowest bit, columns come first.
    pub(super) outline: fn(u8) -> char,
    /// A cell with one point.
    pub(super) point: char,
}

/// Two by four dots a cell.
pub(super) const BRAILLE: Signs = Signs { across: 2, down: 4, outline: braille, point: '•' };

/// One dot a cell.
pub(super) const ASCII: Signs = Signs { across: 1, down: 1, outline: |_| '.', point: 'o' };

/// Braille numbers its dots down the first three rows, and then along the fourth.
fn braille(dots: u8) -> char {
    const BITS: [u32; 8] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];
    let set = BITS.iter().enumerate().filter(|(dot, _)| dots >> dot & 1 == 1);
    char::from_u32(0x2800 + set.map(|(_, bit)| bit).sum::<u32>()).unwrap_or(' ')
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    dots: u8,
    points: u8,
    chosen: bool,
}

/// Cells in rows. Places are in dots of braille, whatever it is drawn with.
#[derive(Debug)]
pub(super) struct Canvas {
    signs: Signs,
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
}

impl Canvas {
    pub(super) fn new(signs: Signs, columns: usize, rows: usize) -> Self {
        Self { signs, columns, rows, cells: vec![Cell::default(); columns * rows] }
    }

    /// Draws a line between two places.
    pub(super) fn line(&mut self, [from, to]: [(f64, f64); 2]) {
        let (across, down) = (self.signs.across, self.signs.down);
        let (from, to) = (scaled(from, across, down), scaled(to, across, down));
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let steps = whole(x.abs().max(y.abs()).ceil()).max(1);
        for step in 0..=steps {
            let part = ratio(step, steps);
            let (x, y) = (whole(from.0 + x * part), whole(from.1 + y * part));
            let dot = x % across * down + y % down;
            if let Some(cell) = self.cell(x / across, y / down) {
                cell.dots |= 1 << dot;
            }
        }
    }

    /// Adds a point to the cell of a place.
    pub(super) fn point(&mut self, place: (f64, f64)) {
        if let Some(cell) = self.at(place) {
            cell.points = cell.points.saturating_add(1);
        }
    }

    /// Marks the cell of a place as the chosen one.
    pub(super) fn choose(&mut self, place: (f64, f64)) {
        if let Some(cell) = self.at(place) {
            cell.chosen = true;
        }
    }

    /// The cell of a place, the nearest one for a place a little outside.
    fn at(&mut self, place: (f64, f64)) -> Option<&mut Cell> {
        let (x, y) = scaled(place, 1, 1);
        let (last_column, last_row) = (self.columns.checked_sub(1)?, self.rows.checked_sub(1)?);
        self.cell(whole(x).min(last_column), whole(y).min(last_row))
    }

    fn cell(&mut self, column: usize, row: usize) -> Option<&mut Cell> {
        if column < self.columns { self.cells.get_mut(row * self.columns + column) } else { None }
    }

    /// A line of text for each row, all of the same width.
    pub(super) fn text(&self) -> Vec<String> {
        let row = |row: usize| {
            let cells = self.cells.iter().skip(row * self.columns).take(self.columns);
            cells.map(|cell| self.sign(*cell)).collect()
        };
        (0..self.rows).map(row).collect()
    }

    fn sign(&self, cell: Cell) -> char {
        match cell {
            Cell { chosen: true, .. } => '@',
            Cell { points: 0, dots: 0, .. } => ' ',
            Cell { points: 0, dots, .. } => (self.signs.outline)(dots),
            Cell { points: 1, .. } => self.signs.point,
            Cell { points: points @ 2..=9, .. } => char::from(b'0' + points),
            Cell { .. } => '+',
        }
    }
}

/// A place in dots of braille, in dots of which so many make a cell.
#[allow(clippy::cast_precision_loss)] // at most four dots
fn scaled((x, y): (f64, f64), across: usize, down: usize) -> (f64, f64) {
    (x * across as f64 / BRAILLE.across as f64, y * down as f64 / BRAILLE.down as f64)
}

#[allow(clippy::cast_precision_loss)] // at most the dots of a window
fn ratio(part: usize, of: usize) -> f64 {
    part as f64 / of as f64
}

/// The dot that a place is in; the first one for what lies before it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a cast stops at the ends
fn whole(place: f64) -> usize {
    place as usize
}
