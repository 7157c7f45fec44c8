type Mood: "happy" | "sad"
