"""The site: static pages of the package, driven by its descriptor, its tables and its articles."""
