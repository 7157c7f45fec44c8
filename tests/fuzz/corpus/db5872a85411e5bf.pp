type Name = text
type Person { name: Name(max_chars: 4) }
