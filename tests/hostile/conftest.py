"""The texts are imported by their file's name, as the other folders' own modules are."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
