#!/bin/sh
# Writes docs/sbom.cdx.json (CycloneDX) and docs/dependencies.md from what is installed in .venv.
# The tool runs in an environment of its own, so that none of its packages become ours. Needs uv.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build
uvx --quiet --from cyclonedx-bom==7.5.0 cyclonedx-py environment --output-reproducible \
    --pyproject pyproject.toml --spec-version 1.6 --output-file .build/environment.cdx.json .venv
.venv/bin/python -m bench.dependencies .build/environment.cdx.json
