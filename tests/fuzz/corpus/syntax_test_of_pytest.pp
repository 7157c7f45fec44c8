def test_main() {
  assert main("x") == 1
}
