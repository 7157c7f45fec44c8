"""Doc.""" test "name" { answers list . tree : { by : a , a : é , a } expect
soft - to ( 2.5 ) answers _ : test } 