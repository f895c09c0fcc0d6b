//! Where a link leads.

/// The target of a link, as the contract's link forms have it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// `#section`: a place in the same guide.
    Here(String),
    /// `other-guide.md#section`: another guide, by its path relative to this one.
    Guide {
        /// The path as written, without the anchor.
        path: String,
        /// The section's id.
        section: Option<String>,
    },
    /// `term:off-label`: a term of the glossary.
    Term(String),
    /// `crisis:`: crisis help.
    Crisis,
    /// `questions:` or `questions:safety`: the questions to ask a clinic, all or a group.
    Questions(Option<String>),
    /// `clinics:` or `clinics:?state=CA`: the list of clinics, filtered.
    Clinics(String),
    /// `cost:` or `cost:iv`: the calculator, at a way of treatment; as it was left without one.
    Cost(String),
    /// Anything else, shown in full and never opened.
    Web(String),
}

impl Target {
    /// Reads a link's address.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let address = crate::plain::one_line(address);
        if let Some(id) = address.strip_prefix('#') {
            return Self::Here(decoded(id));
        }
        if let Some(term) = address.strip_prefix("term:") {
            return Self::Term(term.to_owned());
        }
        if address == "crisis:" {
            return Self::Crisis;
        }
        if let Some(group) = address.strip_prefix("questions:") {
            return Self::Questions(Some(group.to_owned()).filter(|group| !group.is_empty()));
        }
        if let Some(query) = address.strip_prefix("clinics:") {
            return Self::Clinics(query.to_owned());
        }
        if let Some(route) = address.strip_prefix("cost:") {
            return Self::Cost(route.to_owned());
        }
        let (path, section) = match address.split_once('#') {
            Some((path, section)) => (path, Some(decoded(section))),
            None => (address.as_str(), None),
        };
        let markdown = path.rsplit_once('.').is_some_and(|(stem, end)| {
            !stem.is_empty()
                && (end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
        });
        if markdown && !path.contains(':') && !path.starts_with('/') {
            return Self::Guide { path: decoded(path), section };
        }
        Self::Web(address)
    }

    /// The address as a reader would copy it.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Here(id) => format!("#{id}"),
            Self::Guide { path, section: None } => path.clone(),
            Self::Guide { path, section: Some(section) } => format!("{path}#{section}"),
            Self::Term(term) => format!("term:{term}"),
            Self::Crisis => "crisis:".to_owned(),
            Self::Questions(group) => format!("questions:{}", group.as_deref().unwrap_or("")),
            Self::Clinics(query) => format!("clinics:{query}"),
            Self::Cost(route) => format!("cost:{route}"),
            Self::Web(address) => address.clone(),
        }
    }
}

/// The path, from the top of a library, of what guide `from` calls `path`. None when it
/// lies above the top.
#[must_use]
pub fn joined(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Percent signs decoded where they stand for valid UTF-8; otherwise as written.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) if bytes[i] == b'%' => {
                out.push(byte);
                i += 3;
            }
            _ => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8(out).map_or_else(|_| text.to_owned(), |text| crate::plain::one_line(&text))
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn every_form_of_the_contract_is_told_apart() {
        assert_eq!(Target::parse("#a-b"), Target::Here("a-b".into()));
        assert_eq!(
            Target::parse("other.md#s"),
            Target::Guide { path: "other.md".into(), section: Some("s".into()) }
        );
        assert_eq!(
            Target::parse("../my%20notes.MD"),
            Target::Guide { path: "../my notes.MD".into(), section: None }
        );
        assert_eq!(Target::parse("term:off-label"), Target::Term("off-label".into()));
        assert_eq!(Target::parse("crisis:"), Target::Crisis);
        assert_eq!(Target::parse("questions:"), Target::Questions(None));
        assert_eq!(Target::parse("clinics:?state=CA"), Target::Clinics("?state=CA".into()));
        assert_eq!(Target::parse("cost:"), Target::Cost(String::new()));
        assert_eq!(Target::parse("cost:at-home"), Target::Cost("at-home".into()));
        assert_eq!(Target::parse("questions:cost"), Target::Questions(Some("cost".into())));
        for web in ["https://example.org/a.md", "mailto:a@b.c", "x.txt", ""] {
            assert_eq!(Target::parse(web), Target::Web(web.into()));
        }
    }

    #[test]
    fn broken_percent_signs_stay_as_written() {
        assert_eq!(Target::parse("#100%"), Target::Here("100%".into()));
        assert_eq!(Target::parse("#%ff"), Target::Here("%ff".into()));
    }
}
