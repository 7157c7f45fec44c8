extern _ ( for : ( ) ->
{ type : given .
b "doc" , } , list : ( "s" ) ? ) ->a = "module:name" { } 