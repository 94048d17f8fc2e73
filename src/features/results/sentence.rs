//! Sentences with figures in them that open their own explanation.

use crate::features::why::{Subject, WhyPanel};
use crate::ui::{Trend, WhyFigure};
use leptos::prelude::*;

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// As it stands in the sentence.
    pub text: String,
    /// What a screen reader says, action included.
    pub name: String,
    /// What it opens.
    pub subject: Subject,
    pub trend: Trend,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Words(String),
    Figure(Figure),
}

/// Cuts a finished sentence at its figures. Every language has its own order, so the figures are
/// looked for; one that cannot be found stays plain words.
pub fn cut(sentence: &str, figures: Vec<Figure>) -> Vec<Piece> {
    // The longest first: "1 t" must not be found inside "11 t".
    let mut figures = figures;
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.text.len()));
    let mut taken: Vec<(usize, Figure)> = Vec::new();
    for figure in figures.into_iter().filter(|figure| !figure.text.is_empty()) {
        let free = sentence.match_indices(&figure.text).map(|(at, _)| at).find(|at| {
            let end = at + figure.text.len();
            taken.iter().all(|(from, other)| end <= *from || from + other.text.len() <= *at)
        });
        if let Some(at) = free {
            taken.push((at, figure));
        }
    }
    taken.sort_by_key(|(at, _)| *at);
    let mut pieces = Vec::new();
    let mut done = 0;
    for (at, figure) in taken {
        let end = at + figure.text.len();
        words(&mut pieces, sentence.get(done..at));
        pieces.push(Piece::Figure(figure));
        done = end;
    }
    words(&mut pieces, sentence.get(done..));
    pieces
}

fn words(pieces: &mut Vec<Piece>, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        pieces.push(Piece::Words(text.to_owned()));
    }
}

/// The pieces one after the other.
#[component]
pub fn Sentence(
    /// What to show.
    #[prop(into)]
    pieces: Signal<Vec<Piece>>,
) -> impl IntoView {
    let panel = WhyPanel::expect();
    move || {
        let show = |piece: Piece| match piece {
            Piece::Words(text) => text.into_any(),
            Piece::Figure(figure) => {
                let subject = figure.subject;
                view! {
                    <WhyFigure
                        text=figure.text
                        name=figure.name
                        trend=figure.trend
                        on_why=move |()| panel.open(subject)
                    />
                }
                .into_any()
            }
        };
        pieces.get().into_iter().map(show).collect_view()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::explain::Case;
    use lantian_engine::metric::Metric;

    fn figure(text: &str) -> Figure {
        Figure {
            text: text.to_owned(),
            name: String::new(),
            subject: Subject::Figure { metric: Metric::Co2e, case: Case::Saving },
            trend: Trend::Same,
        }
    }

    fn shape(pieces: &[Piece]) -> Vec<String> {
        let text = |piece: &Piece| match piece {
            Piece::Words(text) => text.clone(),
            Piece::Figure(figure) => format!("[{}]", figure.text),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn figures_are_found_in_any_order() {
        let figures = || vec![figure("2.4 years"), figure("11 t"), figure("1 t")];
        let pieces = cut("Cuts 11 t and 1 t in 2.4 years.", figures());
        assert_eq!(shape(&pieces), ["Cuts ", "[11 t]", " and ", "[1 t]", " in ", "[2.4 years]", "."]);
        let pieces = cut("2.4 years 內減少 11 t", figures());
        assert_eq!(shape(&pieces), ["[2.4 years]", " 內減少 ", "[11 t]"]);
    }

    #[test]
    fn nothing_of_the_sentence_is_lost() {
        for sentence in ["", "No figure", "11 t", "11 t11 t"] {
            let pieces = cut(sentence, vec![figure("11 t"), figure("")]);
            assert_eq!(shape(&pieces).concat().replace(['[', ']'], ""), sentence);
        }
    }
}
