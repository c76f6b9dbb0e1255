"""What a release is made of: the package as a zip, as SQLite and as Parquet, and the metadata that catalogues read."""
