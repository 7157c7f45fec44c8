Dear reader, this is a letter.
It holds no declaration.
