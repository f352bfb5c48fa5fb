"""Importers, and what runs another program to render."""
