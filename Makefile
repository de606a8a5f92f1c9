# Everything a newcomer needs. The work is done by scripts/setup and by the build tool in xtask/.
# ARGS goes on to `petalwork serve` or to `cargo test`.

.PHONY: run test setup

run: # build the app and start it at http://127.0.0.1:3000
	@scripts/setup build
	@cargo xtask run $(ARGS)

test: # run every test
	@scripts/setup test
	@cargo xtask test $(ARGS)

setup: # bring what both need, and nothing else
	@scripts/setup test
