#!/usr/bin/env node
// Stands in for the program: takes the same arguments, serves one page, or dies when told to.

import { createServer } from 'node:http';

const [perintah, ...argumen] = process.argv.slice(2);
const nilai = (nama) => argumen[argumen.indexOf(nama) + 1];
if (perintah === 'mati') {
  console.error('data directory is on fire');
  process.exit(1);
}
const [host, port] = nilai('--listen').split(':');
console.log(`Akun: admin@contoh.go.id (data di ${nilai('--data')})`);
// The header tells that it is the program, not whoever else has the port.
const kepala = { 'content-security-policy': "default-src 'none'" };
createServer((_, jawab) => jawab.writeHead(200, kepala).end('siap')).listen(Number(port), host);
