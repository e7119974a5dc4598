// Passkeys: a form that carries what a device says. It is shown where the browser has passkeys; what is asked comes from the program, and
// the answer goes back as an ordinary form.

const keBita = (teks) => Uint8Array.from(atob(teks.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const keTeks = (bita) => btoa(Array.from(new Uint8Array(bita), (b) => String.fromCharCode(b)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const kredensial = (k) => ({ ...k, id: keBita(k.id) });

async function tanya(form) {
  const isi = new URLSearchParams({ guna: form.dataset.guna ?? "masuk" });
  const jawab = await fetch(form.dataset.kunciSandi, { method: "POST", body: isi, headers: { accept: "application/json" } });
  const { ke, publicKey: p } = await jawab.json();
  if (ke) { location.assign(ke); return null; }
  p.challenge = keBita(p.challenge);
  if (p.allowCredentials) p.allowCredentials = p.allowCredentials.map(kredensial);
  if (p.excludeCredentials) p.excludeCredentials = p.excludeCredentials.map(kredensial);
  if (!p.user) return navigator.credentials.get({ publicKey: p });
  p.user.id = keBita(p.user.id);
  return navigator.credentials.create({ publicKey: p });
}

function isi(form, k) {
  const r = k.response;
  const medan = r.attestationObject
    ? { klien: r.clientDataJSON, objek: r.attestationObject }
    : { kredensial: k.rawId, klien: r.clientDataJSON, alat: r.authenticatorData, tanda: r.signature, pengguna: r.userHandle ?? [] };
  for (const [nama, nilai] of Object.entries(medan)) form.elements[`ks-${nama}`].value = keTeks(nilai);
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const el of document.querySelectorAll("[data-ks-perlu]")) el.hidden = false;
  for (const el of document.querySelectorAll("[data-ks-tanpa]")) el.hidden = true;
  for (const form of document.querySelectorAll("form[data-kunci-sandi]")) {
    form.hidden = false;
    form.addEventListener("submit", async (e) => {
      e.preventDefault();
      const gagal = form.querySelector("[data-gagal]");
      const terdaftar = form.querySelector("[data-terdaftar]");
      for (const el of [gagal, terdaftar]) if (el) el.hidden = true;
      try {
        const k = await tanya(form);
        if (!k) return;
        isi(form, k);
        form.submit();
      } catch (salah) {
        // The device holds a passkey of this account already. Else: cancelled, no passkey of this place, or no answer: the person may try
        // again or take another way.
        (salah.name === "InvalidStateError" && terdaftar ? terdaftar : gagal).hidden = false;
      }
    });
  }
}
