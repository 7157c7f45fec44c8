extern count(words:  2 ) -> int = module:count
