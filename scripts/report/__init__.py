"""What was found, for a pull request: annotations on lines, and pages of Markdown."""
