"""How far two codings of the same articles agree."""
