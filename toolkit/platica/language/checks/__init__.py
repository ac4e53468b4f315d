"""One file for each thing that may be wrong with a translation."""
