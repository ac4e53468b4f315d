"""Plática: curricula, attendance and paper for community health workshops, without a network."""

__version__ = "0.1.0"
