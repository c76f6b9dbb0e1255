"""From articles and coding sheets to rows."""
