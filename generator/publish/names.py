"""Which Markdown file an engine makes an address from."""


def source_uri(url: str, *, hub: bool) -> str:
    """The file below docs/ whose page has this address.

    Args:
        url: An address inside the site, such as ``visas/b-1/``; the home page is empty.
        hub: Whether other pages live below it.
    """
    return f"{url}index.md" if hub or not url else f"{url.rstrip('/')}.md"
