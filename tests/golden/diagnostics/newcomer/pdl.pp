description: Hello world
text:
- "Hello\n"
- model: ollama/granite
  parameters:
    stop: ["!"]
