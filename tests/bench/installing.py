"""A wheel of this checkout in an environment of its own: what a user has, byte-compiled, no editable install."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

__all__ = ["installed"]

ROOT = Path(__file__).parents[2]


def installed(work: Path) -> Path:
    """The environment's folder of programs, with this checkout's wheel in it; made when it is not there yet."""
    place = work / "venv"
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    if not programs.exists():
        venv.create(place, with_pip=True)
    wheels = work / "wheels"
    for old in wheels.glob("*.whl"):
        old.unlink()
    build = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel", "--no-deps"]
    subprocess.run([*build, "--no-build-isolation", "-w", str(wheels), str(ROOT)], check=True)
    wheel = str(next(wheels.glob("*.whl")))
    subprocess.run([*pip, "install", wheel], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--force-reinstall", wheel], check=True)
    return programs
