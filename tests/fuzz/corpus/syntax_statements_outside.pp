for x in xs: y

while true: y

if a: b

try: y

return 1
