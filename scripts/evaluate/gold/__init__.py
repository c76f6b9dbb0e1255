"""Gold of others, read from a folder outside the repository: a module for each form that it comes in."""
