"""The kinds of paper of a workshop, a file for each: which rows it has in a print plan, and what each row shows."""
