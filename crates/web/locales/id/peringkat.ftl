### peringkat
