context c()
"""
 a
"""
type A = text
