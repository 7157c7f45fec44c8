extern count x
"""
(words: text) int """ x
"""
extern count(words: text) int """ x
"""
) int """ 
"""
extern count(words: text) 