"""Files in and out: spreadsheets of attendance, lists of names."""
