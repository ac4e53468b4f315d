"""The command line: one file for each group of commands, each built in the language of whoever asks."""
