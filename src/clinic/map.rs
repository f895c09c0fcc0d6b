//! A map of the United States in signs: outlines of states, and points on them.

mod canvas;
mod frame;
mod outlines;
#[cfg(test)]
mod tests;

use canvas::{ASCII, BRAILLE, Canvas, Signs};
use frame::{Area, Frame};

use super::place::Point;

/// More columns or rows than this are not drawn.
const MOST: u16 = 1000;

/// How many states are named in words where there are more than [`FEW`].
const NAMED: usize = 2;

/// So many states are all named in words.
const FEW: usize = 3;

/// What a map shows. It keeps the shape of the land, in the middle of the box it is given.
///
/// Alaska and Hawaii stand small at the lower left of the whole country, and at their true
/// place where states are named. Territories have no outline.
#[derive(Debug, Clone, Copy, Default)]
pub struct Map<'a> {
    /// Two letters each; none for the whole country.
    pub states: &'a [&'a str],
    /// What is marked.
    pub points: &'a [Point],
    /// What is marked before all others.
    pub chosen: Option<Point>,
}

impl Map<'_> {
    /// A line for each row, in braille: `•` for a point, a digit for several in one cell, `+`
    /// for more than nine, `@` for the chosen one. At most a thousand columns and rows.
    #[must_use]
    pub fn draw(&self, columns: usize, rows: usize) -> Vec<String> {
        self.drawn_with(BRAILLE, columns, rows)
    }

    /// The same with `.` for outlines and `o` for a point.
    #[must_use]
    pub fn ascii(&self, columns: usize, rows: usize) -> Vec<String> {
        self.drawn_with(ASCII, columns, rows)
    }

    /// How many points are outside what the map shows, and so not drawn.
    #[must_use]
    pub fn left_out(&self) -> usize {
        let frames = self.frames(MOST, MOST);
        self.points.iter().filter(|point| frame_of(&frames, **point).is_none()).count()
    }

    fn drawn_with(&self, signs: Signs, columns: usize, rows: usize) -> Vec<String> {
        let limited = |size: usize| u16::try_from(size).unwrap_or(MOST).min(MOST);
        let (columns, rows) = (limited(columns), limited(rows));
        let frames = self.frames(columns, rows);
        let mut canvas = Canvas::new(signs, columns.into(), rows.into());
        frames.iter().flat_map(Frame::lines).for_each(|line| canvas.line(line));
        let place = |point: &Point| frame_of(&frames, *point).map(|frame| frame.place(*point));
        self.points.iter().filter_map(place).for_each(|place| canvas.point(place));
        if let Some(place) = self.chosen.as_ref().and_then(place) {
            canvas.choose(place);
        }
        canvas.text()
    }

    /// What is shown, each part with the box it has.
    fn frames(&self, columns: u16, rows: u16) -> Vec<Frame> {
        let whole = Area {
            left: 0.0,
            top: 0.0,
            width: 2.0 * f64::from(columns),
            height: 4.0 * f64::from(rows),
        };
        let fit = |shown: &dyn Fn(&str) -> bool, area: Area| {
            let rings = outlines::all().iter().filter(|ring| shown(ring.state));
            Frame::fit(rings.collect(), area)
        };
        if !self.states.is_empty() {
            return fit(&|state| self.states.contains(&state), whole).into_iter().collect();
        }
        let Some(main) = fit(&|state| !matches!(state, "AK" | "HI"), whole) else {
            return Vec::new();
        };
        let alaska = fit(&|state| state == "AK", main.area.part(0.0, 0.75, 0.24, 0.25));
        let hawaii = fit(&|state| state == "HI", main.area.part(0.26, 0.86, 0.13, 0.14));
        [Some(main), alaska, hawaii].into_iter().flatten().collect()
    }
}

/// The frame that a point is in.
fn frame_of(frames: &[Frame], point: Point) -> Option<&Frame> {
    frames.iter().find(|frame| frame.holds(point))
}

/// How many points are in which states, the most first, for those who do not see the map:
/// `WA 12, OR 5 and 3 more states`.
#[must_use]
pub fn in_words(points_by_state: &[(String, usize)]) -> String {
    let mut states: Vec<_> = points_by_state.iter().filter(|(_, points)| *points > 0).collect();
    states.sort_by(|(a, a_points), (b, b_points)| b_points.cmp(a_points).then_with(|| a.cmp(b)));
    let named = if states.len() > FEW { NAMED } else { states.len() };
    let more = states.len() - named;
    let mut parts: Vec<String> =
        states.iter().take(named).map(|(state, points)| format!("{state} {points}")).collect();
    if more > 0 {
        parts.push(format!("{more} more states"));
    }
    match parts.split_last() {
        None => "no state".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}
