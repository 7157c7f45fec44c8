client<llm> GPT4 {
  provider openai
  options { model "gpt-4" }
}
program main() { return 1 }
