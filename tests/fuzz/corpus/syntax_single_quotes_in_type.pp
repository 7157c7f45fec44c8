type Mood = 'happy' | 'sad'
