model judge = "large"

program main() { return judge }
