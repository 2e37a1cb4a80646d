"""Old addresses and feeds, in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.server import serving
from tests.sites import Built, pathways
from tests.test_command_line import with_settings


def test_an_old_address_leads_on_without_scripts_and_feeds_are_found(
    world: Path, browser: Browser
) -> None:
    done = pathways("build", at=with_settings(world))
    assert done.returncode == 0, done.stderr
    broken = Built(world / "site").broken_links()
    assert [each for each in broken if each.startswith(("visas/old-visa/", "changes/"))] == []
    with serving(world / "site") as home:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{home}visas/old-visa/")
        page.wait_for_url(f"{home}visas/v-1/")
        expect(page.locator("h1")).to_have_text("V-1 visitor")
        feeds = page.locator("link[type='application/atom+xml']")
        expect(feeds).to_have_count(2)
        for link in feeds.all():
            address = link.get_attribute("href")
            assert page.request.get(f"{home}visas/v-1/{address}").ok
        page.close()
