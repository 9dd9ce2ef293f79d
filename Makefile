# make        rebuild every result (creates .venv from the lock the first time)
# make notebooks   rebuild, then execute analysis/notebooks (each in less than a minute)
# make readme      rebuild, then put the answer, findings and rules into README.md
# make verify      rebuild a clean clone and compare it with SHA256SUMS
# make fuzz, audit, pythons   random texts; weaknesses of packages; the tests on three Pythons
# make benchmarks   speed and memory on made-up posts, up to a million (a quarter of an hour, idle machine; PEERS=PYTHON has spaCy)
# make test   run the tests (sets up .venv if needed); make test-fast leaves out the slow ones

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
# Files of tests are shared among the processors (four at most, for memory), long ones first.
TESTS := $(VENV)/bin/pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: all test test-fast check notebooks readme verify fuzz benchmarks audit pythons lock clean

all: $(READY)
	@$(VENV)/bin/snakemake

test: $(READY)
	@$(TESTS)

test-fast: $(READY)
	@$(TESTS) -m "not slow"

notebooks: all
	@$(VENV)/bin/python analysis/notebooks/execute.py

readme: all
	@$(VENV)/bin/snakemake --rulegraph mermaid-js 2>/dev/null | $(VENV)/bin/python -m framing.paper.readme

# A clean clone of the last commit is rebuilt and compared with its SHA256SUMS.
verify: $(READY)
	@rm -rf build/verify && mkdir -p build && git clone --quiet . build/verify
	@cd build/verify && PYTHONPATH=analysis ../../$(VENV)/bin/snakemake --quiet all
	@cd build/verify && git diff --stat --exit-code
	@PYTHONPATH=build/verify/analysis $(VENV)/bin/python -m framing.provenance build/verify

fuzz: $(READY)
	@$(VENV)/bin/pytest --numprocesses logical --maxprocesses 4 --hypothesis-profile=fuzz tests/instrument/test_fuzz.py tests/instrument/test_search.py tests/texts/test_encode.py tests/texts/test_duplicates.py

benchmarks: $(READY)
	@PYTHONPATH=analysis $(VENV)/bin/python benchmarks/run.py $(if $(PEERS),--peers $(PEERS))

# Known weaknesses of the packages in the lock; pip-audit asks the index of advisories.
audit: $(READY)
	@test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && build/audit/bin/pip install --quiet pip-audit; }
	@build/audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock

# Each Python has an environment of its own.
pythons:
	@for version in 3.11 3.12 3.13; do \
	  $(MAKE) VENV=.venv-$$version PYTHON=python$$version test-fast || exit 1; done

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
