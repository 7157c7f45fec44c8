"""Form: source text to the syntax tree."""
