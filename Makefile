# Everything a newcomer needs. The work is done by scripts/setup and the build tool in xtask/.

.PHONY: run test setup

run: ## build and start the app at http://127.0.0.1:3000
	@scripts/setup build
	@cargo xtask run

test: ## run every test
	@scripts/setup test
	@cargo xtask test

setup: ## bring what both need, and nothing else
	@scripts/setup test
