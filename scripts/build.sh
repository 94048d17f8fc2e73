#!/usr/bin/env bash
# Release build into dist/.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "Building the app into dist/ (the first time takes some minutes)"
# Trunk's minifier cannot read the script that wasm-bindgen writes: it ships it as it is and warns each time.
trunk build --release --log warn 2>&1 | sed --unbuffered '/Failed to minify JS/d'
