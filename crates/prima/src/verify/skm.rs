//! What `prima verify` prints about a published survey.

use serde_json::{Value, json};
use skm::HasilSkm;
use store::skm::terbit::bundel::Laporan;

/// `trusted` is null without `--keys`.
pub fn document(r: &Laporan, with_keys: bool) -> Value {
    let (i, key) = (&r.isi, &r.instalasi);
    json!({
        "valid": r.sah(),
        "trusted": with_keys.then_some(r.pemilik.is_some()),
        "key": { "id": key.kunci, "public": key.kunci_publik, "owner": r.pemilik, "installation": key.id },
        "sha256": r.sidik,
        "illustration": i.ilustrasi,
        "survey": {
            "code": i.kode, "name": i.nama, "unit": { "code": i.unit_kode, "name": i.unit }, "agency": i.instansi,
            "first_day": i.mulai, "last_day": i.sampai, "published": r.diterbitkan, "instrument": i.edisi_id, "edition_sha256": i.edisi,
            "respondents": i.agregat.pakai.n, "excluded": i.agregat.kecuali.n, "incomplete": i.agregat.kurang,
        },
        "stated": figures(&i.hasil),
        "recomputed": r.ulang.as_ref().map(figures),
        "findings": r.temuan.iter().map(|t| json!({ "code": t.kode, "message": t.pesan })).collect::<Vec<_>>(),
        "warnings": r.peringatan,
    })
}

fn figures(h: &HasilSkm) -> Value {
    json!({
        "ikm": h.ikm.tampil(2), "class": h.mutu, "name": h.kinerja, "n": h.n, "index": h.indeks.tampil(4),
        "unsur": h.unsur.iter().map(|u| json!({ "key": u.kunci, "nrr": u.nrr.tampil(3), "class": u.mutu })).collect::<Vec<_>>(),
    })
}

pub fn summary(r: &Laporan) -> String {
    let (i, key) = (&r.isi, &r.instalasi);
    let owner = r.pemilik.as_ref().map(|p| format!(" milik {p}")).unwrap_or_default();
    let mut lines = vec![
        format!("Unit     {} ({}), {}", i.unit, i.unit_kode, i.instansi),
        format!("Survei   {}, {} sampai {}, instrumen {}", i.nama, i.mulai, i.sampai, i.edisi_id),
        format!("Terbit   {}", r.diterbitkan),
        format!("SHA-256  {} (isi yang ditandatangani)", r.sidik),
        format!("Kunci    {}{owner}", key.kunci),
        format!("IKM      {} ({} {}), {} responden", i.hasil.ikm.tampil(2), i.hasil.mutu, i.hasil.kinerja, i.agregat.pakai.n),
    ];
    if r.sah() {
        lines.push("SAH: isi utuh, tanda tangan cocok, dan IKM dihitung ulang dari jumlah jawaban dengan hasil yang sama.".into());
    } else {
        lines.push(format!("TIDAK SAH: {} temuan", r.temuan.len()));
        lines.extend(r.temuan.iter().map(|t| format!("- {}: {}", t.kode, t.pesan)));
    }
    lines.join("\n") + "\n"
}
