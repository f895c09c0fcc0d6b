//! What a reader can do. The doc comment of an action is its line in every list of keys;
//! `also` are words that it is looked for by, since other programs call it so.

use strum::{EnumIter, EnumMessage, EnumProperty, EnumString, IntoStaticStr};

/// An action of the terminal reader.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    EnumMessage,
    EnumProperty,
    EnumString,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Action {
    /// leave now, blank screen
    #[strum(props(also = "exit"))]
    Leave,
    /// crisis help
    Crisis,
    /// every key that works here
    #[strum(props(also = "keys shortcuts"))]
    Help,
    /// a menu of what works here
    Menu,
    /// go to anything by name
    Palette,
    /// back; at the top, leave
    #[strum(props(also = "exit close"))]
    Quit,
    /// one level back
    Back,
    /// the list of guides
    Guides,
    /// FAQ: all questions
    Faq,
    /// the list of clinics
    Clinics,
    /// the cost calculator
    Cost,
    /// search everything
    Search,
    /// filter and order clinics
    Filters,
    /// miles from a place
    Place,
    /// mark a clinic to compare
    Compare,
    /// take all marks away
    ClearMarks,
    /// a map of the clinics found
    Map,
    /// price into the calculator
    TakePrice,
    /// undo, in the calculator
    Undo,
    /// print the estimate
    Print,
    /// next line or item
    Down,
    /// previous line or item
    Up,
    /// next page
    PageDown,
    /// previous page
    PageUp,
    /// half a page down
    HalfPageDown,
    /// half a page up
    HalfPageUp,
    /// to the beginning
    Top,
    /// to the end
    Bottom,
    /// to the outline, or close
    Left,
    /// open, or into the text
    Right,
    /// open what is marked
    Act,
    /// next link or question
    NextStop,
    /// previous link or question
    PreviousStop,
    /// back to where you were
    Backward,
    /// forward again
    Forward,
    /// find words, filter a list
    Find,
    /// next match
    NextMatch,
    /// previous match
    PreviousMatch,
    /// next section
    NextSection,
    /// previous section
    PreviousSection,
    /// outline on or off
    Outline,
    /// open or close this answer
    #[strum(props(also = "expand collapse"))]
    ToggleAnswer,
    /// open or close all answers
    #[strum(props(also = "expand collapse"))]
    ToggleAllAnswers,
    /// open this answer
    OpenAnswer,
    /// close this answer
    CloseAnswer,
    /// open all answers
    OpenAllAnswers,
    /// close all answers
    CloseAllAnswers,
    /// copy this item
    Copy,
    /// copy this whole section
    CopySection,
    /// wider lines
    Wider,
    /// narrower lines
    Narrower,
    /// roomy lines on or off
    Roomy,
    /// next theme
    #[strum(props(also = "colors colours dark light"))]
    Theme,
    /// mouse clicks on or off
    Mouse,
    /// faults found in files
    Faults,
    /// hide all; again: come back
    Neutral,
    /// draw the screen again
    Redraw,
    /// suspend; `fg` comes back
    Suspend,
}

impl Action {
    /// What it does, in a few words.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.get_documentation().unwrap_or_default()
    }

    /// What it is called beside that: in the key table, and by other programs.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let also = self.get_str("also").unwrap_or_default();
        [self.into()].into_iter().chain(also.split_whitespace())
    }

    /// True for what hides or ends the reading: it waits for nothing.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        matches!(self, Self::Leave | Self::Crisis | Self::Neutral | Self::Suspend | Self::Redraw)
    }

    /// True for what does nothing useful before a guide's headings are known.
    #[must_use]
    pub fn needs_outline(self) -> bool {
        matches!(
            self,
            Self::Faq
                | Self::Palette
                | Self::Find
                | Self::Left
                | Self::Outline
                | Self::NextSection
                | Self::PreviousSection
                | Self::ToggleAnswer
                | Self::ToggleAllAnswers
                | Self::OpenAnswer
                | Self::CloseAnswer
                | Self::OpenAllAnswers
                | Self::CloseAllAnswers
                | Self::CopySection
        )
    }

    /// A word or two for the footer.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Crisis => "crisis",
            Self::Help => "keys",
            Self::Quit | Self::Back => "back",
            Self::Guides => "guides",
            Self::Faq => "questions",
            Self::Menu => "menu",
            Self::Palette => "go to",
            Self::Clinics => "clinics",
            Self::Cost => "cost",
            Self::TakePrice => "cost here",
            Self::Undo => "undo",
            Self::Print => "print",
            Self::Search => "search",
            Self::Filters => "filters",
            Self::Place => "near",
            Self::Compare => "compare",
            Self::Map => "map",
            Self::Find => "find",
            Self::NextMatch => "next match",
            Self::PreviousMatch => "match before",
            Self::Copy => "copy",
            Self::Faults => "faults",
            Self::Neutral => "hide",
            Self::Theme => "theme",
            Self::Down => "down",
            Self::Up => "up",
            Self::PageDown => "page",
            Self::PageUp => "page up",
            Self::Act => "open",
            Self::NextStop => "next link",
            Self::Backward => "where I was",
            Self::NextSection => "section",
            Self::Outline | Self::Left => "outline",
            Self::Right => "text",
            Self::ToggleAllAnswers => "all answers",
            other => other.help(),
        }
    }
}
