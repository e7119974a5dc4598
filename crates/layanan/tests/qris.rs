//! QRIS payloads: the vector of the domain page, writing, and hostile input.
#![cfg(test)]

use layanan::{
    bayar::{BuktiBayar, CaraBayar, PanggilanSah, PetugasId, SalahBayar, Tagihan},
    qris::{Butir, Jenis, Muatan, Nominal, Pedagang, RUPIAH_MAKS, SalahQris, Tip, crc16},
};
use proptest::prelude::*;

/// domain/skm-mpp.md 5.5: made there, no real merchant.
const VEKTOR: &str = "00020101021226530016ID.CO.CONTOH.WWW01189360000000000000000207000000151440014ID.CO.QRIS.WWW0215ID00000000000000303UME5204939953033605405250005802ID5910MPP CONTOH6006CONTOH61051234562170106INV0010703A0163043775";

/// Sets the checksum, to reach what lies behind it.
fn dengan_crc(isi: &str) -> String {
    format!("{isi}6304{:04X}", crc16(format!("{isi}6304").as_bytes()))
}

fn ganti(dari: &str, ke: &str) -> Result<Muatan, SalahQris> {
    let isi = &VEKTOR[..VEKTOR.len() - 8];
    assert!(isi.contains(dari), "{dari}");
    Muatan::baca(&dengan_crc(&isi.replacen(dari, ke, 1)))
}

fn rupiah(n: u64) -> Nominal {
    Nominal::baru(n).unwrap()
}

#[test]
fn the_vector_of_the_domain_page() {
    let m = Muatan::baca(VEKTOR).unwrap();
    assert_eq!((m.jenis(), m.nominal(), m.tip()), (Jenis::Dinamis, Some(rupiah(25_000)), None));
    assert_eq!((m.nama(), m.kota(), m.nmid().as_deref()), ("MPP CONTOH", "CONTOH", Some("ID0000000000000")));
    assert_eq!((m.tagihan().as_deref(), m.terminal().as_deref(), m.rujukan()), (Some("INV001"), Some("A01"), None));
    assert_eq!(m.tulis(), VEKTOR);
    assert_eq!(crc16(b"123456789"), 0x29B1);
}

#[test]
fn a_merchant_and_a_bill() {
    let rekening = [Butir::baru(51, "0014ID.CO.QRIS.WWW0215ID0000000000000").unwrap()];
    let p = Pedagang { rekening: &rekening, mcc: "9399", nama: "MPP 6304 CONTOH", kota: "CONTOH", kode_pos: None };
    let statis = Muatan::statis(&p).unwrap();
    assert_eq!((statis.jenis(), statis.nominal()), (Jenis::Statis, None));
    assert_eq!(Muatan::baca(&statis.tulis()).unwrap(), statis, "\"6304\" in a name is no checksum");
    let t = statis.untuk_tagihan(rupiah(1_500_000), "TGH-2026-1").unwrap();
    assert_eq!((t.jenis(), t.nominal(), t.tagihan().as_deref()), (Jenis::Dinamis, Some(rupiah(1_500_000)), Some("TGH-2026-1")));
    assert!(t.tulis().contains("54071500000"), "whole rupiah, no decimals");
    assert!(statis.untuk_tagihan(rupiah(1), "").is_err() && statis.untuk_tagihan(rupiah(1), &"x".repeat(26)).is_err());
    let lagi = [rekening[0].clone(), rekening[0].clone()];
    assert_eq!(Muatan::statis(&Pedagang { rekening: &lagi, ..p.clone() }), Err(SalahQris::Ganda(51)));
    assert!(Muatan::statis(&Pedagang { nama: "Nama yang lebih panjang dari 25", ..p.clone() }).is_err());
    assert_eq!(Muatan::statis(&Pedagang { rekening: &[], ..p }), Err(SalahQris::TidakAda(51)));
}

#[test]
fn amounts() {
    assert_eq!(ganti("540525000", "540825000.00").unwrap().nominal(), Some(rupiah(25_000)), "others write decimals");
    for isi in ["0", "00", "25000.5", "-25000", "2,5", ".", "1e5", "25000.000"] {
        let hasil = ganti("540525000", &format!("54{:02}{isi}", isi.len()));
        assert_eq!(hasil, Err(SalahQris::Nominal(isi.into())));
    }
    assert!(Nominal::baru(RUPIAH_MAKS).is_ok() && Nominal::baru(RUPIAH_MAKS + 1).is_err() && Nominal::baru(0).is_err());
}

#[test]
fn tips() {
    let tip = |t: &str| ganti("540525000", &format!("540525000{t}")).map(|m| m.tip());
    assert_eq!(tip("550201"), Ok(Some(Tip::Ditanya)));
    assert_eq!(tip("55020256041000"), Ok(Some(Tip::Tetap(rupiah(1000)))));
    assert_eq!(tip("55020357042.50"), Ok(Some(Tip::Persen(250))));
    for salah in ["550202", "55020257015", "56041000", "5502015701 5"] {
        assert!(tip(salah).is_err(), "{salah}");
    }
}

#[test]
fn hostile_input_is_told() {
    let baca = |t: &str| Muatan::baca(t).unwrap_err();
    assert_eq!(baca(""), SalahQris::Akhir);
    assert_eq!(
        baca(&VEKTOR.replace("25000", "95000")),
        SalahQris::Crc { tertulis: 0x3775, hitung: crc16(&VEKTOR.replace("25000", "95000").as_bytes()[..VEKTOR.len() - 4]) }
    );
    assert_eq!(baca(&VEKTOR[..VEKTOR.len() - 1]), SalahQris::Terpotong { tanda: 63, tempat: VEKTOR.len() - 8, panjang: 4, sisa: 3 });
    assert_eq!(baca(&format!("{VEKTOR}99")), SalahQris::KepalaButir(VEKTOR.len()));
    assert_eq!(baca(&format!("{VEKTOR}990212")), SalahQris::Akhir, "the checksum is the last");
    assert_eq!(baca(&"9".repeat(600)), SalahQris::TerlaluPanjang(600));
    assert_eq!(baca("0002é1"), SalahQris::BukanAscii(4));
    assert_eq!(baca("00\u{0}2"), SalahQris::BukanAscii(2));
    assert_eq!(baca("+102AB"), SalahQris::KepalaButir(0));
    assert_eq!(ganti("000201", "000202").unwrap_err(), SalahQris::Awal);
    assert_eq!(ganti("5303360", "5303840").unwrap_err().to_string(), "tanda 53: isi \"840\"; diharapkan 360 (rupiah)");
    let sesudah = VEKTOR.find("5802ID").unwrap() + 6;
    assert_eq!(ganti("5802ID", "5802IDI").unwrap_err(), SalahQris::KepalaButir(sesudah));
    assert_eq!(ganti("5802ID", "").unwrap_err(), SalahQris::TidakAda(58));
    assert_eq!(ganti("5802ID", "5802ID5802ID").unwrap_err(), SalahQris::Ganda(58));
    let dalam = ganti("0106INV001", "0199INV001").unwrap_err();
    assert!(matches!(dalam, SalahQris::DiDalam { tanda: 62, .. }), "{dalam}");
    assert!(matches!(ganti("0016ID.CO.CONTOH.WWW", "0116ID.CO.CONTOH.WWW"), Err(SalahQris::DiDalam { tanda: 26, .. })), "01 comes twice");
}

#[test]
fn what_counts_as_paid() {
    let t = Tagihan { nomor: "INV001".into(), nominal: rupiah(25_000), pelaksana: vec![PetugasId(3), PetugasId(1)] };
    let saat = "2026-11-23T02:00:00Z".parse().unwrap();
    let kasir = |id, kuitansi, n| BuktiBayar::kasir(&t, PetugasId(id), kuitansi, rupiah(n), saat);
    assert_eq!(kasir(1, "K-1", 25_000), Err(SalahBayar::OrangSama));
    assert_eq!(kasir(2, " ", 25_000), Err(SalahBayar::TanpaKuitansi));
    assert_eq!(kasir(2, "K-1", 20_000), Err(SalahBayar::NominalBeda { dibayar: 20_000, tagihan: 25_000 }));
    let b = kasir(2, " K-1 ", 25_000).unwrap();
    assert_eq!(b.cara(), &CaraBayar::LoketBank { kasir: PetugasId(2), kuitansi: "K-1".into() });
    assert_eq!((b.tagihan(), b.nominal(), b.saat()), ("INV001", rupiah(25_000), saat));
    let p = PanggilanSah { transaksi: "T9".into(), tagihan: "INV002".into(), nominal: rupiah(25_000), saat };
    assert_eq!(BuktiBayar::panggilan(&t, p.clone()), Err(SalahBayar::TagihanLain("INV002".into())));
    let p = PanggilanSah { tagihan: "INV001".into(), ..p };
    assert_eq!(BuktiBayar::panggilan(&t, p).unwrap().cara(), &CaraBayar::Panggilan { transaksi: "T9".into() });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// Any text is an answer, never a panic; what is accepted is written back the same.
    #[test]
    fn any_text(teks in ".{0,80}") {
        let _ = Muatan::baca(&teks);
        let _ = Muatan::baca(&dengan_crc(&teks));
    }

    /// A payload damaged anywhere, with a checksum that fits the damage.
    #[test]
    fn damaged(di in 0..VEKTOR.len() - 8, b in 0x20_u8..0x7F, potong in 0..VEKTOR.len() - 8) {
        let mut isi = VEKTOR.as_bytes()[..VEKTOR.len() - 8].to_vec();
        isi[di] = b;
        let isi = String::from_utf8(isi).unwrap();
        for teks in [dengan_crc(&isi), dengan_crc(&isi[..potong])] {
            if let Ok(m) = Muatan::baca(&teks) {
                prop_assert_eq!(m.tulis(), teks);
            }
        }
        if isi != VEKTOR[..VEKTOR.len() - 8] {
            prop_assert!(Muatan::baca(&format!("{isi}63043775")).is_err(), "one changed character is always seen");
        }
    }

    #[test]
    fn bills_come_back(n in 1..=RUPIAH_MAKS, tagihan in "[A-Za-z0-9 ./-]{1,25}") {
        let m = Muatan::baca(VEKTOR).unwrap().untuk_tagihan(rupiah(n), &tagihan).unwrap();
        let lagi = Muatan::baca(&m.tulis()).unwrap();
        prop_assert_eq!(lagi.nominal(), Some(rupiah(n)));
        prop_assert_eq!(lagi.tagihan(), Some(tagihan));
        prop_assert_eq!(lagi.terminal(), None);
    }
}

#[test]
fn an_object_fits_its_two_digits() {
    for (tanda, panjang, baik) in [(0, 1, true), (99, 99, true), (100, 1, false), (99, 0, false), (99, 100, false)] {
        assert_eq!(Butir::baru(tanda, "x".repeat(panjang)).is_ok(), baik, "{tanda} {panjang}");
    }
    assert!(Butir::baru(5, "\u{7f}").is_err() && Butir::baru(5, "é").is_err());
}
