"""Catalogues, their merge, checks and reviews, reading level, and the formats of a region."""
