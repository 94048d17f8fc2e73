//! Commands for plans and the upgrades in them. All but those that name a plan act on the plan
//! on screen.
//!
//! A plan is a set. To keep it one, its choices stay sorted by slug and a choice that says nothing
//! (off, nothing changed) is dropped: ticking and unticking brings back the very same project,
//! and the order of ticking leaves no trace.

use super::command::{Command, EditKey, Part};
use lantian_engine::project::{MeasureChoice, Plan, Project};

/// Ticks or unticks an upgrade. What was changed about it stays for the next time.
pub fn toggle(measure: &str, on: bool) -> Command {
    let measure = measure.to_owned();
    Command::once(Part::Measures, move |project| choose(project, &measure, |choice| choice.on = on))
}

/// Ticks exactly the named upgrades: a best plan, or none.
pub fn select(measures: Vec<String>) -> Command {
    Command::once(Part::Measures, move |project| {
        let Some(plan) = active(project) else { return };
        for choice in &mut plan.measures {
            choice.on = false;
        }
        tidy(plan);
        for measure in &measures {
            choose(project, measure, |choice| choice.on = true);
        }
    })
}

/// Sets a parameter of an upgrade, or with `None` goes back to its default.
pub fn set_param(measure: &str, param: &str, value: Option<f64>) -> Command {
    let key = EditKey::new(Part::Measures, 0, 0, format!("{measure}/{param}"));
    let (measure, param) = (measure.to_owned(), param.to_owned());
    Command::keyed(key, move |project| {
        choose(project, &measure, |choice| {
            match value {
                Some(value) => choice.params.insert(param, value),
                None => choice.params.remove(&param),
            };
        });
    })
}

/// Sets the quoted cost of an upgrade, or with `None` goes back to the estimate.
pub fn set_quote(measure: &str, quote: Option<f64>) -> Command {
    let key = EditKey::new(Part::Measures, 0, 0, format!("{measure}//quote"));
    let measure = measure.to_owned();
    Command::keyed(key, move |project| choose(project, &measure, |choice| choice.quote = quote))
}

/// Sets the first year of an upgrade, or with `None` goes back to the year after the bills.
pub fn set_start(measure: &str, start: Option<u16>) -> Command {
    let key = EditKey::new(Part::Measures, 0, 0, format!("{measure}//start"));
    let measure = measure.to_owned();
    Command::keyed(key, move |project| choose(project, &measure, |choice| choice.start = start))
}

/// Takes back every change made to an upgrade's parameters and cost; it stays ticked or not.
pub fn reset(measure: &str) -> Command {
    let measure = measure.to_owned();
    Command::once(Part::Measures, move |project| {
        choose(project, &measure, |choice| {
            choice.params.clear();
            choice.quote = None;
        });
    })
}

/// Adds a plan and puts it on screen: empty, or a copy of the one on screen.
pub fn add_plan(name: String, copy: bool) -> Command {
    Command::once(Part::Plans, move |project| {
        let measures = if copy { project.plan().measures.clone() } else { Vec::new() };
        project.plans.push(Plan { name, measures });
        project.active_plan = project.plans.len() - 1;
    })
}

/// Renames a plan.
pub fn rename_plan(at: usize, name: String) -> Command {
    Command::keyed(EditKey::new(Part::Plans, 0, at, "name"), move |project| {
        if let Some(plan) = project.plans.get_mut(at) {
            plan.name = name;
        }
    })
}

/// Removes a plan. The last one is emptied instead: a project always has a plan.
pub fn remove_plan(at: usize) -> Command {
    Command::once(Part::Plans, move |project| {
        if at >= project.plans.len() {
            return;
        }
        project.plans.remove(at);
        if project.plans.is_empty() {
            project.plans.push(Plan::default());
        }
        if project.active_plan > at {
            project.active_plan -= 1;
        }
        project.active_plan = project.active_plan.min(project.plans.len() - 1);
    })
}

/// Puts a plan on screen.
pub fn show_plan(at: usize) -> Command {
    Command::once(Part::Plans, move |project| {
        if at < project.plans.len() {
            project.active_plan = at;
        }
    })
}

/// The plan on screen, made when the project has none.
fn active(project: &mut Project) -> Option<&mut Plan> {
    if project.plans.is_empty() {
        project.plans.push(Plan::default());
    }
    project.active_plan = project.active_plan.min(project.plans.len() - 1);
    project.plans.get_mut(project.active_plan)
}

fn choose(project: &mut Project, measure: &str, edit: impl FnOnce(&mut MeasureChoice)) {
    let Some(plan) = active(project) else { return };
    if let Some(choice) = plan.measures.iter_mut().find(|choice| choice.measure == measure) {
        edit(choice);
    } else {
        let mut choice = MeasureChoice { measure: measure.to_owned(), ..MeasureChoice::default() };
        edit(&mut choice);
        plan.measures.push(choice);
    }
    tidy(plan);
}

fn tidy(plan: &mut Plan) {
    let says_something =
        |c: &MeasureChoice| c.on || !c.params.is_empty() || c.quote.is_some() || c.start.is_some();
    plan.measures.retain(says_something);
    plan.measures.sort_by(|a, b| a.measure.cmp(&b.measure));
}
