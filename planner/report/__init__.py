"""A span of the book becomes a review, and the review bytes in a format."""
