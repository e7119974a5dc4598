//! What `prima verify` prints about the publication of a whole period.

use serde_json::{Value, json};
use store::penerbitan::bundel::LaporanTerbitan;

/// `trusted` is null without `--keys`.
pub fn document(r: &LaporanTerbitan, with_keys: bool) -> Value {
    let i = &r.isi;
    json!({
        "valid": r.sah(),
        "trusted": with_keys.then_some(r.pemilik.is_some()),
        "key": { "id": i.instalasi.kunci, "public": i.instalasi.kunci_publik, "owner": r.pemilik, "installation": i.instalasi.id },
        "sha256": r.sidik,
        "illustration": i.ilustrasi,
        "publication": {
            "id": i.id, "number": i.nomor, "reason": i.alasan, "previous": i.sebelumnya, "published": i.diterbitkan,
            "agency": i.periode.penyelenggara,
            "period": { "code": i.periode.kode, "name": i.periode.nama, "year": i.periode.tahun, "scheme": i.periode.skema },
            "instruments": i.edisi.iter().map(|e| json!({ "id": e.id, "sha256": e.sidik })).collect::<Vec<_>>(),
            "attachments": i.lampiran.iter().map(|l| json!({ "name": l.nama, "sha256": l.sidik, "bytes": l.ukuran, "compared": r.dibandingkan.contains(&l.nama) })).collect::<Vec<_>>(),
        },
        "results": r.hasil,
        "ranked": r.diperingkat,
        "findings": r.temuan.iter().map(|t| json!({ "code": t.kode, "message": t.pesan })).collect::<Vec<_>>(),
        "more_findings": r.temuan_lain,
        "warnings": r.peringatan,
    })
}

pub fn summary(r: &LaporanTerbitan) -> String {
    let i = &r.isi;
    let p = &i.periode;
    let mut lines = vec![
        format!("Periode  {}, skema {}, {}", super::period(&p.nama, p.tahun), p.skema, p.penyelenggara.nama),
        format!(
            "Terbitan ke-{}, {}{}",
            i.nomor,
            i.diterbitkan,
            if i.alasan.is_empty() { String::new() } else { format!(": {}", i.alasan) }
        ),
        format!("SHA-256  {} (isi yang ditandatangani)", r.sidik),
        format!("Kunci    {}{}", i.instalasi.kunci, r.pemilik.as_ref().map(|p| format!(" milik {p}")).unwrap_or_default()),
        format!("Hasil    {} unit, {} dengan IPP dan peringkat", r.hasil, r.diperingkat),
    ];
    lines.extend(attachments(r));
    if r.sah() {
        lines.push("SAH: isi utuh, semua tanda tangan cocok, dan setiap angka dan peringkat dihitung ulang dengan hasil yang sama.".into());
    } else {
        lines.push(format!("TIDAK SAH: {} temuan", r.temuan.len() + r.temuan_lain));
        lines.extend(r.temuan.iter().map(|t| format!("- {}: {}", t.kode, t.pesan)));
        if r.temuan_lain > 0 {
            lines.push(format!("- dan {} temuan lain", r.temuan_lain));
        }
    }
    lines.join("\n") + "\n"
}

/// What is proved of the attachments: of most only that they are the published files.
fn attachments(r: &LaporanTerbitan) -> Option<String> {
    let (compared, others): (Vec<&str>, Vec<&str>) =
        r.isi.lampiran.iter().map(|l| l.nama.as_str()).partition(|n| r.dibandingkan.iter().any(|d| d == n));
    let said = [
        (!compared.is_empty()).then(|| format!("{} (isinya dibandingkan dengan hasil)", compared.join(", "))),
        (!others.is_empty()).then(|| format!("{} (hanya keutuhan berkasnya; isinya tidak dibandingkan dengan hasil)", others.join(", "))),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("Lampiran {}", said.join("; ")))
}
