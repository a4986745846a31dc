// Official clients of each API talk to `promptctl mock`; what they make of its answers must be what `promptctl eval`
// makes of them: text, how it ended, tokens.

import Anthropic from '@anthropic-ai/sdk';
import {BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand} from '@aws-sdk/client-bedrock-runtime';
import {GoogleGenAI} from '@google/genai';
import {Mistral} from '@mistralai/mistralai';
import {NodeHttpHandler} from '@smithy/node-http-handler';
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {Ollama} from 'ollama';
import OpenAI, {AzureOpenAI} from 'openai';

import {evaluated, promptctl} from './registry.mjs';

const system = 'Answer in one sentence.';
const questions = {
  plain: 'What is the capital of Peru?',
  long: 'Count to fifty, please.',
  scripts: 'Say „Grüße“ in 日本語 😀',
};

const script = `
rules:
  - when: {text: Peru}
    reply: "Lima is the capital of Peru."
    usage: {input: 30, output: 12, cached: 8}
  - when: {text: fifty}
    reply: "one two three four five six seven eight nine ten"
    finish_reason: length
    usage: {input: 20, output: 10}
  - reply: "Grüße aus 日本語: „{{last}}“ 😀"
`;

let folder, server, origin;

async function start() {
  folder = await mkdtemp(join(tmpdir(), 'promptctl-sdk-'));
  await writeFile(join(folder, 'mock.yaml'), script);
  server = spawn(promptctl, ['mock', join(folder, 'mock.yaml')], {stdio: ['ignore', 'pipe', 'inherit']});
  const line = await new Promise((resolve, reject) => {
    let text = '';
    server.once('exit', (code) => reject(new Error(`promptctl mock ended with ${code}`)));
    server.stdout.on('data', (bytes) => {
      text += bytes;
      if (text.includes('\n'))
        resolve(text);
    });
  });
  origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)[0];
}

before(start);
after(async () => {
  server?.kill();
  await rm(folder, {recursive: true, force: true});
});

const addresses = {
  openai: ['openai', '/v1'],
  responses: ['openai-responses', '/v1'],
  anthropic: ['anthropic', '/v1'],
  gemini: ['gemini', '/v1beta'],
  azure: ['azure', '', {api_version: '2024-10-21'}],
  bedrock: ['bedrock', ''],
  mistral: ['mistral', '/v1'],
  ollama: ['ollama', ''],
};

const keys = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKID',
  AWS_SECRET_ACCESS_KEY: 'secret'
};

// What promptctl's own decoders make of the same answers, by target and case.
async function ours(stream) {
  const providers = Object.fromEntries(Object.entries(addresses).map(
      ([name, [type, path, more = {}]]) => [name, {type, base_url: origin + path, ...more}],
      ));
  const asked = {providers, questions, system, stream, environment: keys};
  const results = await evaluated(join(folder, stream ? 'streamed' : 'whole'), asked);
  return new Map([...results].map(([key, {output, finish_reason, usage}]) => [key, {
                                    text: output,
                                    end: finish_reason,
                                    input: usage?.input,
                                    output: usage?.output,
                                  }]));
}

const ends = {
  end_turn: 'stop',
  max_tokens: 'length',
  completed: 'stop',
  max_output_tokens: 'length',
  STOP: 'stop',
  MAX_TOKENS: 'length',
};
const said = (text, end, input = null, output = null) => ({text, end: ends[end] ?? end, input, output});

const messages = (q) => [{role: 'system', content: system}, {role: 'user', content: q}, ];

async function chat(client, q, stream) {
  if (!stream) {
    const reply = await client.chat.completions.create({model: 'm', messages: messages(q)});
    const [choice] = reply.choices;
    return said(choice.message.content, choice.finish_reason, reply.usage.prompt_tokens, reply.usage.completion_tokens);
  }
  const reply =
      await client.chat.completions.stream({model: 'm', messages: messages(q), stream_options: {include_usage: true}})
          .finalChatCompletion();
  const [choice] = reply.choices;
  return said(choice.message.content, choice.finish_reason, reply.usage.prompt_tokens, reply.usage.completion_tokens);
}

// Each asks by its SDK, and says what that accumulated.
const clients = {
  openai: (q, stream) => chat(new OpenAI({apiKey: 'k', baseURL: `${origin}/v1`, maxRetries: 0}), q, stream),
  azure: (q, stream) =>
      chat(new AzureOpenAI({apiKey: 'k', endpoint: origin, apiVersion: '2024-10-21', maxRetries: 0}), q, stream),
  responses: async (q, stream) => {
    const client = new OpenAI({apiKey: 'k', baseURL: `${origin}/v1`, maxRetries: 0});
    const asked = {model: 'm', instructions: system, input: q};
    const reply = stream ? await client.responses.stream(asked).finalResponse() : await client.responses.create(asked);
    return said(
        reply.output_text,
        reply.incomplete_details?.reason ?? reply.status,
        reply.usage.input_tokens,
        reply.usage.output_tokens,
    );
  },
  anthropic: async (q, stream) => {
    const client = new Anthropic({apiKey: 'k', baseURL: origin, maxRetries: 0});
    const asked = {model: 'm', max_tokens: 99, system, messages: [{role: 'user', content: q}]};
    const reply = stream ? await client.messages.stream(asked).finalMessage() : await client.messages.create(asked);
    const {input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens} = reply.usage;
    const text = reply.content.map((block) => block.text).join('');
    return said(
        text,
        reply.stop_reason,
        input_tokens + cache_creation_input_tokens + cache_read_input_tokens,
        output_tokens,
    );
  },
  gemini: async (q, stream) => {
    const client = new GoogleGenAI({apiKey: 'k', httpOptions: {baseUrl: origin}});
    const asked = {model: 'm', contents: q, config: {systemInstruction: system}};
    if (!stream) {
      const reply = await client.models.generateContent(asked);
      const {promptTokenCount, candidatesTokenCount} = reply.usageMetadata;
      return said(reply.text, reply.candidates[0].finishReason, promptTokenCount, candidatesTokenCount);
    }
    let text = '', end, usage;
    for await (const chunk of await client.models.generateContentStream(asked)) {
      text += chunk.text ?? '';
      end = chunk.candidates?.[0]?.finishReason ?? end;
      usage = chunk.usageMetadata ?? usage;
    }
    return said(text, end, usage.promptTokenCount, usage.candidatesTokenCount);
  },
  mistral: async (q, stream) => {
    const client = new Mistral({apiKey: 'k', serverURL: origin, retryConfig: {strategy: 'none'}});
    if (!stream) {
      const reply = await client.chat.complete({model: 'm', messages: messages(q)});
      const [choice] = reply.choices;
      return said(choice.message.content, choice.finishReason, reply.usage.promptTokens, reply.usage.completionTokens);
    }
    let text = '', end, usage;
    for await (const {data} of await client.chat.stream({model: 'm', messages: messages(q)})) {
      text += data.choices[0]?.delta.content ?? '';
      end = data.choices[0]?.finishReason ?? end;
      usage = data.usage ?? usage;
    }
    return said(text, end, usage?.promptTokens, usage?.completionTokens);
  },
  bedrock: async (q, stream) => {
    const client = new BedrockRuntimeClient({
      region: keys.AWS_REGION,
      endpoint: origin,
      maxAttempts: 1,
      requestHandler: new NodeHttpHandler(),  // Else it speaks HTTP/2 without TLS.
      credentials: {accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY},
    });
    const asked = {modelId: 'm', system: [{text: system}], messages: [{role: 'user', content: [{text: q}]}]};
    const total = ({inputTokens, cacheReadInputTokens, cacheWriteInputTokens}) =>
        inputTokens + cacheReadInputTokens + cacheWriteInputTokens;
    if (!stream) {
      const {output, stopReason, usage} = await client.send(new ConverseCommand(asked));
      return said(
          output.message.content.map((block) => block.text).join(''), stopReason, total(usage), usage.outputTokens);
    }
    let text = '', end, usage;
    for await (const event of (await client.send(new ConverseStreamCommand(asked))).stream) {
      text += event.contentBlockDelta?.delta.text ?? '';
      end = event.messageStop?.stopReason ?? end;
      usage = event.metadata?.usage ?? usage;
    }
    return said(text, end, total(usage), usage.outputTokens);
  },
  ollama: async (q, stream) => {
    const client = new Ollama({host: origin});
    if (!stream) {
      const reply = await client.chat({model: 'm', messages: messages(q)});
      return said(reply.message.content, reply.done_reason, reply.prompt_eval_count, reply.eval_count);
    }
    let text = '', last;
    for await (const part of await client.chat({model: 'm', messages: messages(q), stream: true})) {
      text += part.message.content;
      last = part;
    }
    return said(text, last.done_reason, last.prompt_eval_count, last.eval_count);
  },
};

for (const stream of [true, false]) {
  test(`official clients and promptctl read the same, ${stream ? 'streamed' : 'whole'}`, async (context) => {
    const read = await ours(stream);
    for (const [name, ask] of Object.entries(clients)) {
      for (const [id, q] of Object.entries(questions)) {
        await context.test(`${name} ${id}`, async () => {
          assert.deepEqual(await ask(q, stream), read.get(`${name} ${id}`));
        });
      }
    }
  });
}

test('official clients read the embeddings of the mock server, all alike', async () => {
  const texts = ['the late parcel', 'an invoice is wrong'];
  const openai = new OpenAI({apiKey: 'k', baseURL: `${origin}/v1`, maxRetries: 0});
  const {data} = await openai.embeddings.create({model: 'm', input: texts, encoding_format: 'float'});
  const expected = data.map(({embedding}) => embedding);
  assert.equal(expected[0].length, 64);
  const mistral = new Mistral({apiKey: 'k', serverURL: origin, retryConfig: {strategy: 'none'}});
  const of_mistral = await mistral.embeddings.create({model: 'm', inputs: texts});
  assert.deepEqual(of_mistral.data.map(({embedding}) => embedding), expected);
  const of_ollama = await new Ollama({host: origin}).embed({model: 'm', input: texts});
  assert.deepEqual(of_ollama.embeddings, expected);
  const gemini = new GoogleGenAI({apiKey: 'k', httpOptions: {baseUrl: origin}});
  const of_gemini = await gemini.models.embedContent({model: 'm', contents: texts});
  assert.deepEqual(of_gemini.embeddings.map(({values}) => values), expected);
});
