import "voting.pp" as "voting"
