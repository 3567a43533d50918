# make demo: read a report, analyse a model, write a brief.   make test: lint, types, tests.
# Everything, caches and temporary files included, stays inside this checkout.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= demo-output
LANGUAGE ?= en
MODELS ?= 2000
export PIP_CACHE_DIR := $(CURDIR)/$(VENV)/cache
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export TMPDIR := $(CURDIR)/$(VENV)/tmp

.PHONY: demo test lint types tests proof bench evaluate train clean help

help:
	@echo "make demo    read the shipped report, analyse the shipped model, write $(OUT)/brief.html"
	@echo "make test    check style and types, run the tests"
	@echo "make proof   compare every answer with a literal reference on MODELS=$(MODELS) models each"
	@echo "make bench   measure, side by side"
	@echo "make evaluate  measure what the reader finds, on gold and labelled sets"
	@echo "make train   learn anew what tells political acts apart, from training/acts"
	@echo "make clean   remove the environment and what the commands above wrote"

$(VENV)/made:
	$(PYTHON) -m venv $(VENV)
	mkdir -p $(TMPDIR)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/testable: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
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
	for proof in differential layouts symbolic further table questions paths; do \
	  echo "== $$proof"; $(BIN)/python tests/proofs/$$proof.py --models $(MODELS) || exit 1; done
	$(BIN)/python tests/proofs/killed.py

bench: $(VENV)/testable
	$(BIN)/python benchmarks/run.py

evaluate: $(VENV)/testable
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/evaluate.py

train: $(VENV)/testable
	OMP_NUM_THREADS=1 $(BIN)/python training/train.py

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
