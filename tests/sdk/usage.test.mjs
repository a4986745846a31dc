// What each API's body counts, as @pydantic/genai-prices reads it: the same tokens, and so the same price.

import {calcPrice, extractUsage, findProvider} from '@pydantic/genai-prices';
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {evaluated} from './registry.mjs';

// Bodies as the providers document them, with counts of each kind.
const bodies = {
  openai: {
    model: 'gpt-4o',
    flavor: 'chat',
    of: 'openai',
    body: {
      model: 'gpt-4o-2024-08-06',
      choices: [{index: 0, message: {role: 'assistant', content: 'ok'}, finish_reason: 'stop'}],
      usage: {
        prompt_tokens: 2006,
        completion_tokens: 300,
        total_tokens: 2306,
        prompt_tokens_details: {cached_tokens: 1920},
        completion_tokens_details: {reasoning_tokens: 120},
      },
    },
  },
  'openai-responses': {
    model: 'gpt-4o',
    flavor: 'responses',
    of: 'openai',
    body: {
      object: 'response',
      status: 'completed',
      model: 'gpt-4o-2024-08-06',
      output: [{type: 'message', role: 'assistant', content: [{type: 'output_text', text: 'ok', annotations: []}]}],
      usage: {
        input_tokens: 328,
        input_tokens_details: {cached_tokens: 128},
        output_tokens: 52,
        output_tokens_details: {reasoning_tokens: 20},
        total_tokens: 380,
      },
    },
  },
  anthropic: {
    model: 'claude-sonnet-4-5',
    flavor: 'default',
    of: 'anthropic',
    body: {
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-4-5-20250929',
      content: [{type: 'text', text: 'ok'}],
      stop_reason: 'end_turn',
      usage: {
        input_tokens: 504,
        cache_creation_input_tokens: 123,
        cache_read_input_tokens: 2048,
        output_tokens: 97,
      },
    },
  },
  gemini: {
    model: 'gemini-2.5-flash',
    flavor: 'default',
    of: 'google',
    body: {
      modelVersion: 'gemini-2.5-flash',
      candidates: [{content: {role: 'model', parts: [{text: 'ok'}]}, finishReason: 'STOP', index: 0}],
      usageMetadata: {
        promptTokenCount: 900,
        cachedContentTokenCount: 256,
        candidatesTokenCount: 18,
        thoughtsTokenCount: 144,
        totalTokenCount: 1062,
      },
    },
  },
};

let server, folder, origin;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptctl-usage-'));
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const name = request.url.split('/')[1];
      response.writeHead(200, {'content-type': 'application/json'});
      response.end(JSON.stringify(bodies[name].body));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server.close();
  await rm(folder, {recursive: true, force: true});
});

test('tokens and their price are those of genai-prices', async (context) => {
  // Named as the providers of the price table, so that their prices are found.
  for (const [type, {model, flavor, of, body}] of Object.entries(bodies)) {
    await context.test(type, async () => {
      const results = await evaluated(join(folder, type), {
        providers: {[of]: {type, base_url: `${origin}/${type}`}},
        models: {[of]: model},
        questions: {one: 'ok?'},
        system: 'ok',
        stream: false,
      });
      const ours = results.get(`${of} one`);
      const {usage} = extractUsage(findProvider({providerId: of}), body, flavor);
      const theirs = calcPrice(usage, model, {providerId: of});
      assert.equal(ours.usage.input, usage.input_tokens);
      assert.equal(ours.usage.output, usage.output_tokens);
      assert.equal(ours.usage.cached ?? 0, usage.cache_read_tokens ?? 0);
      assert.ok(
          Math.abs(Number(ours.cost_usd) - theirs.total_price) < 1e-12, `${ours.cost_usd}, ${theirs.total_price}`);
    });
  }
});
