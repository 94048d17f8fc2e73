#!/usr/bin/env bash
# Trunk's pre_build hook: makes what the page ships besides the app, in target/.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

rm -rf target/texts
cargo run --quiet --package lantian-texts -- target/texts
node scripts/styles.mjs public/boot.css style/main.css target/style/main.css
node scripts/compute.mjs
