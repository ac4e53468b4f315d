"""Curriculum folders: read, check, list their messages and render them in any language."""
