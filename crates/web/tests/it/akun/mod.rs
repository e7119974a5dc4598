mod bahasa;
