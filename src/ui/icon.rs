//! The icon set: own line drawings on a 24-unit grid, always hidden from screen readers.

use leptos::prelude::*;

/// Every icon the product uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Add,
    ArrowLeft,
    ArrowRight,
    Book,
    Check,
    ChevronDown,
    Close,
    Copy,
    Cross,
    Definition,
    Delete,
    Derived,
    Document,
    Dataset,
    Down,
    Download,
    Edit,
    Estimate,
    Factory,
    File,
    Filter,
    Flag,
    Gauge,
    Info,
    Language,
    Link,
    Menu,
    Moon,
    Play,
    Print,
    Question,
    Redo,
    Screen,
    Search,
    Settings,
    Share,
    Sort,
    Sun,
    Swap,
    Table,
    Undo,
    Up,
    Upload,
    Warning,
}

impl IconName {
    /// Path data of the drawing.
    fn path(self) -> &'static str {
        match self {
            Self::Add => "M12 5v14M5 12h14",
            Self::ArrowLeft => "M19 12H5M11 6l-6 6 6 6",
            Self::ArrowRight => "M5 12h14M13 6l6 6-6 6",
            Self::Book => "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::ChevronDown => "M6 9l6 6 6-6",
            Self::Close | Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Definition => "M5 9h14M5 15h14",
            Self::Delete => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
            Self::Derived => "M4 18c4 0 5-12 9-12M7 11h8M15 13l5 6M20 13l-5 6",
            Self::Document => "M6 3h8l4 4v14H6zM14 3v4h4M9 13l2 2 4-4",
            Self::Dataset => {
                "M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"
            }
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::Edit => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
            Self::Estimate => "M4 10c3-4 5-4 8-1s5 3 8-1M4 17c3-4 5-4 8-1s5 3 8-1",
            Self::Factory => "M3 20V10l6 4v-4l6 4V4h4v16zM8 17h1M13 17h1",
            Self::File => "M6 3h8l4 4v14H6zM14 3v4h4",
            Self::Filter => "M4 5h16l-6 8v6l-4-2v-4z",
            Self::Flag => "M6 21V4h12l-3 4 3 4H6",
            Self::Gauge => "M4 17a8 8 0 1 1 16 0M12 17l4-6M7 17h.01M17 17h.01",
            Self::Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5v.1",
            Self::Language => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"
            }
            Self::Link => "M10 14l4-4M9 8l2-2a4 4 0 0 1 6 6l-2 2M15 16l-2 2a4 4 0 0 1-6-6l2-2",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Moon => "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z",
            Self::Play => "M7 4l12 8-12 8z",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Question => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 .9-1 1.7M12 16.8v.1"
            }
            Self::Redo => "M15 5l4 4-4 4M19 9H9a5 5 0 0 0 0 10h4",
            Self::Screen => "M3 5h18v11H3zM12 16v4M8 20h8",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5v-5M9 19.5v-5",
            Self::Share => "M12 15V4M8 8l4-4 4 4M6 12H5v8h14v-8h-1",
            Self::Sort => "M8 5v14M5 16l3 3 3-3M16 19V5M13 8l3-3 3 3",
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"
            }
            Self::Swap => "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
            Self::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
            Self::Undo => "M9 5L5 9l4 4M5 9h10a5 5 0 0 1 0 10h-4",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Upload => "M12 16V5M7 9l5-5 5 5M5 20h14",
            Self::Warning => "M12 4L2.5 20h19zM12 10v5M12 17.4v.1",
        }
    }
}

/// A line drawing of the size of the surrounding text.
#[component]
pub fn Icon(
    /// Which drawing.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="lt-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
}
