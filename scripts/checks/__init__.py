"""Everything that can be wrong, as problems."""
