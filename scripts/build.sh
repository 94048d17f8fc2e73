#!/usr/bin/env bash
# Release build into dist/.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "Building the app into dist/ (the first time takes some minutes)"
# Trunk's minifier cannot read the script wasm-bindgen writes, ships it as it is, and warns each time.
exec trunk build --release --log "warn,trunk::processing::minify=error"
