//! Web addresses that stand in text become links.

use std::sync::Arc;

use crate::guide::block::{Inline, Run};
use crate::guide::link::Target;

/// How an address begins.
const STARTS: [&str; 3] = ["http://", "https://", "www."];

/// Inlines in which every web address in plain text is a link.
pub fn linked(inlines: Vec<Inline>) -> Vec<Inline> {
    let plain = |inline: &Inline| match inline {
        Inline::Text(run) => run.link.is_none() && !run.face.code && next(&run.text, 0).is_some(),
        _ => false,
    };
    if !inlines.iter().any(plain) {
        return inlines;
    }
    let mut out = Vec::with_capacity(inlines.len() + 2);
    for inline in inlines {
        match inline {
            Inline::Text(run) if run.link.is_none() && !run.face.code => split(&run, &mut out),
            other => out.push(other),
        }
    }
    out
}

/// Adds a run to `out`, cut where addresses begin and end.
fn split(run: &Run, out: &mut Vec<Inline>) {
    let mut done = 0;
    let mut piece = |range: std::ops::Range<usize>, link: Option<Arc<Target>>| {
        if !range.is_empty() {
            let (text, at) = (run.text[range.clone()].to_owned(), run.at + range.start);
            out.push(Inline::Text(Run { text, at, face: run.face, link }));
        }
    };
    while let Some((start, end)) = next(&run.text, done) {
        piece(done..start, None);
        piece(start..end, Some(Arc::new(Target::Web(run.text[start..end].to_owned()))));
        done = end;
    }
    piece(done..run.text.len(), None);
}

/// Where the next address at or after byte `from` starts and ends.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut from = from;
    loop {
        let starts =
            STARTS.iter().filter_map(|start| Some((text[from..].find(start)? + from, *start)));
        let (start, sign) = starts.min_by_key(|(at, _)| *at)?;
        let before = text[..start].chars().next_back();
        let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '('));
        let rest = &text[start..];
        let end = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
        let address = trimmed(&rest[..end]);
        let host = address.strip_prefix(sign).unwrap_or("");
        let host = host.split(['/', '?', '#']).next().unwrap_or("");
        let named = host.starts_with(|c: char| c.is_alphanumeric());
        if apart && named && (sign == "www." || host.contains('.') || host.starts_with("localhost"))
        {
            return Some((start, start + address.len()));
        }
        from = start + sign.len();
    }
}

/// An address without the punctuation of the sentence it stands in.
fn trimmed(address: &str) -> &str {
    let mut address = address;
    loop {
        let shorter =
            address.trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '"']);
        let opened = shorter.matches('(').count();
        let closed = shorter.matches(')').count();
        let shorter =
            if closed > opened { shorter.strip_suffix(')').unwrap_or(shorter) } else { shorter };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    fn found(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        let mut from = 0;
        while let Some((start, end)) = next(text, from) {
            all.push(&text[start..end]);
            from = end;
        }
        all
    }

    #[test]
    fn addresses_end_before_the_punctuation_of_the_sentence() {
        assert_eq!(
            found("See https://a.example/x_y?q=1, or (www.b.example/c(d))."),
            ["https://a.example/x_y?q=1", "www.b.example/c(d)"]
        );
        assert_eq!(found("http://c.example"), ["http://c.example"]);
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        assert_eq!(
            found("https:// http://. xhttps://a.example www. é https://nodot"),
            Vec::<&str>::new()
        );
    }
}
