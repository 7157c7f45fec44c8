t a = ) a      a      -  match   :
type egg:Egg
"" i"f-  match   :
type egg:Egg
"" i"f