"""What the office keeps and the rules on it. Pure: no clock read, no I/O, standard library only."""
