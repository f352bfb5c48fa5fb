"""The tables of these tests stand beside them as modules."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
