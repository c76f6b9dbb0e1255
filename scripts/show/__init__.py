"""Looking at the tables: filters, sentences around spans, and articles with their spans marked."""
