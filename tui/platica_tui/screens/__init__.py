"""Screens, one job each, one file each."""
