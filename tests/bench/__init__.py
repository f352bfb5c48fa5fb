"""What the first two rows of DESIGN, section 8 promise, measured as ratios in one run: ``python -m tests.bench``.

Nothing here is a test: a clock is never asserted on.
"""
