program main() { return format
}
