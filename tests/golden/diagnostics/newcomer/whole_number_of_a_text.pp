program main(a: text) -> list[int] { return [number(a), int(a), 2.5] }
