"""The same facts for other readers: search entries, folders for other engines, schemas."""
