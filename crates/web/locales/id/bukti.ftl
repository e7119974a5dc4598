### bukti
