"""MkDocs, run as a library: once for the site, or again and again while somebody edits."""

from __future__ import annotations

import gc
import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config

from generator.finish.offline import Copy
from generator.model.base import show_day

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice; docs/adr/0002 answers it


def build_site(config_file: Path, site: Path) -> Copy | None:
    """Build the site strictly into a folder.

    Args:
        config_file: MkDocs' settings.
        site: The folder to write; what is in it is replaced.

    Returns:
        What a copy for reading offline says of itself; None if nothing is to be downloaded.

    Raises:
        SystemExit: With status 1, after what is wrong was printed.
    """
    told = logging.StreamHandler()
    told.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(told)
    try:
        config = load_config(str(config_file), site_dir=str(site), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    finally:
        logging.getLogger("mkdocs").removeHandler(told)
    plugin: Any = config.plugins["pathways"]
    built = plugin.built
    return Copy(config.site_url or "", show_day(built.as_of)) if built.printed else None


def _not_about_dirty(record: logging.LogRecord) -> bool:
    """MkDocs warns of partial builds, which guess what changed; ours compare every page."""
    return "'dirty' build" not in record.getMessage()


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site on this machine, and build it again after each edit.

    Args:
        config_file: MkDocs' settings.
        address: Where to listen, such as ``127.0.0.1:8000``.
    """
    gc.set_threshold(200_000, 20, 100)  # pages live on: look for garbage among them seldom
    logging.getLogger("mkdocs.commands.build").addFilter(_not_about_dirty)
    serve(str(config_file), dev_addr=address, livereload=True, build_type="dirty", strict=False)
