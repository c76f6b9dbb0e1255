"""From articles and coding sheets to the package: `python -m scripts --help` lists the verbs."""
