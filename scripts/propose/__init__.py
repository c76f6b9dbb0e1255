"""Rows that a model, or anybody else, proposes for an article: let in where they stand in it and break no rule."""
