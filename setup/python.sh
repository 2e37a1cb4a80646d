#!/bin/sh
# Makes .venv from a lock file. Usage: setup/python.sh requirements.lock [requirements-test.lock]
# A stamp with the hash of what was installed is written last, so a broken attempt is made again.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

in_range() { # Is it a Python 3.11 to 3.14, and not the one inside .venv?
    path=$(command -v "$1" 2>/dev/null) || return 1
    case $path in "$PWD"/.venv/*) return 1 ;; esac
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

can_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

find_python() { # The first that can make a virtual environment.
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$name" ] && in_range "$name" && can_venv "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

on_debian() { [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; }

install_debian() { # As root on Debian or Ubuntu: no questions asked.
    say "Installing $* (apt-get)."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

python=$(find_python) || python=
if [ -z "$python" ] && on_debian && [ "$(id -u)" = 0 ]; then
    install_debian python3-venv ca-certificates
    python=$(find_python) || python=
fi
if [ -z "$python" ]; then
    say "Python 3.11 to 3.14 with venv is needed and was not found."
    if in_range python3 && on_debian; then
        say "Run: sudo apt-get install python3-venv"
    elif on_debian; then
        say "This system's python3 is another version. Install one of 3.11 to 3.14 and run: make PYTHON=python3.12"
    else
        say "Install it (on macOS: brew install python@3.13), or name it: make PYTHON=/path/to/python3"
    fi
    exit 1
fi

version=$("$python" -c 'import sys; print(sys.version)')
for lock in "$@"; do
    stamp=.venv/$lock.stamp
    wanted=$(printf '%s' "$version $PWD"; cat "$lock")
    wanted=$(printf '%s' "$wanted" | "$python" -c 'import hashlib,sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())')
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && continue
    if [ "$lock" = "$1" ] || ! .venv/bin/python -c '' 2>/dev/null; then
        rm -rf .venv
        "$python" -m venv .venv
    fi
    say "Installing what $lock lists into .venv."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --no-deps --no-build-isolation -e .
    printf '%s\n' "$wanted" > "$stamp"
done
