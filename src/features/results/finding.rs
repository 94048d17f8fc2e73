//! What the plan does, in sentences: emissions first, then money, then what gets worse.
//!
//! Which sentence is said is decided by the plain functions of [`verdict`](super::verdict); here it
//! gets its words and its figures.

use super::sentence::{Figure, Piece, cut};
use super::verdict::{MoneyVerdict, Verdict, money_verdict, moved, rises, verdict};
use crate::features::naming::{MetricText, inside, payback_clause, pays_back, short_key, spoken};
use crate::features::why::{MoneyFigure, Subject};
use crate::i18n::{Currency, I18n, k, site};
use crate::ui::Trend;
use lantian_engine::assess::Outcome;
use lantian_engine::explain::Case;
use lantian_engine::metric::Metric;

/// The heading and the sentences below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    pub heading: Vec<Piece>,
    pub lead: Vec<Piece>,
    /// The heading without buttons, to be announced.
    pub plain: String,
}

/// What the plan does, sentence by sentence; empty where there is nothing to say. Without a plan only that is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    pub emissions: String,
    pub money: String,
    /// What the plan is worth over the years considered.
    pub worth: String,
    /// What gets worse.
    pub worse: String,
}

/// The sentences without buttons, for paper.
pub fn told(i18n: I18n, outcome: &Outcome, currency: Currency) -> Told {
    let say = Say { i18n, outcome, currency };
    let found = say.verdict();
    let (emissions, _) = say.emissions(found);
    if found == Verdict::NoPlan {
        return Told { emissions, ..Told::default() };
    }
    Told { emissions, money: say.money().0, worth: say.worth(), worse: say.worse().0 }
}

/// Says what an outcome means. `sector` decides how the place is called.
pub fn words(i18n: I18n, outcome: &Outcome, sector: &str, currency: Currency) -> Words {
    let say = Say { i18n, outcome, currency };
    let found = say.verdict();
    if found == Verdict::NoPlan {
        return say.today(sector);
    }
    let (plain, figures) = say.emissions(found);
    let (money, mut more) = say.money();
    let (worse, rising) = say.worse();
    more.extend(rising);
    let gap = if i18n.lang().is_chinese() { "" } else { " " };
    let sentences = [money, say.worth(), worse];
    let lead = sentences.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(gap);
    Words { heading: cut(&plain, figures), lead: cut(&lead, more), plain }
}

#[derive(Clone, Copy)]
struct Say<'a> {
    i18n: I18n,
    outcome: &'a Outcome,
    currency: Currency,
}

impl Say<'_> {
    fn verdict(self) -> Verdict {
        let (before, after) = (&self.outcome.before.totals, &self.outcome.after.totals);
        verdict(before[Metric::Co2e], after[Metric::Co2e], self.outcome.counted().count())
    }

    fn text(self, metric: Metric) -> MetricText {
        MetricText::new(self.i18n, metric, self.currency)
    }

    fn figure(self, text: &str, subject: Subject, trend: Trend) -> Figure {
        Figure { text: text.to_owned(), name: spoken(self.i18n, text), subject, trend }
    }

    fn today(self, sector: &str) -> Words {
        let (i18n, before) = (self.i18n, &self.outcome.before.totals);
        let shown = |metric: Metric| {
            let text = self.text(metric).value(before[metric]);
            let subject = Subject::Figure { metric, case: Case::Before };
            let name = i18n.tf(k::A11Y_LEDGER_TODAY, [("value", &self.text(metric).said(before[metric]))]);
            (text.clone(), Figure { text, name, subject, trend: Trend::Same })
        };
        let (amount, emissions) = shown(Metric::Co2e);
        let (energy, energy_figure) = shown(Metric::CoalEquivalent);
        let (cost, cost_figure) = shown(Metric::Cost);
        let here = i18n.t(site(sector));
        let plain = i18n.tf(k::RESULTS_TODAY_FINDING, [("site", here), ("amount", &amount)]);
        let lead = i18n.tf(k::RESULTS_TODAY_MONEY, [("energy", &energy), ("cost", &cost)]);
        Words {
            heading: cut(&plain, vec![emissions]),
            lead: cut(&lead, vec![energy_figure, cost_figure]),
            plain,
        }
    }

    fn emissions(self, verdict: Verdict) -> (String, Vec<Figure>) {
        let i18n = self.i18n;
        let text = self.text(Metric::Co2e);
        let subject = Subject::Figure { metric: Metric::Co2e, case: Case::Saving };
        let figure = |tonnes: f64, key, trend| {
            let name = i18n.tf(key, [("value", &text.said(tonnes))]);
            Figure { text: text.value(tonnes), name, subject, trend }
        };
        match verdict {
            Verdict::Falls(tonnes) => {
                let before = self.outcome.before.totals[Metric::Co2e];
                let share = i18n.format().share_words(tonnes / before);
                let clause = payback_clause(i18n, &self.outcome.appraisal, self.life(), self.currency);
                let sentence = i18n.tf(
                    k::FINDING_SAVING,
                    [("amount", &text.value(tonnes)), ("share", &share), ("payback", &clause)],
                );
                let payback = Subject::Money { measure: None, figure: MoneyFigure::Payback };
                let good = pays_back(self.outcome.appraisal.simple_payback);
                let trend = if good { Trend::Same } else { Trend::Worse };
                let cut = figure(tonnes, k::A11Y_AMOUNT_LESS, Trend::Better);
                (sentence, vec![cut, self.figure(&clause, payback, trend)])
            }
            Verdict::Rises(tonnes) => {
                let sentence = i18n.tf(k::FINDING_RISES, [("amount", &text.value(tonnes))]);
                (sentence, vec![figure(tonnes, k::A11Y_AMOUNT_MORE, Trend::Worse)])
            }
            Verdict::TooSmall(limit) => {
                let amount = text.value(limit);
                let sentence = i18n.tf(k::FINDING_TOO_SMALL, [("amount", &amount)]);
                (sentence, vec![self.figure(&amount, subject, Trend::Same)])
            }
            Verdict::NoPlan => (i18n.t(k::FINDING_NO_PLAN).to_owned(), Vec::new()),
        }
    }

    /// The longest life in the plan: what a payback is held against.
    fn life(self) -> u16 {
        self.outcome.counted().map(|measure| measure.life).max().unwrap_or_default()
    }

    fn money(self) -> (String, Vec<Figure>) {
        let (i18n, format) = (self.i18n, self.i18n.format());
        let appraisal = &self.outcome.appraisal;
        let bills = self.outcome.saving()[Metric::Cost];
        let yearly = appraisal.yearly_saving;
        let saving = format.money_sentence(yearly.abs(), self.currency);
        let cost = format.money_sentence(appraisal.investment, self.currency);
        let money = |figure| Subject::Money { measure: None, figure };
        let (gain, loss) = (("saving", saving.as_str()), ("extra", saving.as_str()));
        let work = ("cost", cost.as_str());
        let (sentence, trend) = match money_verdict(appraisal.simple_payback, yearly, bills) {
            MoneyVerdict::Saves => (i18n.tf(k::FINDING_MONEY, [gain, work]), Trend::Better),
            MoneyVerdict::SavesNet => (i18n.tf(k::FINDING_MONEY_NET, [gain, work]), Trend::Better),
            MoneyVerdict::Free => (i18n.tf(k::FINDING_MONEY_FREE, [gain]), Trend::Better),
            MoneyVerdict::None => (i18n.tf(k::FINDING_MONEY_NONE, [work]), Trend::Same),
            MoneyVerdict::More => (i18n.tf(k::FINDING_MONEY_MORE, [loss, work]), Trend::Worse),
        };
        let figures = vec![
            self.figure(&saving, money(MoneyFigure::Saving), trend),
            self.figure(&cost, money(MoneyFigure::Investment), Trend::Same),
        ];
        (sentence, figures)
    }

    fn worth(self) -> String {
        let (i18n, format) = (self.i18n, self.i18n.format());
        let npv = self.outcome.appraisal.npv;
        let years = format.period(self.outcome.model.lowered.money.terms.horizon);
        let amount = format.money_sentence(npv.abs(), self.currency);
        let key = if npv >= 0.0 { k::FINDING_WORTH } else { k::FINDING_NET_COST };
        i18n.tf(key, [("years", &years), ("amount", &amount)])
    }

    /// What gets worse; where nothing does, what only moves to the power station.
    fn worse(self) -> (String, Vec<Figure>) {
        let i18n = self.i18n;
        let found = rises(&self.outcome.before.totals, &self.outcome.after.totals);
        let items: Vec<(Metric, String, String)> = found
            .into_iter()
            .map(|(metric, share)| (metric, self.what(metric), self.rise(metric, share)))
            .collect();
        let words =
            |what: &str, change: &str| i18n.tf(k::FINDING_RISE_ITEM, [("what", what), ("change", change)]);
        let sentence = match items.as_slice() {
            [] => self.moved(),
            [(_, what, change)] => i18n.tf(k::FINDING_RISE_ONE, [("what", what), ("change", change)]),
            several => {
                let items: Vec<String> =
                    several.iter().map(|(_, what, change)| words(what, change)).collect();
                let items: Vec<&str> = items.iter().map(String::as_str).collect();
                i18n.tf(k::FINDING_RISE_SEVERAL, [("list", &i18n.format().list(&items))])
            }
        };
        let figure = |(metric, what, change): &(Metric, String, String)| Figure {
            text: change.clone(),
            name: spoken(i18n, &words(what, change)),
            subject: Subject::Figure { metric: *metric, case: Case::Saving },
            trend: Trend::Worse,
        };
        (sentence, items.iter().map(figure).collect())
    }

    /// How much a figure rises: a percentage, or from nothing the amount.
    fn rise(self, metric: Metric, share: f64) -> String {
        if share.is_finite() {
            return self.i18n.format().share(share);
        }
        self.text(metric).value(self.outcome.after.totals[metric])
    }

    fn moved(self) -> String {
        let (i18n, format) = (self.i18n, self.i18n.format());
        let found = moved(&self.outcome.before.totals, &self.outcome.after.totals);
        found.map_or_else(String::new, |(metric, less, more)| {
            let (less, more) = (format.share(less), format.share(more));
            let what = i18n.t(short_key(metric));
            i18n.tf(k::FINDING_MOVED_OF, [("what", what), ("less", &less), ("more", &more)])
        })
    }

    /// A figure's name inside a sentence; stacks are on site, unlike the power station.
    fn what(self, metric: Metric) -> String {
        let name = self.i18n.t(short_key(metric));
        match metric {
            Metric::Nox | Metric::So2 | Metric::Pm25 | Metric::Pm10 | Metric::Voc | Metric::Co => {
                self.i18n.tf(k::FINDING_ON_SITE, [("what", name)])
            }
            _ => inside(self.i18n, name),
        }
    }
}

#[cfg(test)]
#[path = "finding_tests.rs"]
mod tests;
