import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const G='/tmp/daur14-g'; import fs from 'node:fs'; fs.mkdirSync(G,{recursive:true});
async function masuk(A, surel, sandi) {
  const c = await b.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' });
  const p = await c.newPage(); await p.goto(A + '/masuk');
  await p.fill('[name=surel]', surel); await p.fill('[name=sandi]', sandi); await p.click('main button[type=submit], main form button'); await p.waitForLoadState();
  return { p, A, async lihat(j, n) { const r = await p.goto(A + j); console.log(n, j, r.status()); for (const [w,h] of [[1280,900],[360,740]]) { await p.setViewportSize({width:w,height:h}); await p.screenshot({ path: `${G}/${n}-${w}.png`, fullPage: true }); } await p.setViewportSize({width:1280,height:900}); return (await p.textContent('main')).replace(/\s+/g,' '); } };
}

const A='http://127.0.0.1:27141', W='contoh-prima-2023';
const o = await masuk(A,'organisasi@contoh.id',W);
await o.lihat('/', 'd-org');
await o.p.goto(A+'/periode'); const ps = await o.p.locator('main a[href^="/periode/"]').evaluateAll(x=>x.map(e=>[e.getAttribute('href'),e.textContent.trim()]));
console.log(ps);
const p24 = ps.find(x=>/2024/.test(x[1]))[0];
await o.p.goto(A+p24); const ls = await o.p.locator('main table a[href^="/lokus/"]').evaluateAll(x=>x.map(e=>[e.getAttribute('href'),e.textContent.trim()])); console.log(ls);
const rsud = ls.find(x=>/RSUD|Rumah Sakit/i.test(x[1]))[0];
console.log((await o.lihat(rsud+'/f02/lapangan','d-lapangan')).slice(0,400));
const s = await masuk(A,'sekda@contoh.id',W);
console.log((await s.lihat(rsud+'/f02/lapangan','d-lapangan-sekda')).slice(0,400));
await s.p.goto(A+p24+'/evaluator');
const ak = await s.p.locator('a[href*="/akhir"]').evaluateAll(x=>x.map(e=>[e.getAttribute('href'),e.closest('tr,li,article')?.textContent.replace(/\s+/g,' ').slice(0,160)])); console.log(ak);
const tgt = process.env.TGT || ak.find(x=>/Lia|evaluator2/i.test(x[1]))?.[0];
console.log('end', tgt);
if (tgt) { await s.p.goto(A+tgt); await s.p.fill('[name=alasan]','Pindah tugas'); await s.p.locator('main form button').first().click(); await s.p.waitForLoadState(); console.log(s.p.url()); }
const e = await masuk(A,'evaluator2@contoh.id',W);
console.log((await e.lihat('/pemberitahuan','d-kabar')).slice(0,500));
const j = await e.p.locator('a[href*="lembar-saya"]').first().getAttribute('href').catch(()=>null);
if (j) console.log((await e.lihat(j,'d-lembar')).slice(0,500));
// own publication
const n = await masuk(A,'nasional@contoh.id',W);
await n.p.goto(A+'/hasil'); const hs = await n.p.locator('a[href^="/hasil/"]').evaluateAll(x=>x.map(e=>e.getAttribute('href'))); console.log(hs.slice(0,8));
const r = await n.p.request.get(A+'/hasil/64.08-2023-mandiri/terbitan/1'); console.log('zip', r.status(), (await r.body()).length);
fs.writeFileSync('/tmp/daur14-g/x.zip', await r.body());
await n.p.goto(A+'/diterima'); await n.p.setInputFiles('[name=berkas]','/tmp/daur14-g/x.zip'); await n.p.locator('form[enctype] button').click(); await n.p.waitForLoadState(); console.log((await n.p.textContent('main')).replace(/\s+/g,' ').slice(0,500)); await n.p.screenshot({path:G+'/d-diterima-1280.png',fullPage:true});
const vs = await n.p.locator('a[href^="/diterima/"]').evaluateAll(x=>x.map(e=>e.getAttribute('href'))); console.log(vs);
for (const v of vs) { const t = await n.lihat(v,'d-satu-'+vs.indexOf(v)); console.log(t.match(/Putusan.{0,120}/)?.[0], /Penarikan tidak dapat/.test(t)); }
// two close
const o2p = await b.newContext({viewport:{width:1280,height:900}}); await o2p.addCookies(await o.p.context().cookies());
const f = p24+'/fase/persiapan'; await o.p.goto(A+f); console.log(await o.p.locator('h1').textContent());
const q = await o2p.newPage(); await q.goto(A+f); await q.fill('[name=alasan]','Catatan kedua yang berbeda');
await o.p.fill('[name=alasan]','Semua siap'); await o.p.locator('[name=_aksi][value=tutup]').click(); await o.p.waitForLoadState(); console.log(o.p.url());
await q.locator('[name=_aksi][value=tutup]').click(); await q.waitForLoadState(); console.log((await q.textContent('main')).replace(/\s+/g,' ').slice(0,400)); await q.screenshot({path:G+'/d-tutup-1280.png',fullPage:true}); await q.setViewportSize({width:360,height:740}); await q.screenshot({path:G+'/d-tutup-360.png',fullPage:true});
const a = await masuk(A,'admin@contoh.id',W);
await a.p.goto(A+'/admin/kunci'); console.log('name', await a.p.inputValue('[name=pemilik]')); await a.p.fill('[name=nama]','Kab'); await a.p.fill('[name=publik]','zz'); await a.p.fill('[name=sidik]','0000000000000000'); await a.p.fill('[name=catatan]','x'); await a.p.locator('form[action="/admin/kunci"] button').first().click(); await a.p.waitForLoadState(); console.log(a.p.url(), 'name', await a.p.inputValue('[name=pemilik]').catch(e=>'no field'));
await b.close();
