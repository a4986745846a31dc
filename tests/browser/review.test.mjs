// `promptctl review --web` in a real browser: rating by keys, on a narrow screen, without a fault of access or of
// safety.

import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const promptctl = process.env.PROMPTCTL ?? join(root, 'build/dev/promptctl');
const axe = createRequire(import.meta.url).resolve('axe-core');
const hostile = '<img src=x onerror="document.title=1"></pre><script>document.title=2</script> It will come.';

let folder;
let server;
let address;
let browser;

function write(path, text) {
  mkdirSync(join(folder, path, '..'), {recursive: true});
  writeFileSync(join(folder, path), text);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'promptctl-review-'));
  write('prompts/p.prompt', '---\nmodel: openai/m\ninput: {schema: {q: string}}\n---\n{{q}}\n');
  write('golden/p/suite.yaml', 'prompt: p\ncases: cases.jsonl\nassert: [{type: contains, value: come}]\n');
  write(
      'golden/p/cases.jsonl',
      ['a', 'b'].map((id) => JSON.stringify({id, vars: {q: `Where is ${id}?`}, output: hostile})).join('\n') + '\n');
  write(
      'golden/p/review.yaml',
      'questions:\n  - {id: helpful, ask: "Would you send it?", answers: ["yes", "no"]}\n' +
          '  - {id: fix, ask: "Write a better one", text: true, required: false}\n');
  assert.equal(spawnSync(promptctl, ['-C', folder, '-q', 'eval']).status, 0);
  server = spawn(promptctl, ['-C', folder, 'review', '--web', '--rater', 'ada']);
  address = await new Promise((resolve) => server.stdout.on('data', (text) => resolve(String(text).split(' ')[0])));
  browser = await chromium.launch(
      {executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--headless=new']});
});

after(async () => {
  await browser.close();
  server.kill('SIGINT');
  rmSync(folder, {recursive: true});
});

const labels = () => readFileSync(join(folder, 'golden/p/labels/ada.jsonl'), 'utf8').trim().split('\n').map(JSON.parse);

test('a reply is rated by keys, written down at once, and taken back', async () => {
  const page = await (await browser.newContext({viewport: {width: 360, height: 640}})).newPage();
  const faults = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address);
  assert.match(await page.title(), /1 of 4/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme: scheme});
    await page.addScriptTag({path: axe});
    const {violations} = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map((one) => one.id), []);
  }
  await page.keyboard.press('1');
  await page.waitForFunction(() => document.title.includes('2 of 4'));
  assert.deepEqual(labels().map((one) => one.answer), ['yes']);
  await page.keyboard.type('Dear 1 u s customer');  // Keys that somebody writes with press nothing.
  await page.getByRole('button', {name: 'Keep'}).click();
  await page.waitForFunction(() => document.title.includes('3 of 4'));
  assert.equal(labels().at(-1).answer, 'Dear 1 u s customer');
  await page.keyboard.press('u');
  await page.waitForFunction(() => document.title.includes('2 of 4'));
  assert.equal(labels().at(-1).because, 'undone');
  await page.getByRole('button', {name: 'Keep'}).click();
  await page.waitForFunction(() => document.title.includes('3 of 4'));
  await page.keyboard.press('s');
  await page.keyboard.type('not mine');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title.includes('4 of 4'));
  assert.equal(labels().at(-1).because, 'not mine');
  assert.deepEqual(faults, []);
  if (process.env.SCREENSHOT) {
    await page.screenshot({path: process.env.SCREENSHOT, fullPage: true});
  }
});

test('nobody answers who does not know the address, or comes from another site', async () => {
  const count = labels().length;
  const other = new URL(address);
  const form = {method: 'POST', body: 'step=3&text=forged', redirect: 'manual'};
  const type = {'content-type': 'application/x-www-form-urlencoded'};
  const status = async (path, headers) => (await fetch(new URL(path, address), {...form, headers})).status;
  assert.equal((await fetch(other.origin)).status, 404);
  assert.equal(await status('/', {...type, origin: other.origin}), 404);
  assert.equal(await status(other.pathname, type), 405);
  assert.equal(await status(other.pathname, {...type, origin: 'http://evil.example'}), 403);
  assert.equal(await status(other.pathname, {'content-type': 'text/plain', origin: other.origin}), 405);
  assert.equal(labels().length, count);
  const left = {...form, body: 'step=0&number=2'};
  assert.equal((await fetch(address, {...left, headers: {...type, origin: other.origin}})).status, 303);
  assert.equal(labels().length, count);  // A page that was left behind.
});
