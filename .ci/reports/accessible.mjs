// node accessible.mjs PAGE.html...
// No violation of WCAG 2.0 to 2.2 A and AA or of axe's best practice, in light, dark and print, at 1280 and 360 pixels;
// no error in the console, no request, no scrolling sideways.
import { readFileSync } from 'fs';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';
import { launch } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [];
for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }]) {
  for (const width of [1280, 360]) looks.push({ media, width });
}

const browser = await launch();
let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const { media, width } of looks) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, offline: true });
    const page = await context.newPage();
    const errors = [];
    const requests = [];
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', error => errors.push(String(error)));
    page.on('request', request => /^(file|data):/.test(request.url()) || requests.push(request.url()));
    await page.emulateMedia(media);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    // Without preload axe does not fetch style sheets once more, which no page on a disk may do; only an experimental
    // rule would need it.
    const found = await page.evaluate(runOnly => axe.run(document, { runOnly, preload: false }), rules);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    const wrong = found.violations.length + errors.length + requests.length + (sideways ? 1 : 0);
    console.log(`${file} ${JSON.stringify(media)} ${width} px: ${found.passes.length} rules hold, ${wrong} faults`);
    found.violations.forEach(v => console.log('  ', v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 120)));
    [...errors, ...requests].forEach(text => console.log('  ', text));
    if (sideways) console.log('   scrolls sideways');
    faults += wrong;
    await context.close();
  }
}
await browser.close();
process.exit(faults ? 1 : 0);
