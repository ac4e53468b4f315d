"""The kinds of matters a person settles, one file each."""
