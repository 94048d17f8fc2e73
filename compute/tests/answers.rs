//! Jobs as the page sends them, answered as a worker does.

use lantian_compute::{Answer, Gather, Job, Message, Question, decode, encode, run};
use lantian_engine::assess::Model;
use lantian_engine::best::{Ask, Best, Front, Goal, Impossible, Part, Search};
use lantian_engine::data::MeasureId;
use lantian_engine::lower::lower;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::project::from_json;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::{CHUNK, Study};

const CASE: &str = include_str!("../../cases/plastics.json");

fn ask() -> Ask {
    let (required, forbidden) = (Vec::new(), Vec::new());
    Ask { goal: Goal::Npv, budget: Some(2e6), payback: None, required, forbidden }
}

fn job(ask: Ask) -> Job {
    Job { project: CASE.to_owned(), question: Question::Best(ask) }
}

/// Sent, computed and sent back, the answer is the engine's own to the last bit.
#[test]
fn a_job_is_answered_as_the_engine_does() {
    let sent: Job = decode(&encode(&job(ask()))).unwrap();
    let mut told = Vec::new();
    let end = run(&sent, &mut |known| told.push(known));
    let end: Message = decode(&encode(&end)).unwrap();
    let model = Model::new(*lower(&from_json(CASE).unwrap()).result.unwrap());
    let own = Search::new(&model, &ask()).unwrap().finish().unwrap();
    let Message::Final(Answer::Best { best: Some(best), evaluations }) = end else { panic!("{end:?}") };
    assert_eq!((best.worth.to_bits(), best.plan, best.proven), (own.worth.to_bits(), own.plan, true));
    assert_eq!(evaluations, own.evaluations);
    for known in told {
        let Answer::Best { best: Some(best), .. } = known else { continue };
        assert!(best.worth <= own.worth && best.bound >= own.worth);
    }
}

#[test]
fn what_cannot_be_is_answered_too() {
    let poor = Ask { budget: Some(1.0), required: vec![MeasureId::SolarPv], ..ask() };
    let Message::Final(Answer::Impossible(Impossible::Budget(cost))) = run(&job(poor), &mut |_| {}) else {
        panic!("a budget of one buys no panels");
    };
    assert!(cost > 1.0);
    let broken = Job { project: "{}".to_owned(), question: Question::Best(ask()) };
    assert_eq!(run(&broken, &mut |_| {}), Message::Refused);
    assert_eq!(decode::<Job>(b"not a job"), None);
}

#[test]
fn bounds_without_end_are_sent_as_they_are() {
    let best = Best {
        plan: MeasureSet::one(70),
        worth: -0.0,
        bound: f64::INFINITY,
        proven: false,
        evaluations: u64::MAX,
    };
    let message = Message::SoFar(Answer::Best { best: Some(best), evaluations: 3 });
    assert_eq!(decode(&encode(&message)), Some(message));
}

#[test]
fn a_whole_is_known_when_every_chunk_is() {
    let known = |evaluations| Answer::Best { best: None, evaluations };
    let mut gather = Gather::new(2);
    assert_eq!(gather.take(1, Message::Final(known(2))), None);
    assert_eq!(gather.progress(), (1, 2));
    assert!(matches!(gather.take(0, Message::SoFar(known(1))), Some(Message::SoFar(_))));
    assert!(matches!(gather.take(0, Message::Final(known(3))), Some(Message::Final(_))));
    assert_eq!(gather.take(9, Message::Final(known(1))), None);
    assert_eq!(gather.take(0, Message::Refused), Some(Message::Refused));
}

/// One worker or three give the same ranges to the last bit, and they are the engine's own.
#[test]
fn ranges_do_not_depend_on_the_number_of_workers() {
    let model = Model::new(*lower(&from_json(CASE).unwrap()).result.unwrap());
    let on = |place: &usize| model.lowered.measures[*place].on;
    let plan: MeasureSet = (0..model.lowered.measures.len()).filter(on).collect();
    let question = Question::Trials { plan, seed: 7, chunks: 0..3 };
    let answered = |workers: usize| {
        let parts = question.clone().split(workers);
        let mut gather = Gather::new(parts.len());
        let mut whole = None;
        // The last part comes first.
        for (part, question) in parts.into_iter().enumerate().rev() {
            let job = Job { project: CASE.to_owned(), question };
            let sent = encode(&run(&decode(&encode(&job)).unwrap(), &mut |_| {}));
            whole = gather.take(part, decode(&sent).unwrap()).or(whole);
        }
        let Some(Message::Final(answer)) = whole else { panic!("no answer") };
        answer.ranges().unwrap()
    };
    let own = Study::new(&model, plan, &[], 7).unwrap().finish(3 * CHUNK);
    assert_eq!(own.trials, 3 * CHUNK as u64);
    for workers in [1, 2, 3, 8] {
        assert_eq!(answered(workers), own, "{workers}");
    }
}

/// The front of every fifth upgrade: few enough that it is complete at once.
fn front() -> Question {
    let forbidden =
        CATALOGUE.iter().copied().enumerate().filter(|(place, _)| place % 5 != 0).map(|(_, id)| id).collect();
    Question::Front(Ask { goal: Goal::Saving(Metric::Co2e), budget: None, forbidden, ..ask() }, Part::WHOLE)
}

fn answered(question: Question, tell: &mut dyn FnMut(Answer)) -> Message {
    run(&Job { project: CASE.to_owned(), question }, tell)
}

fn plans(message: &Message) -> Vec<MeasureSet> {
    let (Message::SoFar(Answer::Front { points, .. }) | Message::Final(Answer::Front { points, .. })) =
        message
    else {
        panic!("{message:?}");
    };
    points.iter().map(|point| point.best.plan).collect()
}

#[test]
fn a_front_is_the_same_however_many_workers_search_it() {
    let mut told = Vec::new();
    let whole = answered(front(), &mut |known| told.push(Message::SoFar(known)));
    let model = Model::new(*lower(&from_json(CASE).unwrap()).result.unwrap());
    let Question::Front(ask, part) = front() else { unreachable!() };
    let mut own = Front::new(&model, &ask, part).unwrap();
    while !own.advance(1000) {}
    let own: Vec<MeasureSet> = own.points().iter().map(|point| point.best.plan).collect();
    assert!(own.len() > 5, "{}", own.len());
    assert_eq!(plans(&whole), own);
    for chunks in [2, 3, 7] {
        let questions = front().split(chunks);
        assert_eq!(questions.len(), chunks);
        let mut gather = Gather::new(chunks);
        // The dearest first: the order in which they end does not matter.
        let parts = questions.into_iter().enumerate().rev();
        let known = parts.filter_map(|(place, part)| gather.take(place, answered(part, &mut |_| {}))).last();
        let known: Message = decode(&encode(&known.unwrap())).unwrap();
        assert!(matches!(known, Message::Final(_)));
        assert_eq!(plans(&known), own, "{chunks}");
    }
    // What is told on the way is proven: what is missing may come, what is there stays.
    assert!(told.iter().flat_map(plans).all(|plan| own.contains(&plan)));
}

#[test]
fn a_front_that_cannot_be_is_answered_by_every_part() {
    let Question::Front(ask, part) = front() else { unreachable!() };
    let poor = Ask { budget: Some(1.0), required: vec![MeasureId::SolarPv], forbidden: Vec::new(), ..ask };
    let mut gather = Gather::new(2);
    let parts = Question::Front(poor, part).split(2).into_iter().enumerate();
    let known = parts.filter_map(|(place, part)| gather.take(place, answered(part, &mut |_| {}))).last();
    assert!(matches!(known, Some(Message::Final(Answer::Impossible(Impossible::Budget(_))))), "{known:?}");
}
