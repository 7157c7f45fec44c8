"""The version of the tools' API."""

API_VERSION = "1.0"
"""The second number grows with what is added; the first with what is changed or taken away."""
