#!/usr/bin/env bash
# Runs the checks, cheapest first, and stops at the first that fails.
#   test.sh            all of them
#   test.sh STEP…      only these: fmt lint unit web build api size e2e
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

WASM_TARGET=wasm32-unknown-unknown
ALL=(fmt lint unit web build api size e2e)

step_fmt() { cargo fmt --all --check; }

step_lint() {
  cargo clippy --quiet --locked --workspace --all-targets -- -D warnings &&
    cargo clippy --quiet --locked --package lantian --target "$WASM_TARGET" --lib --bins --test web -- -D warnings
}

step_unit() { cargo test --quiet --locked --workspace; }

# The runner gives all component tests together 20 seconds unless told otherwise.
step_web() {
  WASM_BINDGEN_TEST_TIMEOUT=300 CHROMEDRIVER="${CHROMEDRIVER:-$(command -v chromedriver)}" \
    cargo test --locked --package lantian --target "$WASM_TARGET" --test web
}

step_build() { scripts/build.sh; }

step_api() { scripts/build-api.sh; }

# built FOLDER STEP: whether the step that writes the folder has run.
built() { [ -d "$1" ] || { say "$1/ is missing: run scripts/test.sh $2 first." && false; }; }

step_size() { built dist build && built dist-api api && node tests/budgets/size.mjs dist; }

step_e2e() { built dist build && built dist-api api && node --test tests/e2e/*.test.mjs; }

describe() {
  case "$1" in
    fmt) echo "Formatting" ;;
    lint) echo "Lints, native and for the browser" ;;
    unit) echo "Unit, property, golden and data tests" ;;
    web) echo "Component tests in headless Chromium" ;;
    build) echo "Release build into dist/" ;;
    api) echo "JavaScript API into dist-api/" ;;
    size) echo "Size of what the page and the JavaScript API load" ;;
    e2e) echo "End-to-end tests in headless Chromium" ;;
    *) fail "unknown step '$1'; there are: ${ALL[*]}" ;;
  esac
}

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=("${ALL[@]}")
for step in "${steps[@]}"; do describe "$step" >/dev/null; done

passed=0
summary=""

# finish FAILED: the times, and the closing line that tools read.
finish() {
  printf '\n%s\n%s passed, %s failed\n' "$summary" "$passed" "$1"
  [ "$1" = 0 ] || exit 1
}

for step in "${steps[@]}"; do
  name="$(describe "$step")"
  printf '\n== %s\n' "$name"
  started=$SECONDS
  if "step_$step"; then
    passed=$((passed + 1))
    summary+="$(printf '%5d s  %s' $((SECONDS - started)) "$name")"$'\n'
  else
    summary+="$(printf '%5d s  %s: failed' $((SECONDS - started)) "$name")"$'\n'
    finish 1
  fi
done
finish 0
