//! The signed file of a published SKM round, as `/survei/{ronde}/penerbitan/bundel` gives it out.

use serde_json::{Value, json};
use store::skm::terbit::bundel::{FORMAT, Laporan};

/// Whether the file says that it is one. Anything else is for the check of results, which says what it expects.
pub fn is_skm(bytes: &[u8]) -> bool {
    let v: Option<Value> = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok();
    v.is_some_and(|v| v["format"] == FORMAT)
}

pub fn document(r: &Laporan, with_keys: bool) -> Value {
    let i = &r.isi;
    let figures = |h: &::skm::HasilSkm| json!({ "n": h.n, "ikm": h.ikm.tampil(2), "class": h.mutu });
    json!({
        "valid": r.sah(),
        "trusted": with_keys.then_some(r.pemilik.is_some()),
        "key": { "id": r.instalasi.kunci, "public": r.instalasi.kunci_publik, "owner": r.pemilik, "installation": r.instalasi.id },
        "sha256": r.sidik,
        "illustration": i.ilustrasi,
        "bundle": {
            "code": i.kode, "name": i.nama, "agency": i.instansi, "unit": i.unit, "from": i.mulai, "to": i.sampai,
            "published": r.diterbitkan, "instrument": i.edisi_id, "edition_sha256": i.edisi, "excluded": i.agregat.kecuali.n,
        },
        "stated": figures(&i.hasil),
        "recomputed": r.ulang.as_ref().map(figures),
        "findings": r.temuan.iter().map(|t| json!({ "code": t.kode, "message": t.pesan })).collect::<Vec<_>>(),
        "warnings": r.peringatan,
    })
}

pub fn summary(r: &Laporan) -> String {
    let (i, h) = (&r.isi, &r.isi.hasil);
    let mut lines = vec![
        format!("Unit     {} ({}), {}", i.unit, i.unit_kode, i.instansi),
        format!("Survei   {}, {} – {}, edisi {}", i.nama, i.mulai, i.sampai, i.edisi_id),
        format!("Terbit   {}", r.diterbitkan),
        format!("SHA-256  {}", r.sidik),
        format!("Kunci    {}{}", r.instalasi.kunci, r.pemilik.as_ref().map(|p| format!(" milik {p}")).unwrap_or_default()),
        format!("IKM      {} ({}), {} responden", h.ikm.tampil(2), h.mutu, h.n),
    ];
    if r.sah() {
        lines.push("SAH: isi utuh, tanda tangan cocok, dan semua angka dihitung ulang dengan hasil yang sama.".into());
    } else {
        lines.push(format!("TIDAK SAH: {} temuan", r.temuan.len()));
        lines.extend(r.temuan.iter().map(|t| format!("- {}: {}", t.kode, t.pesan)));
    }
    lines.join("\n") + "\n"
}
