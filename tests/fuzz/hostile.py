"""Words that break what does not escape them; each must come out as it is, or be refused."""

from __future__ import annotations

SEEN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "{{7*7}}",
    "{% raw %}",
    "]]>",
    "</script><!--",
    '=HYPERLINK("http://x")',
    "+1",
    "-1+cmd",
    "@SUM(1)",
    '#import "x"',
    "$x$ #eval(1) *b* _i_ `c` \\u{41}",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[[v-1]] ::: visa-table",
    "W" * 120,
    "&amp; &#60;b&#62;",
    "x; y, z: d \\n \\",
)
"""Words that can stand in a record."""

REFUSED = ("a\u202eb", "a\x00b", "a\x07b", "a\u200bb", "a\ufeffb", "", "   ", "x" * 2_001)
"""Words that no record may hold: letters that cannot be seen, none, or far too many."""
