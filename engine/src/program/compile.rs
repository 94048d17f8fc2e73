//! From what was taken down to operations on rows: only what a result needs, in rows that are used
//! again as soon as their number is no longer needed, so that all of them stay in the first cache.

use super::record::{Op, Operand, Recorder, Symbol};
use std::collections::BTreeMap;

/// An operation on rows of numbers, one for each trial of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    /// Fills a row with a fixed number.
    Fixed(u16, f64),
    Add(u16, u16, u16),
    AddFixed(u16, u16, f64),
    Sub(u16, u16, u16),
    /// Row less number; number less row.
    SubFixed(u16, u16, f64),
    FixedSub(u16, f64, u16),
    Mul(u16, u16, u16),
    MulFixed(u16, u16, f64),
    Div(u16, u16, u16),
    DivFixed(u16, u16, f64),
    FixedDiv(u16, f64, u16),
    Neg(u16, u16),
    Min(u16, u16, u16),
    MinFixed(u16, u16, f64),
    Max(u16, u16, u16),
    MaxFixed(u16, u16, f64),
    Pow(u16, u16, u16),
    Exp(u16, u16),
    Ln(u16, u16),
    Select(u16, u16, u16, u16),
    /// Copies an input of the trials into a row.
    Input(u16, u32),
    /// Hands a row over as result.
    Result(u32, u16),
}

/// Operations that turn the inputs of a block of trials into results.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) rows: usize,
}

/// More rows at once than a place can count. No plant comes near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Program {
    /// What has to be done for `results`. A result that is fixed in every trial is not computed
    /// ([`Symbol::fixed`] has it).
    pub fn new(recorder: &Recorder, results: &[Symbol<'_>]) -> Result<Self, TooLarge> {
        let ops = recorder.ops();
        let mut wanted: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (place, result) in results.iter().enumerate() {
            if let Operand::Node(node) = result.operand() {
                wanted.entry(node).or_default().push(place as u32);
            }
        }
        let last = last_uses(&ops, wanted.keys().copied());
        let mut compiler = Compiler { rows: Rows::default(), steps: Vec::new(), place: vec![0; ops.len()] };
        for (node, op) in ops.iter().enumerate() {
            if last.get(node).copied().flatten().is_none() {
                continue;
            }
            compiler.operation(node, *op)?;
            for &result in wanted.get(&(node as u32)).into_iter().flatten() {
                let row = compiler.place.get(node).copied().unwrap_or(0);
                compiler.steps.push(Step::Result(result, row));
            }
            compiler.release(node, op, &last);
        }
        Ok(Program { steps: compiler.steps, rows: compiler.rows.count })
    }

    /// Operations for each trial.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The inputs that results depend on, in rising order.
    pub fn inputs(&self) -> Vec<usize> {
        let read = |step: &Step| if let Step::Input(_, input) = step { Some(*input as usize) } else { None };
        let mut inputs: Vec<usize> = self.steps.iter().filter_map(read).collect();
        inputs.sort_unstable();
        inputs
    }

    /// Rows in use at once at most.
    pub fn rows(&self) -> usize {
        self.rows
    }
}

/// For each operation the last one that needs it; itself where only a result does, none where nothing
/// does.
fn last_uses(ops: &[Op], results: impl Iterator<Item = u32>) -> Vec<Option<usize>> {
    let mut last: Vec<Option<usize>> = vec![None; ops.len()];
    for node in results {
        if let Some(place) = last.get_mut(node as usize) {
            *place = Some(node as usize);
        }
    }
    for (node, op) in ops.iter().enumerate().rev() {
        if last.get(node).copied().flatten().is_none() {
            continue;
        }
        for operand in operands(op).into_iter().flatten() {
            if let Operand::Node(needed) = operand
                && let Some(place) = last.get_mut(needed as usize)
            {
                *place = Some(place.map_or(node, |known| known.max(node)));
            }
        }
    }
    last
}

fn operands(op: &Op) -> [Option<Operand>; 3] {
    match *op {
        Op::Input(_) => [None; 3],
        Op::Neg(a) | Op::Exp(a) | Op::Ln(a) => [Some(a), None, None],
        Op::Add(a, b)
        | Op::Sub(a, b)
        | Op::Mul(a, b)
        | Op::Div(a, b)
        | Op::Min(a, b)
        | Op::Max(a, b)
        | Op::Pow(a, b) => [Some(a), Some(b), None],
        Op::Select(a, b, c) => [Some(a), Some(b), Some(c)],
    }
}

#[derive(Debug, Default)]
struct Rows {
    free: Vec<u16>,
    count: usize,
}

impl Rows {
    fn take(&mut self) -> Result<u16, TooLarge> {
        if let Some(row) = self.free.pop() {
            return Ok(row);
        }
        let row = u16::try_from(self.count).map_err(|_| TooLarge)?;
        self.count += 1;
        Ok(row)
    }
}

#[derive(Debug)]
struct Compiler {
    rows: Rows,
    steps: Vec<Step>,
    /// The row of each operation.
    place: Vec<u16>,
}

/// An operand as a step takes it.
#[derive(Debug)]
enum Taken {
    Row(u16),
    Fixed(f64),
}

impl Compiler {
    fn taken(&self, operand: Operand) -> Taken {
        match operand {
            Operand::Fixed(bits) => Taken::Fixed(f64::from_bits(bits)),
            Operand::Node(node) => Taken::Row(self.place.get(node as usize).copied().unwrap_or(0)),
        }
    }

    /// The row of an operand; a fixed number gets one for a moment, noted in `borrowed`.
    fn row(&mut self, operand: Operand, borrowed: &mut Vec<u16>) -> Result<u16, TooLarge> {
        match self.taken(operand) {
            Taken::Row(row) => Ok(row),
            Taken::Fixed(value) => {
                let row = self.rows.take()?;
                borrowed.push(row);
                self.steps.push(Step::Fixed(row, value));
                Ok(row)
            }
        }
    }

    /// The result has a row of its own while the operands still have theirs.
    fn operation(&mut self, node: usize, op: Op) -> Result<(), TooLarge> {
        use Taken::{Fixed, Row};
        let to = self.rows.take()?;
        let mut borrowed = Vec::new();
        let step = match op {
            Op::Input(input) => Step::Input(to, input),
            Op::Add(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Add(to, a, b),
                (Row(a), Fixed(b)) | (Fixed(b), Row(a)) => Step::AddFixed(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a + b),
            },
            Op::Sub(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Sub(to, a, b),
                (Row(a), Fixed(b)) => Step::SubFixed(to, a, b),
                (Fixed(a), Row(b)) => Step::FixedSub(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a - b),
            },
            Op::Mul(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Mul(to, a, b),
                (Row(a), Fixed(b)) | (Fixed(b), Row(a)) => Step::MulFixed(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a * b),
            },
            Op::Div(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Div(to, a, b),
                (Row(a), Fixed(b)) => Step::DivFixed(to, a, b),
                (Fixed(a), Row(b)) => Step::FixedDiv(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a / b),
            },
            // `min` and `max` of equal numbers give the first: with one of them fixed both are the same.
            Op::Min(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Min(to, a, b),
                (Row(a), Fixed(b)) | (Fixed(b), Row(a)) => Step::MinFixed(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a.min(b)),
            },
            Op::Max(a, b) => match (self.taken(a), self.taken(b)) {
                (Row(a), Row(b)) => Step::Max(to, a, b),
                (Row(a), Fixed(b)) | (Fixed(b), Row(a)) => Step::MaxFixed(to, a, b),
                (Fixed(a), Fixed(b)) => Step::Fixed(to, a.max(b)),
            },
            Op::Neg(a) => Step::Neg(to, self.row(a, &mut borrowed)?),
            Op::Exp(a) => Step::Exp(to, self.row(a, &mut borrowed)?),
            Op::Ln(a) => Step::Ln(to, self.row(a, &mut borrowed)?),
            Op::Pow(a, b) => Step::Pow(to, self.row(a, &mut borrowed)?, self.row(b, &mut borrowed)?),
            Op::Select(test, yes, no) => Step::Select(
                to,
                self.row(test, &mut borrowed)?,
                self.row(yes, &mut borrowed)?,
                self.row(no, &mut borrowed)?,
            ),
        };
        self.steps.push(step);
        self.rows.free.extend(borrowed);
        if let Some(place) = self.place.get_mut(node) {
            *place = to;
        }
        Ok(())
    }

    /// Gives back the rows that nothing later needs.
    fn release(&mut self, node: usize, op: &Op, last: &[Option<usize>]) {
        let ends = |needed: usize| last.get(needed).copied().flatten() == Some(node);
        let mut done: Vec<usize> = operands(op)
            .into_iter()
            .flatten()
            .filter_map(|operand| match operand {
                Operand::Node(needed) if ends(needed as usize) => Some(needed as usize),
                _ => None,
            })
            .collect();
        if ends(node) {
            done.push(node);
        }
        done.sort_unstable();
        done.dedup();
        for needed in done {
            if let Some(&row) = self.place.get(needed) {
                self.rows.free.push(row);
            }
        }
    }
}
