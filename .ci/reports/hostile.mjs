// node hostile.mjs CALM.html PAGE.html...
// Pages whose every text begins with a hostile string: nothing runs, nothing is asked of any host, no element or
// attribute appears that the calm page does not have, and the page still reads from left to right.
import http from 'http';
import { readFileSync } from 'fs';
import { pathToFileURL } from 'url';
import { launch } from './browser.mjs';

// A trap for whoever calls home: a page may name its port or not, nobody may come.
let callers = 0;
const trap = http.createServer((request, response) => { callers++; response.end(); });
await new Promise(started => trap.listen(80, '127.0.0.1', started).on('error', () => trap.listen(0, '127.0.0.1', started)));

const [calm, ...files] = process.argv.slice(2);
const shape = () => {
  const count = {};
  for (const element of document.querySelectorAll('*')) {
    count[element.localName] = (count[element.localName] ?? 0) + 1;
    for (const { name } of element.attributes) {
      const key = `@${name}`;
      count[key] = (count[key] ?? 0) + 1;
    }
  }
  const links = [...document.querySelectorAll('[href],[src],[action],[data]')]
    .map(e => e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action') ?? e.getAttribute('data'));
  return {
    count: JSON.stringify(Object.entries(count).sort()),
    outside: links.filter(link => !link.startsWith('#')),
    ran: 'ran' in window,
    direction: getComputedStyle(document.body).direction,
  };
};

const browser = await launch();
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();
let url;
let seen;
page.on('dialog', dialog => { seen.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
page.on('pageerror', error => seen.push(String(error)));
page.on('console', message => seen.push(`console ${message.text()}`));
page.on('popup', () => seen.push('a window opened'));
page.on('request', request => request.url() === url || seen.push(`request ${request.url()}`));
async function look(file) {
  seen = [];
  url = pathToFileURL(file).href;
  await page.goto(url);
  const found = await page.evaluate(shape);
  return { ...found, seen };
}

const expected = await look(calm);
let faults = expected.ran || expected.seen.length ? 1 : 0;
for (const file of files) {
  const found = await look(file);
  const wrong = [...found.seen, ...found.outside.map(link => `link ${link}`)];
  if (found.ran) wrong.push('script ran');
  if (found.count !== expected.count) wrong.push('elements or attributes differ');
  if (found.direction !== 'ltr') wrong.push('turned around');
  if (wrong.length) {
    console.log(`${file}: ${wrong.slice(0, 5).join('; ')}`);
    faults++;
  }
}
await browser.close();
trap.close();
console.log(`${files.length} pages, ${faults} with active content, ${callers} requests trapped`);
process.exit(faults || callers || !files.length ? 1 : 0);
