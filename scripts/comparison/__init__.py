"""Two editions of the package side by side: what data and declaration gained and lost, and the version that follows."""
