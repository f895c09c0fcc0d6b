//! The sums of the calculator.

mod fixed_points;
mod papers;
