context desk(policy: text) """
  Answer as {{ format }}. {{ policy }}
"""
