#!/usr/bin/env bash
# Builds the JavaScript API into dist-api/: the module, its types and the example.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "Building the JavaScript API into dist-api/"
target=wasm32-unknown-unknown
cargo build --quiet --locked --release --target "$target" --package lantian-api
rm -rf dist-api
# No browser needs the sections: function names alone would add a quarter.
wasm-bindgen --target web --remove-name-section --remove-producers-section --out-name lantian --out-dir dist-api \
  "target/$target/release/lantian_api.wasm"
cp -r api/example dist-api/example
cp LICENSE-APACHE LICENSE-MIT dist-api/
