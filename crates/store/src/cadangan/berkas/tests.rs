use super::*;

/// What a tar reader acts on by itself (a name of 64 MB, an extended header, a sparse file of a terabyte, a link out of the folder) is
/// refused where it stands, before it takes memory or disk.
#[test]
fn entries_that_are_no_plain_files_are_refused() {
    for (jenis, isi) in [
        (tar::EntryType::GNULongName, 64 << 20),
        (tar::EntryType::XHeader, 64 << 20),
        (tar::EntryType::GNUSparse, 512),
        (tar::EntryType::Symlink, 0),
        (tar::EntryType::Directory, 0),
    ] {
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("jahat.prima");
        let mut p = Penulis::baru(&file, None).unwrap();
        let mut kepala = tar::Header::new_gnu();
        kepala.set_entry_type(jenis);
        kepala.set_size(isi);
        kepala.set_path("objek/x").unwrap();
        kepala.set_cksum();
        p.tar.append(&kepala, io::repeat(0).take(isi)).unwrap();
        p.selesai(&file).unwrap();
        let e = telusuri(&file, None, |_| Ok(())).map(drop).unwrap_err();
        assert!(e.to_string().contains("no plain file"), "{jenis:?}: {e}");
    }
}
