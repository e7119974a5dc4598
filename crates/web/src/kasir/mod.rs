//! The cashier of a mall (`/kasir/{mpp}`): open bills, confirming a payment, the day's reconciliation; and the merchant data of QRIS,
//! which the head of the mall keeps (`/mpp/{mpp}/qris`). Who worked on a case never confirms its payment: the store's rule.

mod balik;
mod bayar;
mod harian;
mod qris;

use store::{
    hak::{self, KasirMpp, Pelaku},
    id::UnitId,
    peran::Peran,
    tagihan::{BayarBatal, Tagihan},
};

use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who confirms payments.
const KASIR: Akses = Akses::Peran(&[Peran::Kasir]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    balik::rute(d);
    bayar::rute(d);
    harian::rute(d);
    qris::rute(d);
}

async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: UnitId) -> Hasil<(KasirMpp, Konteks)> {
    let hak = hak::mpp(&app.store, pelaku, id).await?.kasir()?;
    let k = k.ilustrasi(hak.mpp.ilustrasi == 1).zona(&hak.mpp.zona).bantuan("permohonan");
    Ok((hak, k))
}

/// Whole rupiah with or without `Rp`, separators of thousands and the `,00` or `,-` of a receipt; `None` for cents and everything else.
pub(crate) fn baca_rupiah(teks: &str) -> Option<i64> {
    let teks = teks.trim().trim_start_matches("Rp").trim();
    let teks = teks.strip_suffix(",00").or_else(|| teks.strip_suffix(",-")).unwrap_or(teks);
    let bersih: String = teks.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    let ribuan = |t: &str| t.split('.').skip(1).all(|b| b.len() == 3);
    let digit = !bersih.is_empty() && bersih.len() <= 13 && bersih.bytes().all(|b| b.is_ascii_digit());
    (digit && ribuan(teks)).then(|| bersih.parse().ok())?
}

/// Badge of a bill.
pub(crate) fn lencana(t: &Tagihan) -> (Nada, &'static str) {
    match (t.batal.is_some(), t.lunas.is_some()) {
        (true, _) => (Nada::Netral, "bayar-keadaan-batal"),
        (false, true) => (Nada::Baik, "bayar-keadaan-lunas"),
        (false, false) => (Nada::Perhatian, "bayar-keadaan-menunggu"),
    }
}

/// Who recorded a payment and who took it back.
pub(crate) fn dibalik(k: &Konteks, b: &BayarBatal) -> String {
    let [kasir, oleh, nomor] = [&b.kasir, &b.oleh, &b.kuitansi].map(String::as_str);
    let (dibayar, waktu) = (k.waktu(&b.dibayar), k.waktu(&b.pada));
    let args =
        [("nomor", nomor.into()), ("kasir", kasir.into()), ("dibayar", dibayar.into()), ("oleh", oleh.into()), ("waktu", waktu.into())];
    k.a("bayar-balik-baris", args)
}

/// What who pays reads about a payment of this bill that was taken back: the newest one, and nothing once it is paid again.
pub(crate) fn dibalik_warga(k: &Konteks, t: &Tagihan, balik: &[BayarBatal]) -> Option<String> {
    let b = balik.iter().find(|b| b.tagihan_id == t.id).filter(|_| t.lunas.is_none())?;
    let kunci = if t.batal.is_some() { "bayar-balik-warga-gugur" } else { "bayar-balik-warga" };
    let waktu = k.waktu(&b.pada);
    Some(k.a(kunci, [("nomor", b.kuitansi.as_str().into()), ("waktu", waktu.into()), ("mpp", t.mpp.as_str().into())]))
}

#[cfg(test)]
mod tests {
    use super::baca_rupiah;

    #[test]
    fn rupiah_as_people_type_them() {
        for (teks, harap) in [
            ("25000", Some(25_000)),
            (" Rp 1.250.000 ", Some(1_250_000)),
            ("0", Some(0)),
            ("25.000", Some(25_000)),
            ("Rp 350.000,00", Some(350_000)),
            ("350000,-", Some(350_000)),
        ] {
            assert_eq!(baca_rupiah(teks), harap, "{teks}");
        }
        for teks in ["", "25,000", "25.00", "25,50", ",00", "2.5", "-1", "x", "99999999999999"] {
            assert_eq!(baca_rupiah(teks), None, "{teks}");
        }
    }
}
