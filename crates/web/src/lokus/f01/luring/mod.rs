//! `/lokus/{lokus}/f01/luring`: F01 without a line. The form leaves as one HTML file that needs nothing else; what it saves comes
//! back as one file of answers and evidence, is checked like anything typed or uploaded here, and is signed by nobody.

mod berkas;
mod bundel;
mod masuk;

use crate::rute::Daftar;

pub fn rute(d: &mut Daftar) {
    masuk::rute(d);
    berkas::rute(d);
}
