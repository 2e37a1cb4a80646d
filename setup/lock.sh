#!/bin/sh
# Writes the two lock files again from pyproject.toml. Needs uv (from the Python package index) and a network.
# Universal (every supported system and Python), hashed, wheels only, and naming no registry host.
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile pyproject.toml "$@" --universal --python-version 3.11 --generate-hashes \
        --only-binary :all: --no-emit-index-url --custom-compile-command "make lock" --quiet
}
printf 'flit-core>=3.11,<5\n' > .build-backend.in
trap 'rm -f .build-backend.in' EXIT
lock .build-backend.in --output-file requirements.lock
lock .build-backend.in --extra test --constraint requirements.lock --output-file requirements-test.lock
