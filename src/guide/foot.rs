//! What stands below whatever is printed.

/// It in a few sentences; `origin` says what is printed, and the version comes behind it.
#[must_use]
pub fn line(origin: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "Information, not medical advice. {origin} {version}, text under CC BY 4.0. To report an error: guidepost about. In a crisis: guidepost crisis."
    )
}
