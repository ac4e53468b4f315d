"""The terminal interface: screens for leaders, built on the desk and nothing below it."""
