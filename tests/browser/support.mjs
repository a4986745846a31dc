// Pages of sample documents in a real browser that notes whatever a page should not do.

import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import vm from 'node:vm';
import {chromium} from 'playwright-core';

import {sample} from './sample.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const maker = process.env.PAGE_FROM_JSON ?? join(root, 'build/dev/tests/page_from_json');
const most = 64 * 1024 * 1024;  // bytes of a page
const mostWait = 15_000;        // milliseconds

// A script of the page by itself: the object that lib/report/page/NAME.js defines, with those of `others`.
export function script(name, others = []) {
  const source = (one) =>
      readFileSync(join(root, 'lib/report/page', `${one}.js`), 'utf8').replace('\'use strict\';', '');
  return vm.runInNewContext(`${[...others, name].map(source).join('\n')};${name}`, {Intl});
}

// Opens pages of the samples; `close` it when done.
export async function openBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'promptctl-pages-'));
  const browser = await chromium.launch(
      {executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--headless=new']});
  const made = new Map();

  function pageOf(name) {
    if (!made.has(name)) {
      const path = join(folder, `${name}.html`);
      writeFileSync(path, execFileSync(maker, ['a <report>'], {input: JSON.stringify(sample(name)), maxBuffer: most}));
      made.set(name, path);
    }
    return made.get(name);
  }

  async function open(name, {hash = '', ...settings} = {}) {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...settings});
    context.setDefaultTimeout(mostWait);
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on(
        'request', (request) => /^(file|data|about):/.test(request.url()) || faults.push(`asked for ${request.url()}`));
    const started = performance.now();
    await page.goto(pathToFileURL(pageOf(name)).href + hash);
    await page.locator('#cases-title, #reading').first().waitFor();
    return {page, faults, milliseconds: performance.now() - started};
  }

  async function close() {
    await browser.close();
    rmSync(folder, {recursive: true});
  }

  return {open, close, pageOf};
}
