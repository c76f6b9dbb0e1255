"""The ground floor: a table with the place of each cell, and the bytes of its CSV file."""
