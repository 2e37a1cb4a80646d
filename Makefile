# make site    builds the public site into site/
# make test    runs every test, in a real browser too
# make help    lists the rest
# Works with GNU make 3.81 and later; what it needs it installs into .venv.

.PHONY: agree audit audit-dependencies fuzz sbom prove site test serve check diff release format lint lock describe screenshots bench clean help setup setup-test
.DEFAULT_GOAL := site
.NOTPARALLEL:

export PYTHON

BASE ?= HEAD
START ?= 0
COUNT ?= 20000
RUN := NO_MKDOCS_2_WARNING=1 .venv/bin

site: setup ## Build the public site into site/
	@$(RUN)/pathways build

test: setup-test ## Lint, check types and layers, and run every test
	@sh setup/test.sh

serve: setup ## Show the site on this machine; edits appear within two seconds
	@$(RUN)/pathways serve

check: setup ## Check data/ and content/ in about a second
	@$(RUN)/pathways check

diff: setup ## Say in plain words what you changed since the last commit (or BASE=main)
	@rm -rf .build/base && mkdir -p .build/base
	@git archive $(BASE) data content | tar -x -C .build/base
	@$(RUN)/pathways diff .build/base .

release: setup ## Write data/published.yml: what readers may link and cite from now on
	@$(RUN)/pathways release

describe: setup ## Write data/schemas/ and data/README.md again from the models
	@$(RUN)/pathways describe

format: setup-test ## Format Python
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix .

lock: ## Write the lock files again (needs uv)
	@sh setup/lock.sh

screenshots: setup-test site ## Take the README's screenshots again
	@$(RUN)/python -m bench.screenshots

bench: setup-test ## Measure the speed, as ratios
	@$(RUN)/python -m bench

prove: setup-test ## Compare both engines of the quiz on every option of the largest pathways (half an hour)
	@$(RUN)/python -m bench.prove

fuzz: setup-test ## Break the data in 20,000 ways (an hour; SEED=7 START=0 COUNT=20000)
	@$(RUN)/python -m bench.fuzz $(if $(SEED),--seed $(SEED)) --start $(START) --count $(COUNT)

sbom: setup-test ## List what the site is built with: docs/sbom.cdx.json, docs/dependencies.md (needs uv)
	@sh setup/sbom.sh

audit-dependencies: ## Ask whether a locked package has a known hole (needs uv and the Internet)
	@sh setup/audit.sh

audit: setup-test site ## Look with axe at every page in every variant (half an hour)
	@$(RUN)/python -m bench.audit

agree: setup-test ## Accept what the data decides, and the shape of the open data: tests/golden/
	@AGREE=1 .venv/bin/pytest -q tests/test_golden_decisions.py

clean: ## Remove what was built and installed
	@rm -rf .venv .build site

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup:
	@sh setup/python.sh requirements.lock

setup-test:
	@sh setup/python.sh requirements.lock requirements-test.lock
