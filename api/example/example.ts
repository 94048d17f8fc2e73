// What the types promise; checked with `tsc --noEmit`, not run.
import init, { evaluate, factors, measures, validate } from "../lantian.js";
import type { Answer, Bill, Evaluation, LantianError, Project } from "../lantian.js";

const electricity: Bill = { carrier: "electricity", amount: 820_000, unit: "kwh", period: "month" };
const mill: Project = {
  format: 1,
  site: { sector: "textile_dyeing", region: "cn_guangzhou", year: 2024 },
  bills: [electricity],
};

export async function savedCarbon(): Promise<number | undefined> {
  await init();
  try {
    const answer: Evaluation = evaluate(mill);
    return answer.problems.length > 0 ? undefined : answer.saving?.co2e?.value;
  } catch (error) {
    const { code, field } = error as LantianError;
    throw new Error(`${code} at ${field ?? "the project"}`);
  }
}

export const names: string[] = measures().measures.map(({ name }) => name);
export const unchecked: number = factors().factors.filter(({ evidence }) => evidence === "unverified").length;
export const missing: string[] = validate(JSON.stringify(mill)).problems.map(({ field }) => field);

// @ts-expect-error A period is one of three words.
export const wrongWord: Bill = { carrier: "electricity", period: "week" };
// @ts-expect-error The format number is needed.
export const noFormat: Project = { bills: [] };
// @ts-expect-error A figure may be missing.
export const sure = (answer: Evaluation): Answer["before"] => answer.before;
