"""The planner's own widgets. They are handed records and post messages; none of them knows the desk or the book."""
