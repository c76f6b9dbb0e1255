"""The explorer: a static site of the package, driven by its descriptor, its tables and its articles."""
