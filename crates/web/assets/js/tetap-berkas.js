// A form with files that is refused keeps those that were fine: it is sent without leaving the page, and they stay chosen beside what
// has to be corrected. Nothing of them is kept anywhere else. Without this script they are chosen again.

let terbuka = false;
addEventListener("beforeunload", (e) => { if (terbuka) e.preventDefault(); });

const tulis = (sesudah, kelas, teks) => {
  const p = document.createElement("p");
  p.className = kelas;
  p.textContent = teks;
  sesudah.after(p);
  return p;
};

// The line broke, perhaps after all of it had arrived: the page stays as it is, to be sent again, and is not left behind without a question.
function putus(form) {
  terbuka = true;
  form.removeAttribute("aria-busy");
  delete form.dataset.dikirim;
  form.querySelector("[data-putus]")?.remove();
  const p = tulis(form.querySelector(".tindakan"), "medan__salah", form.dataset.teksPutus);
  p.dataset.putus = "";
  p.setAttribute("role", "alert");
}

// Of the files chosen in a field those that were not refused; none where the fault is not that of single files.
function tanpa(medan, files) {
  if (medan.getAttribute("aria-invalid") !== "true") return files;
  const ditolak = medan.dataset.tolak?.split("/");
  const baik = new DataTransfer();
  if (ditolak) for (const f of files) if (!ditolak.includes(f.name)) baik.items.add(f);
  return baik.files;
}

// The page with its faults in place of this one, and in it the files that have none.
function ganti(halaman, pilihan) {
  const form = halaman.querySelector("#utama form[data-tetap-berkas]");
  if (!form) return false;
  document.getElementById("utama").replaceWith(document.adoptNode(halaman.getElementById("utama")));
  document.title = halaman.title;
  for (const lama of pilihan) {
    const medan = form.querySelector(`input[type=file][name="${CSS.escape(lama.name)}"]`);
    const baik = medan && tanpa(medan, lama.files);
    if (!baik?.length) continue;
    medan.files = baik;
    const p = tulis(medan, "medan__bantu", form.dataset.teksTetap);
    p.id = `${medan.id}-tetap`;
    medan.setAttribute("aria-describedby", [medan.getAttribute("aria-describedby"), p.id].filter(Boolean).join(" "));
  }
  form.addEventListener("input", () => { terbuka = true; });
  terbuka = true;
  pasang(form);
  (document.getElementById("ringkasan-salah") ?? document.getElementById("utama")).focus();
  return true;
}

async function kirim(form, pilihan) {
  const isi = new FormData(form);
  isi.append("_tetap", "ya");
  let jawaban, teks;
  try {
    jawaban = await fetch(form.action, { method: "POST", body: isi });
    teks = await jawaban.text();
  } catch { return putus(form); }
  const ke = jawaban.headers.get("x-lanjut");
  if (ke) return location.assign(ke);
  if (jawaban.status === 422 && ganti(new DOMParser().parseFromString(teks, "text/html"), pilihan)) return undefined;
  // Anything else is told by the program's own page.
  return form.submit();
}

function pasang(form) {
  let jalan = false;
  form.addEventListener("submit", async (e) => {
    if (e.defaultPrevented) return;
    terbuka = false;
    const pilihan = [...form.querySelectorAll("input[type=file]")].filter((m) => m.files.length > 0);
    if (pilihan.length === 0) return;
    e.preventDefault();
    if (jalan) return;
    jalan = true;
    form.setAttribute("aria-busy", "true");
    await kirim(form, pilihan);
    jalan = false;
  });
}

for (const form of document.querySelectorAll("form[data-tetap-berkas]")) pasang(form);
