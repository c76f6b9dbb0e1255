"""Draft rows from the text of an article: sentences, marks, dates, actors, quotes and figures, a module each."""
