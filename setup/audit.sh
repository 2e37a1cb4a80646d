#!/bin/sh
# Asks the Python advisory database about every locked package. Needs uv and the Internet.
set -eu
cd "$(dirname "$0")/.."
for lock in requirements.lock requirements-test.lock; do
    uvx --quiet --from pip-audit==2.10.1 pip-audit --require-hashes --disable-pip --requirement "$lock"
done
