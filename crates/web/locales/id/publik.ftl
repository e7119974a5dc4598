### publik
