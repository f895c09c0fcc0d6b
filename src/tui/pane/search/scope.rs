//! Where the search looks.

/// What of the library is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// The guide that was open, by its place on the shelf.
    Guide(usize),
    /// Questions with their answers.
    Questions,
    /// Clinics, by name, town and state.
    Clinics,
}

impl Scope {
    /// The scope as the index knows it.
    pub(super) fn of_index(self) -> crate::search::Scope {
        use crate::search::Scope as Kinds;
        let all = Kinds::default();
        let none = Kinds {
            no_sections: true,
            no_questions: true,
            no_terms: true,
            no_clinics: true,
            guide: None,
        };
        match self {
            Self::All => all,
            Self::Guide(guide) => Kinds { guide: Some(guide), ..all },
            Self::Questions => Kinds { no_questions: false, ..none },
            Self::Clinics => Kinds { no_clinics: false, ..none },
        }
    }
}
