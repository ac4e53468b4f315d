"""Printers of this computer, and its own way of showing a file, through the tools of the system."""
