"""Characters that do not belong in a plan, as ranges for the inside of a regular expression's brackets."""

from __future__ import annotations

INVISIBLE = (
    "\u00ad\u0085\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Zero width, direction marks, soft hyphens, line ends of some programs, letters that draw nothing and tags."""

CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
"""What steers machines, and what is no character at all. YAML refuses most of them."""

WIDE_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none to YAML."""

WIDE_SPACES = "".join(map(chr, (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""The same, one by one."""
