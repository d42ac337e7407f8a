# The only way to run anything. `make run` and `make test` need Python 3.11+ and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/bash
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test lint bench bench-pages bench-briefing table chromium clean help

help:
	@echo "make run    build what is missing and serve the dashboard (port 8501, or STREAMLIT_SERVER_PORT)"
	@echo "make test   every test, in an environment of its own"
	@echo "make lint   ruff, mypy, import directions"
	@echo "make bench  documents a second, against gold and against other date parsers"
	@echo "make bench-pages  a change of filters over a million events: time, payload, memory"
	@echo "make bench-briefing  seven figures of a briefing in every format: time of each"

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tawqit needs Python 3.11 or newer; $$($(PYTHON) --version) was found. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "python could not make an environment; on Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.run tests/requirements.txt
	$(BIN)/python -m pip install --quiet -r tests/requirements.txt
	@touch $@

table: $(VENV)/.run
	@$(BIN)/python -m dashboard ensure-table

run: table
	$(BIN)/python -m streamlit run streamlit_app.py

chromium:
	@bash tests/browser/chromium.sh

test: $(VENV)/.test chromium lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.test
	$(BIN)/python tests/benchmarks/run.py

bench-pages: $(VENV)/.test
	$(BIN)/python tests/benchmarks/million.py

bench-briefing: $(VENV)/.test chromium
	$(BIN)/python tests/benchmarks/briefing.py

clean:
	rm -rf $(VENV) data/table .mypy_cache .ruff_cache .pytest_cache
