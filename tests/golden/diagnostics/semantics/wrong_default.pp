template greet(name: text = 3, mood: "happy" | "sad" = "angry") -> text """
  {{ name }} {{ mood }}
"""
