//! The files of `deploy/` fit each other: where the program listens is where proxies send, who may come to the database is whom nodes send,
//! and what a file names is there.

use std::path::Path;

fn baca(jalur: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").join(jalur)).unwrap()
}

/// What follows `awal` in the lines that begin with it, up to a blank; comments aside.
fn sesudah<'a>(berkas: &'a str, awal: &str) -> Vec<&'a str> {
    let baris = berkas.lines().map(str::trim).filter(|b| !b.starts_with(['#', ';']));
    baris.filter_map(|b| b.strip_prefix(awal)?.split_whitespace().next()).collect()
}

#[test]
fn proxies_send_to_where_the_program_listens() {
    let soket = baca("prima.socket");
    let [sendiri] = sesudah(&soket, "ListenStream=")[..] else { panic!("one address") };
    let nginx = baca("nginx.conf");
    assert_eq!(sesudah(&nginx, "server ").iter().filter(|s| s.contains(':')).collect::<Vec<_>>(), [&sendiri], "nginx.conf, prima.socket");

    let drop_in = baca("skala/prima.socket.d/prima.conf");
    let simpul = sesudah(&drop_in, "ListenStream=");
    assert!(drop_in.lines().any(|b| b == "ListenStream="), "the address of prima.socket is taken back first");
    let haproxy = baca("skala/haproxy.cfg");
    let bagian = haproxy.split_once("\nbackend prima\n").unwrap().1;
    let tujuan: Vec<&str> =
        bagian.lines().map(str::trim).filter(|b| b.starts_with("server ")).filter_map(|b| b.split_whitespace().nth(2)).collect();
    assert_eq!((simpul.len(), simpul.first(), tujuan.len()), (1, tujuan.first(), 3), "prima.socket.d, haproxy.cfg");
    let porta = |a: &str| a.rsplit_once(':').unwrap().1.to_owned();
    assert!(tujuan.iter().all(|t| porta(t) == porta(sendiri)), "{tujuan:?}");
    for t in &tujuan[..2] {
        assert!(nginx.contains(&format!("# server {t} ")), "nginx.conf names the nodes of haproxy.cfg: {t}");
    }

    let k8s = baca("skala/kubernetes.yaml");
    let [listen] = sesudah(&k8s, "PRIMA_LISTEN: ")[..] else { panic!("one address") };
    let porta = porta(listen.trim_matches('"'));
    assert!(k8s.contains(&format!("containerPort: {porta} }}")) && k8s.contains(&format!("{{ port: {porta}, protocol: TCP }}")));
    // A volume is open to all in it, so the folder lies inside and is made closed before the program starts.
    let [data] = sesudah(&k8s, "PRIMA_DATA: ")[..] else { panic!("one folder") };
    let data = data.trim_matches('"');
    let buat = format!("install -d -m 0700 {data} && install -m 0600 /kunci/instalasi.kunci {data}/instalasi.kunci");
    assert!(k8s.contains(&buat), "{buat}");
}

#[test]
fn who_the_nodes_are_for_the_database_is_whom_it_lets_in() {
    let patroni = baca("skala/patroni.yml");
    let hba: Vec<&str> = patroni.split_once("pg_hba:").unwrap().1.lines().filter_map(|b| b.trim().strip_prefix("- ")).collect();
    assert!(hba.iter().any(|b| b.starts_with("hostssl all postgres ")), "Patroni itself comes by TCP: {hba:?}");
    assert!(hba.iter().any(|b| b.starts_with("hostssl prima prima ")), "{hba:?}");
    // Lines of `hostssl` fit nobody while TLS is off.
    for kunci in ["ssl: \"on\"", "ssl_cert_file: /", "ssl_key_file: /"] {
        assert!(patroni.lines().any(|b| b.trim().starts_with(kunci)), "{kunci}");
    }
    let pool = baca("skala/pgbouncer.ini");
    assert_eq!(sesudah(&pool, "server_tls_sslmode = "), ["require"], "nor does PgBouncer come in without TLS");
    for (berkas, alamat) in [("skala/prima.env", "PRIMA_DATABASE="), ("skala/kubernetes.yaml", "PRIMA_DATABASE: ")] {
        let isi = baca(berkas);
        let url = sesudah(&isi, alamat)[0].trim_matches('"');
        assert!(url.starts_with("postgres://prima:") && url.ends_with("/prima?sslmode=require"), "{berkas}: {url}");
    }
    let [skrip] = sesudah(&patroni, "post_bootstrap: ")[..] else { panic!("one script") };
    let skrip = baca(&format!("skala/{}", skrip.rsplit('/').next().unwrap()));
    for sql in ["CREATE ROLE prima LOGIN ", "CREATE DATABASE prima OWNER prima "] {
        assert!(skrip.contains(sql), "{sql}");
    }
}

/// The address that two machines share is none that they ask from.
#[test]
fn the_proxies_are_trusted_by_their_own_addresses() {
    let haproxy = baca("skala/haproxy.cfg");
    let env = baca("skala/prima.env");
    let tepercaya = sesudah(&env, "PRIMA_PROKSI_TEPERCAYA=")[0];
    let kepala = haproxy.lines().next().unwrap();
    let mesin: Vec<&str> = kepala.split(|h: char| !(h.is_ascii_digit() || h == '.')).filter(|k| k.matches('.').count() == 3).collect();
    assert_eq!(mesin.len(), 3, "two machines and what they share: {kepala}");
    for m in mesin {
        assert!(tepercaya.contains(&format!("\"{m}/32\"")), "{m}: {tepercaya}");
    }
}
