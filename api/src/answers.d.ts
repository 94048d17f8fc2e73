/** Thrown where there is no answer. */
export interface LantianError extends Error {
  name: "LantianError";
  code: "not_an_object" | "not_plain" | "not_finite" | "too_large" | "damaged" | "not_a_project" | "newer";
  /** Path of the field that is to blame: `bills[2].amount`. */
  field?: string;
}

/** What must be mended in a project, and what is assumed about it. */
export interface Validation {
  /** Version of the program. */
  lantian: string;
  /** The fact tables that were used. */
  factors: { version: string; hash: string };
  title: string;
  /** A teaching example, not a real plant. */
  illustrative: boolean;
  currency: string;
  /** What must be mended first; then there are no figures. */
  problems: Remark[];
  /** What was assumed. */
  notices: Remark[];
}

export interface Remark {
  /** Path in the project. */
  field: string;
  /** Slug of the problem or notice. */
  kind: string;
  /** The same as a line of text, with its figures. */
  text: string;
}

/** The figures are missing while there are problems. */
export interface Evaluation extends Validation, Partial<Answer> {}

/** Every figure is a year's; a saving is positive where the figure falls. */
export interface Answer {
  before: Figures;
  after: Figures;
  saving: Figures;
  /** Every purchased carrier but water, in the unit of its bill. */
  carriers: CarrierLine[];
  plan: PlanAnswer;
  /** Every measure of the catalogue, in its order. */
  measures: MeasureAnswer[];
}

/** By metric: `co2e`, `nox`, `water`, `cost` … */
export type Figures = Record<string, { value: number; unit: string }>;

/** By metric, in the units of `before`. */
export type Numbers = Record<string, number>;

export interface CarrierLine {
  carrier: string;
  unit: string;
  before: number;
  after: number;
  cost_before: number;
  cost_after: number;
}

export interface PlanAnswer {
  /** Ids of the measures that count. */
  measures: string[];
  appraisal: Appraisal;
  /** Per tonne CO2e of scope 1 and 2; `null` when none is saved. */
  cost_per_tonne: number | null;
  /** Per kilogram of each pollutant on site; `null` where none is saved. */
  cost_per_kg: PerPollutant;
  what_if: WhatIf;
  /** `in_plan` of the measures is exact; `false` when it is sampled. */
  exact: boolean;
}

export interface MeasureAnswer {
  id: string;
  code: string;
  name: string;
  /** Ticked; and part of the plan. */
  on: boolean;
  counted: boolean;
  /** What the plant lacks for it. */
  missing: string | null;
  excluded_by: string | null;
  size: number;
  size_unit: string;
  cost: number;
  /** Years. */
  life: number;
  /** Against the base case; `null` where something is missing. */
  alone: Numbers | null;
  /** Shapley share of the plan's saving, its standard error, and what leaving it out loses. */
  in_plan: Numbers | null;
  in_plan_error: Numbers | null;
  last_in: Numbers | null;
  /** As an investment of its own against the base case. */
  appraisal: Appraisal | null;
  cost_per_tonne: number | null;
  /** Per kilogram of each pollutant on site; `null` where none is saved. */
  cost_per_kg: PerPollutant;
}

export interface Appraisal {
  investment: number;
  grant: number;
  yearly_saving: number;
  payback: Payback;
  discounted_payback: Payback;
  npv: number;
  /** Rates as fractions in rising order. */
  irr: { status: "none" | "one" | "several"; values: number[] };
  /** A fraction; `null` unless money goes both out and in. */
  mirr: number | null;
  /** `null` where nothing is paid now. */
  saving_to_investment: number | null;
  return_on_investment: number | null;
  /** The investor's own, after loan and tax. Flow 0 is now, flow t the end of year t. */
  flows: number[];
  /** What the flows are the sum of. */
  parts: { investment: number[]; saving: number[]; loan: number[]; tax: number[] };
}

export type PerPollutant = Record<"so2" | "nox" | "pm10" | "pm25" | "voc" | "co", number | null>;

/** The plan at other prices of electricity, fuels and bought heat, and at other discount rates. */
export interface WhatIf {
  /** A lower one, the chosen one, a higher one. */
  discount_rates: [number, number, number];
  /** `change` is a fraction of the price; `npv` at each of `discount_rates`. */
  energy_prices: {
    change: number;
    payback: Payback;
    discounted_payback: Payback;
    npv: [number, number, number];
  }[];
  /** Change of the energy prices at which the net present value is zero; `null` where none does that. */
  break_even: number | null;
}

export interface Payback {
  kind: "years" | "immediate" | "no_cost" | "no_saving" | "cost_rises" | "beyond_life" | "beyond_horizon";
  years: number | null;
}

export interface MeasureList {
  version: string;
  hash: string;
  measures: MeasureEntry[];
}

export interface MeasureEntry {
  id: string;
  code: string;
  name: string;
  group: string;
  /** Years. */
  life: number;
  evidence: string;
  sources: string[];
  sectors: string[];
  exclusive_groups: string[];
  params: MeasureParam[];
  /** What every measure has besides: share of the equipment treated, size, life and a quotation. */
  common: CommonParam[];
}

export interface MeasureParam {
  key: string;
  unit: string;
  default: number | null;
  min: number | null;
  max: number | null;
  low: number | null;
  typical: number | null;
  high: number | null;
  /** What is refused: below `least`, above `most`, and why where that needs saying. */
  least: number;
  most: number | null;
  reason: string | null;
  source: string;
  evidence: string;
}

export interface CommonParam {
  key: string;
  unit: string;
  /** `null`: suggested for the plant, or none. */
  default: number | null;
  least: number;
  most: number | null;
}

export interface FactorList {
  version: string;
  hash: string;
  factors: Factor[];
}

export interface Factor {
  id: string;
  table: string;
  name: string;
  value: number;
  lower: number | null;
  upper: number | null;
  unit: string;
  basis: string;
  year: number | null;
  valid_from: number | null;
  valid_to: number | null;
  source: string;
  evidence: string;
  review_by: number | null;
}
