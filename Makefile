# `make` sets up, builds and validates; `make test` sets up and runs the tests. Only python3 (3.11 or newer) is needed; for
# another Python beside it: make test PYTHON=python3.13 VENV=.venv313
VENV := .venv
ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := $(VENV)/Scripts
else
PYTHON ?= python3
BIN := $(VENV)/bin
endif
WEB := scripts/site/web/node_modules/.package-lock.json

.PHONY: all test workflow-test lint faults fuzz kills documents clients contribution release site review browser-test bench-site picture lock clean bench-extract bench-validate bench-build need-npm need-R need-chromium

all: $(VENV)/.run
	$(BIN)/python -m scripts build
	$(BIN)/python -m scripts validate

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/zizmor --offline --no-progress --quiet --strict-collection .

# The commands of the gate and the hooks of pre-commit, against contributions that are wrong or would bend them.
workflow-test: $(VENV)/.dev
	$(BIN)/python -m pytest tests/workflow

# Every client of docs/loading.md loads the package; needs Node.js and R with readr beside Python, as .ci/setup installs them.
clients: need-npm need-R $(VENV)/.clients tests/clients/node_modules
	$(BIN)/python -m pytest tests/clients/loading.py tests/clients/serving.py

# Adds an article to a copy of the project as CONTRIBUTING.md says, and runs there the gate, the tests, the clients and the
# browser tests that an article can change; needs what `make clients` and `make browser-test` need.
contribution: need-npm need-R need-chromium $(VENV)/.clients $(VENV)/.browser tests/clients/node_modules $(WEB)
	$(BIN)/python -m tests.contribution

# The files of a release, in dist/, checked as a person would who has downloaded them.
release: $(VENV)/.dev
	$(BIN)/python -m scripts release
	$(BIN)/python -m scripts validate dist/*.zip
	$(BIN)/frictionless validate dist/*.zip
	cd dist && sha256sum --quiet --check SHA256SUMS

# The site, into dist/site/; `make review` shows the sheets as they stand, into dist/review/.
site: need-npm $(VENV)/.run $(WEB)
	$(BIN)/python -m scripts site

review: need-npm $(VENV)/.run $(WEB)
	$(BIN)/python -m scripts site --review

# The site in a real browser: Debian's chromium, or the one that CHROMIUM names.
browser-test: need-npm need-chromium $(VENV)/.browser $(WEB)
	$(BIN)/python -m pytest tests/browser

# The picture in README.md, of an article's page of the site as it is now.
picture: need-npm need-chromium $(VENV)/.browser $(WEB)
	$(BIN)/python -m tests.picture

# The size of the site, and how quickly it comes up, scrolls and filters.
bench-site: need-npm need-chromium $(VENV)/.browser $(WEB)
	$(BIN)/python -m tests.benchmarks.site

# The packages that the site is bundled from, their integrity checked against the lock, without their install scripts.
$(WEB): scripts/site/web/package.json scripts/site/web/package-lock.json
	cd scripts/site/web && npm ci --ignore-scripts
	@touch $@

# What the documents say that `make` does not work out: messages, scores, agreement, clients, faults.
documents: $(VENV)/.dev
	$(BIN)/python -m tests.documents

# Every fault that the schemas give, and who finds it; writes the matrix and its totals in the documents. Some 15 minutes.
faults: $(VENV)/.dev
	$(BIN)/python -m tests.faults
	$(BIN)/python -m tests.documents

# 20,000 random and mutated inputs by each way in, anew each time; CASES and SEED say how many and from which.
CASES ?= 20000
fuzz: $(VENV)/.dev
	CASES=$(CASES) $(BIN)/python -m pytest tests/scripts/test_fuzz.py $(if $(SEED),--hypothesis-seed=$(SEED))

# A build killed before each of its steps on files.
kills: $(VENV)/.dev
	KILLS=all $(BIN)/python -m pytest -n0 tests/scripts/test_killed.py

# The extractor beside other libraries for figures and dates, and its speed over 2,000 made articles.
bench-extract: $(VENV)/.benchmarks
	$(BIN)/python -m tests.benchmarks.extractor

# The validation beside frictionless-py's, on packages of 12,000 to 1.2 million rows. Some ten minutes.
bench-validate: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.validation

# The build from 500, 1,000 and 2,000 coding sheets: time of each stage and memory.
bench-build: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.building

# What is needed beyond Python and is not on this machine: said in a line before anything is installed.
needs = @command -v $(1) >/dev/null || { echo "$(1) is not on this machine: first install $(2)" >&2; exit 1; }
CHROMIUM ?= /usr/bin/chromium
need-npm:
	$(call needs,npm,Node.js 20.19 or newer with npm)
need-R:
	$(call needs,Rscript,R with its packages jsonlite and readr)
	@Rscript -e 'quit(status = !all(sapply(c("jsonlite", "readr"), requireNamespace, quietly = TRUE)))' || \
		{ echo "R has no jsonlite or no readr: install both packages first" >&2; exit 1; }
need-chromium:
	$(call needs,$(CHROMIUM),Chromium or name yours with CHROMIUM=path)

# A new environment for each lock, with uv, which installs the rest; pip installs uv, from its own lines of the lock.
$(VENV)/.uv: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	sed -n '/^uv==/,/[^\]$$/p' $< >$(VENV)/uv.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt
	@touch $@

# What the program needs (.run), and a group of pyproject.toml beside it (.dev, .clients …), as the lock has them.
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r pyproject.toml -c requirements.lock
$(VENV)/.run: pyproject.toml $(VENV)/.uv
	$(INSTALL)
	@touch $@

$(VENV)/.%: pyproject.toml $(VENV)/.uv
	$(INSTALL) --group $*
	@touch $@

# After a change of pyproject.toml: requirements.lock, for all platforms and from the oldest Python on.
lock: $(VENV)/.uv
	$(BIN)/uv pip compile --quiet --python-version 3.11 --group all pyproject.toml -o requirements.lock

tests/clients/node_modules: tests/clients/package-lock.json
	cd tests/clients && npm ci --ignore-scripts --loglevel=error
	@touch $@

clean:
	rm -rf $(VENV) dist tests/clients/node_modules scripts/site/web/node_modules
