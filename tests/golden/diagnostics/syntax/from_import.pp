from voting import majority
