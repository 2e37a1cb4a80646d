"""Blocks -> HTML: Jinja with autoescape; ids resolved to addresses, citations numbered."""
