// What a release is made of, as CycloneDX 1.6: `cargo metadata --format-version 1 --locked --filter-platform TARGET | node deploy/sbom.mjs`.
// Only what ends up in the program: normal and build dependencies of the crate `prima`, not those of tests.
import { createHash } from 'node:crypto'

const potongan = []
for await (const p of process.stdin) potongan.push(p)
const meta = JSON.parse(Buffer.concat(potongan).toString())
const paket = new Map(meta.packages.map(p => [p.id, p]))
const simpul = new Map(meta.resolve.nodes.map(n => [n.id, n]))
const akar = meta.packages.find(p => p.name === 'prima')
if (!akar) throw new Error('no crate `prima` in the metadata')

const kena = new Map()
const antre = [akar.id]
while (antre.length > 0) {
  const id = antre.pop()
  if (kena.has(id)) continue
  const ke = simpul.get(id).deps.filter(d => d.dep_kinds.some(k => k.kind !== 'dev')).map(d => d.pkg)
  kena.set(id, ke)
  antre.push(...ke)
}

const purl = p => `pkg:cargo/${p.name}@${p.version}`
const rujukan = p => (p.source ? purl(p) : `prima:${p.name}@${p.version}`)
const komponen = id => {
  const p = paket.get(id)
  const k = { type: 'library', 'bom-ref': rujukan(p), name: p.name, version: p.version }
  if (p.source) k.purl = purl(p)
  if (p.license) k.licenses = [{ expression: p.license.replaceAll('/', ' OR ').replaceAll(/\s+/g, ' ') }]
  if (p.repository) k.externalReferences = [{ type: 'vcs', url: p.repository }]
  return k
}
const urut = [...kena.keys()].filter(id => id !== akar.id).map(komponen).sort((a, b) => a['bom-ref'].localeCompare(b['bom-ref'], 'en'))
const tanpa = urut.filter(k => !k.licenses).map(k => k.name)
if (tanpa.length > 0) throw new Error(`no licence is stated by ${tanpa.join(', ')}`)

const isi = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { ...komponen(akar.id), type: 'application' } },
  components: urut,
  dependencies: [...kena].map(([id, ke]) => ({ ref: rujukan(paket.get(id)), dependsOn: [...new Set(ke.map(k => rujukan(paket.get(k))))].sort() }))
    .sort((a, b) => a.ref.localeCompare(b.ref, 'en')),
}
// The same tree gives the same number: no clock and no chance in it.
const s = createHash('sha256').update(JSON.stringify(isi)).digest('hex')
isi.serialNumber = `urn:uuid:${s.slice(0, 8)}-${s.slice(8, 12)}-5${s.slice(13, 16)}-8${s.slice(17, 20)}-${s.slice(20, 32)}`
process.stdout.write(JSON.stringify(isi, null, 1) + '\n')
