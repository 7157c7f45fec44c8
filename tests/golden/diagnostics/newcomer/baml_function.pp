class Resume {
  name string
  skills string[]
}

function Extract(resume: string) -> Resume {
  client GPT4
  prompt #"
    {{ resume }}
    {{ ctx.output_format }}
  "#
}
