// node bare.mjs PAGE.html...
// Served under a policy that allows neither script nor inline style, with script off: the page has its one first
// heading and its text, and every link inside it has a target.
import http from 'http';
import { readFileSync } from 'fs';
import { launch } from './browser.mjs';

// The shortest page there is, an index of one working paper, has 491 characters.
const LEAST = 400;
const POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";
const browser = await launch();
let faults = 0;
for (const file of process.argv.slice(2)) {
  const html = readFileSync(file);
  const server = http.createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', POLICY);
    response.end(html);
  });
  await new Promise(started => server.listen(0, '127.0.0.1', started));
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const text = await page.locator('body').innerText();
  const links = await page.locator('a[href^="#"]').evaluateAll(all => all.map(a => a.getAttribute('href').slice(1)));
  const ids = new Set(await page.locator('[id]').evaluateAll(all => all.map(e => e.id)));
  const dead = [...new Set(links)].filter(link => !ids.has(link));
  const first = await page.locator('h1').count();
  console.log(`${file}: ${text.length} characters, ${first} first heading, ${links.length} links, ${dead.length} dead`);
  if (dead.length) console.log('  ', dead.slice(0, 5).join(' '));
  if (text.length < LEAST) console.log(`  a page of less than ${LEAST} characters`);
  if (dead.length || first !== 1 || text.length < LEAST) faults++;
  server.close();
}
await browser.close();
process.exit(faults ? 1 : 0);
