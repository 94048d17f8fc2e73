# Every target installs what it needs and says so; the second time that takes a second.
.DEFAULT_GOAL := help
.PHONY: help serve dev build api test check lint fmt e2e bench screenshots

PORT ?= 8080
export PATH := $(CURDIR)/.tools/bin:$(HOME)/.cargo/bin:$(PATH)

help: ## This list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

serve: build ## Build the app and serve it on http://127.0.0.1:8080 (PORT=… for another)
	@node scripts/serve.mjs dist $(PORT)

dev: ## Serve a debug build and rebuild it on every change
	@scripts/setup.sh build
	@trunk serve --port $(PORT)

build: ## Release build into dist/
	@scripts/setup.sh build
	@scripts/build.sh

api: ## The engine as a JavaScript module with TypeScript types, into dist-api/
	@scripts/setup.sh build
	@scripts/build-api.sh

test: ## Everything: format, lints, unit, browser, size and end-to-end tests
	@scripts/setup.sh test
	@scripts/test.sh

check: ## The quick part: format, lints, native tests
	@scripts/setup.sh test
	@scripts/test.sh fmt lint unit

lint: ## Format check and lints only
	@scripts/setup.sh test
	@scripts/test.sh fmt lint

fmt: ## Format the code
	@cargo fmt --all

e2e: ## Build, size check and end-to-end tests
	@scripts/setup.sh test
	@scripts/test.sh build api size e2e

bench: ## The table of benchmarks: every loop native and as wasm, against the machine's limit
	@scripts/setup.sh build
	@node scripts/bench.mjs

screenshots: ## Pictures of every page at four widths, three languages, light, dark and print
	@scripts/setup.sh test
	@scripts/build.sh
	@node scripts/screenshots.mjs
