mod bahasa;
mod profil;
