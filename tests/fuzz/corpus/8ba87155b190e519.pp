type  : { a }left ,it    - a Tree }
type Egg expecta  Hen }
type Hen { egg: Egg }
pe a 
type n }
type`{egg 