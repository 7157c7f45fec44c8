program main(a:int) {
  return if a = 1: "one" else: "many" 	 