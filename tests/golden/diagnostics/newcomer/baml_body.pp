type Resume {
  name: string
  skills: string[]
}
template extract(resume: string) -> Resume #"
  {{ resume }}
  {{ ctx.output_format }}
"#
program main(resume: string) { return extract(resume) }
