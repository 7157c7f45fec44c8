type Review { mood: text, mood: int }
