"""The catalogues as plain dicts. The build writes them from ``../locale``; nothing here is edited by hand."""
