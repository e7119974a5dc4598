// The accounts of the example, read from what `prima demo` prints, as a newcomer does.

/** All accounts: `{ surel, sandi }`. */
export function akunContoh(keluaran) {
  const sandi = keluaran.match(/sandi semuanya: (\S+?)\)/)?.[1];
  if (!sandi) throw new Error(`no password in the output of prima demo:\n${keluaran}`);
  return [...keluaran.matchAll(/^\s+(\S+@contoh\.id)\s/gm)].map(([, surel]) => ({ surel, sandi }));
}

/** The account with this name before the @: `akun(t, 'kepala.rsud')`. */
export function akun(t, nama) {
  const ketemu = akunContoh(t.prima.keluaran()).find(({ surel }) => surel === `${nama}@contoh.id`);
  if (!ketemu) throw new Error(`no account ${nama}@contoh.id in the example`);
  return ketemu;
}
