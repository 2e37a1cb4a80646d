"""Pages on paper: which documents there are, their values for Typst, the files and their cache."""
