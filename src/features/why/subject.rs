//! What can be explained, and its key in tables and charts.

use lantian_engine::assess::Outcome;
use lantian_engine::data::MeasureId;
use lantian_engine::explain::Case;
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;

/// A money figure of a plan or a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyFigure {
    Investment,
    Saving,
    Payback,
    Npv,
    CostPerTonne,
}

impl MoneyFigure {
    const ALL: [MoneyFigure; 5] = [
        MoneyFigure::Investment,
        MoneyFigure::Saving,
        MoneyFigure::Payback,
        MoneyFigure::Npv,
        MoneyFigure::CostPerTonne,
    ];

    fn slug(self) -> &'static str {
        match self {
            MoneyFigure::Investment => "investment",
            MoneyFigure::Saving => "saving",
            MoneyFigure::Payback => "payback",
            MoneyFigure::Npv => "npv",
            MoneyFigure::CostPerTonne => "cost_per_tonne",
        }
    }
}

/// Something the panel can explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure of today, of the plan, or of what the plan saves.
    Figure { metric: Metric, case: Case },
    /// What a measure saves on its own.
    Alone { measure: MeasureId, metric: Metric },
    /// A measure's fair share of the plan.
    Share { measure: MeasureId, metric: Metric },
    /// Money of the plan, or of one measure on its own.
    Money { measure: Option<MeasureId>, figure: MoneyFigure },
    /// The grid factor of a year on the path chosen.
    Grid { year: u16 },
}

impl Subject {
    /// The key a table cell or chart mark carries.
    pub fn key(self) -> String {
        match self {
            Subject::Figure { metric, case } => {
                let case = match case {
                    Case::Before => "before",
                    Case::After => "after",
                    Case::Saving => "saving",
                };
                format!("{case}/{}", metric.slug())
            }
            Subject::Alone { measure, metric } => format!("alone/{}/{}", metric.slug(), measure.slug()),
            Subject::Share { measure, metric } => format!("share/{}/{}", metric.slug(), measure.slug()),
            Subject::Grid { year } => format!("grid/{year}"),
            Subject::Money { measure: None, figure } => format!("money/{}", figure.slug()),
            Subject::Money { measure: Some(measure), figure } => {
                format!("money/{}/{}", figure.slug(), measure.slug())
            }
        }
    }

    /// The subject of a key; `None` for any other text.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('/');
        let (kind, what, measure) = (parts.next()?, parts.next()?, parts.next());
        if kind == "money" {
            let figure = MoneyFigure::ALL.into_iter().find(|figure| figure.slug() == what)?;
            let measure = match measure {
                Some(slug) => Some(MeasureId::from_slug(slug)?),
                None => None,
            };
            return Some(Subject::Money { measure, figure });
        }
        if kind == "grid" {
            return Some(Subject::Grid { year: what.parse().ok()? });
        }
        let metric = Metric::from_slug(what)?;
        let case = match kind {
            "before" => Case::Before,
            "after" => Case::After,
            "saving" => Case::Saving,
            "alone" => return Some(Subject::Alone { measure: MeasureId::from_slug(measure?)?, metric }),
            "share" => return Some(Subject::Share { measure: MeasureId::from_slug(measure?)?, metric }),
            _ => return None,
        };
        Some(Subject::Figure { metric, case })
    }

    /// What the engine has to explain: the set of measures, the metric and the case. `None` for
    /// money, which is explained from the appraisal, and for paths.
    pub fn request(self, outcome: &Outcome) -> Option<(MeasureSet, Metric, Case)> {
        match self {
            Subject::Figure { metric, case } => Some((outcome.plan, metric, case)),
            Subject::Alone { measure, metric } | Subject::Share { measure, metric } => {
                let place = outcome.measures.iter().position(|m| m.id == measure)?;
                Some((MeasureSet::one(place), metric, Case::Saving))
            }
            Subject::Money { .. } | Subject::Grid { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_back_to_its_subject() {
        let (measure, metric) = (MeasureId::LightingLed, Metric::So2);
        let mut subjects = vec![
            Subject::Alone { measure, metric },
            Subject::Share { measure, metric },
            Subject::Grid { year: 2035 },
        ];
        subjects
            .extend([Case::Before, Case::After, Case::Saving].map(|case| Subject::Figure { metric, case }));
        for figure in MoneyFigure::ALL {
            subjects.push(Subject::Money { measure: None, figure });
            subjects.push(Subject::Money { measure: Some(measure), figure });
        }
        for subject in subjects {
            assert_eq!(Subject::parse(&subject.key()), Some(subject));
        }
    }

    #[test]
    fn other_texts_are_no_subject() {
        for text in [
            "",
            "co2e",
            "after/",
            "after/nothing",
            "alone/co2e",
            "alone/co2e/nobody",
            "money/npv/nobody",
            "grid/soon",
        ] {
            assert_eq!(Subject::parse(text), None, "{text}");
        }
    }
}
