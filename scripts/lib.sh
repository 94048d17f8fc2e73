# shellcheck shell=bash
# Sourced by the other scripts: where the project is, which tools come first, how a script speaks.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

# Tools of the project's own versions come before whatever else is installed.
export PATH="$root/.tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
# Browsers come from the system; npm packages never fetch one.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

have() { command -v "$1" >/dev/null 2>&1; }

say() { printf '%s\n' "$*"; }

fail() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}
