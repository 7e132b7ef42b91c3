# make letters   builds every document of letters/ into build/
# make test      runs the tests
# make validate  holds every file of build/ against the validators of others
# make check     runs everything that CI runs before that
# Each installs what is missing first: .venv, and system libraries when you are root.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
NODE := tests/node/node_modules/.package-lock.json

.PHONY: letters test validate meldingen pictures reading bench check lint types layers styles setup system test-system clean help
.DEFAULT_GOAL := help

help:  ## shows this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /  /'

letters: setup  ## builds every document of letters/ into build/
	@$(BIN)/pmg build

test: setup test-system $(NODE)  ## runs the tests
	@$(BIN)/pytest -n 2

validate: letters test-system $(NODE)  ## holds every file of build/ against the validators of others
	@$(BIN)/python -m tests.validators build

meldingen: setup  ## prints every message that an officer can get (ARGS=--overnemen takes them over)
	@$(BIN)/python -m tests.cases $(ARGS)

pictures: setup test-system $(NODE)  ## makes the pictures in docs/beeld (ARGS=--overnemen: those of the tests too)
	@$(BIN)/python -m tests.look $(ARGS)

check: lint types layers styles test  ## runs everything that CI runs before make validate

bench: setup  ## prints how fast each command is, as ratios
	@$(BIN)/python -m benchmarks $(ARGS)

reading: setup  ## prints how well statements in a text are read and judged
	@$(BIN)/python -m tests.reading $(ARGS)

lint: setup  ## looks at style and common mistakes
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: setup  ## checks every type
	@$(BIN)/mypy

layers: setup  ## checks that the layers of the house hold
	@$(BIN)/lint-imports

styles: setup  ## holds the Word shells, style sheets and fonts against each stijl.yaml
	@$(BIN)/pmg style check

setup: system $(STAMP)  ## makes .venv with all that is needed

$(STAMP): pyproject.toml
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

# Node.js comes with the Python packages; this is what the tests run in it. It trusts a list of its
# own, so it is told of the authorities of this machine, which a network of an office needs.
$(NODE): tests/node/package-lock.json $(STAMP)
	@NODE_EXTRA_CA_CERTS="$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" \
		PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/node --silent
	@touch $@

# Pango sets the text of the PDF; venv needs its own package on Debian.
system:
	@sh .ci/system-packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv

# LibreOffice reads the Word files back in the tests, as an officer without Word would; there
# DejaVu Sans stands in for Verdana. Chromium shows the pages, faketime brings another day.
test-system:
	@sh .ci/system-packages libreoffice-writer-nogui poppler-utils fonts-dejavu-core chromium faketime

clean:  ## removes .venv and everything that was built
	@rm -rf .venv build dist tests/node/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
