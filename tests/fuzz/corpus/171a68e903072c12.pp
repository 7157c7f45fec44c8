extern count(words: text) -> int """ x
"""
