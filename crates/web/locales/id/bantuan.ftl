### bantuan
