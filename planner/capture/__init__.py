"""A typed line becomes a draft. Pure: `now` and the language are arguments; no clock read, no I/O."""
