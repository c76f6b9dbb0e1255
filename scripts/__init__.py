"""The verbs that a person runs, one small file each, over the packages that do the work."""
