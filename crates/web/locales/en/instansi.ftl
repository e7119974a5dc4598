### instansi
