### The nation: ranking of published results, the grid of regions, the recap and the report to the minister.

nasional-menu = National ranking
nasional-judul = National ranking
nasional-pembuka = Published results of all agencies, in the order of their values.
nasional-kosong = No results are published yet
nasional-kosong-isi = The ranking fills once the responsible official of a period publishes its results.
nasional-ke-berita = See values reported by the press
nasional-menurut = What is ranked
nasional-menurut-unit = Service units
nasional-menurut-instansi = Agencies
nasional-petak = Grid of regions
nasional-petak-judul = Value of each region; the letter in a cell is its category
nasional-petak-isi = Each cell is one region: the mean of the units of its own government. Cells lie only roughly where the regions are.
nasional-petak-dalam =
    { $jumlah ->
        [one] No result of the province itself; { $jumlah } unit of its kabupaten and kota is published
       *[other] No result of the province itself; { $jumlah } units of its kabupaten and kota are published
    }
nasional-petak-unit =
    { $jumlah ->
        [one] { $jumlah } unit
       *[other] { $jumlah } units
    }
nasional-petak-dalam-banyak =
    { $jumlah ->
        [one] { $jumlah } other province has results in its kabupaten and kota: choose its cell.
       *[other] { $jumlah } other provinces have results in their kabupaten and kota: choose a cell.
    }
nasional-petak-terisi = { $terisi } of { $jumlah } regions have published results.
nasional-petak-tabel = Value of each region
nasional-indonesia = Indonesia
nasional-kode = Code
nasional-kode-sumber = Region codes: { $sumber }.
nasional-belum-ada = No results yet
nasional-cari = Name of a unit or agency
nasional-kategori = Kind of service
nasional-semua-kategori = All kinds of service
nasional-jenis = Kind of agency
nasional-semua-jenis = All kinds of agency
nasional-wilayah = Region
nasional-semua-wilayah = All regions
nasional-jumlah = { $jumlah } ranked
nasional-cocok = { $jumlah } match the search. Their ranks stay those among all that are chosen.
nasional-csv = Download this ranking (CSV)
nasional-hampa = Nothing can be ranked yet
nasional-hampa-isi = Why is said below, under How to read the ranking.
nasional-nihil = Nothing matches
nasional-nihil-isi = No published result fits this choice. Use fewer filters, or check how the name is written.
nasional-hapus-saring = Show all
nasional-sebaran = How many have each category
nasional-seri = equal
nasional-kolom-lalu = Compared with { $tahun }
nasional-naik = up { $jumlah }
nasional-turun = down { $jumlah }
nasional-tetap = unchanged
nasional-gerak = { $peringkat } ({ $jumlah } units compared); { $nilai }
nasional-ipp-naik = IPP up { $selisih }
nasional-ipp-turun = IPP down { $selisih }
nasional-ipp-tetap = IPP unchanged
nasional-baru = none yet
nasional-cara = How to read the ranking
nasional-cara-ejaan = Kinds of service that are written differently, such as RSUD and rsud, are ranked together here. In an old publication that was signed they stay apart, so the rank there may differ.
nasional-cara-pita = The numbers in brackets, for example 2 (1–4), are the best and the worst rank that are still possible, because F03 asks only some of the people served. Where the brackets of two units overlap, do not say that one is better.
nasional-cara-pita-rumus = How it is computed: the standard deviation of the answers to each statement, summed by weight, divided by the root of the number of respondents, times the value of t for 95 per cent confidence, times the share of F03 in the IPP. F02 is taken as exact. The best rank counts the units whose whole interval lies above; the worst those whose interval may lie above.
nasional-cara-gerak = Up and down are counted only among the units that were ranked in both years: otherwise a unit would rise only because others no longer take part. Where only one unit was ranked in both years, only the change of its IPP is named.
nasional-cara-instansi = The value of an agency is the mean of its units before rounding. Agencies have different numbers of units, so compare with care.
nasional-tanpa-rentang = { $jumlah } units have no interval because the spread of their F03 answers was not kept; their values are taken as exact.
nasional-tanpa-ipp = { $jumlah } units are published without an IPP and so are not ranked.
nasional-tak-cocok = The figures of { $jumlah } units do not match what was signed, so they are not shown and not ranked.
nasional-dari-berkas = from a file that was handed in
nasional-tiga = Views of the ranking
nasional-tiga-unit = By published results
nasional-tiga-berita = As reported by the press
nasional-diterima = { $jumlah } of them were evaluated in another installation; their results were handed in as a signed file and validated by the ministry.
nasional-dicabut = { $jumlah } of them came in a file whose signing key was revoked after it was validated. Their figures count as long as the ministry has not withdrawn the validation.
nasional-menunggu = { $jumlah } results in files that were handed in still wait for validation, so they do not count yet.
nasional-menunggu-buka = Open the files that wait
nasional-edisi-terpisah = Values of different instruments are not ranked together. Choose the instrument:
nasional-edisi-lain = The year { $tahun } used another instrument, so ranks are not compared.
nasional-edisi-tak-dikenal = unknown
nasional-bukan-resmi = This order is made only from the results in this Prima; the official ranking is set by the Minister.
nasional-tren = Over the years
nasional-tren-isi = Mean of all units in this region whose results are published. The official way of computing a national IPP was not found, so this is not one. Years with different instruments are not joined by a line.
nasional-tren-satu = Only one year is published so far.
nasional-rata-unit = Mean of units
nasional-wilayah-jumlah = { $jumlah } regions
nasional-tahun-tiada = Nothing is published for { $tahun } yet. Shown is { $kini }.
nasional-rekap-menu = National recap
nasional-rekap-judul = National recap
nasional-rekap-isi = Number of units evaluated in each province, by scope of service. Results that are not published are counted, but their values are not shown.
nasional-rekap-kosong = No period yet
nasional-rekap-kosong-isi = The recap fills once an agency opens an evaluation period.
nasional-rekap-edisi = Each instrument has a table of its own; figures are not added together.
nasional-rekap-beda = More than one instrument was used this year. Values of different instruments cannot be compared directly: aspects, indicators and weights differ.
nasional-rekap-cakupan = Scope
nasional-rekap-administratif = Administrative
nasional-rekap-barang = Goods
nasional-rekap-jasa = Services
nasional-rekap-instansi = Agencies
nasional-rekap-unit = Units evaluated
nasional-rekap-beku = Results frozen
nasional-rekap-terbit = Results published
nasional-rekap-rata = Mean of published
nasional-rekap-rata-semua = all scopes
nasional-rekap-tiada = There is no period for that choice. Shown is:
nasional-rekap-tanpa-rata = no mean of its own; part of the mean of all Indonesia
nasional-rekap-tanpa-wilayah = Without a region (ministries, institutions and others)
nasional-rekap-semua = All of Indonesia
nasional-petak-tanpa = { $jumlah ->
    [one] One region without a result
   *[other] { $jumlah } regions without a result
}
nasional-petak-ada = Regions that have a figure
nasional-petak-geser = The picture is wider than this screen: move it sideways. The list and the table say the same.
