"""What a leader does, one file per task: the one door for front ends.

Every task is a function that takes the desk first. Tasks do not call each other.
"""
