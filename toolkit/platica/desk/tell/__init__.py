"""What each kind of change is called in one sentence, one file per kind."""
