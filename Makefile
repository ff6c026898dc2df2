# Everything starts here; `make` alone lists it. What each does lies in scripts/.
PYTHON ?= python3
ROWS ?= 1000000
VENV = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test bench lock format

help:  ## list what make can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

run:  ## install what is missing and start on http://localhost:8501
	@$(PYTHON) scripts/install.py
	@$(VENV) -m streamlit run app.py

test:  ## lint, types, all tests, the browser's too
	@$(PYTHON) scripts/install.py --tests
	@$(VENV) scripts/system.py
	@$(VENV) scripts/check.py

bench:  ## speed against named peers, in one table; ROWS=10000000 for the large one
	@$(PYTHON) scripts/install.py --tests
	@$(VENV) scripts/bench --rows $(ROWS)

format:  ## put the code into its one shape
	@$(PYTHON) scripts/install.py --tests
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .

lock:  ## resolve the exact versions anew; UPGRADE="duckdb pandas" raises these
	@$(PYTHON) scripts/lock.py $(UPGRADE)
