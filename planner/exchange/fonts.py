"""Fonts that stand in for those that this machine has not, where a file is rendered here: 宋 for 仿宋, never 黑 for it.

What is opened elsewhere keeps the names that were set, since that machine may have them.
"""

from __future__ import annotations

import shutil
import subprocess

__all__ = ["families_here", "standing_in"]

_SECONDS = 20

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "AR PL UMing CN", "宋体", "SimSun")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "PingFang SC")
_STAND_INS = {
    "仿宋_GB2312": ("仿宋", "FangSong", "STFangsong", "华文仿宋", *_SERIF),
    "楷体_GB2312": ("楷体", "KaiTi", "STKaiti", "华文楷体", "AR PL UKai CN", *_SERIF),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "STZhongsong", "华文中宋", *_SERIF),
    "黑体": ("SimHei", "STHeiti", "华文黑体", *_SANS),
    "宋体": ("SimSun", "NSimSun", "STSong", "华文宋体", *_SERIF),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif"),
}
"""What is nearest comes first."""


def families_here() -> frozenset[str]:
    """The families of fonts that fontconfig knows, by each of their names; none where there is no fontconfig."""
    program = shutil.which("fc-list")
    if program is None:
        return frozenset()
    try:
        ran = subprocess.run(  # noqa: S603 - the words are ours
            [program, ":", "family"], capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    lines = ran.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(",") if name.strip())


def standing_in(wanted: str, here: frozenset[str]) -> str:
    """The font itself when it is here or nothing is known of what is; else the nearest that is, if any."""
    if not here or wanted in here:
        return wanted
    return next((name for name in _STAND_INS.get(wanted, ()) if name in here), wanted)
