program main(a: int) {
  return "a long text that stands before the mistake, so that the line is far too wide for any terminal and has to be cut" + 'b' + "and so on for as long as it takes to leave the terminal on the other side"
}
