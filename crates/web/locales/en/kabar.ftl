# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
