// The whole evaluation from the screens alone, each step by the right person in an account of their own. The steps are in
// `rantai/`, in order; they build on one another and share one program.

import { mulaiPrima } from '../lib/prima.mjs';
import { peladen, rantai } from '../lib/uji.mjs';

import './rantai/01-periode.mjs';
import './rantai/02-sk.mjs';
import './rantai/03-f01.mjs';
import './rantai/04-bukti.mjs';
import './rantai/05-kirim.mjs';
import './rantai/06-f02.mjs';
import './rantai/07-f03.mjs';
import './rantai/08-hasil.mjs';
import './rantai/09-berita-acara.mjs';
import './rantai/10-lhe.mjs';
import './rantai/11-terbit.mjs';

// By a name: browsers have no passkeys for a number, and minutes are signed with one.
peladen(({ catatan }) => mulaiPrima({ perintah: 'demo', nama: 'localhost', catatan }));
rantai();
