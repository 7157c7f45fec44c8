enum Mood { happy, sad }
