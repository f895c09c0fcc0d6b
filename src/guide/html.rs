//! HTML in Markdown: the tags go, the words stay.

/// The words of a stretch of HTML, one entry a paragraph.
///
/// Tags, comments and declarations are left out; a tag that starts a block ends the
/// paragraph. Character references for the common signs are decoded. An image gives
/// its alternative text.
#[must_use]
pub fn words(html: &str) -> Vec<String> {
    let mut out = Words::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.text(&rest[..open]);
        rest = &rest[open..];
        match markup(rest) {
            Some((Markup::Tag(tag), end)) => {
                out.tag(tag);
                rest = &rest[end..];
            }
            Some((Markup::Text(text), end)) => {
                out.text(text);
                rest = &rest[end..];
            }
            None => {
                out.text("<");
                rest = &rest[1..];
            }
        }
    }
    out.text(rest);
    out.finish()
}

/// True for `<br>` in any spelling.
#[must_use]
pub fn is_break(tag: &str) -> bool {
    name(tag) == "br"
}

/// The alternative text of an `<img>` tag.
#[must_use]
pub fn alt(tag: &str) -> Option<String> {
    if name(tag) != "img" {
        return None;
    }
    let lower = tag.to_ascii_lowercase();
    let start = lower.find("alt=")? + 4;
    let value = &tag[start..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next().map(decoded)
}

enum Markup<'a> {
    /// A tag with its signs, or a comment or declaration (whose name is empty).
    Tag(&'a str),
    /// Text that stands between signs of its own, as in CDATA.
    Text(&'a str),
}

/// The markup at the start of `html`, which begins with `<`, and its length.
fn markup(html: &str) -> Option<(Markup<'_>, usize)> {
    if let Some(body) = html.strip_prefix("<!--") {
        let end = body.find("-->").map_or(html.len(), |i| i + 7);
        return Some((Markup::Tag(""), end));
    }
    if let Some(body) = html.strip_prefix("<![CDATA[") {
        let end = body.find("]]>");
        let text = &body[..end.unwrap_or(body.len())];
        return Some((Markup::Text(text), end.map_or(html.len(), |i| i + 12)));
    }
    let next = html[1..].chars().next()?;
    if !(next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) {
        return None;
    }
    let mut quote = None;
    for (i, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((Markup::Tag(&html[..=i]), i + 1)),
            (None, '"' | '\'') if html[..i].ends_with('=') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    None
}

fn name(tag: &str) -> String {
    let inner = tag.trim_start_matches(['<', '/']);
    inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// Elements that flow within a line; every other tag ends the paragraph.
const WITHIN: &str = " a abbr b bdi bdo cite code data del dfn em font i img input ins kbd label \
    mark q s samp small span strike strong sub sup time tt u var wbr ";

#[derive(Default)]
struct Words {
    paragraphs: Vec<String>,
    current: String,
}

impl Words {
    fn text(&mut self, text: &str) {
        self.current.push_str(&decoded(text));
    }

    fn tag(&mut self, tag: &str) {
        if let Some(alt) = alt(tag) {
            self.current.push_str(&alt);
            return;
        }
        let name = name(tag);
        if !name.is_empty() && !WITHIN.contains(&format!(" {name} ")) {
            self.end();
        }
    }

    fn end(&mut self) {
        let words = std::mem::take(&mut self.current);
        for paragraph in words.split("\n\n") {
            let line = crate::plain::one_line(paragraph);
            if !line.is_empty() {
                self.paragraphs.push(line);
            }
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.end();
        self.paragraphs
    }
}

/// `text` with its character references decoded.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let reference = rest[1..].find(';').filter(|end| *end <= 8).map(|end| &rest[1..=end]);
        if let Some((reference, c)) = reference.and_then(|r| Some((r, sign(r)?))) {
            out.push(c);
            rest = &rest[reference.len() + 2..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The sign a character reference stands for, its `&` and `;` taken off.
fn sign(reference: &str) -> Option<char> {
    if let Some(number) = reference.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |h| u32::from_str_radix(h, 16).ok())?;
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "copy" => '\u{a9}',
        "reg" => '\u{ae}',
        "trade" => '\u{2122}',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "bull" => '•',
        "rarr" => '→',
        "larr" => '←',
        "times" => '×',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        assert_eq!(
            words(
                "<details>\n<summary>What <b>is</b> it?</summary>\nAn <i>answer</i>.\n</details>"
            ),
            ["What is it?", "An answer."]
        );
        assert_eq!(words("<p title='a > b'>x &lt; y</p><!-- no --> <br/>z"), ["x < y", "z"]);
    }

    #[test]
    fn unfinished_markup_is_text() {
        assert_eq!(words("a < b & c &#x41; <open"), ["a < b & c A <open"]);
    }

    #[test]
    fn an_image_gives_its_alternative_text() {
        assert_eq!(words("<img src=x alt=\"A map\"/> here"), ["A map here"]);
    }
}
