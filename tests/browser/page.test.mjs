// The report page as a reader uses it.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';

import {hostileReplies} from './sample.mjs';
import {openBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

// Runs `act` on a page of `name`; nothing may go wrong on it, and nothing may be asked of the network.
function onPage(title, name, act, settings) {
  test(title, async () => {
    const opened = await browser.open(name, settings);
    await act(opened.page);
    assert.deepEqual(opened.faults, []);
    await opened.page.context().close();
  });
}

const firstRow = (page) => page.locator('.grid-body [aria-rowindex="2"]');
const shownIds = (page) => page.locator('.grid-body .case a').allTextContents();
const hashOf = (page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

onPage('three questions are answered at the top', 'large', async (page) => {
  const cards = (await page.locator('.card').allInnerTexts()).map((card) => card.replace(/\n+/g, '\n'));
  assert.match(
      cards[0], /^Since version 2\n−3\.\d points\nworse by pass rate .*\n\d+ lost, .*\nShow the lost cases$/);
  assert.match(cards[1], /^Pass rate\n9\d\.\d%\n95% interval 9/);
  assert.match(cards[2], /^Cost at 10,000 a day\n\$0\.\d+ a day\n95% interval .*\n.* a month, .* a conversation$/);
  assert.match(cards[3], /slowest: case-612, timed out after 30\.0 s/);
});

onPage('the cause of what was lost leads to a case', 'large', async (page) => {
  const cause =
      page.getByRole('table', {name: 'What the lost and the worse cases fail now'}).locator('tbody tr').first();
  assert.match(await cause.innerText(), /^icontains\s+(\d+) of \1\s+case-\d+\s+the reply does not hold/);
  await cause.getByRole('link').click();
  assert.ok(await page.getByRole('dialog').isVisible());
});

onPage('replies that would do harm are inert and are shown', 'small', async (page) => {
  for (const id of Object.keys(hostileReplies)) {
    await page.evaluate((name) => {
      location.hash = `case=${encodeURIComponent(name)}`;
    }, id);
    await page.locator('#panel-title', {hasText: id}).waitFor();
    assert.equal(await page.title(), 'a <report>');
  }
  await page.goto(`${page.url().split('#')[0]}#case=turns-the-text`);
  const reply = await page.locator('.replies pre').last().innerText();
  assert.equal(
      reply,
      'balance ⟦U+202E⟧000,1⟦U+202C⟧ euro ⟦U+2066⟧isolated⟦U+2069⟧ ' +
          '⟦U+200B⟧no width, tag ⟦U+E0041⟧, half ⟦U+D800⟧ and ⟦U+DC00⟧');
  assert.equal(await page.locator('img, iframe, object').count(), 0);
});

test('the source of a page holds no reply as markup, and its policy allows no script but its own', async () => {
  const source = readFileSync(browser.pageOf('small'), 'utf8');
  const data = source.slice(source.indexOf('id="report">'));
  assert.equal(data.indexOf('<', 12), data.indexOf('</script>\n</body>'));
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(source)[1];
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.match(
      policy,
      /^default-src 'none'; script-src 'sha256-[^;]*; style-src 'sha256-[^;]*; img-src data:; base-uri 'none'; form-/);
  assert.match(source, /Chart\.js v[\s\S]{0,120}MIT License/);
});

test('a script that got into a page would not run', async () => {
  const {page, faults} = await browser.open('small');
  await page
      .evaluate(() => {
        const element = document.createElement('script');
        element.append('document.title = "owned"');
        document.body.append(element);
      })
      .catch(() => null);
  await page
      .evaluate(() => {
        document.body.innerHTML = '<p>';
      })
      .catch(() => null);
  assert.equal(await page.title(), 'a <report>');
  assert.ok(faults.length > 0);
});

onPage('a search, filters and their link', 'large', async (page) => {
  await page.getByLabel('Search names').fill('case-12 delivery');
  await page.waitForFunction(() => /^\d+ of 10,000 cases$/.test(document.querySelector('.list-line p').textContent));
  assert.ok((await shownIds(page)).every((id) => id.startsWith('case-12')));
  await page.getByLabel('Verdict', {exact: true}).selectOption('failed');
  await page.getByLabel('Change', {exact: true}).selectOption('lost');
  assert.deepEqual([...hashOf(page)], [['q', 'case-12 delivery'], ['verdict', 'failed'], ['change', 'lost']]);
  const shown = await shownIds(page);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await firstRow(page).waitFor();
  assert.deepEqual(await shownIds(page), shown);
  assert.ok(
      await page.locator('#cases-title').evaluate((title) => title.getBoundingClientRect().top < innerHeight / 2));
  await page.getByRole('button', {name: 'Clear filters'}).click();
  assert.equal(await page.locator('.list-line p').innerText(), '10,000 of 10,000 cases');
  assert.equal(await page.getByLabel('Search names').inputValue(), '');
});

onPage('every column sorts, both ways', 'large', async (page) => {
  const head = (name) => page.getByRole('grid').getByRole('columnheader', {name});
  await head('Latency').getByRole('button').click();
  assert.equal(await head('Latency').getAttribute('aria-sort'), 'descending');
  assert.match(await firstRow(page).innerText(), /timed out/);
  for (const name of ['Case', 'Score', 'Cost', 'Tokens', 'Reason or reply', 'Verdict']) {
    await head(name).getByRole('button').click();
    const first = await firstRow(page).innerText();
    const order = await head(name).getAttribute('aria-sort');
    await head(name).getByRole('button').click();
    assert.notEqual(await head(name).getAttribute('aria-sort'), order);
    assert.notEqual(await firstRow(page).innerText(), first);
  }
});

onPage('the keyboard moves through the table and opens a case', 'large', async (page) => {
  await firstRow(page).focus();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-rowindex'));
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), '3');
  await page.keyboard.press('End');
  assert.equal(await focused(), '10001');
  await page.keyboard.press('PageUp');
  assert.ok(Number(await focused()) < 10000);
  await page.keyboard.press('Home');
  assert.equal(await focused(), '2');
  const name = await firstRow(page).locator('a').innerText();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#panel-title').innerText(), name);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !location.hash.includes('case='));
  assert.equal(await focused(), '2');
});

onPage('a link opens its case, and the back button leaves it', 'small', async (page) => {
  assert.equal(await page.locator('#panel-title').innerText(), 'turns-the-text');
  await page.getByRole('button', {name: 'Close'}).click();
  await page.waitForFunction(() => !location.hash.includes('case='));
  await page.getByRole('grid').getByRole('row', {name: /is-long/}).click();
  assert.equal(hashOf(page).get('case'), 'is-long');
  await page.getByRole('button', {name: 'Next →'}).click();
  assert.notEqual(hashOf(page).get('case'), 'is-long');
  await page.goBack();
  await page.locator('#panel').waitFor({state: 'hidden'});
  await page.goForward();
  await page.locator('#panel').waitFor();
}, {hash: '#case=turns-the-text&run=run-3'});

onPage('a link to an earlier run shows that run, and one to no case says so', 'small', async (page) => {
  assert.match(await page.locator('h1').innerText(), /version 2/);
  assert.equal(await page.locator('#panel-title').innerText(), 'No such case');
  await page.getByRole('button', {name: 'Close'}).click();
  assert.equal(await page.locator('#changes').count(), 0);
  await page.getByLabel('Run', {exact: true}).selectOption('run-3');
  assert.match(await page.locator('h1').innerText(), /version 3/);
  assert.equal(await page.locator('#changes').count(), 1);
}, {hash: '#run=run-2&case=nothing'});

onPage('replies of two versions stand beside each other', 'large', async (page) => {
  await page.getByRole('link', {name: 'Show the lost cases'}).click();
  await firstRow(page).click();
  assert.deepEqual(await page.locator('.replies h3').allTextContents(), ['version 2', 'version 3']);
  assert.ok(await page.locator('.replies del').count() > 0);
  assert.ok(await page.locator('.replies ins').count() > 0);
  await page.getByLabel('Compare the reply with').selectOption('');
  assert.equal(await page.locator('.replies pre').count(), 1);
});

onPage('a long reply is cut until all of it is asked for', 'small', async (page) => {
  assert.ok((await page.locator('.replies pre').first().innerText()).length <= 20000);
  await page.getByRole('button', {name: /^Show all 1\d\d,\d+ characters$/}).click();
  assert.ok((await page.locator('.replies pre').first().innerText()).length > 100000);
}, {hash: '#case=is-long'});

onPage('each repeat of a case can be looked at', 'repeated', async (page) => {
  assert.equal(await page.locator('#changes').count(), 0);
  await page.locator('#by-mark').selectOption('flaky');
  assert.deepEqual(await shownIds(page), ['case-5', 'case-1', 'case-3']);
  await firstRow(page).click();
  const shown = () => page.locator('.replies pre').innerText();
  const failing = await shown();
  assert.deepEqual(await page.locator('.repeats button').allInnerTexts(), ['1 ✓ passed', '2 ✗ failed', '3 ✓ passed']);
  await page.getByRole('button', {name: '1 ✓ passed'}).click();
  assert.notEqual(await shown(), failing);
  assert.equal(await page.getByRole('button', {name: '1 ✓ passed'}).getAttribute('aria-pressed'), 'true');
});

onPage('a projection is exact', 'large', async (page) => {
  const mean = await page.evaluate(
      () => JSON.parse(document.getElementById('report').textContent).runs.at(-1).cost.per_case_usd.mean);
  const row = page.locator('#projection tbody tr').first().locator('td span');
  await page.getByRole('spinbutton', {name: 'Conversations a day'}).fill('123457');
  const expected = BigInt(mean.replace('.', '')) * 123457n;
  assert.equal(await row.nth(1).getAttribute('title'), `$${decimalOf(expected, mean.split('.')[1].length)}`);
  await page.getByRole('spinbutton', {name: 'Conversations a day'}).fill('-3');
  assert.match(await page.locator('#projection caption').innerText(), /123,457/);
});

function decimalOf(number, places) {
  const digits = number.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places).replace(/0+$/, '').padEnd(2, '0')}`;
}

onPage('an empty document is a page, too', 'bare', async (page) => {
  assert.equal(await page.locator('.list-line p').innerText(), '0 of 0 cases');
  assert.deepEqual(
      await page.locator('main h2').allTextContents(),
      ['Summary', 'Quality', 'Cost', 'Latency', 'Cases', 'How it was measured']);
});

test('a document that is no report says so', async () => {
  const {page, faults} = await browser.open('broken');
  assert.match(await page.getByRole('alert').innerText(), /^This report can’t be shown: /);
  assert.equal(faults.length, 1);
});
