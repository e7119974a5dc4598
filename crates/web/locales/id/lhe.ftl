### lhe
