//! The workers and what waits for them.

use super::Report;
use super::code::Code;
use js_sys::{Array, Uint8Array};
use lantian_compute::{Gather, Job, Message, decode, encode};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker};

/// Which job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunId(u32);

/// A chunk of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chunk {
    run: RunId,
    place: usize,
}

type Tell = Rc<dyn Fn(Report)>;

/// A job and what is known of it.
struct Running {
    id: RunId,
    gather: Gather,
    tell: Tell,
}

/// A worker and what it works at. Dropping it ends the worker.
struct Link {
    number: u32,
    worker: Worker,
    chunk: Option<Chunk>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The pool, for those who hand it work and for its workers.
pub type Shared = Rc<RefCell<Pool>>;

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pool").field("workers", &self.links.len()).finish_non_exhaustive()
    }
}

/// All workers, all jobs.
pub struct Pool {
    most: usize,
    next: u32,
    links: Vec<Link>,
    waiting: VecDeque<(Chunk, Vec<u8>)>,
    running: Vec<Running>,
}

impl Pool {
    /// A pool of at most so many workers.
    pub fn shared(most: usize) -> Shared {
        let (links, waiting, running) = (Vec::new(), VecDeque::new(), Vec::new());
        Rc::new(RefCell::new(Pool { most, next: 0, links, waiting, running }))
    }

    fn number(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }

    /// Puts the chunks of a job behind those that wait.
    pub fn queue(&mut self, chunks: &[Job], tell: impl Fn(Report) + 'static) -> RunId {
        let run = RunId(self.number());
        self.running.push(Running { id: run, gather: Gather::new(chunks.len()), tell: Rc::new(tell) });
        let chunks = chunks.iter().enumerate();
        self.waiting.extend(chunks.map(|(place, job)| (Chunk { run, place }, encode(job))));
        run
    }

    /// Forgets a job; workers that are at it are ended.
    pub fn give_up(&mut self, run: RunId) {
        self.running.retain(|running| running.id != run);
        self.waiting.retain(|(chunk, _)| chunk.run != run);
        self.links.retain(|link| link.chunk.is_none_or(|chunk| chunk.run != run));
    }

    /// Gives what waits to free workers, and to new ones as far as there may be more.
    pub fn serve(shared: &Shared, code: &Code) {
        let failed = shared.borrow_mut().hand_out(shared, code);
        if let Some(run) = failed {
            Pool::fail(shared, run);
        }
    }

    /// The job for which no worker starts, if there is one.
    fn hand_out(&mut self, shared: &Shared, code: &Code) -> Option<RunId> {
        while let Some((chunk, bytes)) = self.waiting.pop_front() {
            if !self.links.iter().any(Link::is_free) {
                if self.links.len() >= self.most {
                    self.waiting.push_front((chunk, bytes));
                    return None;
                }
                let number = self.number();
                match Link::start(shared, code, number) {
                    Some(link) => self.links.push(link),
                    None => return Some(chunk.run),
                }
            }
            if let Some(link) = self.links.iter_mut().find(|link| link.is_free()) {
                link.chunk = Some(chunk);
                let message = Array::of2(&code.module, &Uint8Array::from(&bytes[..]));
                // Throws for what cannot be copied; a module can.
                let _ = link.worker.post_message(&message);
            }
        }
        None
    }

    /// A job has failed.
    pub fn fail(shared: &Shared, run: RunId) {
        let tell = shared.borrow().tell(run);
        shared.borrow_mut().give_up(run);
        if let Some(tell) = tell {
            tell(Report::Failed);
        }
    }

    fn tell(&self, run: RunId) -> Option<Tell> {
        self.running.iter().find(|running| running.id == run).map(|running| Rc::clone(&running.tell))
    }

    /// What a worker is at.
    fn chunk(&self, number: u32) -> Option<Chunk> {
        self.links.iter().find(|link| link.number == number)?.chunk
    }

    /// A worker has said something.
    fn heard(shared: &Shared, code: &Code, number: u32, message: Option<Message>) {
        let Some(chunk) = shared.borrow().chunk(number) else { return };
        let Some(message) = message.filter(|message| *message != Message::Refused) else {
            Pool::fail(shared, chunk.run);
            return;
        };
        let tell = shared.borrow().tell(chunk.run);
        let known = shared.borrow_mut().take(number, chunk, message);
        Pool::serve(shared, code);
        // Outside of the pool: who is told may start the next job.
        if let Some((tell, known)) = tell.zip(known) {
            tell(known);
        }
    }

    /// What is known of a job when a chunk is known better.
    fn take(&mut self, number: u32, chunk: Chunk, message: Message) -> Option<Report> {
        if matches!(message, Message::Final(_))
            && let Some(link) = self.links.iter_mut().find(|link| link.number == number)
        {
            link.chunk = None;
        }
        let running = self.running.iter_mut().find(|running| running.id == chunk.run)?;
        match running.gather.take(chunk.place, message)? {
            Message::SoFar(answer) => Some(Report::SoFar(answer)),
            Message::Final(answer) => {
                self.running.retain(|running| running.id != chunk.run);
                Some(Report::Final(answer))
            }
            Message::Refused => None,
        }
    }
}

impl Link {
    fn start(shared: &Shared, code: &Code, number: u32) -> Option<Link> {
        let worker = Worker::new(&code.script).ok()?;
        let (own, pool): (Code, Weak<RefCell<Pool>>) = (code.clone(), Rc::downgrade(shared));
        let heard = Closure::new(move |event: MessageEvent| {
            let bytes: Option<Uint8Array> = event.data().dyn_into().ok();
            if let Some(pool) = pool.upgrade() {
                Pool::heard(&pool, &own, number, bytes.and_then(|bytes| decode(&bytes.to_vec())));
            }
        });
        let pool = Rc::downgrade(shared);
        let failed = Closure::new(move |_: JsValue| {
            let Some(pool) = pool.upgrade() else { return };
            let chunk = pool.borrow().chunk(number);
            if let Some(chunk) = chunk {
                Pool::fail(&pool, chunk.run);
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Link { number, worker, chunk: None, _heard: heard, _failed: failed })
    }

    fn is_free(&self) -> bool {
        self.chunk.is_none()
    }
}
