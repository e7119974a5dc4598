### masuk
