// A provider for single sign-on (npm `oidc-provider`, which passes the OpenID certification), on the loopback: it signs in whoever types a
// name, and says of them what the test wrote into `orang`.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CAKUPAN = 'openid profile email groups';

/** `{ penerbit, orang, env(alamat), berhenti }`: `orang` maps the name that is typed to claims, `env` are the settings of Prima. */
export async function mulaiPenyedia() {
  // It says on the console what a provider for the world should have; here that is noise.
  const { default: Provider } = await diam(() => import('oidc-provider'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const penerbit = `http://127.0.0.1:${server.address().port}`;
  const folder = await mkdtemp(join(tmpdir(), 'prima-e2e-sso-'));
  const kunci = join(folder, 'sso.pem');
  await writeFile(kunci, generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const milik = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey.export({ format: 'jwk' });
  const orang = new Map();
  let pasang = null;

  /** The program's address is known only once it starts. */
  const env = (alamat) => {
    pasang = diam(() => buat(Provider, { penerbit, orang, alamat, jwk: { ...milik, kid: randomUUID(), alg: 'ES512', use: 'sig' } }));
    pasang.then((p) => server.on('request', p.callback()));
    return {
      PRIMA_SSO__PENERBIT: penerbit,
      PRIMA_SSO__KLIEN: 'prima',
      PRIMA_SSO__KUNCI: kunci,
      PRIMA_SSO__NAMA: 'SSO Kabupaten',
      PRIMA_SSO__CAKUPAN: CAKUPAN,
    };
  };
  const berhenti = async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { penerbit, orang, env, berhenti };
}

async function diam(kerja) {
  const asli = [console.warn, console.info, console.error];
  console.warn = console.info = console.error = () => {};
  try {
    return await kerja();
  } finally {
    [console.warn, console.info, console.error] = asli;
  }
}

async function buat(Provider, { penerbit, orang, alamat, jwk }) {
  const sendiri = alamat.replace('localhost', '127.0.0.1');
  return new Provider(penerbit, {
    clients: [{
      client_id: 'prima',
      redirect_uris: [`${alamat}/masuk/sso/kembali`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES512',
      id_token_signed_response_alg: 'ES512',
      jwks_uri: `${sendiri}/masuk/sso/jwks.json`,
      backchannel_logout_uri: `${sendiri}/masuk/sso/keluar`,
      backchannel_logout_session_required: true,
    }],
    jwks: { keys: [jwk] },
    cookies: { keys: [randomUUID()] },
    enabledJWA: { clientAuthSigningAlgValues: ['ES512'], idTokenSigningAlgValues: ['ES512'] },
    features: { backchannelLogout: { enabled: true } },
    pkce: { required: () => true, methods: ['S256'] },
    scopes: CAKUPAN.split(' '),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    findAccount: (_, id) => orang.has(id) && { accountId: id, claims: () => ({ sub: id, ...orang.get(id) }) },
    // Nobody is asked for consent: the agency decided.
    loadExistingGrant: async (ctx) => {
      const hibah = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      hibah.addOIDCScope(CAKUPAN);
      await hibah.save();
      return hibah;
    },
  });
}
