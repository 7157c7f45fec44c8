import "voting.pp" voting
