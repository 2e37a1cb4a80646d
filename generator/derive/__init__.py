"""What follows from the data: pure functions, frozen values."""
