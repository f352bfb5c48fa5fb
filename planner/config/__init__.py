"""Settings, the folder that holds everything, and the one place that reads the clock."""
