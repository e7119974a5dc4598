### A publication that was handed in and validated, as anyone may read it.

serahan-judul = File of results that was handed in
serahan-pembuka = This agency evaluated its units in another installation and handed in the results as a signed file. The ministry declared it valid, so its figures stand in the national ranking. Anyone can download it and compute its content again.
serahan-berkas = The file as received
serahan-dari = Signed by
serahan-divalidasi = Declared valid
serahan-asal = This figure comes from a file signed by { $pemilik }.
serahan-validasi = The ministry declared it valid on { $waktu }.
serahan-periksa-isi = The signed file of this result can be checked in your own browser. What is computed again: every value, from the evaluators' sheets and citizens' answers to the IPP.
serahan-cara-satu = One result: open its unit in the national ranking and check it in the browser. All at once: press the button above, or download the file and run this command.
serahan-ke-peringkat = This agency's units in the ranking
serahan-ditarik = The ministry took back the validation of this file on { $waktu }. Its figures no longer count and the file is no longer given out here.
serahan-kunci-dicabut = The signing key was revoked
serahan-kunci-dicabut-isi = The key that signed this file was revoked after it was validated. Its figures count as long as the ministry has not withdrawn the validation.
serahan-usang = There is a newer version
serahan-usang-isi = This agency has handed in a newer version. The ranking follows it once that version is declared valid.
