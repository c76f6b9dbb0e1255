"""Fault injection: from the schemas, every smallest change that breaks a rule, and who finds it."""
