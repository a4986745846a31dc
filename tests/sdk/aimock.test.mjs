// A server that others wrote, as far as it has an API: `promptctl eval` reads from it what it was told to say.

import {LLMock} from '@copilotkit/aimock';
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {evaluated} from './registry.mjs';

const answers = {
  plain: 'Lima is the capital of Peru.',
  scripts: 'Grüße aus 日本語 😀, with "quotes" and\nlines.',
};

let mock, folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptctl-aimock-'));
  mock = new LLMock({port: 0});
  for (const [id, content] of Object.entries(answers))
    mock.onMessage(`question ${id}`, {content});
  await mock.start();
});
after(async () => {
  await mock.stop();
  await rm(folder, {recursive: true, force: true});
});

for (const stream of [true, false]) {
  test(`what another server says is read, ${stream ? 'streamed' : 'whole'}`, async (context) => {
    const providers = {
      openai: {type: 'openai', base_url: `${mock.url}/v1`},
      responses: {type: 'openai-responses', base_url: `${mock.url}/v1`},
      anthropic: {type: 'anthropic', base_url: `${mock.url}/v1`},
      gemini: {type: 'gemini', base_url: `${mock.url}/v1beta`},
      azure: {type: 'azure', base_url: mock.url, api_version: '2024-10-21'},
      bedrock: {type: 'bedrock', base_url: mock.url, api_key: '${AWS_BEARER_TOKEN_BEDROCK}'},
      ollama: {type: 'ollama', base_url: mock.url},
      vertex: {type: 'vertex', base_url: `${mock.url}/v1/projects/p/locations/l`, api_key: '${TOKEN}'},
    };
    const models = {
      openai: 'gpt-4o',
      responses: 'gpt-4o',
      azure: 'gpt-4o',
      anthropic: 'claude-opus-4-1',
      gemini: 'gemini-2.0-flash',
      vertex: 'gemini-2.0-flash',
      bedrock: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
      ollama: 'llama3',
    };
    const results = await evaluated(join(folder, stream ? 'streamed' : 'whole'), {
      providers,
      models,
      questions: Object.fromEntries(Object.keys(answers).map((id) => [id, `question ${id}`])),
      system: 'Answer in one sentence.',
      stream,
      environment: {AWS_REGION: 'us-east-1', AWS_BEARER_TOKEN_BEDROCK: 'b', TOKEN: 't'},
    });
    for (const name of Object.keys(providers)) {
      for (const [id, text] of Object.entries(answers)) {
        await context.test(`${name} ${id}`, () => {
          const {output, finish_reason, error} = results.get(`${name} ${id}`);
          assert.deepEqual({output, finish_reason, error}, {output: text, finish_reason: 'stop', error: null});
        });
      }
    }
  });
}
