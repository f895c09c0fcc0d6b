//! The sums of the calculator, and what is made of them.

mod any_text;
mod fixed_points;
mod papers;
mod plan_files;
mod plans;
mod properties;
mod reference;
mod refused;
mod reports;
