//! A hall with more services than fit on a page: phone, kiosk, schedule and the unit's page are searched, opened by gerai, and turned.

use super::*;
use jiff::ToSpan;
use store::layanan::{KOMPONEN, Sk, massal};

impl Balai {
    /// Forty-five services more at a second gerai, all with standards in force.
    async fn penuh(&self) -> Vec<PenempatanId> {
        let s = self.app.store();
        let unit = Lingkup::Unit { unit: self.d.rsud, instansi: self.d.kab };
        let kepala = self.app.akun("kepala.unit@uji.example", &[(Peran::UnitKepala, unit)]).await;
        let kepala = hak::unit(s, &pelaku(&self.app, kepala).await, self.d.rsud).await.unwrap().kepala_layanan().unwrap();
        let operator = hak::unit(s, &pelaku(&self.app, self.d.operator).await, self.d.rsud).await.unwrap().pengelola_layanan().unwrap();
        let teks: std::collections::BTreeMap<_, _> = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "-".to_owned())).collect();
        let isi = |n| Isi { nama: format!("Rekomendasi nomor {n:02}"), teks: teks.clone(), ..Isi::default() };
        let semua: Vec<(LayananId, Isi)> = (0..45).map(|n| (LayananId::baru(), isi(n))).collect();
        let hari = s.sekarang().hari("WITA");
        let sk = Sk { nomor: "SK/1", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
        massal::terbitkan(s, (&operator, &kepala), &semua, &sk, true).await.unwrap();
        let mpp_kepala = hak::mpp(s, &pelaku(&self.app, self.kepala).await, self.d.rsud).await.unwrap().kepala().unwrap();
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: "Disnaker", jenis: "pemda", unit: None, sendiri: false };
        mpp::tambah_tenan(s, &mpp_kepala, tenan, &t).await.unwrap();
        let g = GeraiIsi { kode: "G02", nama: "Tenaga Kerja", letak: "Lantai 2", tautan: None };
        mpp::tambah_gerai(s, &mpp_kepala, gerai, tenan, &g).await.unwrap();
        let awalan: Vec<String> = (0..45_u8).map(|n| format!("{}{}", char::from(b'B' + n / 26), char::from(b'A' + n % 26))).collect();
        let tempat = |((id, _), a): (&(LayananId, Isi), &'_ String)| (PenempatanId::baru(), *id, a.clone());
        let daftar: Vec<_> = semua.iter().zip(&awalan).map(tempat).collect();
        let isi: Vec<_> = daftar.iter().map(|(p, l, a)| (*p, *l, PenempatanIsi { awalan: a, menit: Some(5), undangan: false })).collect();
        mpp::tempatkan_banyak(s, &mpp_kepala, gerai, &isi).await.unwrap();
        daftar.into_iter().map(|d| d.0).collect()
    }

    /// A third gerai, which gives a service that another one gives too.
    async fn pos(&self, seperti: PenempatanId) {
        let s = self.app.store();
        let hak = hak::mpp(s, &pelaku(&self.app, self.kepala).await, self.d.rsud).await.unwrap().kepala().unwrap();
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        mpp::tambah_tenan(s, &hak, tenan, &TenanIsi { nama: "Pos", jenis: "pemda", unit: None, sendiri: false }).await.unwrap();
        let g = GeraiIsi { kode: "G03", nama: "Kantor Pos", letak: "Lantai 2", tautan: None };
        mpp::tambah_gerai(s, &hak, gerai, tenan, &g).await.unwrap();
        let layanan = mpp::penempatan_satu(s.baca(), seperti).await.unwrap().layanan_id;
        let isi = PenempatanIsi { awalan: "Z", menit: Some(5), undangan: false };
        mpp::tempatkan(s, &hak, PenempatanId::baru(), (gerai, layanan), &isi).await.unwrap();
    }
}

fn tanpa(j: &Jawaban, teks: &str) {
    assert!(!j.isi.contains(teks), "{teks:?} is on the page:\n{}", j.isi);
}

#[tokio::test]
async fn a_large_hall_is_chosen_from_by_gerai_or_by_words() {
    let b = balai(biasa()).await;
    let tamu = b.app.tamu();
    tamu.get("/antre/mal-uji").await.memuat("KTP baru");
    let semua = b.penuh().await;
    for awal in ["/antre/mal-uji", "/kios/mal-uji"] {
        let j = tamu.get(awal).await;
        j.memuat("Pilih gerai").memuat(&format!("{awal}?gerai=G02")).memuat("Tenaga Kerja").memuat("Cari layanan");
        tanpa(&j, "Rekomendasi nomor");
        tanpa(&j, "Sering diminta");
        let j = tamu.get(&format!("{awal}?gerai=g02")).await;
        j.memuat("Rekomendasi nomor 44").memuat(&format!("{awal}/{}", semua[44])).memuat(&format!("href=\"{awal}\""));
        tanpa(&j, "KTP baru");
        // A typing error, the letters of the numbers, the name of the gerai.
        for cari in ["rekomndasi+07", "bh"] {
            tamu.get(&format!("{awal}?cari={cari}")).await.memuat(&format!("{awal}/{}", semua[7])).memuat("1 layanan ditemukan");
        }
        // All forty-five fit, and not all are shown: who does not find his own knows that it may be among the others.
        let j = tamu.get(&format!("{awal}?cari=tenaga+kerja")).await;
        j.memuat("24 pertama dari 45 layanan yang cocok");
        tanpa(&j, "layanan ditemukan");
        tamu.get(&format!("{awal}?cari=%3Cxyzwq%3E")).await.memuat("Tidak ada layanan yang cocok").memuat("&#60;xyzwq&#62;");
        // A gerai that is none: the start.
        tamu.get(&format!("{awal}?gerai=G99")).await.memuat("Pilih gerai");
    }
    let meja = b.app.masuk(b.kepala).await;
    meja.get(&format!("/mpp/{}/hari-ini?cari=tenaga+kerja", b.d.rsud)).await.memuat("12 pertama dari 45 layanan yang cocok");
    meja.get(&format!("/mpp/{}/hari-ini?cari=bh", b.d.rsud)).await.memuat("1 layanan cocok");
    // What is asked for often is one press away.
    let slip = tamu.post(&format!("/antre/mal-uji/{}", semua[30]), &[("op", &op())]).await;
    assert!(slip.ke().starts_with("/tiket/"), "{}", slip.ke());
    let j = b.app.tamu().get("/kios/mal-uji").await;
    j.memuat("Sering diminta").memuat("Rekomendasi nomor 30").memuat("1 orang menunggu");
    tanpa(&j, "Rekomendasi nomor 31");
}

#[tokio::test]
async fn a_hall_with_many_gerai_shows_those_at_work() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let hak = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    for n in 2..=13 {
        let (tenan, gerai, nama) = (TenanId::baru(), GeraiId::baru(), format!("Kantor nomor {n}"));
        mpp::tambah_tenan(s, &hak, tenan, &TenanIsi { nama: &nama, jenis: "pemda", unit: None, sendiri: false }).await.unwrap();
        let g = GeraiIsi { kode: &format!("G{n:02}"), nama: &nama, letak: "Lantai 2", tautan: None };
        mpp::tambah_gerai(s, &hak, gerai, tenan, &g).await.unwrap();
    }
    let (kepala, hari) = (b.app.masuk(b.kepala).await, format!("/mpp/{}/hari-ini", b.d.rsud));
    let j = kepala.get(&hari).await;
    j.memuat("<th scope=\"row\">G13 · Kantor nomor 13");
    tanpa(&j, "gerai lain tanpa antrean");
    b.ambil(&b.app.tamu(), &op()).await;
    let j = kepala.get(&hari).await;
    j.memuat("<th scope=\"row\">G01").memuat("12 gerai lain tanpa antrean").memuat("G13 · Kantor nomor 13</a></li>");
    tanpa(&j, "<th scope=\"row\">G13");
    let laporan = format!("/mpp/{}/laporan", b.d.rsud);
    let j = kepala.get(&laporan).await;
    j.memuat("<th scope=\"row\">G01").memuat("G13 Kantor nomor 13");
    tanpa(&j, "<th scope=\"row\">G13");
}

#[tokio::test]
async fn long_lists_of_a_hall_are_turned_and_searched() {
    let b = balai(biasa()).await;
    let semua = b.penuh().await;
    b.pos(semua[0]).await;
    let kepala = b.app.masuk(b.kepala).await;
    let jadwal = format!("/mpp/{}/jadwal", b.d.rsud);
    let j = kepala.get(&jadwal).await;
    // No gerai is cut in two, however large it is.
    j.memuat("KTP baru").memuat("Rekomendasi nomor 44").memuat("1–46 dari 47").memuat("?h=2");
    tanpa(&j, "Kantor Pos");
    // A long list opens by gerai; what was searched for stands open.
    j.memuat("id=\"gerai-1\"><summary><h2>G01 ").memuat("id=\"gerai-2\"><summary><h2>G02 Tenaga Kerja</h2>");
    for h in [2, 9] {
        let j = kepala.get(&format!("{jadwal}?h={h}")).await;
        j.memuat("G03 Kantor Pos").memuat("Rekomendasi nomor 00").memuat("47–47 dari 47").memuat("?h=1");
        tanpa(&j, "Tenaga Kerja");
    }
    let j = kepala.get(&format!("{jadwal}?cari=TENAGA+31")).await;
    j.memuat("Rekomendasi nomor 31").memuat("1–1 dari 1");
    j.memuat("id=\"gerai-1\" open><summary>");
    tanpa(&j, "KTP baru");
    kepala.get(&format!("{jadwal}?cari=tidak+ada+ini")).await.memuat("Tidak ada layanan dengan nama itu");

    let (tamu, unit) = (b.app.tamu(), "/pelayanan/unit/rsud");
    let j = tamu.get(unit).await;
    j.memuat("1–25 dari 45").memuat("Cari di antara layanan unit ini");
    // Search engines still read all of them.
    j.memuat("/pelayanan/rekomendasi-nomor-44\"");
    tanpa(&j, "<strong>Rekomendasi nomor 25</strong>");
    tamu.get(&format!("{unit}?h=2")).await.memuat("<strong>Rekomendasi nomor 44</strong>");
    let j = tamu.get(&format!("{unit}?cari=rekomendasi+nomor+31")).await;
    j.memuat("<strong>Rekomendasi nomor 31</strong>");
    tanpa(&j, "<strong>Rekomendasi nomor 30</strong>");
    // The number of a queue is not answered by a service with one of its parts in the name.
    let j = tamu.get("/cari?q=B-07").await;
    j.memuat("Tidak ada dokumen dengan nomor itu");
    tanpa(&j, "Rekomendasi nomor 07");
    tamu.get("/cari?q=nomor+07").await.memuat("Rekomendasi nomor 07");
    // A mall that gives services itself is one place, not two.
    let j = tamu.get("/cari?q=rsud+kudungga").await;
    j.memuat("href=\"/mal/mal-uji\"");
    tanpa(&j, "href=\"/pelayanan/unit/rsud\"");
    tamu.get(&format!("{unit}?cari=xyzwq")).await.memuat("Tidak ada yang cocok");
    let umum = b.app.masuk(b.kepala).await;
    umum.get(&format!("/mpp/{}", b.d.rsud)).await.memuat("<summary>45 layanan");
}
