"""What the data says: frozen, strict, no files, no clock."""
