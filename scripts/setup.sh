#!/usr/bin/env bash
# Installs what is missing and skips what is there.
#   setup.sh build   what building and serving the app needs
#   setup.sh test    also what the tests need: browser, fonts, npm packages
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
WASM_TARGET=wasm32-unknown-unknown

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    fail "root is needed for: $*  (no sudo here; run it as root, then repeat the command)"
  fi
}

# debian PACKAGE…: installs Debian packages.
debian() {
  have apt-get || fail "these Debian packages are needed, and apt-get is not here: $*"
  say "Installing Debian packages: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

rust_toolchain() {
  have rustup || fail "rustup is needed: install it from https://rustup.rs, with the stable toolchain"
  have rustc && rustc --version >/dev/null 2>&1 || {
    say "Installing the stable Rust toolchain"
    rustup toolchain install stable --profile minimal
  }
  local needed found
  needed="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)"
  found="$(rustc --version | cut -d ' ' -f 2)"
  [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ] ||
    fail "Rust $needed or newer is needed, found $found: run 'rustup update stable'"
  rustup target list --installed | grep -qx "$WASM_TARGET" || {
    say "Adding the Rust target $WASM_TARGET"
    rustup target add "$WASM_TARGET"
  }
}

rust_components() {
  local component
  for component in clippy rustfmt; do
    rustup component list --installed | grep -q "^$component" || {
      say "Adding the Rust component $component"
      rustup component add "$component"
    }
  done
}

node_runtime() {
  have node && have npm || fail "node and npm are needed, version 20 or newer"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] ||
    fail "node 20 or newer is needed, found $(node --version)"
}

# cargo_tool CRATE VERSION BINARY [FLAG…]: puts BINARY of exactly VERSION on PATH.
cargo_tool() {
  local crate="$1" version="$2" binary="$3"
  shift 3
  if have "$binary" && "$binary" --version | grep -qw -- "${version//./\\.}"; then
    return
  fi
  # Another version may serve another project: leave it alone and install ours beside.
  local into=()
  have "$binary" && into=(--root "$root/.tools")
  if have cargo-binstall; then
    say "Fetching $crate $version with cargo binstall"
    cargo binstall --no-confirm "${into[@]}" "$crate@$version" && return
    say "cargo binstall could not provide it; compiling instead"
  fi
  say "Compiling $crate $version (once; takes some minutes)"
  # A tool that runs for a second need not be optimised for minutes.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --quiet "${into[@]}" "$@" --version "$version" "$crate" ||
    fail "$crate $version could not be installed; the reason is above"
}

wasm_bindgen() {
  local version
  version="$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)"
  [ -n "$version" ] || fail "Cargo.lock names no wasm-bindgen"
  # Without --locked: the lock file published with 0.2.130 does not build.
  cargo_tool wasm-bindgen-cli "$version" wasm-bindgen
}

# The cutter of scripts/pieces.mjs does not tell its version; cargo does.
wasm_split() {
  local name="wasm_split_cli_support" version="$WASM_SPLIT_VERSION"
  have wasm-split-cli && cargo install --list | grep -qx "$name v$version:" && return
  say "Compiling $name $version (once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --quiet --locked --features build-binary --version "$version" "$name" ||
    fail "$name $version could not be installed; the reason is above"
}

build_tools() {
  rust_toolchain
  node_runtime
  have cc || debian gcc libc6-dev
  cargo_tool trunk "$TRUNK_VERSION" trunk --locked
  wasm_bindgen
  wasm_split
  # Trunk builds offline, so the crates must be here first.
  cargo fetch --quiet --locked
}

test_tools() {
  rust_components
  local packages=()
  have "${CHROMIUM:-chromium}" || packages+=(chromium)
  have "${CHROMEDRIVER:-chromedriver}" || packages+=(chromium-driver)
  have pdftoppm || packages+=(poppler-utils)
  have brotli || packages+=(brotli)
  # Without a font for them, Chinese characters are boxes in screenshots and PDF.
  [ -d /usr/share/fonts/opentype/noto ] && ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 ||
    packages+=(fonts-noto-cjk)
  [ ${#packages[@]} = 0 ] || debian "${packages[@]}"
  # npm ci starts from nothing each time: only when the lock file has changed.
  cmp -s package-lock.json node_modules/.lantian-lock.json || {
    say "Installing npm packages"
    npm ci --loglevel=error || fail "npm ci failed; the reason is above"
    cp package-lock.json node_modules/.lantian-lock.json
  }
}

case "${1:-}" in
  build) build_tools ;;
  test)
    build_tools
    test_tools
    ;;
  *) fail "usage: scripts/setup.sh build|test" ;;
esac
say "Tools for '$1' are ready"
