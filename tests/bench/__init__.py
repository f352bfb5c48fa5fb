"""What ``add`` and ``today`` promise, measured as ratios in one run: ``python -m tests.bench``.

Nothing here is a test: a clock is never asserted on.
"""
