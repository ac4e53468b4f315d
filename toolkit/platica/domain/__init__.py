"""The values and rules of a workshop. Standard library only; nothing here reads a file or a clock."""
