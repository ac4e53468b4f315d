"""Changes, logs, clock and keys: the records of a site, durable and encrypted, under a TinyDB."""
