"""The places of the screen. A place's module is imported when it is first visited."""
