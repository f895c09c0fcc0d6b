//! A part of the earth and the box of dots that it is fitted to.

use super::outlines::{Ring, west};
use crate::clinic::place::Point;

/// How far outside the outlines a point may be, in degrees: they are simplified.
const NEAR: f64 = 0.1;

/// A box of dots: its left upper corner and its size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    /// A part of it; everything in parts of 1.
    pub(super) fn part(self, left: f64, top: f64, width: f64, height: f64) -> Self {
        Self {
            left: self.left + left * self.width,
            top: self.top + top * self.height,
            width: width * self.width,
            height: height * self.height,
        }
    }
}

/// Places degrees on dots. A degree of longitude is as wide as it is at the middle latitude.
#[derive(Debug)]
pub(super) struct Frame {
    rings: Vec<&'static Ring>,
    west: f64,
    east: f64,
    south: f64,
    north: f64,
    /// What a degree of longitude is to one of latitude.
    narrow: f64,
    /// Dots for a degree of latitude.
    scale: f64,
    /// What the outlines take of the area.
    pub(super) area: Area,
}

impl Frame {
    /// As large as it can be in the middle of `area`; none without a ring.
    pub(super) fn fit(rings: Vec<&'static Ring>, area: Area) -> Option<Self> {
        let points = || rings.iter().flat_map(|ring| &ring.points);
        let (lons, lats) = (|| points().map(|point| point.lon), || points().map(|point| point.lat));
        let (west, east) = (lons().reduce(f64::min)?, lons().reduce(f64::max)?);
        let (south, north) = (lats().reduce(f64::min)?, lats().reduce(f64::max)?);
        let narrow = f64::midpoint(south, north).to_radians().cos();
        let (wide, high) = ((east - west) * narrow, north - south);
        // A line is drawn through the middles of dots, so one dot is not to be had.
        let room = |dots: f64| (dots - 1.0).max(0.0);
        let scale = (room(area.width) / wide).min(room(area.height) / high);
        let (width, height) = (wide * scale + 1.0, high * scale + 1.0);
        let area = Area {
            left: area.left + (area.width - width) / 2.0,
            top: area.top + (area.height - height) / 2.0,
            width,
            height,
        };
        Some(Self { rings, west, east, south, north, narrow, scale, area })
    }

    /// True for what is on the land shown, or beside it.
    pub(super) fn holds(&self, point: Point) -> bool {
        let lon = west(point.lon);
        (self.west - NEAR..=self.east + NEAR).contains(&lon)
            && (self.south - NEAR..=self.north + NEAR).contains(&point.lat)
    }

    /// Where it is in dots, from the left and from the top.
    pub(super) fn place(&self, point: Point) -> (f64, f64) {
        let x = (west(point.lon) - self.west) * self.narrow * self.scale;
        let y = (self.north - point.lat) * self.scale;
        (self.area.left + x + 0.5, self.area.top + y + 0.5)
    }

    /// The lines of its outlines, from and to, in dots.
    pub(super) fn lines(&self) -> impl Iterator<Item = [(f64, f64); 2]> + '_ {
        let pairs = self.rings.iter().flat_map(|ring| ring.points.windows(2));
        pairs.filter_map(|pair| match pair {
            [from, to] => Some([self.place(*from), self.place(*to)]),
            _ => None,
        })
    }
}
