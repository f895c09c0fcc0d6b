//! Crisis lines: always at hand, whatever else is broken.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::guide::block::{Block, Face, Inline, Item, Kind, faced, plain};
use crate::guide::front_matter::{date, field};

/// The id under which crisis help stands among the guides.
pub const ID: &str = "crisis-help";

/// The crisis lines as bundled with the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// When the lines were last checked.
    #[serde(deserialize_with = "date")]
    pub checked: Option<Date>,
    /// What the page is called.
    pub title: String,
    /// A few words before the lines.
    pub lead: String,
    /// What the box at the beginning of a guide says, in Markdown: one way to get help each.
    #[serde(default, rename = "box")]
    pub in_box: Vec<String>,
    /// The lines, the most useful first.
    #[serde(rename = "line")]
    pub lines: Vec<Line>,
    /// What people wonder about before they call.
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
}

/// One line a person can call, text or chat with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub who: String,
    /// Ways to reach it, each a short instruction.
    pub reach: Vec<String>,
    /// When it answers.
    #[serde(default)]
    pub hours: Option<String>,
    /// What it costs.
    #[serde(default)]
    pub cost: Option<String>,
    /// Languages spoken.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The fact it rests on.
    pub fact: String,
}

/// What a call is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// A few sentences.
    pub text: String,
    /// The fact they rest on.
    pub fact: String,
}

impl Crisis {
    /// The lines as a page: what to do first, then who is there.
    ///
    /// Each line begins with how to reach it, so that a reader who sees only the first
    /// lines of the screen can act on them.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let items = self.lines.iter().map(|line| Item { task: None, blocks: vec![line.block()] });
        let kind = Kind::List { start: None, items: items.collect(), tight: false };
        let mut blocks = vec![Block { at: 0, kind }, Block::paragraph(&self.lead)];
        blocks.extend(self.notes.iter().map(|note| Block::paragraph(&note.text)));
        if let Some(date) = self.checked {
            blocks.push(Block::paragraph(&format!(
                "guidepost is offline: it cannot call or text for you. Numbers checked {date}."
            )));
        }
        blocks
    }
}

impl Crisis {
    /// The numbers to call or to write to and the addresses, each once, in the order in which
    /// they stand in [`Self::blocks`].
    #[must_use]
    pub fn numbers(&self) -> Vec<String> {
        let words = self.lines.iter().flat_map(|line| &line.reach);
        let words = words.flat_map(|way| way.split_whitespace());
        let words = words.map(|word| word.trim_end_matches(['.', ',', ';']).to_owned());
        let is_number = |word: &String| {
            word.chars().filter(char::is_ascii_digit).count() >= 3 || word.contains('.')
        };
        let mut numbers: Vec<String> = Vec::new();
        for number in words.filter(is_number) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// What to do first, in a line.
    #[must_use]
    pub fn first(&self) -> String {
        let first = self.in_box.first().map(|way| way.replace("**", "")).unwrap_or_default();
        format!("{}: {first}", self.title)
    }

    /// The box of Markdown with which each guide begins.
    #[must_use]
    pub fn boxed(&self) -> String {
        let mut text = String::from("> [!IMPORTANT]\n");
        text.push_str("> **Need help now?** You do not have to wait.\n>\n");
        text.extend(self.in_box.iter().map(|way| format!("> - {way}\n")));
        text.push_str(">\n> More lines: [crisis help](crisis:).\n");
        text
    }
}

impl Crisis {
    /// The lines as the text of a guide: whom they are for comes first, so that nobody who
    /// reads from the top thinks that they are too well to call.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = String::from("+++\n");
        text.push_str(&field("title", &self.title));
        text.push_str(&field("summary", &self.lead));
        text.extend(self.checked.map(|date| format!("reviewed = {date}\n")));
        text.push_str(&format!("+++\n\n{}\n\n", self.lead));
        for line in &self.lines {
            let (reach, about) = (line.reach.join(". "), line.about());
            text.push_str(&format!("- **{reach}.**[^{}]\\\n  {about}\n", line.fact));
        }
        for note in &self.notes {
            text.push_str(&format!("\n{}[^{}]\n", note.text, note.fact));
        }
        text
    }
}

impl Line {
    fn block(&self) -> Block {
        let mut inlines = faced(&self.reach.join(". "), Face { bold: true, ..Face::default() });
        inlines.extend(plain("."));
        inlines.push(Inline::Break);
        inlines.extend(plain(&self.about()));
        Block { at: 0, kind: Kind::Paragraph(inlines) }
    }

    /// What it is, for whom, when and at what cost.
    fn about(&self) -> String {
        let mut about = vec![format!("{}: {}", self.name, self.who)];
        about.extend(self.hours.clone());
        about.extend(self.cost.clone());
        if !self.languages.is_empty() {
            about.push(self.languages.join(", "));
        }
        let about: Vec<_> = about.iter().map(|part| part.trim_end_matches('.')).collect();
        format!("{}.", about.join(". "))
    }
}
