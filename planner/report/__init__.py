"""Pure: what the office did in a span of days -> one value -> a document -> bytes in a format."""
