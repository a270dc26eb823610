# The two commands that matter: `make site` and `make test`. Each installs what it needs.

RELEASE := .build/release/crieur
PORT ?= 8000

.PHONY: site test serve bench fuzz clean program dist docs

# The example département: content/ → public/
site:
	tools/setup site
	$(MAKE) program
	$(RELEASE) build --strict

program:
	swift build -c release --product crieur

# Units and golden files, then the whole site judged by a browser and by validators.
test:
	tools/setup test
	swift build --build-tests
	swift test --skip-build
	$(MAKE) program
	.venv/bin/python3 -m pytest Tests/Site Tests/Browser

# The example while it is written: http://127.0.0.1:8000/
serve:
	tools/setup site
	$(MAKE) program
	$(RELEASE) serve --port $(PORT)

# dist/crieur-<version>-linux-x86_64.tar.gz: all that a Debian without network or root needs.
dist:
	tools/setup site
	$(MAKE) program
	tools/dist

# The editors' guide, itself a site: docs/guide-editeurs/public/
docs:
	tools/setup site
	$(MAKE) program
	tools/guide

bench:
	tools/setup test
	$(MAKE) program
	swift build -c release --product read-feeds
	swift build -c release --product check-texts
	Tests/Benchmarks/run

# Ten minutes for each way by which others' bytes come in: `Tests/Fuzz/run --help`.
fuzz:
	tools/setup test
	Tests/Fuzz/run

clean:
	swift package clean
	rm -rf .crieur-cache .crieur-staging*
	find public -mindepth 1 -not -name .gitignore -delete
