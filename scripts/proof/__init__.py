"""What a finished paper must keep, and how each of it is looked at."""
