"""Editing while the site is served: the edit shows, and a mistake shows on the page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.sites import ROOT
from tests.test_command_line import with_settings
from tests.worlds import change, write

PATIENCE = 40


@contextmanager
def serving(world: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--address", address],
        cwd=world,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait(10)


def wait_for(address: str, words: str, *, gone: bool = False) -> str:
    """Read a page again and again until it has some words, or has them no more."""
    until = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < until:
        try:
            page = urlopen(address, timeout=10).read().decode()
        except (OSError, HTTPException):
            page = ""
        if page and (words in page) != gone:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} {'stays' if gone else 'never came'}: {page[:500]}")


def wait_for_loss(address: str) -> None:
    """Read a page until it is not found."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urlopen(address, timeout=10).close()
        except HTTPError as error:
            if error.code == HTTPStatus.NOT_FOUND:
                return
        time.sleep(0.1)
    raise AssertionError(f"{address} is still served")


def test_edits_show_and_mistakes_keep_the_last_good_page(world: Path) -> None:
    with_settings(world)
    (world / "site_overrides").unlink()
    override = '{% extends "base.html" %}{% block extrahead %}{# here #}{% endblock %}'
    write(world, "site_overrides/main.html", override)
    write(world, "site_overrides/assets/site.css", "")
    write(world, "site_overrides/assets/theme.js", "")
    with serving(world) as home:
        page = f"{home}visas/v-1/"
        wait_for(page, "V-1 visitor")
        change(world, "data/visas/v-1.yml", "name: V-1 visitor", "name: V-1 guest")
        wait_for(page, "V-1 guest")
        change(world, "content/how-to-read.md", "What the words mean.", "What all words mean.")
        wait_for(f"{home}how-to-read/", "What all words mean.")

        change(world, "site_overrides/main.html", "{# here #}", "<meta name='seen' content='yes'>")
        wait_for(page, "name='seen'")

        write(world, "content/extra.md", "---\ntitle: Extra\ndescription: More.\n---\n\nMore.\n")
        wait_for(f"{home}extra/", "More.")
        (world / "content/extra.md").unlink()
        wait_for(home, "Extra", gone=True)
        wait_for_loss(f"{home}extra/")

        change(world, "data/visas/v-1.yml", "family: visitor", "family: tourist")
        broken = wait_for(page, "&#34;tourist&#34; is not a visa family.")
        assert "V-1 guest" in broken
        wait_for(home, "data/visas/v-1.yml:5")

        change(world, "data/visas/v-1.yml", "family: tourist", "family: visitor")
        wait_for(page, "tourist", gone=True)


def test_serving_starts_on_broken_data_and_recovers(world: Path) -> None:
    change(world, "data/visas/v-1.yml", "family: visitor", "family: tourist")
    with serving(with_settings(world)) as home:
        wait_for(home, "is not a visa family")
        change(world, "data/visas/v-1.yml", "family: tourist", "family: visitor")
        wait_for(home, "Tiny pathways")
