"""Results corrected for the errors of the instrument."""
