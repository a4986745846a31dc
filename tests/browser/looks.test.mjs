// The report page for every reader: colours, sizes, paper, assistive technology, and many cases.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';

import {openBrowser} from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const mostRows = 200;    // elements of rows in the page
const longest = 10_000;  // milliseconds until a page of 10,000 cases is there: far beyond what it takes anywhere

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

async function drawCharts(page) {
  for (const canvas of await page.locator('canvas').all()) {
    await canvas.scrollIntoViewIfNeeded();
  }
}

// What axe-core holds to be serious or critical.
async function findings(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => globalThis.axe.run());
  return violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
      .map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const hash of ['', '#case=turns-the-text']) {
    test(`axe-core finds nothing serious: ${colorScheme}${hash && ', an open case'}`, async () => {
      const {page} = await browser.open('small', {hash, colorScheme, bypassCSP: true});
      await drawCharts(page);
      assert.deepEqual(await findings(page), []);
      await page.context().close();
    });
  }
}

test('colours follow the system until the reader chooses', async () => {
  const {page, faults} = await browser.open('small', {colorScheme: 'dark'});
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await background(), 'rgb(13, 17, 23)');
  await page.getByRole('button', {name: 'Colours: auto'}).click();
  assert.equal(await background(), 'rgb(255, 255, 255)');
  await page.reload();
  assert.equal(await background(), 'rgb(255, 255, 255)');
  assert.deepEqual(faults, []);
});

test('charts are drawn when they come into sight, in the colours of the page', async () => {
  const {page, faults} = await browser.open('small');
  const drawn = () =>
      page.evaluate(() => [...document.querySelectorAll('canvas')].filter((one) => Chart.getChart(one)).length);
  const all = await page.locator('canvas').count();
  assert.ok(await drawn() < all);
  await drawCharts(page);
  await page.waitForFunction(
      (count) => [...document.querySelectorAll('canvas')].filter((one) => Chart.getChart(one)).length === count, all);
  const axis = () => page.evaluate(() => Chart.getChart(document.querySelector('canvas')).options.color);
  const light = await axis();
  await page.getByRole('button', {name: 'Colours: auto'}).click();
  await page.getByRole('button', {name: 'Colours: light'}).click();
  assert.notEqual(await axis(), light);
  assert.deepEqual(faults, []);
});

for (const hash of ['', '#case=is-long']) {
  test(`a phone 360 pixels wide needs no sideways scrolling${hash && ', with an open case'}`, async () => {
    const {page, faults} = await browser.open('small', {hash, viewport: {width: 360, height: 740}});
    await drawCharts(page);
    const widths = await page.evaluate(
        () => [document.documentElement, document.getElementById('panel')].map((one) => one.scrollWidth - innerWidth));
    assert.ok(widths.every((beyond) => beyond <= 0), String(widths));
    await page.locator('#by-sort').waitFor({state: 'attached'});
    assert.deepEqual(faults, []);
  });
}

test('on paper the charts are there and the table has its first rows', async () => {
  const {page, faults} = await browser.open('large', {colorScheme: 'dark'});
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  await page.locator('.paper tbody tr').first().waitFor();
  assert.equal(await page.locator('.paper tbody tr').count(), 50);
  assert.match(await page.locator('.paper p').innerText(), /^9,950 more cases/);
  assert.equal(await page.locator('.grid').isVisible(), false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(
      await page.evaluate(() => [...document.querySelectorAll('canvas')].every((one) => Chart.getChart(one))), true);
  assert.deepEqual(faults, []);
});

test('ten thousand cases open fast and stay few in the page', async () => {
  const {page, faults, milliseconds} = await browser.open('large');
  await page.locator('.grid-body [aria-rowindex="2"]').waitFor();
  const {ready, sorted, found} = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const taken = async (act) => {
      const start = performance.now();
      act();
      await frame();
      return Math.round(performance.now() - start);
    };
    const search = document.getElementById('by-q');
    return {
      ready: Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd),
      sorted: await taken(() => document.querySelector('.grid-head .cost button').click()),
      found: await taken(() => {
        search.value = 'refund monday';
        search.dispatchEvent(new Event('input', {bubbles: true}));
      })
    };
  });
  await page.waitForFunction(() => location.hash.includes('refund'));
  await page.getByRole('button', {name: 'Clear filters'}).click();
  let most = 0;
  for (let at = 0; at <= 20; ++at) {
    most = Math.max(most, await page.evaluate((share) => {
      const grid = document.querySelector('.grid');
      grid.scrollTop = share * grid.scrollHeight;
      return new Promise(
          (done) => requestAnimationFrame(
              () => requestAnimationFrame(() => done(document.querySelectorAll('.grid-body .grid-row').length))));
    }, at / 20));
  }
  console.log(
      `10,000 cases in 3 versions: ready ${ready} ms after navigation, seen from outside ${
          Math.round(milliseconds)} ms, ` +
      `sorted in ${sorted} ms, first search begun in ${found} ms, at most ${most} rows in the page`);
  assert.ok(most < mostRows, String(most));
  assert.ok(ready < longest, String(ready));
  assert.deepEqual(faults, []);
});
