//! Long calculations in workers: the page stays at the visitor's hand, and a calculation can be given up.
//!
//! [`start`] cuts a job into chunks, hands them to workers as these become free, and tells what
//! is known of the whole. Workers are started when first needed, at most one less than the device has
//! cores, and kept for the next job. What is given up is ended with its worker, at once. No memory is
//! shared: a worker gets the module and the job, and answers in messages.

mod code;
mod pool;

use super::window;
use code::Source;
use lantian_compute::{Answer, Job};
use pool::{Pool, RunId, Shared};
use std::rc::Rc;

/// What becomes of a job.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// What is known so far.
    SoFar(Answer),
    /// The end.
    Final(Answer),
    /// No answer will come: the module did not arrive, or a worker failed.
    Failed,
}

thread_local! {
    static SOURCE: Source = Source::default();
    static POOL: Shared = Pool::shared(workers());
}

/// A job that is being computed. Dropping it gives the job up.
#[derive(Debug)]
pub struct Run {
    pool: Shared,
    id: RunId,
}

impl Drop for Run {
    fn drop(&mut self) {
        self.pool.borrow_mut().give_up(self.id);
    }
}

/// Fetches what runs in the workers, ahead of its use, so that it works without a network. A failure shows
/// when it is used.
pub async fn fetch() {
    let source = SOURCE.with(Source::clone);
    let _ = source.fetch().await;
}

/// Starts a job; `tell` is called with what is known until the end, or until the run is dropped.
pub fn start(job: Job, tell: impl Fn(Report) + 'static) -> Run {
    let chunks = job.question.split(workers());
    let chunks = chunks.into_iter().map(|question| Job { project: job.project.clone(), question });
    let chunks: Vec<Job> = chunks.collect();
    let (pool, source) = (POOL.with(Rc::clone), SOURCE.with(Source::clone));
    let id = pool.borrow_mut().queue(&chunks, tell);
    let run = Run { pool: Rc::clone(&pool), id };
    wasm_bindgen_futures::spawn_local(async move {
        match source.code().await {
            Ok(code) => Pool::serve(&pool, &code),
            Err(_) => Pool::fail(&pool, id),
        }
    });
    run
}

/// As many workers as leave one core to the page; browsers that do not tell their cores have a few.
fn workers() -> usize {
    const UNKNOWN: f64 = 4.0;
    const MOST: f64 = 8.0;
    let cores = window().map_or(UNKNOWN, |window| window.navigator().hardware_concurrency());
    let cores = if cores >= 1.0 { cores } else { UNKNOWN };
    #[expect(clippy::cast_sign_loss, reason = "between one and eight")]
    let workers = (cores - 1.0).clamp(1.0, MOST) as usize;
    workers
}
