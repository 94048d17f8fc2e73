//! The plan in one line, in sight while cards are ticked.

use super::choose::fastest;
use crate::features::naming::{currency_of, payback_short, spoken};
use crate::features::why::{MoneyFigure, Subject, WhyPanel};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::upgrades::select;
use crate::state::{Answers, ProjectStore, Route};
use crate::ui::{Button, ButtonKind, LiveRegion, Trend, Urgency, WhyFigure};
use lantian_engine::assess::Outcome;
use lantian_engine::explain::Case;
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// A figure of the bar.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    label: String,
    text: String,
    trend: Trend,
    subject: Subject,
}

fn parts(i18n: I18n, outcome: &Outcome, currency: Currency) -> Vec<Part> {
    let format = i18n.format();
    let (before, after) = (outcome.before.totals, outcome.after.totals);
    let change =
        if before[Metric::Co2e] > 0.0 { after[Metric::Co2e] / before[Metric::Co2e] - 1.0 } else { 0.0 };
    let trend = |better: bool, worse: bool| match (better, worse) {
        (true, _) => Trend::Better,
        (_, true) => Trend::Worse,
        _ => Trend::Same,
    };
    let money = |figure| Subject::Money { measure: None, figure };
    let a = &outcome.appraisal;
    let part = |label: crate::i18n::Key, text: String, trend: Trend, subject: Subject| Part {
        label: i18n.t(label).to_owned(),
        text,
        trend,
        subject,
    };
    vec![
        part(
            k::METRIC_SHORT_CO2E,
            format.percent(change),
            trend(change < 0.0, change > 0.0),
            Subject::Figure { metric: Metric::Co2e, case: Case::Saving },
        ),
        part(
            k::FINANCE_SAVING_YEAR,
            format.money_sentence(a.yearly_saving, currency),
            trend(a.yearly_saving > 0.0, a.yearly_saving < 0.0),
            money(MoneyFigure::Saving),
        ),
        part(
            k::FINANCE_IMPLEMENTATION_COST,
            format.money_sentence(a.investment, currency),
            Trend::Same,
            money(MoneyFigure::Investment),
        ),
        part(
            k::UPGRADES_PAYBACK,
            payback_short(i18n, a.simple_payback),
            Trend::Same,
            money(MoneyFigure::Payback),
        ),
        part(
            k::FINANCE_NPV_SHORT,
            format.money_sentence(a.npv, currency),
            trend(a.npv > 0.0, a.npv < 0.0),
            money(MoneyFigure::Npv),
        ),
    ]
}

/// The bar; before anything is chosen, the first step.
#[component]
pub fn PlanBar() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let panel = WhyPanel::expect();
    let chosen =
        answers.memo(|answer| answer.outcome.as_ref().map_or(0, |outcome| outcome.counted().count()));
    let shown = Memo::new(move |_| {
        let currency = store.with(currency_of);
        answers
            .with(|answer| answer.outcome.as_ref().map(|outcome| parts(i18n, outcome, currency)))
            .unwrap_or_default()
    });
    let heading = move || i18n.count(k::UPGRADES_CHOSEN_ONE, k::UPGRADES_CHOSEN, chosen.get());
    let start = move |()| {
        let answer = answers.get_untracked();
        let three = answer
            .outcome
            .as_ref()
            .map(|outcome| fastest(&outcome.measures, outcome.model.lowered.sector, 3))
            .unwrap_or_default();
        store.run(select(three.into_iter().map(|id| id.slug().to_owned()).collect()));
    };
    let spoken_sum = move || {
        let parts = shown.get();
        let parts: Vec<String> = parts.iter().map(|part| format!("{} {}", part.label, part.text)).collect();
        if chosen.get() == 0 { heading() } else { format!("{}. {}", heading(), parts.join(", ")) }
    };
    view! {
        <section class="lt-plan-bar lt-no-print" aria-label=move || i18n.t(k::UPGRADES_PLAN_TOTAL)>
            <p class="lt-plan-bar__count">{heading}</p>
            <Show
                when=move || { chosen.get() > 0 }
                fallback=move || view! {
                    <p class="lt-plan-bar__hint">{move || i18n.t(k::EMPTY_UPGRADES)}</p>
                    <Button
                        kind=ButtonKind::Primary
                        label=move || i18n.t(k::ACT_CHOOSE_THREE_FASTEST)
                        on_press=start
                    />
                }
            >
                <dl class="lt-plan-bar__figures">
                    {move || shown.get().into_iter().map(|part| {
                        let subject = part.subject;
                        let name = spoken(i18n, &format!("{} {}", part.label, part.text));
                        view! {
                            <div>
                                <dt>{part.label}</dt>
                                <dd>
                                    <WhyFigure
                                        text=part.text
                                        name=name
                                        trend=Signal::stored(part.trend)
                                        on_why=move |()| panel.open(subject)
                                    />
                                </dd>
                            </div>
                        }
                    }).collect_view()}
                </dl>
                <a class=ButtonKind::Primary.class() href=Route::Results.to_string()>
                    {move || i18n.t(k::ACT_SEE_RESULTS)}
                </a>
            </Show>
            <LiveRegion urgency=Urgency::Polite text=spoken_sum />
        </section>
    }
}
