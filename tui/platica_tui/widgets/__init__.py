"""Widgets: they take plain values in, post messages out, and never reach for the desk."""
