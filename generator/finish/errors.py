"""What can go wrong while a built folder is finished."""


class FinishError(Exception):
    """The built pages are not what we expect: the theme changed, or a template is wrong."""
