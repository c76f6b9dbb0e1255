"""From tables to the files of the package, and back."""
