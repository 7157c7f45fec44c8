program pick(by: (text) => int {# "a") 
