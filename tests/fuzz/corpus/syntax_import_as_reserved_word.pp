import "map.pp" as map
