"""The book on disk: journal, checkpoint, lock, transactions, undo, backups. The only importer of TinyDB."""
