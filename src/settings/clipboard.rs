//! What is known of the terminal's clipboard: whether it takes text by OSC 52.

/// The terminal's clipboard, as far as the environment tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clipboard {
    /// The terminal is one that is known to take text.
    pub known: bool,
    /// tmux stands between, which passes text on only when it is wrapped.
    pub tmux: bool,
}

impl Clipboard {
    /// Reads it from `set`, which gives an environment variable that is not empty.
    pub(super) fn of(set: impl Fn(&str) -> Option<String>) -> Self {
        let term = set("TERM").unwrap_or_default();
        let program = set("TERM_PROGRAM").unwrap_or_default();
        let tmux = set("TMUX").is_some();
        let between = tmux || set("STY").is_some() || term.starts_with("screen");
        let named = ["kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "rio"];
        // iTerm2 asks first whether programs may have the clipboard, so it is none of these.
        let known = named.iter().any(|name| term.contains(name))
            || ["WezTerm", "ghostty", "rio"].contains(&program.as_str())
            || set("WT_SESSION").is_some();
        Self { known: known && !between, tmux }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(vars: &[(&str, &str)]) -> Clipboard {
        Clipboard::of(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn only_terminals_known_to_take_text_are_trusted_and_none_behind_another_program() {
        assert!(of(&[("TERM", "xterm-kitty")]).known);
        assert!(of(&[("TERM", "xterm-256color"), ("WT_SESSION", "x")]).known);
        assert!(!of(&[("TERM", "xterm-256color")]).known);
        assert!(!of(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")]).known);
        let inside = of(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/x,1,0")]);
        assert_eq!(inside, Clipboard { known: false, tmux: true });
        assert!(!of(&[("TERM", "screen-256color"), ("TERM_PROGRAM", "WezTerm")]).known);
    }
}
