#!/bin/sh
# Finds a Chromium for the browser tests, or installs one. In this order: CHROME_PATH, an installed
# Chrome or Chromium, Debian's chromium as root, Playwright's own download where it is reachable.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

debian_root() {
    [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1
}

install_debian() {
    say "Installing $* (apt-get)."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Playwright's driver is a program that links libatomic, which the smallest Debian lacks.
if ! .venv/bin/python -m playwright --version >/dev/null 2>&1; then
    if debian_root; then install_debian libatomic1; fi
    .venv/bin/python -m playwright --version >/dev/null || {
        say "Playwright's driver does not start. On Debian or Ubuntu run: sudo apt-get install libatomic1"
        exit 1
    }
fi

if [ -n "${CHROME_PATH:-}" ]; then
    [ -x "$CHROME_PATH" ] && exit 0
    say "CHROME_PATH is $CHROME_PATH, which is not a program. Correct it or unset it."
    exit 1
fi

installed() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

installed && exit 0

if debian_root && install_debian chromium fonts-dejavu-core && installed; then
    exit 0
fi

has_own() { # Playwright keeps its browsers in a cache; only a start tells whether one is whole.
    .venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.chromium.launch(args=["--no-sandbox"]).close()' >/dev/null 2>&1
}

has_own && exit 0
say "Fetching a Chromium with Playwright."
if .venv/bin/python -m playwright install chromium >&2 && has_own; then
    exit 0
fi
say "The browser tests need Chromium and none could be installed. Install Chrome or Chromium, or set CHROME_PATH."
exit 1
