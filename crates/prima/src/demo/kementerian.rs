//! The ministry that runs the schemes nasional and khusus, and a state company of ferries with one port, so that both schemes can
//! be walked to their scores. Names and people are invented (ILUSTRASI); no period is opened here.

use store::{
    Hasil, Store,
    id::{InstansiId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    peran::{Lingkup, Peran},
};

use super::orang::{Orang, buat};

fn orang(kementerian: InstansiId, bumn: InstansiId, pelabuhan: UnitId) -> Vec<Orang> {
    let k = || Lingkup::Instansi(kementerian);
    let u = || Lingkup::Unit { unit: pelabuhan, instansi: bumn };
    let o = |surel, nama, jabatan, peran, lingkup| Orang { surel, nama, jabatan, peran, lingkup };
    vec![
        o("asdep@contoh.id", "Rina Kusumawati", "Asisten Deputi, penyelenggara nasional (contoh)", Peran::Penyelenggara, k()),
        o("sesmen@contoh.id", "Drs. Bambang Hartono", "Sekretaris Kementerian (contoh)", Peran::Penanggungjawab, k()),
        o("evaluator.pusat1@contoh.id", "Indra Lesmana", "Analis Kebijakan Kementerian (contoh)", Peran::Evaluator, k()),
        o("evaluator.pusat2@contoh.id", "Wulan Sari", "Analis Pelayanan Kementerian (contoh)", Peran::Evaluator, k()),
        o("operator.pelabuhan@contoh.id", "Yohanes Lado", "Staf pelabuhan penyeberangan (contoh)", Peran::UnitOperator, u()),
        o("kepala.pelabuhan@contoh.id", "Maria Fernandez", "Kepala pelabuhan penyeberangan (contoh)", Peran::UnitKepala, u()),
    ]
}

/// Registers both instansi, the unit and their people.
pub async fn isi(store: &Store) -> Hasil<()> {
    let tx = store.mulai().await?;
    let panrb = InstansiBaru { kode: "panrb", nama: "Kementerian PANRB", jenis: "kementerian", wilayah: None, zona: "WIB" };
    let panrb = instansi::tambah(&tx, None, panrb).await?;
    let feri = InstansiBaru { kode: "bumn-feri", nama: "Perusahaan Penyeberangan (contoh)", jenis: "bumn", wilayah: None, zona: "WITA" };
    let feri = instansi::tambah(&tx, None, feri).await?;
    let pelabuhan = UnitBaru {
        kode: "bumn-feri-pelabuhan",
        instansi: feri,
        induk: None,
        nama: "Pelabuhan Penyeberangan Contoh",
        jenis: "pelabuhan",
        alamat: "Kupang, Nusa Tenggara Timur (ILUSTRASI)",
    };
    let pelabuhan = instansi::tambah_unit(&tx, None, pelabuhan).await?;
    tx.commit().await?;
    buat(store, &orang(panrb, feri, pelabuhan)).await
}

/// Address and position of each account, for the list printed at start.
pub fn ringkas() -> Vec<(&'static str, &'static str)> {
    orang(InstansiId::baru(), InstansiId::baru(), UnitId::baru()).into_iter().map(|o| (o.surel, o.jabatan)).collect()
}
