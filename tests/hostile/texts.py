"""Some hundreds of texts that would do something elsewhere: here each is text, kept as it came and shown harmlessly."""

from __future__ import annotations

__all__ = ["TEXTS", "is_harmless", "stray"]

_MARKUP = (
    "[/]", "[b]", "[b", "[/b]", "[[b]]", "[@click=app.exit]x[/]", "[@click='app.bell']x", "[link=http://x]y[/link]",
    "[red on blue]x", "[not bold]", "[$accent]x[/]", "[$x", "[$x]", "[bold]\\", "\\[b]", "\\", "\\\\", "x\\", "[]", "[ ]",
    "[on #000]", "[b][i][u]", "[/b][/i]", "[blink]", "[conceal]x", "[reverse]", "[@mouse.enter=app.exit]x", "$background",
    "$t", "${t}", "[b]$t[/b]", "%(name)s", "%s %d %n", "{0}", "{x}", "{", "}", "{{}}", "{x!r}", "{x.__class__}",
    "[dim", "]", "][", "[/dim]]", ":smile:", "[emoji]", "[repr.str]x", "[=]", "[a=b]", "[a b=c]x[/a]",
)  # fmt: skip
_ESCAPES = (
    "\x1b", "\x1b[", "\x1b[31mred", "\x1b[2J", "\x1b[H", "\x1bc", "\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[?1049h", "\x1b[?25l",
    "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\", "\x1b]52;c;aGk=\x07", "\x1b]52;c;?\x07",
    "\x1b]4;1;?\x07", "\x1b]10;?\x07", "\x1b]9;note\x07", "\x1b]777;notify;a;b\x07", "\x1b]1337;File=:aGk=\x07", "\x1bP$qm\x1b\\",
    "\x1bP+q544e\x1b\\", "\x1b_G1\x1b\\", "\x1b^x\x1b\\", "\x1bX\x1b\\", "\x1b(0lqk", "\x1b)0", "\x1b#8", "\x1b=", "\x1b>", "\x1b7\x1b8",
    "\x1bD\x1bM\x1bE", "\x1b[200~paste\x1b[201~", "\x1b[1;31mx\x1b[0m", "\x1b[38;2;1;2;3m", "\x1b[5i", "\x1b[0z", "\x9b31m", "\x9d0;x\x9c",
    "\x90x\x9c", "\x9e", "\x9f", "\x85", "\x8d", "\x84", "\x07", "\x08\x08\x08", "a\rb", "\x0b", "\x0c", "\x0e", "\x0f", "\x00", "a\x00b", "\x05",
    "\x11", "\x13", "\x18", "\x1a", "\x7f", "\x1c", "\x1d", "\x1e", "\x1f", "\x01\x02\x03", "\x04", "\x80", "\x1b[?1000h", "\x1b[?2004h", "\x1b[21t",
)  # fmt: skip
_DIRECTION = (
    "\u202egnp.exe", "\u202a", "\u202b", "\u202c", "\u202d", "\u2066x", "\u2067x", "\u2068x", "\u2069", "a\u202eb\u202cc", "\u200f\u200e",
    "\u061c", "א", "אבג 低保", "مرحبا 12", "\u202e\u2066\u202e", "شكرا\u202e!", "\u202ex",
)  # fmt: skip
_INVISIBLE = (
    "\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u034f", "\u115f", "\u3164", "\u2800", "\u180e", "a\u200bb", "\u200b\u200b\u200b x",
    "\u00a0", "\u3000", "\u3000x\u3000", "\u2007", "\u202f", "\u2028", "\u2029", "a\u2028b", "a\u2029b", "\ufff9x\ufffa", "\ufffc", "\ufffd", "\uffff", "\U000e0041",
    "\ufe0f", "x\ufe0e", "\u2061\u2062",
)  # fmt: skip
_COMBINING = (
    "é", "e\u0301", "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "\u0301", "각", "\u1100\u1161\u11a8", "நி", "ที่", "क्षि",
    "👩\u200d👩\u200d👧\u200d👦", "👍🏽", "1️⃣", "🇨🇳", "❤️", "☎", "☎️", "𠀀", "𝒳", "ﷺ", "ǅ", "İ", "ß", "ﬁ", "①②", "㈠", "…", "●▲■", "─│", "½", "㎏",
)  # fmt: skip
_BROKEN = (
    "\ud800",
    "\udfff",
    "a\ud83d",
    "\ude00b",
    "\ud800\udc00",
    "\udce4\udcb8",
    "低\udc80保",
    "\U0010ffff",
    "\ufdd0",
)
_FORMULAS = (
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "＝1+1", "＋1", "－1", "＠SUM", "\t=1+1", "\r=1",
    "=1+1;=2", "|=1", " =1+1", "'=1", '"=1', '=IMPORTXML("x")', "%0A=1", "=\u200b1", "-", "+", "@", "=", "-2+3+cmd|x", "=A1\n=B1",
)  # fmt: skip
_HTML = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>", "</b>", "</style><script>", "&amp;", "&lt;b&gt;", "&#x1b;", "&nbsp;", "<!--",
    "-->", "]]>", "<![CDATA[x]]>", "<?xml?>", "<svg/onload=1>", "javascript:alert(1)", "data:text/html,x", '"onmouseover="x', "'><x", "<a href='file:///etc/passwd'>",
    "</w:t><w:br/>", "&x;", "<a\x00b>", "<meta http-equiv=refresh>", "</textarea>", "<base href=x>", "\u2028<x>", "<%= 1 %>", "{{7*7}}", "<x y=`z`>",
)  # fmt: skip
_MARKDOWN = (
    "# x", "## x", "- x", "* x", "1. x", "> x", "```", "`x", "**x", "__x__", "[a](http://x)", "![a](http://x)", "<http://x>", "| a | b |", "---", "***",
    "~~x~~", "\\*", "    code", "x  ", "[x]: http://y", "[^1]", "==x==", "$$x$$", "x\n===", "- [ ] x",
)  # fmt: skip
_CALENDAR = (
    "a;b", "a,b", "a\\nb", "a:b", "END:VCALENDAR", "BEGIN:VALARM", "SUMMARY:x", "a\nEND:VEVENT", "a\r\nX-Y:1", "\\;", "\\,", '"a"', "^n", "TZID=x",
    "a" * 76, "保" * 26, "é" * 40, ";VALUE=URI:x",
)  # fmt: skip
_SHELLS = (
    "$(reboot)", "`reboot`", "; rm -rf /", "| cat", "&& x", "> /tmp/x", "!!", "#x", "*", "?", "~", "$HOME", "'", '"', "''", "a'b\"c", "--help", "-h", "--",
    "-", "../../etc/passwd", "/etc/passwd", "C:\\x", "CON", "a/b", ".", "..", "~root", "file:///x", "\\\\host\\x", "%PATH%", "a\nb", "a\tb", "\n", "x\n\ny",
)  # fmt: skip
_DATA = (
    "null", "true", "NaN", "{}", "[]", '{"a":1}', '"', "'); DROP TABLE x;--", "' OR 1=1", "0", "-1", "1e999", "0x10", "١٢", "１２", "9" * 40, "x 2026-01-01 y",
    "(A) x", "+tag @name due:2026-01-01", "due:fri", "rec:1w", "key:value", "a,b;c\td", "\ufeffx", "\\u001b", "\\x1b", "\\N{BULLET}", "__class__", "self", "state:done",
    "+major p1 @李局", "《x", "》", "“x", "”", "：", "，。", "！１", "＠李局", "＃x", "访2026-0001", "V2026-0001", "every day", "每周一", "tomorrow 3pm", "明天下午3点",
)  # fmt: skip
_LONG = ("x" * 10_000, "长" * 10_000, "e\u0301" * 3_000, "\x1b[31m" * 500, "a b " * 2_500, "\u202e" * 500, "[/]" * 500)

TEXTS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *_MARKUP, *_ESCAPES, *_DIRECTION, *_INVISIBLE, *_COMBINING, *_BROKEN, *_FORMULAS, *_HTML, *_MARKDOWN, *_CALENDAR, *_SHELLS, *_DATA,
            *_LONG,
        )
    )
)  # fmt: skip
"""Each once."""


def stray(text: str) -> set[str]:
    """The characters of a printed text that could act on a terminal; newlines may."""
    return {
        char
        for char in set(text)
        if char != "\n"
        and (
            ord(char) < 0x20
            or 0x7F <= ord(char) <= 0x9F
            or 0x2028 <= ord(char) <= 0x202E
            or 0x2066 <= ord(char) <= 0x2069
            or 0xD800 <= ord(char) <= 0xDFFF
        )
    }


def is_harmless(text: str) -> bool:
    """Whether nothing in a printed text can act on a terminal."""
    return not stray(text)
