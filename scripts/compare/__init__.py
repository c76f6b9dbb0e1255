"""Two editions of the package side by side: what changed from one to the other, and which version step follows."""
