model small = "a"
model small ="b"
