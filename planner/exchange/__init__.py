"""What comes from other programs' files, and what runs another program to render ours."""
