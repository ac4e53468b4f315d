"""What is looked at to tell the state of the records, a file for each neighbourhood."""
