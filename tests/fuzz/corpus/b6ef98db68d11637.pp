model small = "a"
model small= ="b"
"a"
 "a"
model  small "a" "a"
model 
    case