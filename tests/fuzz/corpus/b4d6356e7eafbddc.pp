"""Doc.""" type _ = list [ - 1 ] ( min_items : 1 ) test "name" { answers with . for : ( )

=> { } } test "name" { given match expect ( ( repeat tree = [ ( [ ] ) , true <= test + for , ] up to false within {

x1 : { } , expect : expect
, } until user : if 2.5 : match text :

{ case { x1 : to | false , list : - 1 , x1 } : "s" case "# no\n" : a case
b | x1 : ( ( a ) ) else : "# no\n" } else if 1 : a # note
else : b ) ) : { case cases : false } as x1 } 