# make        rebuild every result (creates .venv from the lock the first time)
# make notebooks   rebuild, then execute analysis/notebooks (each in less than a minute)
# make readme      rebuild, then put the answer, findings and rules into README.md
# make test   run the tests (sets up .venv if needed); make test-fast leaves out the slow ones

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready

.PHONY: all test test-fast check notebooks readme lock clean

all: $(READY)
	@$(VENV)/bin/snakemake

test: $(READY)
	@$(VENV)/bin/pytest

test-fast: $(READY)
	@$(VENV)/bin/pytest -m "not slow"

notebooks: all
	@$(VENV)/bin/python analysis/notebooks/execute.py

readme: all
	@$(VENV)/bin/snakemake --rulegraph mermaid-js 2>/dev/null | $(VENV)/bin/python -m framing.paper.readme

check: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/snakefmt --check Snakefile workflow
	$(VENV)/bin/framing check

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else f"Python {v[0]}.{v[1]} found; 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# The lock is made by uv (pip install uv) and carries no index address. Conda hands its pip section to
# one run of pip, which refuses an editable package beside hashes: it gets the same pins without them.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --extra study --extra dev --no-header --quiet pyproject.toml --output-file requirements.lock
	sed -i '/^      - /d' environment.yml
	sed -n 's/^\([a-z0-9].*==.*\) \\$$/      - \1/p' requirements.lock >> environment.yml
	echo '      - --editable .' >> environment.yml

clean:
	rm -rf results .snakemake
