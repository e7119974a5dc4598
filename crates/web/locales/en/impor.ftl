### impor
