"""Short questions over a screen, each typed by its answer."""
