#!/usr/bin/env bash
# Release build into dist/.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "Building the app into dist/ (the first time takes some minutes)"
# Relocations are what the cutter reads (scripts/pieces.mjs); erased component types make the code a tenth smaller.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components -Clink-args=--emit-relocs"
# Trunk's minifier cannot read the script that wasm-bindgen writes: it ships it as it is and warns each time.
trunk build --release --features split --log warn 2>&1 | sed --unbuffered '/Failed to minify JS/d'
