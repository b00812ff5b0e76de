#!/usr/bin/env bash
# The one entry point: installs what is missing, says what it does, builds, tests and shows Kith.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

CRATES=(core ui)                 # extension/<name>, package kith-<name>, becomes <name>_bg.wasm
FAST_CRATES=(import)             # the same, compiled to be fast instead of small
DEBIAN=(chromium firefox-esr openssl fonts-dejavu-core fonts-noto-color-emoji)
DEBIAN_RUST=(rustc-web cargo-web rust-web-src)
WASM=wasm32-unknown-unknown
COUNTS=target/counts      # one line "passed failed skipped" for each runner of a test run

usage() {
  cat <<'TEXT'
./build.sh run       Kith in a browser on a small made-up feed; pictures in target/demo where there is no display
./build.sh test      every test: the library, then the extension in Chromium and Firefox
./build.sh build     dist/chromium and dist/firefox, ready to load (KITH_FAST=1: sooner and larger)
./build.sh lint      format, clippy, types and biome only
./build.sh fuzz      damaged files for every reader of archives, or for one: ./build.sh fuzz linkedin 60 (seconds)
./build.sh bench     what Kith costs a feed of 1,000 posts, how fast its views open and archives come in
./build.sh pictures  every view in both browsers, light and dark, narrow and wide; those of the README
./build.sh package   two zips for the stores and the source archive, in dist
TEXT
}

say() { printf 'kith: %s\n' "$*"; }
fail() { printf 'kith: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---- what must be there ----

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Installs Debian packages that are missing; one apt call, because each costs seconds.
need_debian() {
  local missing=() p
  for p in "$@"; do installed "$p" || missing+=("$p"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "please install: ${missing[*]} (apt-get install as root)"
  say "installs from Debian: ${missing[*]}"
  mkdir -p target
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
    >target/apt.log 2>&1 || fail "apt-get could not install ${missing[*]}: see target/apt.log"
}

need_browsers() {
  if have apt-get; then need_debian "${DEBIAN[@]}"; return; fi
  have openssl || fail "please install OpenSSL"
  node scripts/browsers.mjs || fail "please install Chromium and Firefox, or name them in CHROMIUM and FIREFOX"
}

need_rust() { have cargo || fail "please install Rust with rustup (https://rustup.rs)"; }

need_node() {
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 15) ? 0 : 1)' 2>/dev/null \
    || fail "please install Node 20.15 or newer, with npm"
  cmp -s package-lock.json node_modules/.kith-lock && return
  say "installs the npm packages of package-lock.json"
  npm ci --silent --no-audit --no-fund
  cp package-lock.json node_modules/.kith-lock
}

# The runner crate instead of wasm-bindgen-cli: a sixth of its compile time. Cargo itself knows whether it is up to date.
need_bindgen() {
  [ -x target/tools/release/bindgen ] || say "builds wasm-bindgen's command (about a minute, once)"
  cargo build --quiet --locked --release --manifest-path tools/bindgen/Cargo.toml --target-dir target/tools
}

# How to build for wasm32: with rustup's ready-made standard library, or, where rustup cannot fetch it, with one built from
# Debian's sources of a newer Rust. The second way is remembered: asking rustup in vain takes long. KITH_WASM=source forces it.
need_wasm() {
  if [ "${KITH_WASM:-}" != source ] && [ ! -e target/wasm-from-source ]; then
    rustup target list --installed 2>/dev/null | grep -qx $WASM && { wasm_way=rustup; return; }
    say "asks rustup for the target $WASM"
    timeout 120 rustup target add $WASM >/dev/null 2>&1 && { wasm_way=rustup; return; }
    have apt-get || fail "please install the Rust target $WASM (rustup target add $WASM)"
    say "rustup cannot fetch it: the standard library is built from Debian's Rust sources"
  fi
  need_debian "${DEBIAN_RUST[@]}"
  mkdir -p target && touch target/wasm-from-source
  wasm_way=source
}

# rust-lld comes with every rustup toolchain; Debian's lld is the other linker.
linker() {
  local lld
  lld=$(ls "$(rustc --print sysroot 2>/dev/null)"/lib/rustlib/*/bin/rust-lld 2>/dev/null | head -1)
  [ -n "$lld" ] || { need_debian lld >&2; lld=$(command -v wasm-ld || command -v lld); }
  echo "$lld"
}

# One target folder for all wasm, apart from the native one: the two may come from different compilers.
wasm_cargo() {
  if [ "$wasm_way" = rustup ]; then
    CARGO_TARGET_DIR=target/wasm cargo "$@" --target $WASM
  else
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(linker) CARGO_TARGET_DIR=target/wasm \
      /usr/bin/cargo "$@" --target $WASM -Zbuild-std=std,panic_abort
  fi
}

# ---- building ----

# Crates of one profile in one call: they share dependencies, whose features would otherwise differ and be compiled twice.
build_wasm() {
  need_wasm
  need_bindgen
  if [ -n "${KITH_FAST:-}" ]; then
    compile wasm-dev "${CRATES[@]}" "${FAST_CRATES[@]}"
  else
    compile wasm "${CRATES[@]}"
    compile wasm-import "${FAST_CRATES[@]}"
  fi
}

# A profile, and crates.
compile() {
  local profile=$1
  shift
  say "compiles for wasm: $* ($profile, standard library from $wasm_way)"
  wasm_cargo build --quiet --locked --profile "$profile" "${@/#/-pkith-}"
  node scripts/glue.mjs "target/wasm/$WASM/$profile" "$@"
}

bundle() { node scripts/bundle.mjs; }

build() {
  need_rust
  need_node
  build_wasm
  bundle
}

# ---- checking ----

lint_rust() {
  say "checks the format of the Rust code"
  cargo fmt --all --check
  cargo fmt --manifest-path tools/bindgen/Cargo.toml --check
  cargo fmt --manifest-path fuzz/Cargo.toml --check
  say "runs clippy"
  cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
}

# After the wasm: tsc reads the types that wasm-bindgen wrote.
lint_script() {
  say "checks the types"
  npx --no-install tsc --noEmit
  say "runs biome"
  npx --no-install biome check --error-on-warnings
}

lint() {
  need_rust
  need_node
  lint_rust
  build_wasm
  lint_script
}

# The tests write extension/protocol.ts; if that changes it, what was committed was out of date.
test_native() {
  local before
  before=$(cksum extension/protocol.ts 2>/dev/null || true)
  say "runs the native tests"
  cargo test --locked --workspace 2>&1 | tee target/native.log
  awk '/^test result:/ { p += $4; f += $6; s += $8 } END { print p + 0, f + 0, s + 0 }' target/native.log >>"$COUNTS"
  [ "$before" = "$(cksum extension/protocol.ts 2>/dev/null || true)" ] \
    || fail "extension/protocol.ts was out of date; it is written anew: look at it and commit it"
}

# One file at a time: two browsers at once on two cores make each other late.
test_browsers() {
  say "runs the tests in Chromium and Firefox"
  rm -rf target/failures
  node --test --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./scripts/count.mjs --test-reporter-destination=target/browser-counts \
    tests/browser/*.test.mjs || { cat target/browser-counts >>"$COUNTS"; return 1; }
  cat target/browser-counts >>"$COUNTS"
}

# The last line of a test run, whether it went well or not. A step that is no test (the format, the types) fails as one test.
count() {
  awk -v status=$? '{ p += $1; f += $2; s += $3 } END { if (status && !f) f = 1; printf "%d passed, %d failed, %d skipped\n", p, f, s }' "$COUNTS"
}

run_tests() {
  mkdir -p target
  : >"$COUNTS"
  trap count EXIT
  need_rust
  need_node
  need_browsers
  lint_rust
  test_native
  build_wasm
  lint_script
  bundle
  test_browsers
}

# The flags are those of `cargo fuzz run --sanitizer none`, which needs no nightly Rust: the library has no unsafe code. What a reader has
# learnt stays in target/fuzz/corpus; a file that breaks it is left in target/fuzz.
COVERAGE=(-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
  -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares)

# A reader, or all; and for how many seconds each.
fuzz() {
  local readers=(fuzz/readers/*.rs) host reader corpus
  readers=("${readers[@]##*/}")
  [ -z "${1:-}" ] || readers=("$1")
  need_rust
  need_node
  node scripts/seeds.mjs target/fuzz/seeds
  host=$(rustc -vV | sed -n 's/^host: //p')
  RUSTFLAGS="--cfg fuzzing ${COVERAGE[*]}" \
    cargo build --quiet --locked --release --manifest-path fuzz/Cargo.toml --target "$host" --target-dir target/fuzz
  for reader in "${readers[@]%.rs}"; do
    say "reads damaged files: $reader"
    corpus=target/fuzz/corpus/$reader
    mkdir -p "$corpus"
    "target/fuzz/$host/release/$reader" "$corpus" "target/fuzz/seeds/$reader" -max_total_time="${2:-60}" \
      -rss_limit_mb=1024 -malloc_limit_mb=256 -timeout=20 -artifact_prefix="target/fuzz/$reader-" -print_final_stats=1 \
      >"target/fuzz/$reader.log" 2>&1 || { tail -40 "target/fuzz/$reader.log"; fail "$reader does not stand it: target/fuzz/$reader.log"; }
    grep -a '^Done' "target/fuzz/$reader.log"
  done
}

# ---- showing ----

run() { need_browsers; build; node scripts/run.mjs; }
bench() { need_browsers; build; node scripts/bench.mjs; }
pictures() { need_browsers; build; node scripts/pictures.mjs; }
package() { build; node scripts/package.mjs; }

case "${1:-}" in
  test) run_tests ;;
  fuzz) fuzz "${@:2}" ;;
  build | lint | run | bench | pictures | package) "$1" ;;
  '') usage ;;
  *) usage >&2; exit 2 ;;
esac
