# Everything a newcomer needs. The work is done by scripts/setup and by the build tool in xtask/.
# ARGS goes on to `petalwork serve` or to `cargo test`.

.PHONY: run test bench fuzz screenshots setup

run: # build the app and start it at http://127.0.0.1:3000
	@scripts/setup build
	@cargo xtask run $(ARGS)

test: # run every test
	@scripts/setup test
	@cargo xtask test $(ARGS)

bench: # how fast and how large, as ratios measured in one run (release build)
	@scripts/setup test
	@cargo xtask bench $(ARGS)

# Each in fuzz/fuzz_targets; FUZZ_SECONDS is for each of them.
TARGETS = workbook photo sound csv notebook values form cookies
FUZZ_SECONDS = 600

fuzz: # random bytes against every reader of what comes from outside, for ten minutes each
	@scripts/setup fuzz
	@for target in $(TARGETS); do \
		PATH="$(CURDIR)/target/tools/bin:$$PATH" cargo +nightly fuzz run --fuzz-dir fuzz -s none $$target -- \
			-max_total_time=$(FUZZ_SECONDS) -max_len=65536 -rss_limit_mb=2048 -timeout=10 || exit 1; \
	done

# Those of the pictures in target/screenshots that README shows.
SHOWN = coordinator-today.zh-CN.phone coordinator-split.zh-CN.phone coordinator-count-table.zh-CN.phone \
	worker-work.zh-CN.phone worker-book.zh-CN.phone firm-order.zh-CN.phone coordinator-orders.en.desk \
	coordinator-order.en.desk

# And those of paper.
PRINTED = paper-slip-a4.zh-CN paper-slip-a6.en paper-book-a4.zh-CN

screenshots: # take pictures of the main pages, and put those that README shows into docs/screenshots
	@scripts/setup test
	@PETALWORK_PICTURES=$(CURDIR)/target/screenshots cargo xtask test --test petalwork -- browser::pages browser::paper
	@mkdir -p docs/screenshots
	@for name in $(SHOWN); do cp target/screenshots/$$name.day.png docs/screenshots/; done
	@for name in $(PRINTED); do cp target/screenshots/$$name.png docs/screenshots/; done

setup: # bring what both need, and nothing else
	@scripts/setup test
