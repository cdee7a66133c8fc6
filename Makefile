# Two commands matter: `make run` opens the shipped briefing, `make test` passes every test. Each sets up what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHELL  := /bin/sh

# Most tests of the app wait for a process in a terminal: more run at once than there are processors. Each worker costs 4 s by itself.
WORKERS ?= 5
# Where make can, what a check says stands together; the tests (whose line begins with +) show how far they are.
WHOLE := $(if $(filter output-sync,$(.FEATURES)),--output-sync)

.PHONY: run test tested format lint types unit quick golden mutants queries smoke bench screenshots clean

run: $(VENV)/ready            ## open the app on the shipped briefing
	@$(BIN)/briefing open $(ARGS)

test: $(VENV)/bin/python      ## everything that .ci/run runs: lint, then types and unit; smoke beside all of it
	@$(MAKE) --no-print-directory --jobs=3 $(WHOLE) smoke tested

tested: lint
	@$(MAKE) --no-print-directory types unit

format: $(VENV)/ready-dev     ## write all files in the house's format
	$(BIN)/ruff format tui tests
	$(BIN)/ruff check --fix tui tests

lint: $(VENV)/ready-dev       ## format and lint, changing nothing
	$(BIN)/ruff format --check tui tests
	$(BIN)/ruff check tui tests

types: $(VENV)/ready-dev      ## mypy --strict
	$(BIN)/mypy

unit: $(VENV)/collected       ## the tests
	+$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

quick: $(VENV)/collected      ## the quick tests: no terminal, no process, no sweep through everything, fewer examples of each property
	$(BIN)/python -m pytest --numprocesses=2 --dist=worksteal --hypothesis-profile=quick -m 'not terminal and not process and not sweep' $(ARGS)

smoke: $(VENV)/bin/python     ## the built wheel, in an environment of its own, from another folder
	sh tests/smoke.sh $(BIN)/python

golden: $(VENV)/ready-dev     ## write the golden texts anew: whatever the program says of the template
	cd tests && PYTHONPATH=.. ../$(BIN)/python -m golden

mutants: $(VENV)/ready-dev    ## break the program in ways that a reader would see: the golden texts must tell each time
	cd tests && PYTHONPATH=.. ../$(BIN)/python -m mutants

queries: $(VENV)/ready-dev    ## where what readers look for stands among the hits: the rates, and every miss
	cd tests && PYTHONPATH=.. ../$(BIN)/python -m queries

bench: $(VENV)/ready-dev      ## how quick and how quiet, beside bare Textual: make bench ARGS=--quick
	cd tests && PYTHONPATH=.. ../$(BIN)/python -m bench $(ARGS)

screenshots: $(VENV)/ready-dev ## the README's pictures, from the shipped briefing
	$(BIN)/python docs/screenshots.py

clean:                        ## remove what the other commands made
	rm -rf $(VENV) .briefing dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A newer pip takes half the time of Python 3.11's own to find what fits. Python's pip fetches it at once, where Python has one that can;
# else the environment gets the one that comes with Python, and the newer where it can be had.
$(VENV)/bin/python:
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --python $(VENV)/bin/python install --quiet --disable-pip-version-check pip >/dev/null 2>&1 || { \
	  $(PYTHON) -m venv $(VENV) && { $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip || true; }; }

# Byte code is written at install, or a start compiles all of it again where the environment forbids Python to write it later.
$(VENV)/ready: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q tui
	@touch $@

# pytest compiles the tests in its own way. Done once and beforehand, no worker does it again; what is wrong with a test, the run tells.
$(VENV)/collected: $(VENV)/ready-dev $(wildcard tests/*.py tests/*/*.py)
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --collect-only --quiet --quiet >/dev/null 2>&1 || true
	@touch $@

# Of what the tests load little else is needed: it is compiled when they are collected.
$(VENV)/ready-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]'
	@$(BIN)/python -m compileall -q tui
	@touch $@ $(VENV)/ready
