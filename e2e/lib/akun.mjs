// Logging in and out by the screens, as a person does.

/** Fills the login page and waits until it has been left. */
export async function masuk(page, surel, sandi) {
  await page.goto('/masuk');
  await page.locator('#surel').fill(surel);
  await page.locator('#sandi').fill(sandi);
  await page.locator('form:has(#sandi) button').click();
  await page.waitForURL((url) => url.pathname !== '/masuk').catch(async () => {
    const pesan = await page.locator('main').innerText().catch(() => '');
    throw new Error(`login as ${surel} stayed on the login page:\n${pesan}`);
  });
}
