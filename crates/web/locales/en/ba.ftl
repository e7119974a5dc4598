### ba
