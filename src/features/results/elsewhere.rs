//! Emissions elsewhere: scope 3 and its categories, each opening its explanation.

use super::ledger::Line;
use crate::i18n::{k, use_i18n};
use crate::state::Answers;
use lantian_engine::metric::{Metric, Totals};
use lantian_engine::plant::Category;
use leptos::prelude::*;

/// Scope 3, then the categories that this plant has.
fn lines(before: &Totals<f64>, after: &Totals<f64>) -> Vec<Metric> {
    let categories = Category::ALL.iter().map(|category| Metric::of_category(*category));
    let all = [Metric::Scope3].into_iter().chain(categories);
    all.filter(|metric| before[*metric] != 0.0 || after[*metric] != 0.0).collect()
}

/// The card; nothing where the plant has no scope 3.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let shown = answers.memo(|answer| {
        let outcome = answer.outcome.as_ref();
        outcome.map(|o| lines(&o.before.totals, &o.after.totals)).unwrap_or_default()
    });
    view! {
        <Show when=move || shown.with(|lines| !lines.is_empty())>
            <section class="lt-card lt-stack" aria-labelledby="elsewhere">
                <h2 class="lt-card__title" id="elsewhere">{move || i18n.t(k::RESULTS_ELSEWHERE)}</h2>
                <p class="lt-remark">{move || i18n.t(k::RESULTS_ELSEWHERE_HINT)}</p>
                <ul class="lt-results__lines">
                    <For each=move || shown.get() key=|metric| *metric let:metric>
                        <Line metric />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_plant_has() {
        let mut before = Totals::<f64>::zero();
        assert_eq!(lines(&before, &before), []);
        before[Metric::Scope3] = 5.0;
        before[Metric::Scope3Travel] = 5.0;
        assert_eq!(lines(&before, &Totals::zero()), [Metric::Scope3, Metric::Scope3Travel]);
    }
}
