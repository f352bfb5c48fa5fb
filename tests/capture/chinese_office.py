"""An office's own ways of saying when, and the moments they mean, seen from Monday 23 November 2026, 09:00."""

PHRASES = """
下午两三点 | 11-23 14:00 .. 11-23 15:00
"""

LINES = """
明天四五点送材料 | 11-24 16:00 .. 11-24 17:00 | 送材料
"""
