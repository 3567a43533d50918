# make demo: read a report, analyse a model, write a brief.   make test: lint, types, tests.
# Everything, caches and temporary files included, stays inside this checkout.

PYTHON ?= python3
OLDEST_PYTHON ?= python3.11
VENV := .venv
LOCK := constraints.txt
GROUPS := --group dev
BIN := $(VENV)/bin
OUT ?= demo-output
LANGUAGE ?= en
MODELS ?= 2000
ROOM ?= model files evidence keeping stability table
SHARE ?= 1
SEED ?= 1
FILES ?= 1000000
KINDS ?=
# Compiled by the install where there is a C compiler; SATUMEJA_PURE=1 leaves it out.
KERNEL := $(wildcard src/satumeja/stability/kernel/c/*)
export PIP_CACHE_DIR := $(CURDIR)/$(VENV)/cache
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_CACHE_DIR := $(CURDIR)/$(VENV)/cache/uv
export TMPDIR := $(CURDIR)/$(VENV)/tmp

# Everything installed, what builds it included, is of the release that the lock names.
INSTALL = $(BIN)/python -m pip install --quiet --constraint $(LOCK) --build-constraint $(LOCK)
RESOLVE = $(VENV)/bin/uv pip compile pyproject.toml --quiet --upgrade --no-annotate \
  --all-extras $(GROUPS) --group make --group mutation --custom-compile-command "make lock" --output-file

comma := ,
HARD = $(BIN)/python tests/hard/campaign.py --files $(FILES) --seed $(SEED) \
  --kinds "$(subst $() ,$(comma),$(strip $(KINDS)))"

.PHONY: demo test lint types tests proof bite hard hardest bench evaluate train lock newest highest \
  lowest bounds web web-types proof-web docs dist sbom clean help

help:
	@echo "make demo    read the shipped report, analyse the shipped model, write $(OUT)/brief.html"
	@echo "make test    check style and types, run the tests"
	@echo "make proof   compare every answer with a literal reference on MODELS=$(MODELS) models each"
	@echo "make bite ROOM=model  put small faults into a room, SHARE=0.1 of those there are (SEED=1), and"
	@echo "             fail where its tests tell neither nor tests/survivors explains; AGAIN=1 for"
	@echo "             those that survived the last time"
	@echo "make hard    read spoilt files of every kind for five minutes: each is read, or refused in words"
	@echo "make hardest  read FILES=$(FILES) of them, from SEED=$(SEED), of KINDS=\"yaml pdf\" or of all"
	@echo "make bench   measure, and compare with the last kept run; ONLY=\"startup read\" for some,"
	@echo "             BASE=REVISION to compare with another revision instead"
	@echo "make evaluate  measure what the reader finds, on gold and labelled sets"
	@echo "make train   learn anew what tells political acts apart, from training/acts"
	@echo "make web     build what the app shows in browsers, from web/; needs npm"
	@echo "make proof-web  make every journey through the app, at every size, and hold what it may cost"
	@echo "make docs    make the site of the documentation in site/, to be read without a network"
	@echo "make lock    renew $(LOCK), the releases that all of these install"
	@echo "make newest  test with the newest releases there are, and with the lowest pyproject allows"
	@echo "make dist    build the sdist and the wheels, without the kernel and with it, in dist/"
	@echo "make sbom    write what the core brings, with releases and licences, in dist/ (CycloneDX)"
	@echo "make clean   remove the environment and what the commands above wrote"

$(VENV)/made: $(LOCK)
	$(PYTHON) -m venv $(VENV)
	mkdir -p $(TMPDIR)
	$(BIN)/python -m pip install --quiet --constraint $(LOCK) pip
	touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml hatch_build.py $(KERNEL)
	$(INSTALL) --editable .
	$(BIN)/satumeja --version
	touch $@

$(VENV)/testable: $(VENV)/installed
	$(INSTALL) $(GROUPS)
	touch $@

$(VENV)/resolving: $(VENV)/made
	$(INSTALL) uv
	touch $@

$(VENV)/releasing: $(VENV)/installed
	$(INSTALL) --group make
	touch $@

$(VENV)/documentable: $(VENV)/installed
	$(INSTALL) --group docs
	touch $@

demo: $(VENV)/installed
	$(BIN)/satumeja demo --out $(OUT) --language $(LANGUAGE)

test: lint types tests

lint: $(VENV)/testable
	$(BIN)/ruff check
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/ruff format --check

types: $(VENV)/testable
	$(BIN)/mypy

tests: $(VENV)/testable
	$(BIN)/python -m pytest -q -n auto

proof: $(VENV)/testable
	for proof in differential layouts kernels symbolic further table questions paths; do \
	  echo "== $$proof"; $(BIN)/python tests/proofs/$$proof.py --models $(MODELS) || exit 1; done
	$(BIN)/python tests/proofs/determinism.py
	$(BIN)/python tests/proofs/bounded.py
	$(BIN)/python tests/proofs/typed.py --minutes 20
	$(BIN)/python tests/proofs/killed.py
	$(BIN)/python tests/proofs/killed_commands.py
	$(BIN)/python tests/proofs/killed_corrections.py
	$(BIN)/python tests/proofs/killed_edits.py
	$(BIN)/python tests/proofs/killed_app.py
	$(BIN)/python tests/proofs/long_day.py

$(VENV)/bitable: $(VENV)/testable
	$(INSTALL) --group mutation
	touch $@

bite: $(VENV)/bitable
	PYTHONPATH=tools nice -n 15 $(BIN)/python -m bite $(ROOM) --share $(SHARE) --seed $(SEED) \
	  $(if $(ONLY),--only $(ONLY)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(AGAIN),--again --fresh)

hard: $(VENV)/testable
	$(HARD) --minutes 5

hardest: $(VENV)/testable
	$(HARD) --jobs $(shell nproc 2>/dev/null || echo 1)

bench: $(VENV)/testable
	$(BIN)/python benchmarks/run.py $(if $(ONLY),--only $(ONLY)) $(if $(BASE),--base $(BASE))

evaluate: $(VENV)/testable
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/evaluate.py

train: $(VENV)/testable
	OMP_NUM_THREADS=1 $(BIN)/python training/train.py

web: web-types
	cd web && npm run --silent check && npm run --silent build

web-types: $(VENV)/installed web/node_modules/.package-lock.json
	$(BIN)/python -c "from satumeja import web; print(web.openapi_text(), end='')" > web/openapi.json
	cd web && npm run --silent types

proof-web: $(VENV)/testable web/node_modules/.package-lock.json
	$(BIN)/python -m pytest -q -m "slow or not slow" tests/web
	cd web && for journeys in tests/*.spec.mjs; do \
	  echo "== $$journeys"; PROOF=1 node $$journeys || exit 1; done

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --silent --ignore-scripts --no-audit --no-fund

docs: $(VENV)/documentable
	PYTHONPATH=tools $(BIN)/python -m handbook

lock: $(VENV)/resolving
	$(RESOLVE) $(LOCK) --group docs --universal --python-version 3.11

newest: highest lowest

highest: $(VENV)/resolving
	mkdir -p .venv-newest
	$(RESOLVE) .venv-newest/constraints.txt --group docs --universal --python-version 3.11
	$(MAKE) VENV=.venv-newest LOCK=.venv-newest/constraints.txt test

# Style and types are left out here: the linters need newer releases of what is to be tried at
# its lowest, and of an older library it is its own annotations that types would judge. What makes
# the site is left out too: nothing that is tested needs it.
lowest: GROUPS := --group test --group train
lowest: $(VENV)/resolving
	mkdir -p .venv-lowest
	$(RESOLVE) .venv-lowest/constraints.txt --resolution lowest-direct --python $(OLDEST_PYTHON)
	$(MAKE) VENV=.venv-lowest LOCK=.venv-lowest/constraints.txt PYTHON=$(OLDEST_PYTHON) \
	  GROUPS="$(GROUPS)" bounds tests

bounds: $(VENV)/testable
	$(BIN)/python tests/pins.py $(LOCK)

dist: $(VENV)/releasing
	rm -rf dist
	$(BIN)/python -m hatchling build -t sdist -d dist
	SATUMEJA_PURE=1 $(BIN)/python -m hatchling build -t wheel -d dist
	SATUMEJA_PURE= $(BIN)/python -m hatchling build -t wheel -d dist

# Of an environment in which there is nothing but what an install without extras brings.
sbom: $(VENV)/releasing
	rm -rf .venv-core
	$(PYTHON) -m venv --without-pip .venv-core
	$(BIN)/python -m pip --python .venv-core/bin/python install --quiet --constraint $(LOCK) \
	  --build-constraint $(LOCK) .
	mkdir -p dist
	$(BIN)/cyclonedx-py environment .venv-core/bin/python --pyproject pyproject.toml \
	  --output-reproducible --output-format JSON --output-file dist/satumeja.cdx.json

clean:
	rm -rf $(VENV) .venv-core .venv-newest .venv-lowest $(OUT) site .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
