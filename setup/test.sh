#!/bin/sh
# Everything that must pass: lint, format, types, layers, data, and the tests, in a real browser too.
set -eu
cd "$(dirname "$0")/.."
sh setup/browser.sh
PATH="$PWD/.venv/bin:$PATH"
export PATH NO_MKDOCS_2_WARNING=1

ruff check --quiet .
ruff format --quiet --check . || { echo "Some files are not formatted. Run: make format" >&2; exit 1; }
oxlint --quiet site_overrides
mypy --no-error-summary
lint-imports >.import-linter.out 2>&1 || { cat .import-linter.out; rm -f .import-linter.out; exit 1; }
rm -f .import-linter.out
pytest -q -n auto --dist worksteal
