"""The data for other people's programs: JSON, CSV, schemas, and all of it in one file."""
