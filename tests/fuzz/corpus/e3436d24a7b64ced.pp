test "a"{
  given result = a 