"""The verbs of `python -m scripts VERB`, a module each: `register` adds its options, `run` does the work."""
