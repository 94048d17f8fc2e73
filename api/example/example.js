// A dyeing mill in Guangzhou, entered by hand, without a framework or a bundler.
import init, { evaluate } from "../lantian.js";

const form = document.querySelector("form");
const answer = document.querySelector("#answer");

function project() {
  const { electricity, gas, led } = form.elements;
  return {
    format: 1,
    site: { sector: "textile_dyeing", region: "cn_guangzhou", year: 2024 },
    finance: { currency: "cny" },
    bills: [
      { carrier: "electricity", amount: electricity.valueAsNumber, unit: "kwh", period: "month" },
      { carrier: "natural_gas", amount: gas.valueAsNumber, unit: "m3", period: "year" },
    ],
    plans: [{ measures: [{ measure: "lighting_led", on: led.checked }] }],
  };
}

function show() {
  try {
    const { problems, before, saving } = evaluate(project());
    if (problems.length > 0) {
      answer.textContent = problems.map(({ text }) => text).join("; ");
      return;
    }
    const { value, unit } = before.co2e;
    answer.textContent = `${value.toFixed(0)} ${unit} a year; the plan saves ${saving.co2e.value.toFixed(0)}`;
  } catch (error) {
    // Something that is no project: `code` says what, `field` where.
    answer.textContent = `${error.code} ${error.field ?? ""}: ${error.message}`;
  }
}

await init();
form.addEventListener("input", show);
show();
