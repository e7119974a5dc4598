// Files to upload: small valid ones made here, so that no binary lies in the repository.

/** A PDF of one page with a line of text; `bita` fills it up to about that size. */
export function pdf(teks, bita = 0) {
  const isi = `BT /F1 18 Tf 60 760 Td (${teks.replace(/[()\\]/g, ' ')}) Tj ET`;
  const pengisi = 'x'.repeat(Math.max(0, bita - 900));
  const objek = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${isi.length} >>\nstream\n${isi}\nendstream`,
    `<< /Length ${pengisi.length} >>\nstream\n${pengisi}\nendstream`,
  ];
  let teksPdf = '%PDF-1.4\n';
  const letak = objek.map((satu, i) => {
    const mulai = teksPdf.length;
    teksPdf += `${i + 1} 0 obj\n${satu}\nendobj\n`;
    return mulai;
  });
  const xref = teksPdf.length;
  const baris = letak.map((l) => `${String(l).padStart(10, '0')} 00000 n \n`).join('');
  teksPdf += `xref\n0 ${objek.length + 1}\n0000000000 65535 f \n${baris}`;
  teksPdf += `trailer << /Size ${objek.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(teksPdf, 'latin1');
}

/** For `setInputFiles`: a PDF with a name. */
export const berkasPdf = (name, bita) => ({ name, mimeType: 'application/pdf', buffer: pdf(name, bita) });
