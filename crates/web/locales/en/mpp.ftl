# Malls of public services for officers
mpp-menu = Malls
mpp-judul = Malls of public services
mpp-bagian = Parts of the mall
mpp-kosong = No mall yet
mpp-kosong-isi = Malls that you run or serve in are shown here. The organiser of your instansi registers them.
mpp-tanpa-gerai = No gerai yet
mpp-tanpa-gerai-isi = The head of the mall adds organisations and their gerai.
mpp-tab-ringkasan = Summary
